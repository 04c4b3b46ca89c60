// What is assigned on every path may be read; ghost code and loops included.

method Branches(b: bool) returns (r: int)
  ensures r == 1 || r == 2
{
  var x: int;
  if b {
    x := 1;
  } else {
    x := 2;
  }
  r := x;
}

method Later(n: nat) returns (r: int)
  ensures r == n
{
  var x: int;
  var i := 0;
  while i < n
    invariant 0 <= i <= n
  {
    i := i + 1;
  }
  x := i;
  r := x;
}

method OnlyWhereNeeded(b: bool) returns (r: int)
{
  var x: int;
  if b {
    x := 5;
  }
  if b {
    return x;
  }
  return 0;
}
