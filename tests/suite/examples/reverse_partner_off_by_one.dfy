// The mistake: the mirror image of element i is element Length - 1 - i, not Length - i.

method Reverse(a: array<int>)
  modifies a
{
  var i := 0;
  while i < a.Length / 2
    invariant 0 <= i <= a.Length / 2
  {
    a[i], a[a.Length - i] := a[a.Length - i], a[i];  // refuted[index-range]
    i := i + 1;
  }
}
