// The body says what the function is; what runs is proved to give it.
function Fib(n: nat): nat {
  if n < 2 then n else Fib(n - 1) + Fib(n - 2)
} by method {
  var a, b := 0, 1;
  for i := 0 to n
    invariant a == Fib(i) && b == Fib(i + 1)
  {
    a, b := b, a + b;
  }
  return a;
}

ghost function Count(s: seq<int>, p: int -> bool): nat {
  if s == [] then 0 else Count(s[1..], p) + (if p(s[0]) then 1 else 0)
}

// What is specified need not run.
predicate IsPrime(n: nat)
  requires n >= 2
{
  forall d {:trigger n % d} | 2 <= d < n :: n % d != 0
} by method {
  var d := 2;
  while d < n
    invariant 2 <= d <= n
    invariant forall e {:trigger n % e} | 2 <= e < d :: n % e != 0
  {
    if n % d == 0 {
      return false;
    }
    d := d + 1;
  }
  return true;
}

function Largest<T>(s: seq<T>, score: T -> int): (best: T)
  requires s != []
  ensures best in s
{
  if |s| == 1 then s[0] else
    var rest := Largest(s[1..], score);
    if score(s[0]) >= score(rest) then s[0] else rest
} by method {
  var i := |s| - 1;
  best := s[i];
  assert s[i..] == [s[i]];
  while i > 0
    invariant 0 <= i < |s|
    invariant best == Largest(s[i..], score)
  {
    i := i - 1;
    assert s[i..][1..] == s[i + 1..];
    if score(s[i]) >= score(best) {
      best := s[i];
    }
  }
  assert s[0..] == s;
}

datatype List = Nil | Cons(head: int, tail: List) {
  function Length(): nat {
    match this
    case Nil => 0
    case Cons(_, rest) => 1 + rest.Length()
  } by method {
    var n, rest := 0, this;
    while rest.Cons?
      invariant n + rest.Length() == Length()
      decreases rest
    {
      n, rest := n + 1, rest.tail;
    }
    return n;
  }
}

// Recursion of what runs, with its measure.
function Down(x: int, n: nat): int {
  x
} by method {
  return if n == 0 then x else Down(x, n - 1);
}

method Use() {
  assert Fib(7) == 13;
  var f := Fib(6);
  var p := IsPrime(7);
  assert Cons(1, Nil).Length() == 1;
}
