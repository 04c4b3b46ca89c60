// Ghost code has no effect on what is compiled.

ghost predicate P(x: int) { x > 0 }
lemma Fact(x: int) returns (y: int)
method Effect(x: int)
ghost method GhostEffect(x: int) returns (y: int)

method GhostIf(x: int) returns (r: int)
{
  r := 0;
  ghost var count := 0;
  if P(x) {
    count := count + 1;
    r := 1;  // error[ghost]: "assignment to non-ghost variable is not allowed in this context"
    print x;  // error[ghost]: "print statement is not allowed in this context"
    expect x > 0;  // error[ghost]: "expect statement is not allowed in this context"
    Effect(x);  // error[ghost]: "only ghost methods can be called from this context"
    return;  // error[ghost]: "return statement is not allowed in this context"
  }
}

method GhostLoop(a: array<int>, ghost n: nat)
  requires a.Length > 0
  modifies a
{
  var i := 0;
  while i < n {
    i := i + 1;  // error[ghost]
    a[0] := 1;  // error[ghost]: "assignment to array element is not allowed in this context"
  }
}

method GhostFor(ghost n: nat) returns (r: int)
{
  r := 0;
  for i := 0 to n {
    r := i;  // error[ghost]
  }
}

method Jumps(x: int)
{
  var i := 0;
  while i < 10 {
    i := i + 1;
    if P(x) {
      break;  // error[ghost]: "ghost-context break statement is not allowed to break out of non-ghost loop"
    }
    if P(x + 1) {
      continue;  // error[ghost]: "ghost-context continue statement"
    }
  }
}

method Results(x: int) returns (r: int)
{
  r := Fact(x);  // error[ghost]: "actual out-parameter is required to be a ghost variable"
  var y := Fact(x);
  ghost var z := GhostEffect(x);
  r := y;  // error[ghost]
}

method Choice(ghost g: int) returns (r: int)
{
  r :| r == g;  // error[ghost]: "cannot be assigned a value that depends on a ghost"
}

method Arguments(ghost g: int)
{
  Effect(g);  // error[ghost]
  print g;  // error[ghost]
  expect g > 0;  // error[ghost]
}

ghost method InGhostMethod(a: array<int>, x: int)
  requires a.Length > 0
  modifies a
{
  var y := x;
  y := y + 1;
  a[0] := 3;  // error[ghost]: "because this is a ghost method"
}
