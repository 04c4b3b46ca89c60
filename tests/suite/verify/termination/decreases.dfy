// Measures: default ones, given ones, lexicographic ones, over several methods and functions.

function Ackermann(m: nat, n: nat): nat
  decreases m, n
{
  if m == 0 then n + 1
  else if n == 0 then Ackermann(m - 1, 1)
  else Ackermann(m - 1, Ackermann(m, n - 1))
}

function IsEven(n: nat): bool { if n == 0 then true else IsOdd(n - 1) }
function IsOdd(n: nat): bool { if n == 0 then false else IsEven(n - 1) }

method Up(i: int, n: int)
  decreases n - i
{
  if i < n {
    Up(i + 1, n);
  }
}

method Ping(n: nat)
  decreases n, 1
{
  Pong(n);
}

method Pong(n: nat)
  decreases n, 0
{
  if n > 0 {
    Ping(n - 1);
  }
}

function Length(s: seq<int>): nat
{
  if s == [] then 0 else 1 + Length(s[1..])
}

method Flag(b: bool)
  decreases b
{
  if b {
    Flag(false);
  }
}

method CountDown(n: int)
{
  var i := n;
  while i > 0
  {
    i := i - 1;
  }
}

method TowardsEachOther(n: nat)
{
  var i, j := 0, n;
  while i < j
    decreases j - i
  {
    if i % 2 == 0 {
      i := i + 1;
    } else {
      j := j - 1;
    }
    if * {
      i := j;
    }
  }
}

method NotEqual(n: nat)
{
  var i := 0;
  while i != n
    invariant 0 <= i <= n
  {
    i := i + 1;
  }
}

method Forever() // no end: the loop runs for ever
  decreases *
{
  while true
    decreases *
  {
  }
}

method Gcd(a: nat, b: nat) returns (g: nat)
  requires a > 0 && b > 0
  decreases a + b
{
  if a == b {
    return a;
  } else if a < b {
    g := Gcd(a, b - a);
  } else {
    g := Gcd(a - b, b);
  }
}
