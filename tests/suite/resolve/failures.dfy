// Static errors of `:-`.
datatype Option<+T> = None | Some(value: T) {
  predicate IsFailure() { None? }
  function PropagateFailure<U>(): Option<U> requires IsFailure() { None }
  function Extract(): T requires Some? { value }
}
datatype Outcome = Pass | Fail {
  predicate IsFailure() { Fail? }
  function PropagateFailure(): Outcome { this }
}
datatype Plain = Plain(n: int)
datatype Stuck = Stuck(n: int) {
  predicate IsFailure() { n > 0 }
  function Extract(): int { n }
}

method Nothing(o: Option<int>)
{
  var x :- o;  // error[misplaced]: "a method containing a :- statement must have an out-parameter (Nothing)"
}

method NoFailure(o: Option<int>, p: Plain, q: Outcome, s: Stuck) returns (r: Option<int>)
{
  var a :- 3;  // error[type]: "the type of the first expression to the right of ':-' could not be determined to be a failure type (got 'int')"
  var b :- p;  // error[type]: "member IsFailure does not exist in Plain, in :- statement"
  var c, d :- o;  // error[arity]: "number of lhs (2) must match number of rhs (1) for a rhs type (Option<int>) with member Extract"
  :- o;  // error[arity]: "number of lhs (0) must match number of rhs (1) for a rhs type (Option<int>) with member Extract"
  var e :- q;  // error[arity]: "number of lhs (1) must be one less than number of rhs (1) for a rhs type (Outcome) without member Extract"
  var f :- s;  // error[type]: "the right-hand side of ':-', which is of type 'Stuck', must have functions 'IsFailure()', 'PropagateFailure()', and 'Extract()'"
  var g :- expect s;
  :- expect q;
  :- Without();  // error[type]: "expected Without to have a Success/Failure output value, but the method returns nothing"
  var h: bool :- o;  // error[type]: "RHS (of type int) not assignable to LHS (of type bool)"
  r := None;
}

method Without() {}

function Expression(o: Option<int>, q: Outcome): Option<int>
{
  var x :- q;  // error[type]: "the right-hand side of ':-', which is of type 'Outcome', must have functions 'IsFailure()', 'PropagateFailure()', and 'Extract()'"
  :- o;
  Some(x)
}

method WrongResult(o: Option<int>) returns (r: int)
{
  var x :- o;  // error[type]: "RHS (of type Option<?>) not assignable to LHS (of type int)"
  r := x;
}
