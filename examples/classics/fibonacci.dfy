// Fibonacci numbers: a fast loop against a slow definition.
//
// Proved here: the loop, which adds n times, returns exactly what the recursive definition says,
// although the definition calls itself more than 2^(n/2) times. Then a fact about the definition,
// by induction: the sum of the first numbers is the next but one, less 1.
//
// Why it matters: the definition is the specification, written to be obviously right; the loop is
// the program, written to be fast. The proof is what allows them to look so different.

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
    invariant next == Fib(i + 1)
  {
    f, next := next, f + next;
    i := i + 1;
  }
}

function SumFib(n: nat): nat
{
  if n == 0 then 0 else SumFib(n - 1) + Fib(n)
}

lemma SumOfFib(n: nat)
  ensures SumFib(n) + 1 == Fib(n + 2)
{
  if n == 0 {
    assert Fib(2) == Fib(0) + Fib(1) == 1;
  } else {
    calc {
      SumFib(n) + 1;
    ==
      SumFib(n - 1) + Fib(n) + 1;
    ==  { SumOfFib(n - 1); }
      Fib(n + 1) + Fib(n);
    ==
      Fib(n + 2);
    }
  }
}

lemma FibGrows(n: nat)
  ensures Fib(n) <= Fib(n + 1)
{
  if 1 <= n {
    assert Fib(n + 1) == Fib(n - 1) + Fib(n);
  }
}

method Main()
{
  var f := ComputeFib(50);
  print "Fib(50) = ", f, "\n";
}
