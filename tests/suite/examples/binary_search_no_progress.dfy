// The mistake: `low := middle` instead of `low := middle + 1`. With two elements left, middle is low,
// and the loop turns on the spot.

method BinarySearch(a: array<int>, wanted: int) returns (index: int)
  requires forall i, j :: 0 <= i < j < a.Length ==> a[i] <= a[j]
  ensures 0 <= index ==> index < a.Length && a[index] == wanted
{
  var low, high := 0, a.Length;
  while low < high  // refuted[decreases]
    invariant 0 <= low <= high <= a.Length
    invariant forall i :: 0 <= i < low ==> a[i] < wanted
    invariant forall i :: high <= i < a.Length ==> wanted < a[i]
    decreases high - low
  {
    var middle := (low + high) / 2;
    if a[middle] < wanted {
      low := middle;
    } else if wanted < a[middle] {
      high := middle;
    } else {
      return middle;
    }
  }
  return -1;
}
