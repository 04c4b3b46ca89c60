// The mistake: source and target may be one and the same array. Nothing in the contract forbids it,
// and then the source changes while it is copied.

method Move(source: array<int>, target: array<int>, shift: nat)
  requires source.Length + shift <= target.Length
  modifies target
  ensures forall i :: 0 <= i < source.Length ==> target[i + shift] == old(source[i])
{
  var n := 0;
  while n < source.Length
    invariant 0 <= n <= source.Length
    invariant forall i :: 0 <= i < n ==> target[i + shift] == old(source[i])  // unproved[invariant-maintained]
  {
    target[n + shift] := source[n];
    n := n + 1;
  }
}
