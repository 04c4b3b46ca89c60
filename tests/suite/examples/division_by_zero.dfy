// The mistake: nothing excludes d == 0. Subtracting it for ever does not end, and the operators / and
// % are not defined either.

method Divide(n: nat, d: nat) returns (q: nat, r: nat)
  ensures n == q * d + r
{
  q := 0;
  r := n;
  while d <= r  // refuted[decreases]
    invariant n == q * d + r
  {
    assert (q + 1) * d == q * d + d;
    q := q + 1;
    r := r - d;
  }
}

method Divides(n: nat, d: nat) returns (yes: bool)
{
  yes := n % d == 0;  // refuted[division-by-zero]
}
