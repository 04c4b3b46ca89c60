// One variable cannot get two values at once, whichever form the assignment has.
datatype Result = Fine(value: int) | Failed {
  predicate IsFailure() { Failed? }
  function PropagateFailure(): Result requires Failed? { Failed }
  function Extract(): int requires Fine? { value }
}

datatype Status = Done | Broken {
  predicate IsFailure() { Broken? }
  function PropagateFailure(): Status requires Broken? { Broken }
}

method Pair() returns (a: int, b: int) {
  a, b := 1, 2;
}

method Attempt() returns (r: Result, n: int) {
  r, n := Fine(1), 2;
}

method Check() returns (s: Status, n: int, m: int) {
  s, n, m := Done, 1, 2;
}

lemma Witness() returns (a: int, b: int) {
  a, b := 1, 2;
}

method Parallel() returns (r: int) {
  var x, y := 0, 0;
  x, x := 1, 2;        // error[duplicate]: "duplicate variable in left-hand side of assignment: x"
  x, y, x := 1, 2, 1;  // error[duplicate]: "duplicate variable in left-hand side of assignment: x"
  r, r := *, *;        // error[duplicate]
  x, y := y, x;
}

method Calls() returns (r: int) {
  var x, y := 0, 0;
  x, x := Pair();      // error[duplicate]: "duplicate variable in left-hand side of call statement: x"
  r, r := Pair();      // error[duplicate]
  ghost var g;
  g, g := Witness();   // error[duplicate]
  x, y := Pair();
}

method Failing(a: array<int>) returns (r: Result)
  modifies a
{
  var x, y := 0, 0;
  x, x :- Attempt();   // error[duplicate]: "duplicate variable in left-hand side of :- statement: x"
  x, x :- Fine(1), 2;  // error[duplicate]
  x, x :- expect Attempt();  // error[duplicate]
  x, y :- Attempt();
  r := Fine(x + y);
}

method FailingWithoutValue() returns (s: Status) {
  var x, y := 0, 0;
  x, x :- Check();     // error[duplicate]
  x, y :- Check();
  s := Done;
}

method Chosen() {
  var x, y := 0, 0;
  x, y, x :| x == y;   // error[duplicate]: "variable 'x' occurs more than once as left-hand side of :|"
  x, y :| x == y;
}

method Declared() returns (r: Result) {
  var a, a := 1, 2;    // error[duplicate]
  var b, b := Pair();  // error[duplicate]
  var c, c :| c == 1;  // error[duplicate]
  var d, d :- Attempt();  // error[duplicate]
  var (e, e) := (1, 2);   // error[duplicate]
  var f, g := 1, 2;
  r := Fine(f + g);
}
