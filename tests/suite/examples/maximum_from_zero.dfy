// The mistake: the search starts with the value 0, which need not be in the array. If all elements
// are negative, the result is none of them.

method Maximum(a: array<int>) returns (max: int)
  requires 0 < a.Length
  ensures forall i :: 0 <= i < a.Length ==> a[i] <= max
  ensures exists i :: 0 <= i < a.Length && a[i] == max
{
  max := 0;
  var n := 0;
  while n < a.Length
    invariant 0 <= n <= a.Length
    invariant forall i :: 0 <= i < n ==> a[i] <= max
    invariant 0 < n ==> exists i :: 0 <= i < n && a[i] == max  // refuted[invariant-maintained]
  {
    if max < a[n] {
      max := a[n];
    }
    n := n + 1;
  }
}
