// Division rounds so that the remainder is never negative.

method Facts()
{
  assert 7 / 2 == 3 && 7 % 2 == 1;
  assert -7 / 2 == -4 && -7 % 2 == 1;
  assert 7 / -2 == -3 && 7 % -2 == 1;
  assert -7 / -2 == 4 && -7 % -2 == 1;
}

lemma Remainder(a: int, b: int)
  requires b != 0
  ensures a == (a / b) * b + a % b
  ensures 0 <= a % b
  ensures b > 0 ==> a % b < b
{
}

method Guarded(a: int, b: int) returns (q: int)
{
  if b != 0 {
    q := a / b;
  } else {
    q := if b == 0 then 0 else a % b;
  }
}

predicate Divides(d: int, n: int)
  requires d != 0
{
  n % d == 0
}

method ShortCircuit(a: int, b: int) returns (r: bool)
{
  r := b == 0 || a / b > 1;
  r := b != 0 && a / b > 1;
  r := b != 0 ==> a % b == 0;
  r := b == 0 <==> b == 0;
}
