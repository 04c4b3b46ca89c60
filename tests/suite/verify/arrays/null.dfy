method Length(a: array?<int>) returns (n: nat)
  ensures a != null ==> n == a.Length
{
  if a == null {
    n := 0;
  } else {
    n := a.Length;
  }
}

method NotNull(a: array<int>)
{
  var b: array?<int> := a;
  assert b != null;
  var c: array<int> := b;
  assert c == a;
}

function First(a: array?<int>): int
  requires a != null && a.Length > 0
  reads a
{
  a[0]
}
