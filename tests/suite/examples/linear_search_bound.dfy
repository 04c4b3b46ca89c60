// The mistake: <= instead of <. The last round looks behind the end of the array.

method Search(a: array<int>, wanted: int) returns (index: int)
  ensures 0 <= index < a.Length ==> a[index] == wanted
{
  index := 0;
  while index <= a.Length
    invariant 0 <= index
  {
    if a[index] == wanted {  // refuted[index-range]
      return;
    }
    index := index + 1;
  }
  index := -1;
}
