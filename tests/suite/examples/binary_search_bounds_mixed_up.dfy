// The mistake: `high` is the last index in one place and one past it in the other. The last element
// is never looked at, and the invariant about everything from `high` on fails at once.

method BinarySearch(a: array<int>, wanted: int) returns (index: int)
  requires 0 < a.Length
  requires forall i, j :: 0 <= i < j < a.Length ==> a[i] <= a[j]
  ensures index == -1 ==> forall i :: 0 <= i < a.Length ==> a[i] != wanted
{
  var low, high := 0, a.Length - 1;
  while low < high
    invariant 0 <= low <= high < a.Length
    invariant forall i :: 0 <= i < low ==> a[i] < wanted
    invariant forall i :: high <= i < a.Length ==> wanted < a[i]  // refuted[invariant-entry]
    decreases high - low
  {
    var middle := (low + high) / 2;
    if a[middle] < wanted {
      low := middle + 1;
    } else if wanted < a[middle] {
      high := middle;
    } else {
      return middle;
    }
  }
  return -1;
}
