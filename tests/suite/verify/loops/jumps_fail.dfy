method BreakSkipsTheGuard(n: nat)
{
  var i := 0;
  while i < n
    invariant i <= n
  {
    if i == 7 {
      break;
    }
    i := i + 1;
  }
  assert i == n;  // error[assertion]
}

method ContinueMustMaintain(n: nat)
{
  var i, x := 0, 0;
  while i < n
    invariant x == i  // error[invariant-maintained]
  {
    i := i + 1;
    if i % 2 == 0 {
      continue;
    }
    x := x + 1;
  }
}

method ContinueMustDecrease(n: nat)
{
  var i := 0;
  while i < n  // error[decreases]
  {
    if i % 2 == 1 {
      continue;
    }
    i := i + 1;
  }
}

method LabeledBlock(x: int) returns (y: int)
  ensures y >= 0
{  // error[postcondition]
  y := x;
  label check: {
    if x < 10 {
      break check;
    }
    y := 5;
  }
}

method ReturnInLoop(n: nat) returns (r: int)
  ensures r == n
{
  r := 0;
  while r < n
    invariant r <= n
  {
    if r == 3 {
      return;  // error[postcondition]
    }
    r := r + 1;
  }
}
