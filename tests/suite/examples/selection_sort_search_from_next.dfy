// The mistake: the search for the smallest starts one element too late: in the last round there is
// nothing to search, and before it the element in its place is not compared.

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
    invariant forall i, j :: 0 <= i < j < n ==> a[i] <= a[j]
    invariant forall i, j :: 0 <= i < n <= j < a.Length ==> a[i] <= a[j]  // unproved[invariant-maintained]
  {
    var at := Smallest(a, n + 1);  // refuted[precondition]
    a[n], a[at] := a[at], a[n];
    n := n + 1;
  }
}
