method Sum(a: array<int>) returns (s: int)
  requires forall i :: 0 <= i < a.Length ==> a[i] >= 0
  ensures s >= 0
  ensures forall i :: 0 <= i < a.Length ==> a[i] <= s
{
  s := 0;
  var n := 0;
  while n < a.Length
    invariant 0 <= n <= a.Length
    invariant s >= 0
    invariant forall i :: 0 <= i < n ==> a[i] <= s
  {
    s := s + a[n];
    n := n + 1;
  }
}

method SquareRoot(n: nat) returns (r: nat)
  ensures r * r <= n < (r + 1) * (r + 1)
{
  r := 0;
  while (r + 1) * (r + 1) <= n
    invariant r * r <= n
    decreases n - r * r
  {
    r := r + 1;
  }
}

method Nested(n: nat) returns (count: nat)
  ensures count == n * n
{
  count := 0;
  var i := 0;
  while i < n
    invariant 0 <= i <= n
    invariant count == i * n
  {
    var j := 0;
    while j < n
      invariant 0 <= j <= n
      invariant count == i * n + j
    {
      count := count + 1;
      j := j + 1;
    }
    i := i + 1;
  }
}

method NonDeterministic() returns (i: int)
  ensures i % 2 == 0
  decreases *
{
  i := 0;
  while *
    invariant i % 2 == 0
    decreases *
  {
    i := i + 2;
  }
}

method Untouched(n: nat) returns (x: int, y: int)
  ensures y == 7
{
  x, y := 0, 7;
  while x < n {
    x := x + 1;
  }
}
