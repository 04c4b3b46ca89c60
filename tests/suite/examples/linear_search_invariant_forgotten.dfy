// The mistake: the loop looks at every element, but its invariant does not say what it has seen.

method Search(a: array<int>, wanted: int) returns (index: int)
  ensures index == -1 ==> forall i :: 0 <= i < a.Length ==> a[i] != wanted
{
  index := 0;
  while index < a.Length
    invariant 0 <= index <= a.Length
  {
    if a[index] == wanted {
      return index;
    }
    index := index + 1;
  }
  return -1;  // unproved[postcondition]
}
