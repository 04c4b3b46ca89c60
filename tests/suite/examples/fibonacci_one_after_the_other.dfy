// The mistake: two variables that should change together change one after the other, so that the
// second assignment sees the new value of the first variable.

function Fib(n: nat): nat
{
  if n < 2 then n else Fib(n - 2) + Fib(n - 1)
}

method ComputeFib(n: nat) returns (f: nat)
  ensures f == Fib(n)
{
  f := 0;
  var next: nat := 1;
  var i := 0;
  while i < n
    invariant 0 <= i <= n
    invariant f == Fib(i)
    invariant next == Fib(i + 1)  // refuted[invariant-maintained]
  {
    f := next;
    next := f + next;
    i := i + 1;
  }
}
