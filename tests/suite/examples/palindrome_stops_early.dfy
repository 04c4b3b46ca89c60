// The mistake: half of the characters are enough, but the loop stops one pair before the middle.

predicate Palindrome(s: string)
{
  forall i :: 0 <= i < |s| ==> s[i] == s[|s| - 1 - i]
}

method IsPalindrome(s: string) returns (yes: bool)
  ensures yes ==> Palindrome(s)
{
  var i := 0;
  while i + 1 < |s| / 2
    invariant 0 <= i <= |s|
    invariant forall k :: 0 <= k < i ==> s[k] == s[|s| - 1 - k]
  {
    if s[i] != s[|s| - 1 - i] {
      return false;
    }
    i := i + 1;
  }
  return true;  // refuted[postcondition]
}
