// Sequences of sequences are equal when their elements are, down to the innermost ones.
lemma ElementByElement(a: seq<seq<int>>, b: seq<seq<int>>)
  requires |a| == |b|
  requires forall i :: 0 <= i < |a| ==> |a[i]| == |b[i]| && forall j :: 0 <= j < |a[i]| ==> a[i][j] == b[i][j]
  ensures a == b
{
}

lemma EqualParts(a: seq<seq<int>>, x: seq<int>, y: seq<int>)
  requires |x| == 2 && |y| == 2 && x[0] == y[0] && x[1] == y[1]
  ensures a + [x] == a + [y]
{
}

lemma OneElementUnknown(a: seq<seq<int>>, x: seq<int>, y: seq<int>)
  requires |x| == 2 && |y| == 2 && x[0] == y[0]
  ensures a + [x] == a + [y]
{  // error[postcondition]
}
