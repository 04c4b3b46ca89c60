function Repeat(c: char, n: nat): string
  ensures |Repeat(c, n)| == n
{
  if n == 0 then "" else [c] + Repeat(c, n - 1)
}

predicate IsPalindrome(s: string)
{
  forall i :: 0 <= i < |s| ==> s[i] == s[|s| - 1 - i]
}

method Facts()
{
  var s := "abc";
  assert |s| == 3;
  assert s[0] == 'a';
  assert s + "d" == "abcd";
  assert "ab" <= s;
  assert 'c' in s;
  assert "" == [];
  assert "a\tb"[1] == '\t';
  assert IsPalindrome("aba");
}

method Join(parts: seq<string>) returns (r: string)
{
  r := "";
  for i := 0 to |parts| {
    r := r + parts[i] + ", ";
  }
}

method Wrong(s: string)
{
  assert s == "abc";  // error[assertion]
}

method NotAPalindrome()
{
  assert IsPalindrome("ab");  // error[assertion]
}
