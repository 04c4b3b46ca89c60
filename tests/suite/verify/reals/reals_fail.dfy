// What reals do not do.
method Quotient(x: real) returns (y: real)
{
  y := 1.0 / x;  // error[division-by-zero]
}

method Truncated(x: real) returns (n: int)
{
  n := x as int;  // error[real-integer]
}

method ToNat(x: real) returns (n: nat)
  requires x == x.Floor as real
{
  n := x as nat;  // error[subset]
}

method ToChar(x: real) returns (c: char)
  requires x == x.Floor as real
{
  c := x as char;  // error[char-range]
}

// Half steps come ever nearer to 0: nothing ends them.
method Halves(x: real)
{
  var y := x;
  while y > 0.0  // error[decreases]
    decreases y
  {
    y := y / 2.0;
  }
}

lemma NoRounding(x: real)
  ensures x / 3.0 * 3.0 < x
{  // error[postcondition]
}

lemma NoLeastPositive(x: real)
  requires x > 0.0
{
  assert x >= 0.001;  // error[assertion]
}

lemma FloorIsNotTruncation(x: real)
{
  assert x.Floor as real == x || x > x.Floor as real;
  assert -(x.Floor) == (-x).Floor;  // error[assertion]
}
