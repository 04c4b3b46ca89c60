method Subtract(a: nat, b: nat) returns (c: nat)
{
  c := a - b;  // error[subset]
}

function Difference(a: nat, b: nat): nat
{
  a - b  // error[subset]
}

method Local(x: int)
{
  var n: nat := x;  // error[subset]
}

method TakesNat(n: nat)

method Argument(x: int)
{
  TakesNat(x);  // error[subset]
}

method Element(x: int) returns (s: seq<nat>)
{
  s := [1, x];  // error[subset]
}

method Converted(x: int) returns (n: int)
{
  n := x as nat;  // error[subset]
}

method ArrayElement(a: array<nat>, x: int)
  requires a.Length > 0
  modifies a
{
  a[0] := x;  // error[subset]
}

method ResultOfACall(x: int)
{
  var n: nat := Negate(x);  // error[subset]
}

method Negate(x: int) returns (y: int)
  ensures y == -x
{
  y := -x;
}
