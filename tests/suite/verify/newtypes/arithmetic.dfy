// What is calculated with values of a newtype is a value of the newtype.
newtype Byte = x: int | 0 <= x < 256
newtype Signed = x | -128 <= x < 128
newtype Whole = int
newtype Count = nat
newtype Small = b: Byte | b < 16
newtype Dozen = x: int | x % 12 == 0 witness 24
type Digit = b: Byte | b < 10

method Sum(a: Byte, b: Byte) returns (c: Byte)
  requires a as int + b as int < 256
  ensures c as int == a as int + b as int
{
  c := a + b;
}

method Literals() returns (s: seq<Byte>, m: map<Byte, Signed>, w: Whole)
  ensures |s| == 3
{
  s := [0, 255, 17];
  m := map[3 := -128, 4 := 127];
  w := -1000000;
  assert s[1] / 2 == 127 && s[1] % 16 == 15;
  assert m[3] < m[4];
}

function Middle(low: Byte, high: Byte): Byte
  requires low <= high
{
  low + (high - low) / 2
}

method Search(a: array<Byte>, key: Byte) returns (n: int)
  ensures 0 <= n ==> n < a.Length && a[n] == key
{
  n := 0;
  while n < a.Length
    invariant 0 <= n <= a.Length
  {
    if a[n] == key {
      return;
    }
    n := n + 1;
  }
  n := -1;
}

method Count10() returns (total: Whole)
  ensures total == 45
{
  total := 0;
  for i: Byte := 0 to 10
    invariant total == i as Whole * (i as Whole - 1) / 2
  {
    total := total + i as Whole;
  }
}

function Down(b: Byte): Count
{
  if b == 0 then 0 else 1 + Down(b - 1)
}

lemma DownIs(b: Byte)
  ensures Down(b) as int == b as int
{
}

method Conversions(x: int, b: Byte, d: Digit, c: char) returns (s: Small, r: Byte)
  requires 0 <= x < 100
{
  r := x as Byte;
  r := if c as int < 256 then c as Byte else 0;
  s := (d as int) as Small;
  r := d;
  r := (if r < 16 then r else 15) + 1;
}

lemma AllBytes()
  ensures forall b: Byte :: b as int * b as int <= 65025  // warning[no-trigger]
  ensures forall b, c: Byte :: b <= c || c < b  // warning[no-trigger]
{
}

method Main()
{
  var s, m, w := Literals();
  print s, " ", Middle(10, 20), " ", w, "\n";
  var all := set b: Byte | b < 4;
  print all, " ", 300 is Byte, " ", Down(200), "\n";
  var d: Dozen := *;
  var a := new Byte[3](i => if 0 <= i < 256 then i as Byte else 0);
  print a[..], " ", a[2 as Byte], "\n";
}
