ghost function Triangle(n: nat): nat
{
  if n == 0 then 0 else n + Triangle(n - 1)
}

lemma False(n: nat)
  ensures Triangle(n) == n
{  // error[postcondition]
}

lemma WithoutInduction(n: nat)
  ensures 2 * Triangle(n) == n * (n + 1)

method LemmaMustBeCalled(n: nat)
{
  if * {
    WithoutInduction(n);
    assert 2 * Triangle(n) == n * (n + 1);
  } else {
    assert 2 * Triangle(n) == n * (n + 1);  // error[assertion]
  }
}

lemma NeedsSmall(n: nat)
  requires n < 10
  ensures Triangle(n) < 100

method BeyondPrecondition(n: nat)
{
  NeedsSmall(n);  // error[precondition]
}
