method Crossing(n: int)
{
  for i := 0 to n {  // error[for-range]
  }
}

method CrossingDown(n: int)
{
  for i := n downto 0 {  // error[for-range]
  }
}

method Entry(n: nat)
{
  for i := 0 to n
    invariant i > 0  // error[invariant-entry]
  {
  }
}

method Maintained(n: nat)
{
  var x := 0;
  for i := 0 to n
    invariant x == i  // error[invariant-maintained]
  {
    x := x + 2;
  }
}

method AfterTheLoop(n: nat)
{
  var x := 0;
  for i := 0 to n
    invariant x == 2 * i
  {
    x := x + 2;
  }
  assert x == 2 * n;
  assert x == n;  // error[assertion]
}

method Bounds(n: int, k: int)
{
  for i := k downto n + 1 {  // error[for-range] hint: "the loop needs `n + 1 <= k`, also where it is not to run at all"
  }
}
