ghost predicate Sorted(a: array<int>)
  reads a
{
  forall i, j :: 0 <= i < j < a.Length ==> a[i] <= a[j]
}

function SumTo(a: array<int>, n: nat): int
  requires n <= a.Length
  reads a
{
  if n == 0 then 0 else SumTo(a, n - 1) + a[n - 1]
}

function LengthOnly(a: array<int>): nat
{
  a.Length
}

method Frame(a: array<int>, b: array<int>)
  requires a != b && a.Length > 0 && b.Length > 0
  requires Sorted(a)
  modifies b
{
  b[0] := 7;
  assert Sorted(a);
}

method Changed(a: array<int>)
  requires a.Length > 1
  modifies a
{
  ghost var first := a[0];
  assert SumTo(a, 1) == first;
  a[1] := a[1] + 1;
  assert SumTo(a, 1) == first;
}
