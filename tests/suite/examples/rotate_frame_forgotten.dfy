// The mistake: the caller passes on an array that it has not declared to change.

method RotateOne(a: array<int>)
  requires 0 < a.Length
  modifies a
{
  var first := a[0];
  var n := 1;
  while n < a.Length
    invariant 1 <= n <= a.Length
  {
    a[n - 1] := a[n];
    n := n + 1;
  }
  a[a.Length - 1] := first;
}

method RotateBoth(a: array<int>, b: array<int>)
  requires 0 < a.Length && 0 < b.Length
  modifies a
{
  RotateOne(a);
  RotateOne(b);  // refuted[modifies]
}

method RotateCopy(a: array<int>) returns (c: array<int>)
  requires 0 < a.Length
  ensures fresh(c)
{
  c := new int[a.Length];
  RotateOne(c);
}
