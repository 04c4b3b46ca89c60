method Half(n: int) returns (h: int)
  requires n >= 0
  requires n % 2 == 0
  ensures h + h == n
{
  h := n / 2;
}

method Client(n: nat)
{
  var h := Half(10);
  assert h == 5;
  h := Half(2 * n);
  assert h == n;
  if n % 2 == 0 {
    h := Half(n);
  }
}

method Discarded()
{
  var _ := Half(4);
}
