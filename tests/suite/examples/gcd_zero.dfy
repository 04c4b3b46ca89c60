// The mistake: zero is let in. The recursion asks for a call whose precondition does not hold, and
// a caller does the same.

function Gcd(a: nat, b: nat): nat
  requires 0 < a && 0 < b
  decreases a + b
{
  if a < b then Gcd(a, b - a) else Gcd(a - b, b)  // refuted[precondition]
}

method OfSums(s: seq<nat>) returns (g: nat)
  requires |s| == 2
{
  g := 1;
  if 0 < s[0] {
    var half := s[1] / 2;
    ghost var common := Gcd(s[0], half);  // refuted[precondition]
  }
}
