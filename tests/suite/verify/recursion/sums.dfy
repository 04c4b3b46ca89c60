ghost function Sum(s: seq<int>): int
{
  if |s| == 0 then 0 else s[0] + Sum(s[1..])
}

function Factorial(n: nat): nat
  ensures Factorial(n) > 0
{
  if n == 0 then 1 else n * Factorial(n - 1)
}

function Power(b: int, n: nat): int
{
  if n == 0 then 1 else b * Power(b, n - 1)
}

method Unfold()
{
  assert Sum([]) == 0;
  assert Sum([5]) == 5;
  assert Factorial(0) == 1;
  assert Factorial(1) == 1;
  assert Power(3, 1) == 3;
}

method ComputeFactorial(n: nat) returns (f: nat)
  ensures f == Factorial(n)
{
  f := 1;
  var i := 0;
  while i < n
    invariant 0 <= i <= n
    invariant f == Factorial(i)
  {
    i := i + 1;
    f := f * i;
  }
}

lemma SumOfConcatenation(a: seq<int>, b: seq<int>)
  ensures Sum(a + b) == Sum(a) + Sum(b)
{
  if |a| == 0 {
    assert a + b == b;
  } else {
    assert (a + b)[1..] == a[1..] + b;
    SumOfConcatenation(a[1..], b);
  }
}

method RecursiveMethod(n: nat) returns (r: nat)
  ensures r == 2 * n
{
  if n == 0 {
    return 0;
  }
  r := RecursiveMethod(n - 1);
  r := r + 2;
}
