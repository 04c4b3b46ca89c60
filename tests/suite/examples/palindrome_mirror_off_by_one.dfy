// The mistake: the last character has index |s| - 1; the mirror image of the first is not s[|s|].

method IsPalindrome(s: string) returns (yes: bool)
{
  var i := 0;
  while 2 * i < |s|
    invariant 0 <= i <= |s|
  {
    if s[i] != s[|s| - i] {  // refuted[index-range]
      return false;
    }
    i := i + 1;
  }
  return true;
}
