// Two files that include each other make one program, whichever is named.
include "circle_odd.dfy"

predicate Even(n: nat)
{
  n == 0 || Odd(n - 1)
}

lemma Two()
  ensures Even(2)
{
}
