// `if x :| P then A else B` is about some x in A, and about there being none in B.

ghost function Member(s: set<int>): int
{
  if x :| x in s then x else 0
}

lemma MemberIsOne(s: set<int>)
  ensures s != {} ==> Member(s) in s
  ensures s == {} ==> Member(s) == 0
{
}

lemma TheSameOne(s: set<int>)
  ensures Member(s) == Member(s + {})
{
  assert s == s + {};
}

ghost function Sum(s: set<int>): int
{
  if x: int :| x in s then x + Sum(s - {x}) else 0
}

// Compiled, there is only one to choose.
function Root(n: nat): int
{
  if r: nat :| r <= n && r * r == n && Only(n) then r else -1
}

predicate Only(n: nat) { n == 4 }

method Compiled(s: seq<int>) returns (i: int)
  requires forall k, m :: 0 <= k < m < |s| ==> s[k] != s[m]
  ensures i == -1 ==> 7 !in s
  ensures i != -1 ==> 0 <= i < |s| && s[i] == 7
{
  i := if k :| 0 <= k < |s| && s[k] == 7 then k else -1;
}

method Main()
{
  var i := Compiled([1, 7, 2]);
  expect i == 1;
}
