// A postcondition fails where its path returns: at the return statement or at the closing brace.

method Early(x: int) returns (y: int)
  ensures y > 0
{
  if x < 0 {
    return -x;
  }
  return x;  // error[postcondition]
}

method Late(x: int) returns (y: int)
  ensures y > x
{  // error[postcondition]
  y := x;
}

method OneOfTwo(x: int) returns (y: int)
  ensures y >= x
  ensures y >= 10
{  // error[postcondition]
  y := x + 1;
}

method BothPaths(b: bool) returns (y: int)
  ensures y == 1
{  // error[postcondition]
  if b {
    y := 2;
    return;  // error[postcondition]
  } else {
    y := 3;
  }
}

method Simultaneous(x: int, y: int) returns (a: int, b: int)
  ensures a == b
{  // error[postcondition]
  a, b := x, y;
  a, b := b, a;
}
