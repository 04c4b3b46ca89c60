// Results by assignment and by return, several of them, and callers that know only the contract.

method Abs(x: int) returns (y: int)
  ensures y >= 0
  ensures y == x || y == -x
{
  if x < 0 {
    return -x;
  }
  y := x;
}

method Order(x: int, y: int) returns (low: int, high: int)
  ensures low <= high
  ensures (low == x && high == y) || (low == y && high == x)
{
  if x <= y {
    low, high := x, y;
  } else {
    return y, x;
  }
}

method Client()
{
  var a := Abs(-3);
  assert a == 3;
  var low, high := Order(7, 4);
  assert low == 4 && high == 7;
  low, high := Order(high, low);
  assert low == 4;
}

method Swap(x: int, y: int) returns (a: int, b: int)
  ensures a == y && b == x
{
  a, b := x, y;
  a, b := b, a;
}
