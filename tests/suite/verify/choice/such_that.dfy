method Pick(s: seq<int>) returns (x: int)
  requires |s| > 0
  ensures x in s
{
  assert s[0] in s;
  x :| x in s;
}

method Between(a: int, b: int)
  requires a + 1 < b
{
  var m :| a < m < b;
  assert m > a;
  var i, j :| 0 <= i < j < 10;
  assert j > 0;
}

method Assumed()
{
  var x :| assume x * x == 49 && x > 0;
  assert x > 0;
}

ghost method GhostChoice() returns (x: int)
  ensures x > 100
{
  x :| x > 100;
}
