// The mistake: exchanging at every index, not only in the first half. The second half of the loop
// undoes what the first half did.

method Reverse(a: array<int>)
  modifies a
  ensures forall i :: 0 <= i < a.Length ==> a[i] == old(a[a.Length - 1 - i])
{
  ghost var before := a[..];
  var n := 0;
  while n < a.Length
    invariant 0 <= n
    invariant forall i :: 0 <= i < n && i < a.Length ==> a[i] == before[a.Length - 1 - i]  // refuted[invariant-maintained]
  {
    a[n], a[a.Length - 1 - n] := a[a.Length - 1 - n], a[n];
    n := n + 1;
  }
}
