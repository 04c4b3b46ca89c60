// Compiled code must not depend on what exists for the proof only.

ghost function Spec(x: int): int { x }
ghost predicate Holds(x: int) { x > 0 }
function Compiled(x: int, ghost g: int): int { x }
ghost const Secret := 3

method GhostCalls(x: int) returns (r: int)
{
  r := Spec(x);  // error[ghost]: "a call to a ghost function is allowed only in specification contexts"
  if r > 3 {
    print Holds(x);  // error[ghost]: "a call to a ghost predicate"
  }
  r := Secret;  // error[ghost]
}

method GhostVariables(x: int, ghost y: int) returns (r: int)
{
  ghost var z := x;
  r := z;  // error[ghost]: "ghost variables such as z are allowed only in specification contexts"
  r := y;  // error[ghost]
  r := Compiled(x, y);
  r := Compiled(y, x);  // error[ghost]
  r := if y > 0 then 1 else 2;  // error[ghost]
}

method Inferred(x: int) returns (r: int)
{
  var g := Spec(x);
  var h := g + 1;
  r := h;  // error[ghost]: "h was inferred to be ghost"
}

method TwoStates(a: array<int>) returns (r: int)
  requires a.Length > 0
  modifies a
{
  a[0] := 1;
  r := old(a[0]);  // error[ghost]: "old expressions are allowed only in specification and ghost contexts"
  var x := old(a[0]);
  assert x == x;
  print fresh(a);  // error[ghost]: "fresh expressions"
}

function CallsGhost(x: int): int
{
  Spec(x)  // error[ghost]
}

function Let(x: int): int
{
  var g := Spec(x);
  assert g == x;
  x + g  // error[ghost]
}

const Value := Spec(3)  // error[ghost]
