method Incomplete(x: int) returns (s: int)
{
  if  // error[alternatives]
  case x > 0 => s := 1;
  case x < 0 => s := -1;
}

method AnyOpenCaseMayBeTaken(x: int) returns (s: int)
  ensures x > 10 ==> s == 2
{  // error[postcondition]
  if
  case x > 0 => s := 1;
  case x > 10 => s := 2;
  case x <= 0 => s := 0;
}

method BothBranches() returns (b: bool)
  ensures b
{  // error[postcondition]
  if * {
    b := true;
  } else {
    b := false;
  }
}

method StopsOnlyWhenNoGuardHolds(n: nat) returns (i: nat)
{
  i := 0;
  while
    invariant i <= n
    decreases n - i
  {
    case i < n => i := i + 1;
    case i < n => i := i + 1;
  }
  assert i == n;
  assert i == 0;  // error[assertion]
}
