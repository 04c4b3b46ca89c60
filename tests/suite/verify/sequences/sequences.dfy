method Facts(s: seq<int>, t: seq<int>)
{
  assert [1, 2, 3][1] == 2;
  assert |s + t| == |s| + |t|;
  assert [1] + [2] == [1, 2];
  assert s + [] == s;
  assert [] <= s <= s;
  assert s <= s + t;
  assert [1, 2] < [1, 2, 3];
  assert 2 in [1, 2, 3];
  assert 4 !in [1, 2, 3];
}

method Slices(s: seq<int>)
  requires |s| >= 4
{
  assert |s[1..3]| == 2;
  assert s[1..3][0] == s[1];
  assert s[..2] + s[2..] == s;
  assert s[1..][1..] == s[2..];
  assert s[..3][..2] == s[..2];
  assert s[..] == s;
  assert |s[..0]| == 0;
  assert s[1..3] == [s[1], s[2]];
}

method Updates(s: seq<int>, i: nat, v: int)
  requires i < |s|
{
  var t := s[i := v];
  assert |t| == |s|;
  assert t[i] == v;
  assert forall k :: 0 <= k < |s| && k != i ==> t[k] == s[k];
  assert t[i := s[i]] == s;
}

method Comprehension(n: nat)
{
  var squares := seq(n, i => i * i);
  assert |squares| == n;
  assert forall i :: 0 <= i < n ==> squares[i] == i * i;
  if n > 3 {
    assert squares[3] == 9;
  }
}

method Membership(s: seq<int>, x: int)
  requires x in s
{
  var i :| 0 <= i < |s| && s[i] == x;
  assert s[i] == x;
  assert x in s + [1];
}

function Reverse(s: seq<int>): seq<int>
  ensures |Reverse(s)| == |s|
{
  if |s| == 0 then [] else Reverse(s[1..]) + [s[0]]
}

lemma ReverseAt(s: seq<int>, i: nat)
  requires i < |s|
  ensures Reverse(s)[i] == s[|s| - 1 - i]
{
  if i < |s| - 1 {
    ReverseAt(s[1..], i);
  }
}

method Nested(rows: seq<seq<int>>)
  requires |rows| > 0 && forall i :: 0 <= i < |rows| ==> |rows[i]| == 3
{
  assert rows[0][2] == rows[0][2];
  assert |rows[0] + rows[|rows| - 1]| == 6;
}
