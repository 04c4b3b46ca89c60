// What bits do not do, and what has to be shown of them.
method Overflow(a: bv8, b: bv8)
{
  assert a + b >= a;  // error[assertion]
}

method Quotient(a: bv8, b: bv8) returns (c: bv8)
{
  c := a / b;  // error[division-by-zero]
}

method Remainder(a: bv8, b: bv8) returns (c: bv8)
{
  c := a % b;  // error[division-by-zero]
}

method Narrow(a: bv16) returns (b: bv8)
{
  b := a as bv8;  // error[conversion-range]: "value to be converted might not fit in bv8"
}

method FromInt(n: int) returns (b: bv8)
{
  b := n as bv8;  // error[conversion-range]
}

method FromReal(x: real) returns (b: bv8)
  requires 0.0 <= x < 10.0
{
  b := x as bv8;  // error[real-integer]
}

method ToChar(a: bv32) returns (c: char)
{
  c := a as char;  // error[char-range]
}

method TooFar(a: bv8, n: nat) returns (b: bv8)
{
  b := a << n;  // error[shift-range]: "shift amount must not exceed the width of the result (8)"
}

method Backwards(a: bv8, n: int) returns (b: bv8)
  requires n <= 8
{
  b := a >> n;  // error[shift-range]: "shift amount must be non-negative"
}

method ByBits(a: bv8, n: bv8) returns (b: bv8)
{
  b := a << n;  // error[shift-range]
}

method Turned(a: bv8, n: nat) returns (b: bv8)
{
  b := a.RotateLeft(n);  // error[shift-range]: "rotate amount must not exceed the width of the result (8)"
}

method Up(a: bv8)
{
  var x := a;
  while x != 0  // error[decreases]
    decreases x
  {
    x := x + 1;
  }
}

lemma NotAllEqual(a: bv4)
  ensures a & 7 == a
{  // error[postcondition]
}
