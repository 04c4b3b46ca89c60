// A loop that does not terminate, or an invariant that does not hold on entry, proves nothing.

method Endless() ensures false
{
  while true  // error[decreases]
  {
  }
}

method FalseOnEntry() ensures false
{
  var i := 0;
  while i < 10
    invariant false  // error[invariant-entry]
  {
    i := i + 1;
  }
}

method NoLicenceBefore(x: int)
{
  var i := x;
  assert i == 1;  // error[assertion]
  while i < 10
    invariant i == 1  // error[invariant-maintained]
  {
    i := i + 1;
  }
}

method LeftByBreak(n: nat)
{
  var i := 0;
  while i < n
    invariant i <= n
  {
    i := i + 1;
    if i == 3 {
      i := -1;
      break;
    }
  }
  assert i >= 0;  // error[assertion]
}

method GhostLoopMustTerminate(n: int)
{
  ghost var i := n;
  while i != 10  // error[decreases]
  {
    i := i - 1;
  }
  assert false;  // error[assertion]
}
