// Palindromes: words that read the same from both ends.
//
// Proved here: the loop, which compares only half of the characters, answers the question that is
// asked about all of them; and a word followed by its reverse is always a palindrome.
//
// Why it matters: a program that looks at half of the data needs an argument why the other half does
// not matter. Here the argument is the symmetry of the property, written down as a lemma.

predicate Palindrome(s: string)
{
  forall i :: 0 <= i < |s| ==> s[i] == s[|s| - 1 - i]
}

// If the first half agrees with its mirror image, so does the second.
lemma HalfIsEnough(s: string)
  requires forall i :: 0 <= i < |s| && 2 * i < |s| ==> s[i] == s[|s| - 1 - i]
  ensures Palindrome(s)
{
  forall i | 0 <= i < |s|
    ensures s[i] == s[|s| - 1 - i]
  {
    if |s| <= 2 * i {
      var mirrored := |s| - 1 - i;
      assert s[mirrored] == s[|s| - 1 - mirrored];
    }
  }
}

method IsPalindrome(s: string) returns (yes: bool)
  ensures yes <==> Palindrome(s)
{
  var i := 0;
  while 2 * i < |s|
    invariant 0 <= i <= |s|
    invariant forall k :: 0 <= k < i ==> s[k] == s[|s| - 1 - k]
  {
    if s[i] != s[|s| - 1 - i] {
      return false;
    }
    i := i + 1;
  }
  HalfIsEnough(s);
  return true;
}

function Reverse(s: string): string
  decreases |s|
{
  if s == [] then [] else Reverse(s[1..]) + [s[0]]
}

lemma ReverseFacts(s: string)
  ensures |Reverse(s)| == |s|
  ensures forall i :: 0 <= i < |s| ==> Reverse(s)[i] == s[|s| - 1 - i]
  decreases |s|
{
  if s != [] {
    ReverseFacts(s[1..]);
    var rest := Reverse(s[1..]);
    assert Reverse(s) == rest + [s[0]];
    forall i | 0 <= i < |s|
      ensures Reverse(s)[i] == s[|s| - 1 - i]
    {
      if i < |s| - 1 {
        assert rest[i] == s[1..][|s| - 2 - i];
      }
    }
  }
}

lemma WordAndReverse(s: string)
  ensures Palindrome(s + Reverse(s))
{
  ReverseFacts(s);
  var word := s + Reverse(s);
  forall i | 0 <= i < |word|
    ensures word[i] == word[|word| - 1 - i]
  {
    if i < |s| {
      assert word[|word| - 1 - i] == Reverse(s)[|s| - 1 - i];
    } else {
      assert word[i] == Reverse(s)[i - |s|];
    }
  }
}

method Main()
{
  var yes := IsPalindrome("level");
  print "level: ", yes, "\n";
  yes := IsPalindrome("lever");
  assert "lever"[0] == 'l' && "lever"[4] == 'r';
  assert !yes;
  print "lever: ", yes, "\n";
}
