// Sets: displays, operators, comparisons, membership, size, comprehensions, choice, measures.

method Displays(x: int, y: int)
{
  var s := {x, y, x};
  assert x in s && y in s;
  assert s == {y, x};
  assert x != y ==> |s| == 2;
  assert x == y ==> |s| == 1;
  assert {} <= s && {x} <= s;
  assert |{1, 2, 3}| == 3;
  assert 4 !in {1, 2, 3};
  var none: set<int> := {};
  assert |none| == 0 && none == {};
}

lemma Operators(a: set<int>, b: set<int>, c: set<int>, x: int)
{
  assert a + b == b + a;
  assert a * b == b * a;
  assert a * (b + c) == a * b + a * c;
  assert a - b <= a;
  assert (a - b) * b == {};
  assert (a - b) !! b;
  assert a + b - b == a - b;
  assert a !! b ==> |a + b| == |a| + |b|;
  assert x in a * b <==> x in a && x in b;
  assert x !in a ==> |a + {x}| == |a| + 1;
  assert x in a ==> |a - {x}| == |a| - 1;
}

lemma Comparisons(a: set<int>, b: set<int>, c: set<int>)
  requires a <= b < c
{
  assert a < c && c > a && c >= b;
  assert |a| <= |b| < |c|;
  assert !(c <= a);
  assert a <= b && |a| == |b| ==> a == b;
}

lemma Chain(a: set<int>, b: set<int>, c: set<int>)
  requires a !! b !! c
{
  assert a !! c && b !! c;
}

lemma Extensional(a: set<nat>, b: set<nat>)
  requires forall x: nat :: x in a <==> x in b
  ensures a == b
{
}

function Squares(n: nat): set<int>
{
  set i | 0 <= i < n :: i * i
}

function Evens(s: set<int>): set<int>
{
  set x | x in s && x % 2 == 0
}

lemma Comprehensions(s: set<int>, q: seq<int>, n: nat)
{
  assert Evens(s) <= s;
  assert 4 in s ==> 4 in Evens(s);
  assert 3 !in Evens(s);
  var values := set i | 0 <= i < |q| :: q[i];
  assert forall x :: x in q ==> x in values;
  assert forall x :: x in values ==> x in q;
  var low := set x | 0 <= x < 3;
  assert low == {0, 1, 2};
  var pairs := set x, y | x in s && y in s :: (x, y);
  assert 1 in s && 2 in s ==> (1, 2) in pairs;
  assert forall p :: p in pairs ==> p.0 in s;
  var same := set x | x in s;
  assert same == s;
}

method Sum(s: set<int>) returns (r: int, count: nat)
  ensures count == |s|
{
  r, count := 0, 0;
  var rest := s;
  while rest != {}
    invariant rest <= s
    invariant count + |rest| == |s|
  {
    var x :| x in rest;
    r := r + x;
    count := count + 1;
    rest := rest - {x};
  }
}

ghost function Total(s: set<int>): int
  decreases s
{
  if s == {} then 0
  else
    var m := Least(s);
    m + Total(s - {m})
}

ghost function Least(s: set<int>): int
  requires s != {}
  ensures Least(s) in s

lemma Nested(t: set<set<int>>, q: set<seq<int>>)
{
  assert {1, 2} == {2, 1} && [1] + [2] == [1, 2];
  assert {1, 2} in t ==> {2, 1} in t;
  assert [1] + [2] in q ==> [1, 2] in q;
  assert {{1}, {1, 1}} == {{1}};
}

predicate AllPositive(s: set<int>)
{
  forall x | x in s :: x > 0
}

method Compiled(s: set<int>) returns (b: bool)
  ensures b <==> AllPositive(s) && exists x :: x in s && x > 10
{
  b := AllPositive(s) && exists x :: x in s && x > 10;
}

method Main()
{
  var s := {3, 1, 2, 3};
  print s, " ", |s|, " ", {} <= s, " ", 2 in s, "\n";
  print set x | x in s && x > 1 :: x * x, "\n";
  var total, count := Sum(s);
  print total, " ", count, "\n";
}
