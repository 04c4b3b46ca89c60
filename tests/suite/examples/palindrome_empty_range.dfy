// The mistake: a `for` loop whose upper bound is below its lower bound for the empty word.

method FirstDifference(s: string) returns (at: int)
{
  for i := 0 to |s| - 1  // refuted[for-range]
  {
    if s[i] != s[i + 1] {
      return i;
    }
  }
  return -1;
}
