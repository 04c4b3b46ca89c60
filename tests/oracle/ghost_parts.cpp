// Units about values with ghost parts in collections: datatypes and tuples in sequences, sets, multisets, maps and
// arrays. Compiled code moves them about and looks at the rest; what is said of them sees all.
#include "workshop.h"

#include <array>

namespace daphnia::oracle {

namespace {

// $d: a datatype; $f $g $l $m: names; $n: a small number; $e: int over x and k; $v: int over x; $c: bool over x
constexpr std::array kUnits{
    R"(datatype $d = $d(value: int, ghost age: nat)

ghost function $f(s: seq<$d>): nat
{
  if s == [] then 0 else s[0].age + $f(s[1..])
}

function $g(s: seq<$d>): seq<int>
  ensures |$g(s)| == |s|
{
  if s == [] then [] else [s[0].value] + $g(s[1..])
}

lemma $l(s: seq<$d>, c: $d)
  ensures $f([c] + s) == c.age + $f(s)
  ensures $g([c] + s) == [c.value] + $g(s)
  ensures c in [c.(age := c.age + 1)] <==> c.age == c.age + 1
{
  assert ([c] + s)[1..] == s;
}

method $m(s: seq<$d>, x: int) returns (t: seq<$d>, n: int)
  ensures |t| == |s| + 1
  ensures forall i :: 0 <= i < |s| ==> t[i].age == s[i].age + 1 && t[i].value == s[i].value
  ensures t[|s|] == $d($v, $n)
{
  t := [];
  n := 0;
  for i := 0 to |s|
    invariant |t| == i
    invariant forall j :: 0 <= j < i ==> t[j] == s[j].(age := s[j].age + 1)
  {
    t := t + [s[i].(age := s[i].age + 1)];
    n := n + s[i].value;
  }
  t := t + [$d($v, $n)];
}
)",
    R"(datatype $d = $d(value: int, ghost owner: int) | $dGone

lemma $l(x: int, k: int)
  ensures $d(x, k) == $d(x, $n) <==> k == $n
  ensures |{$d(x, k), $d(x, k + 1)}| == 2
  ensures multiset{$d(x, k), $d(x, $n)}[$d(x, $n)] == (if k == $n then 2 else 1)
  ensures $d(x, k) in map[$d(x, $n) := 1] ==> k == $n
  ensures $d(x, k) !in [$dGone, $d(x, k - 1)]
{
}

method $m(s: seq<$d>, x: int) returns (n: nat, ghost seen: set<$d>)
  ensures forall c :: c in seen <==> c in s && c.$d?
  ensures n >= |seen|
{
  n, seen := 0, {};
  for i := 0 to |s|
    invariant forall c :: c in seen <==> c in s[..i] && c.$d?
    invariant n >= |seen|
  {
    match s[i]
    case $dGone =>
    case $d(value, owner) =>
      seen := seen + {s[i]};
      n := n + 1;
      if value == x {
        assert $d(x, owner) in seen;
      }
  }
}
)",
    R"(function $f(x: int, k: int): (int, ghost int)
{
  ($v, ghost $e)
}

method $m(s: seq<int>, k: int) returns (t: seq<(int, ghost int)>, r: int)
  ensures |t| == |s|
  ensures forall i :: 0 <= i < |s| ==> t[i] == $f(s[i], k)
  ensures |s| > 0 ==> r == t[0].0
{
  t := seq(|s|, i requires 0 <= i < |s| => $f(s[i], k));
  r := 0;
  if |t| > 0 {
    r := t[0].0;
    ghost var first := t[0].1;
    assert first == (var x := s[0]; $e);
    var (again, _) := t[0];
    assert again == r;
  }
}

lemma $l(p: (int, ghost int), q: (int, ghost int), s: seq<(int, ghost int)>)
  requires p.0 == q.0
  ensures p == q <==> p.1 == q.1
  ensures p.1 != q.1 ==> |{p, q}| == 2
  ensures p in s && p == q ==> q in s
{
}
)",
    R"(datatype $d<T> = $d(value: T, ghost count: nat)

