method OneBranch(b: bool) returns (r: int)
{
  var x: int;
  if b {
    x := 1;
  }
  r := x;  // error[definite-assignment]
}

method ResultForgotten(b: bool) returns (r: int)
{
  if b {
    r := 1;
  }
}  // error[definite-assignment]

method ResultForgottenAtReturn(b: bool) returns (r: int)
{
  if b {
    return;  // error[definite-assignment]
  }
  r := 3;
}

method InTheLoop(n: nat) returns (r: int)
{
  var x: int;
  var i := 0;
  while i < n {
    x := i;
    i := i + 1;
  }
  r := x;  // error[definite-assignment]
}
