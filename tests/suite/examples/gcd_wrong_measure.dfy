// The mistake: `decreases a` is not what decreases: in half of the rounds it is b.

function Gcd(a: nat, b: nat): nat
  requires 0 < a && 0 < b
  decreases a
{
  if a == b then a
  else if a < b then Gcd(a, b - a)  // refuted[decreases]
  else Gcd(a - b, b)
}

method ComputeGcd(x: nat, y: nat) returns (g: nat)
  requires 0 < x && 0 < y
{
  var a, b := x, y;
  while a != b  // refuted[decreases]
    invariant 0 < a && 0 < b
    decreases a
  {
    if a < b {
      b := b - a;
    } else {
      a := a - b;
    }
  }
  g := a;
}
