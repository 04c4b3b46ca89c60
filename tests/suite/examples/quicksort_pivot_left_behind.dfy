// The mistake: after the loop the pivot stays where it was, at the right end.
method Partition(a: array<int>, lo: nat, hi: nat) returns (middle: nat)
  requires lo < hi <= a.Length
  modifies a
  ensures lo <= middle < hi
  ensures forall i :: lo <= i < middle ==> a[i] <= a[middle]
  ensures forall i :: middle < i < hi ==> a[middle] <= a[i]
{  // refuted[postcondition]
  var pivot := a[hi - 1];
  middle := lo;
  var next := lo;
  while next < hi - 1
    invariant lo <= middle <= next <= hi - 1
    invariant forall i :: lo <= i < middle ==> a[i] <= pivot
    invariant forall i :: middle <= i < next ==> pivot <= a[i]
    invariant a[hi - 1] == pivot
  {
    if a[next] < pivot {
      a[next], a[middle] := a[middle], a[next];
      middle := middle + 1;
    }
    next := next + 1;
  }
}
