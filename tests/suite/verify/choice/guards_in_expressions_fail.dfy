ghost function Member(s: set<int>): int
{
  if x :| x in s then x else 0
}

lemma NotTheLargest(s: set<int>, y: int)
  requires y in s
{
  assert Member(s) >= y;  // error[assertion]
}

// What is chosen at run time must not depend on the choice.
method Several(s: seq<int>) returns (i: int)
{
  i := if k :| 0 <= k < |s| then k else -1;  // error[unique-choice]
}

method Meaning(s: seq<int>) returns (i: int)
{
  i := if k :| 0 <= k <= |s| && s[k] == 7 then 0 else 1;  // error[index-range]
}

method OnlyInOneBranch(s: set<int>) returns (i: int)
{
  i := if k :| k in s && k == 1 then 1 / k else 1 / |s|;  // error[division-by-zero]
}
