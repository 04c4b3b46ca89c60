method NegativeArray(n: int) returns (a: array<int>)
  ensures a.Length == n
{
  a := new int[n];  // error[array-size]
}

method NegativeSequence(n: int) returns (s: seq<int>)
  ensures |s| == n
{
  s := seq(n, i => 0);  // error[seq-size]
}

lemma NoContradictionFromUnknownSequence(s: seq<int>, t: seq<int>)
  requires s != t
{
  assert exists i :: 0 <= i < |s| && i < |t| && s[i] != t[i];  // error[assertion]
}

lemma NoContradictionFromPrefix(s: seq<int>, t: seq<int>)
  requires s <= t && |s| < |t|
{
  assert s[..] == t[..|s|];
  assert false;  // error[assertion]
}
