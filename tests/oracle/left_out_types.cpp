// Units whose types are left out wherever they may be: type arguments of calls, of constructors, of collections in
// signatures, of locals without a first value; what is found out later than where it is used.
#include "workshop.h"

#include <array>

namespace daphnia::oracle {

namespace {

// $d $i: datatypes; $f $g $l $m: names; $n: a small number; $e: int over x and k; $v: int over x; $c: bool over x
constexpr std::array kUnits{
    R"(function $f(s: seq, t: seq): seq
{
  if s == [] then t else [s[0]] + $f(s[1..], t)
}

ghost function $g(s: seq): set
{
  set i | 0 <= i < |s| :: s[i]
}

lemma $l(s: seq, t: seq)
  ensures $f(s, t) == s + t
  ensures $g(s + t) == $g(s) + $g(t)
{
}

method $m(x: int, k: int) returns (r: seq<int>, p: seq<(int, bool)>)
  ensures r == [$e, x, k]
  ensures |p| == $n + 1
{
  var s := [];
  s := s + [$e];
  r := $f(s, [x, k]);
  $l(s, [x, k]);
  var none := [];
  p := $f(none, seq($n + 1, i => (i, i == x)));
  $l(none, p);
}
)",
    R"(datatype $d<T> = $dNone | $dSome(value: T)
datatype $i<K, V> = $iEmpty | $iNode(key: K, value: V, rest: $i)

function $f<K(==), V>(t: $i, key: K): $d<V>
{
  match t
  case $iEmpty => $dNone
  case $iNode(k, v, rest) => if k == key then $dSome(v) else $f(rest, key)
}

function $g<T>(o: $d, otherwise: T): T
{
  if o.$dNone? then otherwise else o.value
}

lemma $l<V>(t: $i<int, V>, key: int, v: V)
  ensures $f($iNode(key, v, t), key) == $dSome(v)
  ensures $f($iNode(key + 1, v, t), key) == $f(t, key)
{
}

method $m(x: int, k: int) returns (r: int, b: bool)
  ensures r == $v
  ensures b <==> $c
{
  var t := $iEmpty;
  t := $iNode(k, $v, t);
  r := $g($f(t, k), 0);
  var other := $iNode(x, $c, $iNode($n, false, $iEmpty));
  var o := $dNone;
  o := $f(other, x);
  b := $g(o, true);
}
)",
    R"(function $f<T>(): seq<T> { [] }

function $g<A, B>(a: A, b: B): (B, A) { (b, a) }

method $l<T>(x: T, n: nat) returns (s: seq<T>, rest: seq<T>)
  ensures |s| == n && rest == []
  ensures forall y :: y in s ==> y == x
{
  s := seq(n, _ => x);
  rest := $f();
}

method $m(x: int, n: nat) returns (r: seq<nat>, t: seq<int>)
  ensures |r| == n + 1 && r[n] == $n
  ensures t == [$v]
{
  var s, rest := $l(n, n);
  r := s + rest + [$n];
  t := $f();
  var p := $g($n, [$v]);
  t := t + p.0;
  var (u, w) := $g(t, $g(1, true).0);
  if $n > 0 && u {
    t := w;
  }
}
)",
    R"(method $m(s: seq<int>, x: int) returns (c: map<int, nat>, d: set<int>)
  ensures forall y :: y in c <==> y in s
  ensures forall y :: y in c ==> 0 < c[y] <= |s|
  ensures d == c.Keys - {x}
{
  var counts := map[];
  var seen := {};
  for i := 0 to |s|
    invariant forall y :: y in counts <==> y in s[..i]
    invariant forall y :: y in counts ==> 0 < counts[y] <= i
    invariant seen == counts.Keys - {x}
  {
    var before := if s[i] in counts then counts[s[i]] else 0;
    counts := counts[s[i] := before + 1];
    if s[i] != x {
      seen := seen + {s[i]};
    }
  }
  c, d := counts, seen;
}
)",
    R"(ghost function $f(m: map, n: map): map
{
  m + n
}

ghost function $g(a: multiset, b: multiset): multiset
{
  a - b + b
}

lemma $l(m: map, n: map, a: multiset, b: multiset)
  requires b <= a
  ensures $f(m, n).Keys == m.Keys + n.Keys
  ensures $g(a, b) == a
{
}

method $m(a: array, i: nat, j: nat) returns (other: array)
  requires i < a.Length && j < a.Length
  modifies a
  ensures multiset(a[..]) == old(multiset(a[..]))
  ensures a[j] == old(a[i])
  ensures other == a
{
  a[i], a[j] := a[j], a[i];
  other := a;
}
)",
    R"(datatype $d<+T> = $dNil | $dCons(head: T, tail: $d) {
  function Append(other: $d<T>): $d<T>
  {
    if $dNil? then other else $dCons(head, tail.Append(other))
  }

  function Map<U>(f: T -> U): $d<U>
  {
    if $dNil? then $dNil else $dCons(f(head), tail.Map(f))
  }

  static function Single(x: T): $d<T> { $dCons(x, $dNil) }
}

lemma $l(xs: $d)
  ensures xs.Append($dNil) == xs
  ensures xs.Map(x => x) == xs
{
}

method $m(x: int, k: nat) returns (r: $d<int>, b: $d<bool>)
  ensures r == $dCons(k, $dCons($v, $dNil))
  ensures b.$dCons? && (b.head <==> (var x: int := k; $c))
{
  var first := $dCons(k, $dNil);
  var more: $d := $d.Single($v);
  r := first.Append($dNil).Append(more);
  b := first.Map(x => $c);
  $l(first);
}
)",
    R"(function $f<A, B>(f: A -> B, s: seq<A>): seq<B>
{
  seq(|s|, i requires 0 <= i < |s| => f(s[i]))
}

function $g<A, B, C>(f: B -> C, g: A -> B): A -> C
{
  x => f(g(x))
}

lemma $l<A, B, C>(f: B -> C, g: A -> B, s: seq<A>)
  ensures $f(f, $f(g, s)) == $f($g(f, g), s)
{
}

method $m(s: seq<int>, k: int) returns (r: seq<int>, b: seq<(bool, int)>)
  ensures |r| == |b| == |s|
  ensures forall i :: 0 <= i < |s| ==> r[i] == (var x := s[i]; $e)
  ensures forall i :: 0 <= i < |s| ==> b[i].1 == (var x := s[i]; $v)
{
  r := $f(x => $e, s);
  var both := $g(y => (y > $n, y), x => $v);
  b := $f(both, s);
  var none: seq<seq<int>> := $f(y => [y], []);
  r := $f(y => y + |none|, r);
}
)",
};

} // namespace

std::string left_out_types(Workshop& workshop) {
    const std::string d = workshop.fresh("Left");
    const Scope numbers{{"x", Type::Int, "x"}, {"k", Type::Int, "k"}};
    const Scope one{{"x", Type::Int, "x"}};
    return fill(workshop.random.one_of(kUnits), {{"d", d},
                                                 {"i", d + "Inner"},
                                                 {"f", workshop.fresh("Out")},
                                                 {"g", workshop.fresh("Out")},
                                                 {"l", workshop.fresh("Law")},
                                                 {"m", workshop.fresh("Uses")},
                                                 {"n", std::to_string(workshop.random.between(0, 3))},
                                                 {"v", expression(workshop, Type::Int, one, 1)},
                                                 {"e", expression(workshop, Type::Int, numbers, 1)},
                                                 {"c", expression(workshop, Type::Bool, one, 1)}});
}

} // namespace daphnia::oracle
