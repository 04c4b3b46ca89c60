// What is undefined for all bitvectors is so without bits.
method Divide(x: bv0, y: bv0) returns (z: bv0)
{
  if * {
    z := x / y;  // error[division-by-zero]
  } else {
    z := x % y;  // error[division-by-zero]
  }
}

method Convert(n: int) returns (x: bv0)
{
  x := n as bv0;  // error[conversion-range]: "value to be converted might not fit in bv0"
}

method Narrow(b: bv8) returns (x: bv0)
{
  x := b as bv0;  // error[conversion-range]
}

method Shift(x: bv0, b: bv8) returns (y: bv0)
{
  y := x << b;  // error[shift-range]
}
