lemma Squares(x: int)
  ensures x * x >= 0
{
}

lemma Distribute(a: int, b: int, c: int)
  ensures (a + b) * c == a * c + b * c
{
}

method Accumulate(x: nat, y: nat) returns (p: nat)
  ensures p == x * y
{
  p := 0;
  var i := 0;
  while i < x
    invariant i <= x
    invariant p == i * y
  {
    p := p + y;
    i := i + 1;
  }
}

lemma Wrong(x: int, y: int)
  ensures x * y == y + x
{  // error[postcondition]
}
