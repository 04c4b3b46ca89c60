method TooLarge() returns (c: char)
{
  c := 0x11_0000 as char;  // error[char-range]
}

method Surrogate(n: nat) returns (c: char)
  requires n < 0x1_0000
{
  c := n as char;  // error[char-range]
}

method Sum(a: char, b: char) returns (c: char)
{
  c := a + b;  // error[char-range]
}

method Difference(a: char, b: char) returns (c: char)
{
  c := a - b;  // error[char-range]
}

method Different(c: char)
{
  assert c == 'x';  // error[assertion]
}
