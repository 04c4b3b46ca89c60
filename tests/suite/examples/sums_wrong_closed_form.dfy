// The mistake: the closed form of 1 + ... + (n - 1) for the sum 1 + ... + n.

function Sum(n: nat): nat
{
  if n == 0 then 0 else Sum(n - 1) + n
}

lemma Gauss(n: nat)
  ensures 2 * Sum(n) == n * (n - 1)
{
  if n != 0 {
    Gauss(n - 1);
    calc {
      2 * Sum(n);
    ==
      2 * Sum(n - 1) + 2 * n;
    ==
      (n - 1) * (n - 2) + 2 * n;
    ==
      n * (n - 1);  // refuted[calc-step]
    }
  }
}
