// The mistake: one base case for a recursion that goes down by two. Fib(1) asks for Fib(-1).

function Fib(n: nat): nat
{
  if n == 0 then 0 else Fib(n - 2) + Fib(n - 1)  // refuted[subset]
}
