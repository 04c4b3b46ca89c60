// A local variable is of the type of what is assigned to it, subset types included, so that it keeps its constraint.
type Even = x: int | x % 2 == 0 witness 0

function Power(x: nat, y: nat): nat
{
  if y == 0 then 1 else x * Power(x, y - 1)
}

method Raise(x: nat, y: nat) returns (r: nat)
  ensures r == Power(x, y)
{
  r := 1;
  var b := x;
  var e := y;
  while e > 0
    invariant Power(b, e) * r == Power(x, y)
  {
    r := r * b;
    e := e - 1;
  }
}

method Doubled(n: nat, k: nat) returns (r: nat)
{
  var x, i := n, 0;
  while i < k
  {
    x := x * 2;
    i := i + 1;
  }
  r := x;
}

method Steps(e: Even, n: nat)
  decreases *
{
  var f := e;
  while f != n
    decreases *
  {
    f := f + 2;
  }
  assert n % 2 == 0;
}

method Elements(s: seq<nat>, m: map<int, Even>, t: (nat, Even)) returns (r: nat)
{
  r := 0;
  if |s| > 0 && 1 in m {
    var x := s[0];
    var y := m[1];
    var (a, b) := t;
    while x < 10
    {
      x := x + 1;
      y := y * 3;
      a := a * x;
      b := b - y;
    }
    assert y % 2 == 0 && b % 2 == 0;
    r := x + a;
  }
}

// What is calculated from what has a type, or compared with it on the right, is a number of any sign.
method Down(n: nat)
{
  var i := n - 1;
  while i >= 0
  {
    i := i - 1;
  }
  var j := n;
  while j > |[0]| - 3
  {
    j := j - 1;
  }
  var k := 0;
  k := -1;
}

method Bounds(n: nat, m: nat) returns (r: nat)
{
  r := 0;
  for i := n to n + m
  {
    r := r + i;
  }
}

method Chosen(s: seq<nat>)
  requires exists n :: Small(n) && n in s
{
  var n :| Small(n) && n in s;
  var k: nat := n;
}

predicate Small(n: nat) { n < 10 }
