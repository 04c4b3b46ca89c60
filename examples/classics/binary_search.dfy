// Binary search in a sorted array.
//
// Proved here: the search ends, every access lies in the array, and the answer is right in both
// cases: found at the position returned, or not in the array at all. The invariant says what halving
// preserves: everything left of `low` is too small, everything from `high` on is too large.
//
// Why it matters: binary search is short, and it is famous for wrong versions that were in use for
// years. (Integers are unbounded here, so low + high does not overflow.)

predicate Sorted(a: array<int>)
  reads a
{
  forall i, j :: 0 <= i < j < a.Length ==> a[i] <= a[j]
}

method BinarySearch(a: array<int>, wanted: int) returns (index: int)
  requires Sorted(a)
  ensures -1 <= index < a.Length
  ensures 0 <= index ==> a[index] == wanted
  ensures index == -1 ==> forall i :: 0 <= i < a.Length ==> a[i] != wanted
{
  var low, high := 0, a.Length;
  while low < high
    invariant 0 <= low <= high <= a.Length
    invariant forall i :: 0 <= i < low ==> a[i] < wanted
    invariant forall i :: high <= i < a.Length ==> wanted < a[i]
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

// The variant that finds where a value belongs: all before are smaller, all from there on are not.
method InsertionPoint(a: array<int>, value: int) returns (point: nat)
  requires Sorted(a)
  ensures point <= a.Length
  ensures forall i :: 0 <= i < point ==> a[i] < value
  ensures forall i :: point <= i < a.Length ==> value <= a[i]
{
  point := 0;
  var high := a.Length;
  while point < high
    invariant point <= high <= a.Length
    invariant forall i :: 0 <= i < point ==> a[i] < value
    invariant forall i :: high <= i < a.Length ==> value <= a[i]
    decreases high - point
  {
    var middle := (point + high) / 2;
    if a[middle] < value {
      point := middle + 1;
    } else {
      high := middle;
    }
  }
}
