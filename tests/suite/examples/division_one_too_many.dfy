// The mistake: the loop subtracts once too often, and a natural number would fall below zero.

method Remainder(n: nat, d: nat) returns (r: nat)
  requires 0 < d
{
  r := n;
  while 0 < r
  {
    r := r - d;  // refuted[subset]
  }
}

method RemainderOfIntegers(n: int, d: int) returns (r: int)
  requires 0 < d
  ensures 0 <= r
{
  r := n;
  while d <= r
    invariant 0 <= r  // refuted[invariant-entry]
  {
    r := r - d;
  }
}
