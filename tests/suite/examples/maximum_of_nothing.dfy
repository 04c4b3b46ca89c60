// The mistake: an empty array has no first element, and no maximum.

method Maximum(a: array<int>) returns (max: int)
  ensures forall i :: 0 <= i < a.Length ==> a[i] <= max
{
  max := a[0];  // refuted[index-range]
  var n := 1;
  while n < a.Length
    invariant 1 <= n <= a.Length
    invariant forall i :: 0 <= i < n ==> a[i] <= max
  {
    if max < a[n] {
      max := a[n];
    }
    n := n + 1;
  }
}
