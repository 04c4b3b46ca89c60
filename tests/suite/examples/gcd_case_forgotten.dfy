// The mistake: neither case applies when both numbers are equal, and the loop does not end before it.

method ComputeGcd(x: nat, y: nat) returns (g: int)
  requires 0 < x && 0 < y
{
  var a, b := x, y;
  while 0 < a && 0 < b
    decreases a + b
  {
    if {  // refuted[alternatives]
      case a < b => b := b - a;
      case b < a => a := a - b;
    }
  }
  g := a;
}
