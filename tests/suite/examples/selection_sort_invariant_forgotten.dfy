// The mistake: the invariant says that the front is sorted, and not that everything behind it is at
// least as large. Without this, the next smallest element may be smaller than those in front.

method {:axiom} Smallest(a: array<int>, from: nat) returns (at: nat)
  requires from < a.Length
  ensures from <= at < a.Length
  ensures forall i :: from <= i < a.Length ==> a[at] <= a[i]

method SelectionSort(a: array<int>)
  modifies a
  ensures forall i, j :: 0 <= i < j < a.Length ==> a[i] <= a[j]
{
  var n := 0;
  while n < a.Length
    invariant 0 <= n <= a.Length
    invariant forall i, j :: 0 <= i < j < n ==> a[i] <= a[j]  // unproved[invariant-maintained]
  {
    var at := Smallest(a, n);
    a[n], a[at] := a[at], a[n];
    n := n + 1;
  }
}
