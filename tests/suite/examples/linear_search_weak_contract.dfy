// The mistake: the contract does not say what -1 means. Search does what its caller hopes for, but
// the caller may rely on the contract only.

method Search(a: array<int>, wanted: int) returns (index: int)
  ensures -1 <= index < a.Length
  ensures 0 <= index ==> a[index] == wanted
{
  index := 0;
  while index < a.Length
    invariant 0 <= index <= a.Length
    invariant forall i :: 0 <= i < index ==> a[i] != wanted
  {
    if a[index] == wanted {
      return;
    }
    index := index + 1;
  }
  index := -1;
}

method IsThere(a: array<int>, wanted: int)
  requires 3 < a.Length && a[3] == wanted
{
  var index := Search(a, wanted);
  assert index != -1;  // unproved[assertion]
}
