function Max(a: int, b: int): int
{
  if a < b then b else a
}

function Clamp(x: int, low: int, high: int): int
  requires low <= high
  ensures low <= Clamp(x, low, high) <= high
{
  Max(low, if x < high then x else high)
}

predicate Even(n: int) { n % 2 == 0 }

function Halve(n: int): (h: int)
  requires Even(n)
  ensures h + h == n
{
  n / 2
}

method Client(x: int)
  requires Even(x)
{
  assert Max(2, 3) == 3;
  assert Max(x, x) == x;
  var c := Clamp(x, 0, 9);
  assert 0 <= c < 10;
  assert Halve(x) * 2 == x;
  assert Even(x + 2);
}

function Guarded(d: int): int
{
  if d != 0 && 100 / d > 3 then 100 / d else 0
}

predicate Divides(d: int, n: int)
{
  d != 0 ==> n % d == 0
}
