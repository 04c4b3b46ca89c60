// elimination.dfy: the larger of the two ends is eliminated.
method MaximumByElimination(a: array<int>) returns (at: nat)
  requires 0 < a.Length
  ensures at < a.Length
  ensures forall i :: 0 <= i < a.Length ==> a[i] <= a[at]
{
  at := 0;
  var other := a.Length - 1;
  while at < other
    invariant at <= other < a.Length
    invariant forall i :: 0 <= i < at || other < i < a.Length ==> a[i] <= a[at] || a[i] <= a[other]  // refuted[invariant-maintained]
  {
    if a[other] <= a[at] {
      at := at + 1;
    } else {
      other := other - 1;
    }
  }
}
