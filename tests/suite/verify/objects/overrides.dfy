// What overrides a member of a trait fits the trait's contract.
trait Dial {
  var level: int

  function Scaled(n: int): int
    requires n > 0
    reads this
    ensures Scaled(n) > n
  method Turn(n: int) returns (r: int)
    requires n > 0
    modifies this
    ensures r > 0
  function Steps(n: nat): nat
    decreases n
  method Reset()
    modifies this`level
    ensures level == 0
  lemma Positive(n: int)
    requires n > 1
    ensures n * n > 1
}

// Asks for less, promises more, touches less.
class Fits extends Dial {
  constructor () { }

  function Scaled(n: int): int
    reads this`level
    ensures Scaled(n) == n + 1
  {
    n + 1
  }

  method Turn(n: int) returns (r: int)
    ensures r == 1
  {
    return 1;
  }

  function Steps(n: nat): nat
    decreases n, 0
  {
    if n == 0 then 0 else 1 + Steps(n - 1)
  }

  method Reset()
    modifies this`level
    ensures level == 0 && Scaled(3) == 4
  {
    level := 0;
  }

  lemma Positive(n: int)
    ensures n > 1 ==> n * n > 1
  {
  }
}

class FitsNot extends Dial {
  var spare: int
  constructor () { }

  function Scaled(n: int): int // error[override-precondition]: "the function must provide an equal or more permissive precondition than in its parent trait"
    requires n > 1
    reads this
    ensures Scaled(n) > n
  {
    n + 1
  }

  method Turn(n: int) returns (r: int) // error[override-postcondition]: "the method must provide an equal or more detailed postcondition than in its parent trait"
    requires n > 0
    modifies this
    ensures r >= 0
  {
    return 0;
  }

  function Steps(n: nat): nat // error[override-decreases]: "function's (possibly automatically generated) decreases clause must be below or equal to that in the trait"
    decreases n + 1
  {
    0
  }

  method Reset() // error[override-frame]: "modified object in method could not be proved to be in the parent trait's modifies clause"
    modifies this
    ensures level == 0
  {
    level := 0;
  }

  lemma Positive(n: int) // error[override-precondition]: "the method must provide an equal or more permissive precondition than in its parent trait"
    requires n > 2
    ensures n * n > 1
  {
  }
}

class Elsewhere extends Dial {
  const other: Fits
  constructor (f: Fits) { other := f; }

  function Scaled(n: int): int // error[override-frame]: "accessed object in function could not be proved to be in the parent trait's reads clause"
    reads this, other
    ensures Scaled(n) > n
  {
    if other.level > 0 then n + 2 else n + 1
  }

  method Turn(n: int) returns (r: int)
    requires true
    ensures r == old(r0(n)) + 1
  {
    return 1;
  }

  static function r0(n: int): int { 0 }

  function Steps(n: nat): nat
    decreases 0
  {
    n
  }

  method Reset() // error[override-postcondition]
    modifies this`level
  {
    level := 0;
  }

  lemma Positive(n: int)
    requires n > 1
    ensures n * n > 1
  {
  }
}
