// Many facts about sets and multisets at once; none of them may give a contradiction, alone or with others.

lemma Everything(a: set<int>, b: set<int>, x: int, y: int, n: nat)
  requires x in a && y !in a
  requires a * b == {x}
  requires |a| == n && |b| == n
{
  var u := a + b + {y};
  var d := a - b;
  var e := b - a;
  var c := set z | z in u && z != x :: z + 1;
  var m := multiset(a) + multiset(b) - multiset{x, y};
  var k := m[x := n];
  assert d !! e;
  assert d + e + a * b == a + b;
  assert |u| >= |a|;
  assert x !in c || x - 1 in u;
  assert a <= u && !(u <= a);
  assert k[x] == n && |k| == |m| - m[x] + n;
  assert {} < {x} && multiset{} < m + multiset{x};
  assert false;  // error[assertion]
}

lemma Nested(t: set<set<int>>, q: set<seq<int>>, m: multiset<set<int>>, s: seq<set<int>>)
  requires {1, 2} in t && [1, 2] in q && {2, 1} in m && {1} in s
{
  assert {2, 1} == {1, 2} && [1] + [2] == [1, 2];
  assert {2, 1} in t && [1] + [2] in q && m[{1, 2}] > 0;
  assert multiset(s)[{1}] > 0;
  assert t + {{3}} != t - {{1, 2}};
  assert multiset(q)[[1, 2]] == 1;
  assert false;  // error[assertion]
}

lemma OfSequences(s: seq<int>, t: seq<int>, i: nat, j: nat)
  requires i < j < |s|
  requires multiset(s) == multiset(t)
{
  var u := s[i := s[j]][j := s[i]];
  assert multiset(u) == multiset(t);
  assert multiset(s[..i]) + multiset(s[i..j]) + multiset(s[j..]) == multiset(s[..j]) + multiset(s[j..]);
  assert s[i] in multiset(t) && s[j] in t;
  assert false;  // error[assertion]
}

lemma EmptyRanges(q: seq<int>, n: int)
  requires n < 0
{
  var s := set i | 0 <= i < n;
  var t := set i | 0 <= i < |q| :: q[i];
  assert s == {} && |s| == 0;
  assert q == [] ==> t == {};
  assert false;  // error[assertion]
}

lemma WithinTypes(s: set<nat>, m: multiset<nat>)
{
  assert -1 !in s && m[-1] == 0;
  assert false;  // error[assertion]
}

// Bound variables of one comprehension mean nothing in another.
lemma TwoComprehensions(a: set<int>, b: set<int>)
{
  var s := set x | x in a :: x + 1;
  var t := set x | x in b :: x + 1;
  assert a <= b ==> s <= t;
  assert s == t;  // error[assertion]
}

method Heaps(a: array<int>) returns (s: set<int>, t: set<int>)
  requires a.Length == 2
  modifies a
  ensures s == t  // the heap that a comprehension reads is its own
{
  s := set i | 0 <= i < a.Length :: a[i];
  a[0] := 5;
  t := set i | 0 <= i < a.Length :: a[i];
  assert 5 in t;
  return;  // error[postcondition]
}
