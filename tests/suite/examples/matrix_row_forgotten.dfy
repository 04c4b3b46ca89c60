// The mistake: the inner loop does not say that the rows before are finished. What a loop may change is
// known afterwards only as far as its invariants say it.

function Dot(a: array2<int>, i: nat, b: array2<int>, j: nat, n: nat): int
  requires i < a.Length0 && j < b.Length1
  requires n <= a.Length1 && n <= b.Length0
  reads a, b
{
  if n == 0 then 0 else Dot(a, i, b, j, n - 1) + a[i, n - 1] * b[n - 1, j]
}

method Multiply(a: array2<int>, b: array2<int>) returns (c: array2<int>)
  requires a.Length1 == b.Length0
  ensures fresh(c) && c.Length0 == a.Length0 && c.Length1 == b.Length1
  ensures forall i, j :: 0 <= i < c.Length0 && 0 <= j < c.Length1 ==> c[i, j] == Dot(a, i, b, j, a.Length1)
{
  c := new int[a.Length0, b.Length1];
  for i := 0 to a.Length0
    invariant forall p, q :: 0 <= p < i && 0 <= q < b.Length1 ==> c[p, q] == Dot(a, p, b, q, a.Length1)  // error[invariant-maintained]
  {
    for j := 0 to b.Length1
      invariant forall q :: 0 <= q < j ==> c[i, q] == Dot(a, i, b, q, a.Length1)
    {
      var sum := 0;
      for k := 0 to a.Length1
        invariant sum == Dot(a, i, b, j, k)
      {
        sum := sum + a[i, k] * b[k, j];
      }
      c[i, j] := sum;
    }
  }
}
