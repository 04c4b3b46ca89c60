// run: resolve
// What may stand on the left, how many stand on the right, and what :| may choose.
const c := 1

method Fine(a: array<int>) returns (r: int, q: int)
  modifies a
{
  r, q := 1, 2;
  r, q := q, r;
  r := *;
  var x: nat :| x > 3;
  r, q :| r < q;
  a[0] :| assume {:axiom} a[0] > x;
}

method Left(i: int, s: seq<int>, a: array<int>) {
  i := 1;                        // error[mutability]: "LHS of assignment must denote a mutable variable"
  c := 2;                        // error[mutability]
  s[0] := 1;                     // error[type]: "LHS of array assignment must denote an array element (found seq<int>)"
  a[0..1] := 1;                  // error[mutability]: "cannot assign to a range of array elements"
  a.Length := 1;                 // error[mutability]: "LHS of assignment must denote a mutable field"
}

method Count() {
  var x, y := 1;                 // error[arity]: "the number of left-hand sides (2) and right-hand sides (1) must match for a multi-assignment"
  var z := 1, 2;                 // error[arity]
}

method Choice(a: array<int>) {
  var x: int :| x;               // error[type]: "type of RHS of assign-such-that statement must be boolean (got int)"
  x, x :| x > 1;                 // error[duplicate]: "variable 'x' occurs more than once as left-hand side of :|"
  a[0] :| a[0] > 1;              // error[mutability]: "currently only supports local-variable LHSs"
}

method Results() returns (r: int) {
  if * { return; }
  if * { return 3; }
  if * { return true; }          // error[type]
  return 1, 2;                   // error[arity]: "number of return parameters does not match declaration (found 2, expected 1)"
}

method Arrays(n: int) returns (a: array<int>, b: array<array<int>>) {
  a := new int[10];
  a := new int[n](i => i * i);
  a := new int[3][1, 2, 3];
  b := new array<int>[1][a];
  a := new int[true];            // error[type]: "new must use an integer-based expression for the array size"
  a := new bool[3];              // error[type]: "not assignable to LHS"
  a := new int[2][1, true];      // error[type]: "initial value must be assignable to array's elements"
}
