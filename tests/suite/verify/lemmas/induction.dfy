// Automatic induction on the parameters of a lemma, and induction by hand.

ghost function Triangle(n: nat): nat
{
  if n == 0 then 0 else n + Triangle(n - 1)
}

lemma Formula(n: nat)
  ensures 2 * Triangle(n) == n * (n + 1)
{
}

lemma FormulaByHand(n: nat)
  ensures 2 * Triangle(n) == n * (n + 1)
{
  if n > 0 {
    FormulaByHand(n - 1);
  }
}

ghost predicate Sorted(s: seq<int>)
{
  forall i, j :: 0 <= i < j < |s| ==> s[i] <= s[j]
}

lemma TailOfSorted(s: seq<int>)
  requires Sorted(s) && |s| > 0
  ensures Sorted(s[1..])
{
}

lemma Monotone(m: nat, n: nat)
  requires m <= n
  ensures Triangle(m) <= Triangle(n)
  decreases n - m
{
  if m < n {
    Monotone(m + 1, n);
  }
}

method UseLemma(n: nat) returns (t: nat)
  ensures t == Triangle(n)
{
  Formula(n);
  t := n * (n + 1) / 2;
}

lemma WithResult(n: nat) returns (k: nat)
  ensures n <= Triangle(k)
{
  k := n;
}
