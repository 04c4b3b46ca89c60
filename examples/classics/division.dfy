// Division by repeated subtraction.
//
// Proved here: quotient and remainder satisfy the school equation n == q * d + r with 0 <= r < d, and
// the loop ends. The second method shows that there is only one such pair, so the result is what the
// built-in operators / and % give.
//
// Why it matters: this is the smallest program with everything: a precondition (no division by zero),
// a postcondition, a loop invariant, and a reason for termination (r shrinks, found by itself).

method Divide(n: nat, d: nat) returns (q: nat, r: nat)
  requires 0 < d
  ensures n == q * d + r
  ensures r < d
{
  q := 0;
  r := n;
  while d <= r
    invariant n == q * d + r
  {
    assert (q + 1) * d == q * d + d;
    q := q + 1;
    r := r - d;
  }
}

// Two pairs that both satisfy the equation are the same pair.
lemma QuotientIsUnique(d: nat, q1: nat, r1: nat, q2: nat, r2: nat)
  requires 0 < d
  requires r1 < d && r2 < d
  requires q1 * d + r1 == q2 * d + r2
  ensures q1 == q2 && r1 == r2
{
  if q1 < q2 {
    Larger(d, q1, q2);
    assert false;
  } else if q2 < q1 {
    Larger(d, q2, q1);
    assert false;
  }
}

// A quotient that is larger by one or more makes the product larger by d or more.
lemma Larger(d: nat, small: nat, large: nat)
  requires small < large
  ensures small * d + d <= large * d
  decreases large
{
  assert large * d == (large - 1) * d + d;
  if small < large - 1 {
    Larger(d, small, large - 1);
  }
}

method Main()
{
  var q, r := Divide(47, 5);
  QuotientIsUnique(5, q, r, 9, 2);
  assert q == 9 && r == 2;
  print q, " remainder ", r, "\n";
}
