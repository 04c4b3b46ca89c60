function Same(n: nat): nat
{
  if n == 0 then 0 else Same(n)  // error[decreases]
}

function Upwards(n: int): int
{
  if n == 10 then 0 else Upwards(n + 1)  // error[decreases]
}

function Integer(n: int): int
  decreases n
{
  if n == 0 then 0 else Integer(n - 1)  // error[decreases]
}

method MutualUp(n: nat)
{
  MutualDown(n);  // error[decreases]
}

method MutualDown(n: nat)
{
  MutualUp(n);  // error[decreases]
}

method WrongOrder(m: nat, n: nat)
  decreases n, m
{
  if m > 0 {
    WrongOrder(m - 1, n + 1);  // error[decreases]
  }
}

method NoProgress(n: nat)
{
  var i := 0;
  while i < n  // error[decreases]
    invariant 0 <= i <= n
  {
  }
}

method WrongDirection(n: int)
{
  var i := 0;
  while i < n  // error[decreases]
  {
    i := i - 1;
  }
}

method Unbounded(n: int)
{
  var i := n;
  while i != 0
    decreases i  // error[decreases]: "bounded below"
  {
    i := i - 1;
  }
}

method NoMeasureForTrue()
{
  while true  // error[decreases]
  {
  }
}

lemma Circular(n: nat)
  ensures n < 0
{
  Circular(n);  // error[decreases]
}
