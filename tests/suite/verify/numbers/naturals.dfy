method Subtract(a: nat, b: nat) returns (c: nat)
  requires b <= a
  ensures c == a - b
{
  c := a - b;
}

function Difference(a: nat, b: nat): nat
{
  if a < b then b - a else a - b
}

method Narrow(x: int) returns (n: nat)
  requires x >= 0
  ensures n == x
{
  n := x;
  var m: nat := x + 1;
  assert m > 0;
}

method Convert(x: int)
  requires x > 0
{
  var n := x as nat;
  assert n >= 1;
  assert (n as int) == x;
}

lemma NaturalsAreNotNegative(n: nat, s: seq<nat>)
  ensures n >= 0
  ensures forall i :: 0 <= i < |s| ==> s[i] >= 0
{
}
