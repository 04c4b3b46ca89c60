// Values of a newtype are no integers, and the other way round, unless they are converted.
newtype Byte = x: int | 0 <= x < 256
newtype Word = x: Byte | x < 16
type Digit = b: Byte | b < 10

function Half(b: Byte): int { b as int / 2 }

method Mixed(b: Byte, w: Word, x: int, s: seq<Byte>, d: Digit) returns (y: int, c: Byte, t: seq<int>)
{
  y := b;  // error[type]: "RHS (of type Byte) not assignable to LHS (of type int)"
  c := x;  // error[type]: "RHS (of type int) not assignable to LHS (of type Byte)"
  c := w;  // error[type]
  t := s;  // error[type]
  y := b + x;  // error[type]
  c := d + b;
  y := Half(x);  // error[type]
  y := Half(3);
  if b == x {}  // error[type]
  if b < 10 && 3 < w {}
  y := |s| + s[b] as int;
  c := |s|;  // error[type]
  t := [1, b];  // error[type]
  c := true as Byte;  // error[type]
}
