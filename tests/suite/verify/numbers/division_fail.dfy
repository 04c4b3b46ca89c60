method Divide(a: int, b: int) returns (q: int)
{
  q := a / b;  // error[division-by-zero]
}

method Remainder(a: int, b: int) returns (q: int)
{
  q := a % (b - 1);  // error[division-by-zero]
}

method Both(a: int, b: int) returns (q: int)
{
  q := a / b + b / a;  // error[division-by-zero] error[division-by-zero]
}

method NoShortCircuit(a: int, b: int) returns (r: bool)
{
  r := a / b > 1 && b != 0;  // error[division-by-zero]
}

method WrongGuard(a: int, b: int) returns (r: bool)
{
  r := b != 0 || a / b > 1;  // error[division-by-zero]
}

method NegativeRounding()
{
  assert -7 / 2 == -3;  // error[assertion]
}

method InAssertion(a: int, b: int)
{
  assert a / b == a / b;  // error[division-by-zero]
}

method UnderQuantifier(n: int)
{
  assert forall d :: 0 <= d < 10 ==> n / d <= n || true;  // error[division-by-zero]
}
