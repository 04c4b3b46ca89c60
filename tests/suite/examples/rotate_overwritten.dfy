// The mistake: shifting to the right from the left. Each element is overwritten before it is moved,
// and the first one ends up everywhere.

method RotateRight(a: array<int>)
  requires 0 < a.Length
  modifies a
  ensures forall i :: 0 < i < a.Length ==> a[i] == old(a[i - 1])
{
  var last := a[a.Length - 1];
  var n := 1;
  while n < a.Length
    invariant 1 <= n <= a.Length
    invariant forall i :: 0 < i < n ==> a[i] == old(a[i - 1])  // refuted[invariant-maintained]
  {
    a[n] := a[n - 1];
    n := n + 1;
  }
  a[0] := last;
}
