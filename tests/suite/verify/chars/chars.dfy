predicate IsDigit(c: char) { '0' <= c <= '9' }

function DigitValue(c: char): nat
  requires IsDigit(c)
  ensures DigitValue(c) < 10
{
  c as int - '0' as int
}

function Shift(c: char, n: nat): char
  requires 'a' <= c <= 'z'
  requires n < 26
{
  ((c as int - 'a' as int + n) % 26 + 'a' as int) as char
}

method Upper(c: char) returns (u: char)
  ensures 'a' <= c <= 'z' ==> 'A' <= u <= 'Z'
{
  if 'a' <= c <= 'z' {
    u := c - 'a' + 'A';
  } else {
    u := c;
  }
}

method Facts()
{
  assert 'a' != 'b';
  assert 'a' < 'b';
  assert '\n' as int == 10;
  assert 'A' as int == 65;
  assert 65 as char == 'A';
}

lemma Bounded(c: char)
  ensures 0 <= c as int < 0x11_0000
{
}
