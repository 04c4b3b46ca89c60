// The mistake: the invariant of the inner loop claims that the whole front is sorted. While an element
// is on its way down, it is not: the element that moves has to be left out.

method InsertionSort(a: array<int>)
  modifies a
  ensures forall i, j :: 0 <= i < j < a.Length ==> a[i] <= a[j]
{
  var n := 0;
  while n < a.Length
    invariant 0 <= n <= a.Length
    invariant forall i, j :: 0 <= i < j < n ==> a[i] <= a[j]
  {
    var k := n;
    while 0 < k && a[k] < a[k - 1]
      invariant 0 <= k <= n
      invariant forall i, j :: 0 <= i < j <= n ==> a[i] <= a[j]  // refuted[invariant-entry]
    {
      a[k - 1], a[k] := a[k], a[k - 1];
      k := k - 1;
    }
    n := n + 1;
  }
}
