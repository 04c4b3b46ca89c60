method Nothing(s: seq<int>) returns (x: int)
{
  x :| x in s;  // error[assign-such-that]
}

method Contradiction()
{
  var x: int :| x < 0 && x > 0;  // error[assign-such-that]
}

method AnyValueMayCome()
{
  var x :| 0 <= x < 10;
  assert x < 10;
  assert x == 0;  // error[assertion]
}

method TwoChoicesMayDiffer()
{
  var x :| 0 <= x < 10;
  var y :| 0 <= y < 10;
  assert x == y;  // error[assertion]
}

method IllDefined(s: seq<int>)
{
  var i :| i == 5 && s[i] == s[i];  // error[index-range]
}
