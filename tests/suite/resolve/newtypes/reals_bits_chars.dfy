// Newtypes of reals, bitvectors and characters are kinds of their own.
newtype Share = r: real | 0.0 <= r <= 1.0
newtype Flags = b: bv8 | b < 128
newtype Letter = c: char | 'a' <= c <= 'z' witness 'a'

method Mixed(r: Share, x: real, f: Flags, b: bv8, l: Letter, c: char) returns (s: Share, g: Flags, m: Letter)
{
  s := x;  // error[type]: "RHS (of type real) not assignable to LHS (of type Share)"
  s := r * x;  // error[type]
  s := r * 0.5;
  s := 1;  // error[type]: "RHS (of type int) not assignable to LHS (of type Share)"
  s := r % r;  // error[type]: "type of % must be integer-numeric or bitvector types (got Share)"
  g := b;  // error[type]
  g := f & b;  // error[type]
  g := f & 3;
  g := 0.5;  // error[type]
  m := c;  // error[type]
  m := 'z';
  g := f << r;  // error[type]: "type of right argument to << (Share) must be an integer-numeric or bitvector type"
  g := f << b;
  var n: int := r.Floor + 0.5.Floor;
  if r == x {}  // error[type]
  if r == 0.5 && l == 'q' && f == 3 {}
  if l < c {}  // error[type]
  s := true as Share;  // error[type]: "type conversion to a real-based type is allowed only from numeric and bitvector types, char, and ORDINAL (got bool)"
}

newtype Sequence = s: seq<int> | |s| > 2  // error[type]: "newtypes must be based on some numeric type (got seq<int>)"
