// run: resolve
// Traits: what they may declare, and what classes may do with it.
trait Shape {
  var area: int
  const name: string
  static function Zero(): int { 0 }
  function Sides(): nat
  function Full(): int { 1 }
  method Draw(times: int) returns (drawn: int)
  method Done() { }
  ghost predicate Fine()
  lemma Grows()
  opaque function Hidden(): int
  method Lasts()
  function Of<T>(x: T): T
  function Other<T(==)>(x: T): bool
  constructor () // error[misplaced]: "a trait is not allowed to declare a constructor"
}

class Square extends Shape { // error[override]: "class 'Square' does not implement trait function 'Shape.Of'"
  var area: int // error[override]: "field 'area' is inherited from trait 'Shape' and is not allowed to be re-declared"
  const name: string // error[override]: "const field 'name' is inherited from trait 'Shape' and is not allowed to be re-declared"
  static function Zero(): int { 1 } // error[override]: "static function 'Zero' is inherited from trait 'Shape' and is not allowed to be re-declared"
  static function Sides(): nat { 4 } // error[override]: "static member 'Sides' overrides non-static member in trait 'Shape'"
  function Full(): int { 2 } // error[override]: "fully defined function 'Full' is inherited from trait 'Shape' and is not allowed to be re-declared"
  method Draw(times: nat) // error[override]: "the type of in-parameter 'times' is different from the type of the corresponding in-parameter in trait method ('nat' instead of 'int')"
    returns (ghost drawn: int) // error[override]: "out-parameter 'drawn' of method Draw cannot be changed, compared to in the overridden method, from non-ghost to ghost"
  { drawn := 0; }
  method Done() { } // error[override]: "fully defined method 'Done' is inherited from trait 'Shape' and is not allowed to be re-declared"
  predicate Fine() { true } // error[override]: "overridden predicate 'Fine' in 'Square' has different ghost/compiled status than in trait 'Shape'"
  ghost method Grows() { } // error[override]: "lemma 'Grows' in trait 'Shape' can only be overridden by a lemma (got method)"
  function Hidden(): int { 3 } // error[override]: "overridden function 'Hidden' in 'Square' must be 'opaque' since the member is 'opaque' in trait 'Shape'"
  method Lasts() // error[override]: "not allowed to override a terminating method with a possibly non-terminating method ('Lasts')"
    decreases *
  { }
  function Other<T>(x: T): bool { true } // error[override]: "type parameter 'T' is not allowed to change the requirement of supporting equality"
}

class Circle extends Shape {
  function Sides(): int { 0 } // error[override]: "the result type of function 'Sides' (int) differs from that in the overridden function (nat)"
  method Draw() returns (drawn: int) // error[override]: "method 'Draw' is declared with a different number of in-parameter (0 instead of 1) than in the overridden method"
  { drawn := 0; }
  ghost predicate Fine() { true }
  lemma Grows() { }
  opaque function Hidden(): int { 3 }
  method Lasts() { }
  function Of(x: int): int { x } // error[override]: "function 'Of' is declared with a different number of type parameters (0 instead of 1) than in the overridden function"
  function Other<T(==)>(x: T): bool { x == x }
}

trait Left { function Which(): int method Only() }
trait Right { function Which(): int }
class Both extends Left, Right { // error[override]: "class 'Both' inherits a member named 'Which' from both trait 'Left' and trait 'Right'"
  method Only() { }
}

// One member by two ways, and the one that overrides it, are no two members.
trait Base { function F(): int }
trait First extends Base { }
trait Second extends Base { function F(): int { 2 } }
class Diamond extends First, Second { }
