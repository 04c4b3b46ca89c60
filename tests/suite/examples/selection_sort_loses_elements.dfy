// The mistake: the smallest element is copied to the front and not exchanged with what was there. The
// result is sorted, and it has lost elements: only the promise about Count tells.

function Count(x: int, s: seq<int>): nat
  decreases |s|
{
  if s == [] then 0 else Count(x, s[..|s| - 1]) + if s[|s| - 1] == x then 1 else 0
}

method PutSmallestInFront(a: array<int>, at: nat)
  requires at < a.Length
  requires forall i :: 0 <= i < a.Length ==> a[at] <= a[i]
  modifies a
  ensures forall i :: 0 <= i < a.Length ==> a[0] <= a[i]
  ensures forall x :: Count(x, a[..]) == old(Count(x, a[..]))
{  // refuted[postcondition]
  a[0] := a[at];
}
