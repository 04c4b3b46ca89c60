// Newtypes of real numbers, of bitvectors and of characters, and of one another.
newtype Probability = r: real | 0.0 <= r <= 1.0
newtype Likely = p: Probability | p > 0.5 witness 0.75
newtype Money = real
newtype Flags = b: bv8 | b & 0x80 == 0
newtype Letter = c: char | 'a' <= c <= 'z' witness 'm'
type Unlikely = p: Probability | p <= 0.5

function Complement(p: Probability): Probability
{
  1.0 - p
}

lemma ComplementTwice(p: Probability)
  ensures Complement(Complement(p)) == p
  ensures p as real < 0.5 ==> Complement(p) is Likely
{
}

method Both(p: Probability, q: Probability) returns (r: Probability)
  ensures r == p * q && r <= p
{
  var product := p as real * q as real;
  assert 0.0 <= product <= 1.0 * q as real;
  r := p * q;
}

method Shares(total: Money, n: int) returns (each: Money, whole: int)
  requires n > 0 && total >= 0.0
  ensures each * n as Money == total
{
  each := total / n as Money;
  whole := each.Floor;
  assert whole as Money <= each;
  var debt: Money := -12.50;
  assert debt < each;
}

method Masks(f: Flags, g: Flags) returns (h: Flags)
  ensures h == f
{
  h := f & g;
  h := f | g;
  h := f ^ g;
  h := f >> 1;
  h := 127;
  var wide: bv8 := !(f as bv8);
  assert wide != f as bv8;
  h := if f < g then f else g;
  h := f;
}

method Letters(s: seq<Letter>) returns (n: int, first: Letter)
  ensures |s| > 0 ==> first == s[0]
{
  first := if |s| == 0 then 'x' else s[0];
  n := first as int - 'a' as int;
  assert 0 <= n < 26;
  var after := (n + 97) as Letter;
  assert after == first;
}

lemma Tests(x: real, b: bv8, i: int)
  ensures x is Probability <==> 0.0 <= x <= 1.0
  ensures 0.5 is Probability && !(1.5 is Probability)
  ensures x is int <==> x.Floor as real == x
  ensures i is bv8 <==> 0 <= i < 256
  ensures b is bv4 <==> b < 16
  ensures b is Flags ==> b < 128
{
  assert b < 128 ==> b & 0x80 == 0;
  assert b & 0x80 == 0 ==> b < 128;
}

method Main()
{
  var p: Probability := 0.25;
  var c := Complement(p);
  var f: Flags := 12;
  var l: Letter := 'q';
  var whole: bv0 := 0;
  print p, " ", c, " ", f << 1, " ", l, " ", whole, "\n";
  print 1.0 is int, " ", 1.5 is int, " ", 300 is bv8, " ", 'q' is int, " ", f as int, " ", (f as bv8) is bv3, "\n";
  var q: Probability := *;
  var r: Likely := *;
  print q <= 1.0, " ", r as real > 0.5, "\n";
}
