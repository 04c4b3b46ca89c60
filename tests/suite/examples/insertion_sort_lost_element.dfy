// The mistake: an assignment one after the other instead of both at once. The second one copies back
// what the first one has just written.

method SwapNeighbours(a: array<int>, k: nat)
  requires 0 < k < a.Length
  modifies a
  ensures a[k - 1] == old(a[k])
  ensures a[k] == old(a[k - 1])
{  // refuted[postcondition]
  a[k - 1] := a[k];
  a[k] := a[k - 1];
}
