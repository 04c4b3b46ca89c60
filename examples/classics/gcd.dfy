// The greatest common divisor by subtraction.
//
// Proved here: the loop computes the function Gcd, and ends although it is not one variable that
// shrinks: sometimes a, sometimes b. Their sum is the quantity that always does, and that is what the
// clause `decreases a + b` says. The `if case` has no order: both cases may be tried first.
//
// Why it matters: for a loop that does not simply count, termination has to be argued for. The clause
// is this argument.

function Gcd(a: nat, b: nat): nat
  requires 0 < a && 0 < b
  decreases a + b
{
  if a == b then a else if a < b then Gcd(a, b - a) else Gcd(a - b, b)
}

method ComputeGcd(x: nat, y: nat) returns (g: nat)
  requires 0 < x && 0 < y
  ensures g == Gcd(x, y)
{
  var a, b := x, y;
  while a != b
    invariant 0 < a && 0 < b
    invariant Gcd(a, b) == Gcd(x, y)
    decreases a + b
  {
    if {
      case a < b => b := b - a;
      case b < a => a := a - b;
    }
  }
  g := a;
}

lemma GcdIsSymmetric(a: nat, b: nat)
  requires 0 < a && 0 < b
  ensures Gcd(a, b) == Gcd(b, a)
  decreases a + b
{
  if a < b {
    GcdIsSymmetric(a, b - a);
  } else if b < a {
    GcdIsSymmetric(a - b, b);
  }
}

method Main()
{
  var g := ComputeGcd(12, 18);
  assert Gcd(12, 18) == Gcd(12, 6) == Gcd(6, 6) == 6;
  assert g == 6;
  print g, "\n";
}
