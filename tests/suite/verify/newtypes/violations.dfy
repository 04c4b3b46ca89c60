// Results that may not belong to the newtype.
newtype Byte = x: int | 0 <= x < 256
newtype Even = x: int | x % 2 == 0
newtype NoWitness = x: int | x > 5  // error[witness]: "cannot find witness that shows type is inhabited (only tried 0); try giving a hint"
newtype BadWitness = x: int | x > 5 witness 3  // error[witness]: "the given witness expression could not be proved to satisfy constraint"

method Add(a: Byte, b: Byte) returns (c: Byte)
{
  c := a + b;  // error[subset]: "result of operation could not be proved to satisfy newtype constraint for 'Byte'"
}

method Subtract(a: Byte, b: Byte) returns (c: Byte)
{
  c := a - b;  // error[subset]
}

method Multiply(a: Byte) returns (c: Byte)
{
  c := 2 * a;  // error[subset]
}

method Negate(a: Byte) returns (c: Byte)
{
  c := -a;  // error[subset]
}

method Divide(a: Even, b: Byte) returns (c: Even, d: Byte)
{
  c := a / 2;  // error[subset]
  d := b / b;  // error[division-by-zero]
}

method Literal() returns (c: Byte)
{
  c := 256;  // error[subset]
}

method NegativeLiteral() returns (c: Byte)
{
  c := -1;  // error[subset]
}

method Convert(x: int) returns (c: Byte)
{
  c := x as Byte;  // error[subset]
}

method ToNat(e: Even) returns (n: nat)
{
  n := e as nat;  // error[subset]: "value does not satisfy the subset constraints of 'nat'"
}

method Intermediate(a: Byte, b: Byte, c: Byte) returns (d: Byte)
  requires b <= c
{
  d := a + b - c;  // error[subset] error[subset]
}

ghost function InContracts(a: Byte): bool
{
  a + 1 > a  // error[subset]
}

method Loop() returns (b: Byte)
{
  b := 0;
  while b < 255
    decreases 255 - b as int
  {
    b := b + 2;  // error[subset]
  }
}
