// run: resolve
// Arguments, results, and where calls may stand.
method Move(from: int, step: int := 1) returns (to: int, moved: bool)
  ensures to == from + step
{
  to, moved := from + step, step != 0;
}

function Sum(x: int, y: int, last: bool := true): int { x + y }

lemma Trivial(x: int) ensures x == x { }

method Fine() {
  var a, b := Move(1);
  a, b := Move(1, 2);
  a, b := Move(step := 3, from := a);
  a := Sum(a, y := 3);
  a := Sum(a, 3, false);
  Trivial(a);
}

method Wrong() returns (r: int) {
  var p: bool;
  r := Sum(1);                   // error[arity]: "wrong number of arguments (function 'Sum' expects at least 2, got 1)"
  r := Sum(1, 2, true, 4);       // error[arity]: "expects at most 3, got 4"
  Trivial();                     // error[arity]: "wrong number of arguments (lemma 'Trivial' expects 1, got 0)"
  r := Sum(1, true);             // error[type]: "incorrect argument type at index 1 for function parameter 'y' (expected int, found bool)"
  r := Sum(1, z := 2);           // error[unresolved]: "the binding named 'z' does not correspond to any formal parameter" error[arity]: "requires an argument of type int"
  r := Sum(x := 1, 2);           // error[arity]: "a positional argument is not allowed to follow named arguments" error[arity]
  r := Sum(1, x := 2, y := 3);   // error[duplicate]: "the parameter named 'x' is already given positionally"
  r := Sum(1, y := 2, y := 3);   // error[duplicate]: "duplicate binding for parameter name 'y'"
  r := Move(1);                  // error[arity]: "wrong number of method result arguments (got 1, expected 2)"
  p, r := Move(1);               // error[type]: "incorrect return type at index 0" error[type]: "incorrect return type at index 1"
  r := 1 + Move(1);              // error[misplaced]: "expression is not allowed to invoke a method (Move)"
  r, p := Move(1), true;         // error[misplaced]: "an update statement is allowed an effectful RHS only if there is just one RHS"
  Sum(1, 2);                     // error[misplaced]: "expected method call, found expression"
  r := r(3);                     // error[type]: "non-function expression (of type int) is called with parameters"
}

method NoCallInReturn() returns (r: int, q: bool) {
  return Move(1);                // error[arity]: "number of return parameters does not match declaration (found 1, expected 2)"
}

method Single() returns (r: int) {
  r := 1;
}

method NoSingleCallInReturn() returns (r: int) {
  return Single();               // error[misplaced]: "cannot have method call in return statement"
}
