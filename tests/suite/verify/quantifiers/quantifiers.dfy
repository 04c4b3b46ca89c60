predicate AllPositive(s: seq<int>)
{
  forall x :: x in s ==> x > 0
}

predicate Contains(s: seq<int>, key: int)
{
  exists i :: 0 <= i < |s| && s[i] == key
}

method Instances(s: seq<int>)
  requires AllPositive(s) && |s| > 2
{
  assert s[1] in s;
  assert s[1] > 0;
  assert Contains(s, s[2]);
}

lemma Weaken(s: seq<int>)
  requires forall i :: 0 <= i < |s| ==> s[i] > 5
  ensures forall i | 0 <= i < |s| :: s[i] > 3
{
}

lemma Nested(rows: seq<seq<int>>)
  requires forall i :: 0 <= i < |rows| ==> |rows[i]| > 0 && rows[i][0] == i
  ensures forall i, j :: 0 <= i < j < |rows| ==> rows[i][0] != rows[j][0]
{
}

function Square(x: int): int { x * x }

lemma Witness()
  ensures exists x :: Square(x) == 16
{
  assert Square(4) == 16;
}

lemma Duality(s: seq<int>)
  requires !exists i :: 0 <= i < |s| && s[i] == 0
  ensures forall i :: 0 <= i < |s| ==> s[i] != 0
{
}

ghost function F(x: int): int

lemma Manual()
  requires forall x {:trigger F(x)} :: F(x) == x + 1
  ensures F(F(3)) == 5
{
}
