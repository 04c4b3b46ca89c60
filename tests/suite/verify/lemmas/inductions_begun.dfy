// What is missing from the proof of a lemma about all elements: first the induction, then its step.
lemma Sorted(s: seq<int>)
  requires forall i :: 0 <= i < |s| - 1 ==> s[i] <= s[i + 1]
  ensures forall i, j :: 0 <= i < j < |s| ==> s[i] <= s[j]
{  // unproved[postcondition] hint: "`Sorted(s[..|s| - 1]);`, and assert what is known of the last two elements"
}

lemma SortedWithStep(s: seq<int>)
  requires forall i :: 0 <= i < |s| - 1 ==> s[i] <= s[i + 1]
  ensures forall i, j :: 0 <= i < j < |s| ==> s[i] <= s[j]
{
  if |s| > 1 {
    SortedWithStep(s[..|s| - 1]);
    assert s[|s| - 2] <= s[|s| - 1];
  }
}

lemma HasLeast(s: set<int>)
  requires s != {}
  ensures exists z :: z in s && forall y :: y in s ==> z <= y
{  // unproved[postcondition] hint: "for some x in it, and assert how the claim for the whole follows from that"
}

lemma HasLeastWithoutStep(s: set<int>)
  requires s != {}
  ensures exists z :: z in s && forall y :: y in s ==> z <= y
{  // unproved[postcondition] hint: "assert how the whole is made of that part and the rest"
  if |s| > 1 {
    var x :| x in s;
    HasLeastWithoutStep(s - {x});
  }
}
