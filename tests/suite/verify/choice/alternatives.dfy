method Sign(x: int) returns (s: int)
  ensures x > 0 ==> s == 1
  ensures x == 0 ==> s == 0
  ensures x < 0 ==> s == -1
{
  if
  case x > 0 => s := 1;
  case x == 0 => s := 0;
  case x < 0 => s := -1;
}

method EitherWay(x: int, y: int) returns (m: int)
  ensures m >= x && m >= y
{
  if {
    case x <= y => m := y;
    case y <= x => m := x;
  }
}

method Gcd(a: int, b: int) returns (x: int)
  requires a > 0 && b > 0
  ensures 0 < x <= a
{
  x := a;
  var y := b;
  while
    invariant 0 < x <= a && 0 < y
    decreases x + y
  {
    case x > y => x := x - y;
    case y > x => y := y - x;
  }
  assert x == y;
}

method Flip() returns (b: bool)
{
  if * {
    b := true;
  } else {
    b := false;
  }
}

method Binding(s: seq<int>) returns (r: int)
  ensures (exists x :: x in s && x > 0) ==> r > 0
{
  if x :| x in s && x > 0 {
    r := x;
  } else {
    r := 0;
  }
}
