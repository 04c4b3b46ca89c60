// Static errors of patterns.
datatype List = Nil | Cons(head: int, tail: List)
const Limit := 3
const Computed := Limit + 1

method Match(xs: List, n: int) {
  match xs
  case Nil(_) =>          // error[type]: "constructor 'Nil' of arity 0 is applied to 1 argument(s)"
  case Cons(x) =>         // error[type]: "constructor 'Cons' of arity 2 is applied to 1 argument(s)"
  case Cons =>            // error[type]: "constructor 'Cons' of arity 2 is applied without any arguments"
  case Snoc(x, y) =>      // error[type]: "type 'List' does not contain a datatype constructor 'Snoc'"
  case Cons(x, x) =>      // error[duplicate]
  case Cons(1, _) | Cons(y, Nil) =>  // error[misplaced]: "disjunctive patterns may not bind variables"
  case Cons(1 | 2, _) =>  // error[misplaced]: "disjunctive patterns are not allowed inside other patterns"
  case (a, b) =>          // error[type]
  case 5 =>               // error[type]: "the type of the pattern (int) does not agree with the match expression (List)"
  match n
  case Limit =>
  case Computed =>        // error[misplaced]: "Computed is not initialized as a constant literal"
  case Cons(_, _) =>      // error[type]: "type 'int' does not contain a datatype constructor 'Cons'"
}

method InTuples(p: (int, List)) {
  match p
  case (0 | 1, Nil) =>    // error[misplaced]: "disjunctive patterns are not allowed inside other patterns"
  case _ =>
}

method Take(xs: List, p: (int, int)) {
  var Cons(x, y) := p;    // error[type]: "to use a pattern, the type of the source/RHS expression must be a datatype"
  var Cons(z) := xs;      // error[type]
  var Snoc(w) := xs;      // error[type]
}
