// Numbers of so many bits: arithmetic is modulo 2 to their number, comparisons are of natural numbers.
lemma Algebra(a: bv8, b: bv8, c: bv8)
{
  assert a & b == b & a;
  assert a ^ a == 0;
  assert (a | b) & a == a;
  assert !(a & b) == !a | !b;
  assert !!a == a;
  assert (a ^ b) ^ b == a;
  assert a - a == 0;
  assert -a == !a + 1;
  assert a <= 255;
  assert (a + b) + c == a + (b + c);
  assert a != 0 ==> a / a == 1 && a % a == 0;
}

lemma Wraps()
{
  var most: bv8 := 255;
  assert most + 1 == 0;
  assert most * 2 == 254;
  var none: bv8 := 0;
  assert none - 1 == most;
  assert -1 == most;
}

lemma Shifts(a: bv8, n: nat, k: bv3)
  requires n <= 8
{
  assert a << 1 == a + a;
  assert a << 8 == 0;
  assert a >> 8 == 0;
  assert (a >> 4) <= 15;
  assert (a >> n) <= a;
  var t := a << k;
  assert a.RotateLeft(4) == a.RotateRight(4);
  assert a.RotateLeft(8) == a;
  assert a.RotateLeft(3).RotateRight(3) == a;
}

lemma Conversions(a: bv8, n: int)
  requires 0 <= n < 256
{
  var wide := a as bv16;
  assert wide as bv8 == a;
  assert wide < 256;
  assert 0 <= a as int < 256;
  assert a as int as bv8 == a;
  assert n as bv8 as int == n;
  assert (65 as bv8) as char == 'A';
  assert 'A' as bv8 == 65;
  assert (3 as bv8) as real == 3.0;
  assert a as nat == a as int;
}

function Parity(a: bv8, n: nat): bool
  requires n <= 8
{
  if n == 0 then false else Parity(a >> 1, n - 1) != (a & 1 == 1)
}

method Swap(a: bv32, b: bv32) returns (x: bv32, y: bv32)
  ensures x == b && y == a
{
  x, y := a, b;
  x := x ^ y;
  y := x ^ y;
  x := x ^ y;
}

method Mask(word: bv16) returns (low: bv8, high: bv8)
  ensures ((high as bv16) << 8) | low as bv16 == word
{
  low := (word & 0xFF) as bv8;
  high := (word >> 8) as bv8;
}

method CountDown(a: bv8)
{
  var x := a;
  while x != 0
    decreases x
  {
    x := x >> 1;
  }
}

method Tiny(bit: bv1)
{
  assert bit == 0 || bit == 1;
  assert bit << 1 == 0;
  assert bit.RotateLeft(1) == bit;
  assert bit + 1 == !bit;
}
