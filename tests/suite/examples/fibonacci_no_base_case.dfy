// The mistake: the recursion goes up. It never meets its end.

function SumTo(i: nat, n: nat): nat
  decreases n
{
  if i == n then n else i + SumTo(i + 1, n)  // refuted[decreases]
}

function SumUpTo(i: nat, n: nat): nat
  requires i <= n
  decreases n - i
{
  if i == n then n else i + SumUpTo(i + 1, n)
}
