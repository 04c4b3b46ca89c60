method Half(n: int) returns (h: int)
  requires n >= 0
  requires n % 2 == 0
  ensures h + h == n
{
  h := n / 2;
}

method Odd()
{
  var h := Half(3);  // error[precondition]
}

method Negative(n: int)
  requires n % 2 == 0
{
  var h := Half(n);  // error[precondition]
}

method OnlyTheContractIsKnown() returns (r: int)
  ensures r > 0
{
  r := 7;
}

method Client()
{
  var r := OnlyTheContractIsKnown();
  assert r > 0;
  assert r == 7;  // error[assertion]
}

method TwoCallsTwoResults()
{
  var a := OnlyTheContractIsKnown();
  var b := OnlyTheContractIsKnown();
  assert a == b;  // error[assertion]
}
