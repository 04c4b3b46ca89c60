// The mistake: < instead of <=. A remainder that equals the divisor is left over.

method Divide(n: nat, d: nat) returns (q: nat, r: nat)
  requires 0 < d
  ensures n == q * d + r
  ensures r < d
{  // refuted[postcondition]
  q := 0;
  r := n;
  while d < r
    invariant n == q * d + r
  {
    assert (q + 1) * d == q * d + d;
    q := q + 1;
    r := r - d;
  }
}
