function Typed(x: int): nat
{
  var n: nat := x - 1;  // error[subset]
  n
}

function UsedOutOfRange(s: seq<int>): int
{
  var i := 0;
  s[i]  // error[index-range]
}

method Value()
{
  var z := var a := 3; a + 1;
  assert z == 4;
  assert z == 3;  // error[assertion]
}

function Branch(b: bool, x: int): int
  requires x != 0
{
  if b then 10 / x else 10 / (x - 1)  // error[division-by-zero]
}
