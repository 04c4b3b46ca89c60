// Literals reach calls by way of locals; functions among the arguments are literals, too.

function Length(s: seq<int>): nat { if s == [] then 0 else 1 + Length(s[1..]) }
function Fibonacci(n: nat): nat { if n < 2 then n else Fibonacci(n - 1) + Fibonacci(n - 2) }
function Map(f: int -> int, s: seq<int>): seq<int> { if s == [] then [] else [f(s[0])] + Map(f, s[1..]) }
function Filter(p: int -> bool, s: seq<int>): seq<int> {
  if s == [] then [] else if p(s[0]) then [s[0]] + Filter(p, s[1..]) else Filter(p, s[1..])
}
datatype Chain = End | Link(value: int, rest: Chain)
function Sum(c: Chain): int { if c == End then 0 else c.value + Sum(c.rest) }
method Find(n: nat) returns (x: nat)
  ensures x == Fibonacci(n)
{
  x := if n < 2 then n else Fibonacci(n);
}

method Compute() {
  var s := [4, 1, 3, 2];
  assert Length(s) == 4;
  var n := 10;
  var x := Find(n);
  assert x == 55;
  var odd := (x: int) => x % 2 == 1;
  assert Filter(odd, s) == [1, 3];
  assert Map(x => x * x, s) == [16, 1, 9, 4];
  assert Sum(Link(2, Link(3, End))) == 5;
  var k := 2;
  k := 5;
  assert Fibonacci(k) == 5;
}