function $f<T>(m: map<int, $d<T>>, key: int, x: T): map<int, $d<T>>
  ensures key in $f(m, key, x) && $f(m, key, x)[key].value == x
  ensures key in m ==> $f(m, key, x)[key].count == m[key].count + 1
{
  if key in m.Keys then m[key := $d(x, m[key].count + 1)] else m[key := $d(x, $n)]
}

method $m(m: map<int, $d<int>>, x: int) returns (n: map<int, $d<int>>, r: int, ghost total: nat)
  ensures n.Keys == m.Keys + {x}
  ensures x in m ==> total == m[x].count + 1
  ensures r == $v
  ensures n[x] in n.Values
{
  n := $f(m, x, $v);
  r := n[x].value;
  total := n[x].count;
  ghost var twice := n[x := n[x].(count := total + 1)];
  assert twice != n && twice[x].value == r;
  assert twice.Keys == n.Keys;
}

lemma $l(m: map<int, $d<int>>, x: int)
  requires x in m
  ensures $f(m, x, m[x].value) != m
  ensures $f(m, x, $n).Keys == m.Keys
{
  assert $f(m, x, m[x].value)[x].count != m[x].count;
}
)",
    R"(datatype $d = $dNil | $dCons(head: int, ghost mark: bool, tail: $d)

function $f(xs: $d): nat
{
  match xs
  case $dNil => 0
  case $dCons(_, _, rest) => 1 + $f(rest)
}

ghost function $g(xs: $d): nat
{
  match xs
  case $dNil => 0
  case $dCons(_, mark, rest) => (if mark then 1 else 0) + $g(rest)
}

lemma $l(xs: $d)
  ensures $g(xs) <= $f(xs)
{
}

method $m(a: array<$d>, x: int, ghost mark: bool) returns (n: nat)
  requires a.Length > $n
  modifies a
  ensures a[$n] == $dCons($v, mark, old(a[$n]))
  ensures $g(a[$n]) >= old($g(a[$n]))
  ensures n == old($f(a[$n]))
{
  n := $f(a[$n]);
  a[$n] := $dCons($v, mark, a[$n]);
  ghost var other := a[$n].(mark := !mark);
  assert other != a[$n] && other.tail == a[$n].tail;
  assert $g(other) != $g(a[$n]);
  $l(other);
}
)",
    R"(datatype $d = $d(value: int, ghost trace: seq<int>)

function $f(d: $d, x: int): $d
  ensures $f(d, x).trace == d.trace + [d.value]
{
  var k := d.value;
  $d($e, d.trace + [d.value])
}

method $m(start: int, s: seq<int>) returns (d: $d)
  ensures |d.trace| == |s|
  ensures |s| > 0 ==> d.trace[0] == start
  ensures s == [] ==> d == $d(start, [])
{
  d := $d(start, []);
  for i := 0 to |s|
    invariant |d.trace| == i
    invariant i > 0 ==> d.trace[0] == start
    invariant i == 0 ==> d == $d(start, [])
  {
    d := $f(d, s[i]);
  }
}

lemma $l(d: $d, x: int, all: set<$d>)
  requires d in all
  ensures $f(d, x) != d
  ensures |all + {$f(d, x)}| >= |all|
  ensures (set c | c in all && c.value == d.value) != {}
{
  assert |$f(d, x).trace| == |d.trace| + 1;
  assert d in (set c | c in all && c.value == d.value);
}
)",
};

} // namespace

std::string ghost_parts(Workshop& workshop) {
    const Scope numbers{{"x", Type::Int, "x"}, {"k", Type::Int, "k"}};
    const Scope one{{"x", Type::Int, "x"}};
    return fill(workshop.random.one_of(kUnits), {{"d", workshop.fresh("Cell")},
                                                 {"f", workshop.fresh("Of")},
                                                 {"g", workshop.fresh("By")},
                                                 {"l", workshop.fresh("Law")},
                                                 {"m", workshop.fresh("Uses")},
                                                 {"n", std::to_string(workshop.random.between(0, 3))},
                                                 {"v", expression(workshop, Type::Int, one, 1)},
                                                 {"e", expression(workshop, Type::Int, numbers, 1)},
                                                 {"c", expression(workshop, Type::Bool, one, 1)}});
}

} // namespace daphnia::oracle
