// Nothing follows from terms outside their range: each is refused, and two of them are not equal by accident.

lemma Division(x: int)
{
  assert x / 0 == 0 || x / 0 != 0;  // error[division-by-zero]
}

lemma Index(s: seq<int>, t: seq<int>)
{
  assert |s| == 0 && |t| == 0 ==> s[0] == t[0];  // error[index-range]
}

lemma Slice(s: seq<int>)
  requires |s| == 2
{
  assert |s[..5]| == 5;  // error[slice-range]
}

lemma UpdateOutOfRange(s: seq<int>)
  requires |s| == 1
{
  assert |s[3 := 0]| == 4;  // error[index-range]
}

lemma Negative(s: seq<int>)
{
  assert s[-1] == s[-1];  // error[index-range]
}

lemma Extensional(s: seq<int>, t: seq<int>)
  requires |s| == |t|
  requires forall i :: 0 < i < |s| ==> s[i] == t[i]
{
  assert s == t;  // error[assertion]
}
