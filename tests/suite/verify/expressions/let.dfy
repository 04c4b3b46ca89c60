function Polynomial(x: int): int
{
  var square := x * x;
  var cube := square * x;
  cube + 2 * square - x
}

function Nested(x: int): int
{
  var y := x + 1; var x := y * 2; x + y
}

method Shadowed()
{
  assert Nested(1) == 6;
  var z := var a, b := 3, 4; a * b;
  assert z == 12;
}

function IfChain(x: int): int
  ensures 0 <= IfChain(x) <= 2
{
  if x < 0 then 0
  else if x == 0 then 1
  else 2
}

function Typed(x: int): nat
  requires x > 0
{
  var n: nat := x - 1;
  n
}
