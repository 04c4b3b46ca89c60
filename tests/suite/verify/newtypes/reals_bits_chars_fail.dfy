// Results that are no values of the newtype, of each kind of number.
newtype Probability = r: real | 0.0 <= r <= 1.0
newtype Far = r: real | r > 2.0  // error[witness]: "cannot find witness that shows type is inhabited (only tried 0.0)"
newtype Flags = b: bv8 | b < 128
newtype Letter = c: char | 'a' <= c <= 'z' witness 'm'
newtype Capital = c: char | 'a' <= c  // error[witness]

method Add(p: Probability, q: Probability) returns (r: Probability)
{
  r := p + q;  // error[subset]: "result of operation could not be proved to satisfy newtype constraint for 'Probability'"
}

method Subtract(p: Probability, q: Probability) returns (r: Probability)
{
  r := p - q;  // error[subset]
}

method Divide(p: Probability, q: Probability) returns (r: Probability)
{
  r := if q == 0.0 then 0.0 else p / q;  // error[subset]
}

method Negate(p: Probability) returns (r: Probability)
{
  r := -p;  // error[subset]
}

method Literal() returns (r: Probability)
{
  r := 1.5;  // error[subset]
}

method NegativeLiteral() returns (r: Probability)
{
  r := -0.5;  // error[subset]
}

method Convert(x: real, i: int) returns (r: Probability)
{
  r := i as Probability;  // error[subset]
  r := x as Probability;  // error[subset]
}

method Bits(f: Flags, g: Flags) returns (h: Flags)
{
  h := f + g;  // error[subset]
  h := !f;  // error[subset]
}

method Shift(f: Flags, n: nat) returns (h: Flags)
{
  h := f >> n;  // error[shift-range]
  h := f << 1;  // error[subset]
}

method Characters(c: Letter) returns (d: Letter)
{
  d := c + 'a';  // error[subset]
}

method Character() returns (d: Letter)
{
  d := 'A';  // error[subset]
}

lemma Test(x: real)
  ensures x is int
{  // error[postcondition]
}
