// Units about functions as values that read the heap: lambdas and named functions over arrays, called after the arrays
// have changed or have not, passed on, kept in variables and in values.
#include "workshop.h"

#include <array>

namespace daphnia::oracle {

namespace {

// $f $g $l $m: names; $n: a small number; $e: int over x and k; $v: int over x; $c: bool over x
constexpr std::array kUnits{
    R"(function $f(f: int ~> int, s: seq<int>): seq<int>
  requires forall x :: x in s ==> f.requires(x)
  reads set x, o | x in s && o in f.reads(x) :: o
  ensures |$f(f, s)| == |s|
  ensures forall i :: 0 <= i < |s| ==> $f(f, s)[i] == f(s[i])
{
  if s == [] then [] else [f(s[0])] + $f(f, s[1..])
}

method $m(a: array<int>, b: array<int>, s: seq<int>) returns (t: seq<int>, u: seq<int>)
  requires a.Length > $n
  modifies a, b
  ensures |t| == |s| == |u|
  ensures forall i :: 0 <= i < |s| ==> t[i] == (var x, k := s[i], old(a[$n]); $e)
  ensures a != b && a[$n] == old(a[$n]) ==> t == u
{
  var g := (x: int) requires a.Length > $n reads a => var k := a[$n]; $e;
  t := $f(g, s);
  if b.Length > 0 {
    b[0] := b[0] + 1;
  }
  if a[$n] > 0 && a != b {
    a[$n] := a[$n] - 1;
  }
  u := $f(g, s);
}
)",
    R"(function $f<A, B>(f: A ~> B, x: A): B
  requires f.requires(x)
  reads f.reads(x)
{
  f(x)
}

function $g(a: array<int>, i: int): int
  requires 0 <= i < a.Length
  reads a
{
  a[i] + $n
}

method $m(a: array<int>, b: array<int>, x: int) returns (r: int, t: int)
  requires a.Length > $n && b.Length > $n
  modifies a
  ensures r == x + $n
  ensures t == old(a[$n]) || a == b
{
  var g := $g;
  assert g.requires(a, $n) && g.reads(a, $n) == {a};
  t := g(b, $n) - $n;
  t := g(a, $n) - $n;
  a[$n] := x;
  r := g(a, $n);
  var h := () requires a.Length > $n reads a => a[$n] + $n;
  assert h() == r;
  assert a in h.reads();
  var applied := $f((u: bool) requires a.Length > $n reads a => h() - a[$n], true);
  assert applied == $n || b.Length == 0;
}
)",
    R"(method $l(f: () ~> int, a: array<int>) returns (r: int)
  requires f.requires() && a !in f.reads()
  modifies a
  ensures r == old(f()) && f.requires() && f() == r
  ensures forall i :: 0 <= i < a.Length ==> a[i] == $n
{
  r := f();
  for i := 0 to a.Length
    invariant f.requires() && a !in f.reads() && f() == r
    invariant forall j :: 0 <= j < i ==> a[j] == $n
  {
    a[i] := $n;
  }
}

method $m(a: array<int>, b: array<int>, x: int) returns (r: int)
  requires a != b && a.Length > 0
  modifies b
  ensures r == var k := a[0]; $e
{
  r := $l(() requires a.Length > 0 reads a => var k := a[0]; $e, b);
  var c := new int[3];
  var again := $l(() requires a.Length > 0 reads a => var k := a[0]; $e, c);
  assert again == r && c[1] == $n;
}
)",
    R"(datatype $d = $d(run: int ~> int, limit: nat)

ghost predicate $g(d: $d, x: int)
  reads d.run.reads(x)
{
  d.run.requires(x)
}

function $f(d: $d, x: int): int
  requires $g(d, x)
  reads d.run.reads(x)
{
  d.run(x) + d.limit
}

method $m(a: array<int>, n: int) returns (d: $d, r: int)
  requires a.Length > $n
  modifies a
  ensures $g(d, n) && r == $f(d, n)
{
  d := $d((x: int) requires a.Length > $n reads a => a[$n] + $v, $n);
  r := $f(d, n);
  a[$n] := 0;
  var x := n;
  assert $f(d, n) == $v + $n;
  a[$n] := 1;
  r := $f(d, n);
  assert r == $f(d.(limit := 0), n) + $n;
}
)",
    R"(function $f(p: int ~> bool, a: array<int>, i: nat): nat
  requires i <= a.Length
  requires forall x :: p.requires(x)
  reads a, p.reads
{
  if i == 0 then 0 else $f(p, a, i - 1) + if p(a[i - 1]) then 1 else 0
}

lemma $l(p: int ~> bool, a: array<int>, i: nat)
  requires i <= a.Length
  requires forall x :: p.requires(x)
  ensures $f(p, a, i) <= i
{
}

method $m(a: array<int>, b: array<bool>) returns (n: nat)
  requires b.Length > 0
  modifies b
  ensures n <= a.Length
  ensures old(b[0]) ==> b[0] || n == 0
{
  var p := (x: int) requires b.Length > 0 reads b => b[0] && $c;
  n := 0;
  for i := 0 to a.Length
    invariant n == $f(p, a, i)
  {
    if p(a[i]) {
      n := n + 1;
    }
  }
  $l(p, a, a.Length);
  assert !b[0] && n > 0 ==> false;
  if n > 0 {
    b[0] := true;
  }
}
)",
    R"(method $l(a: array<int>, s: seq<nat>) returns (all: seq<() ~> int>)
  requires forall i :: i in s ==> i < a.Length
  ensures |all| == |s|
  ensures forall i :: 0 <= i < |s| ==> all[i].requires() && all[i].reads() == {a} && all[i]() == a[s[i]]
{
  all := [];
  for i := 0 to |s|
    invariant |all| == i
    invariant forall j :: 0 <= j < i ==> all[j].requires() && all[j].reads() == {a} && all[j]() == a[s[j]]
  {
    var at := s[i];
    all := all + [() requires at < a.Length reads a => a[at]];
  }
}

method $m(a: array<int>, x: int) returns (r: int)
  requires a.Length > $n
  modifies a
  ensures r == $v
{
  var all := $l(a, [0, $n]);
  assert [0, $n][1] == $n;
  a[$n] := $v;
  r := all[1]();
}
)",
    R"(function $f(n: nat, a: array<int>): int
  reads a
  decreases n
{
  if n == 0 || a.Length == 0 then $n
  else ((k: nat) requires k < n reads a => $f(k, a))(n - 1) + a[n % a.Length]
}

method $l(f: int ~> int, g: int --> int, x: int) returns (h: int ~> int)
  ensures forall k :: h.requires(k) <==> if $n > 1 then f.requires(k) else g.requires(k)
{
  if $n > 1 {
    h := f;
  } else {
    h := g;
  }
}

method $m(a: array<int>, n: nat) returns (r: int)
  modifies a
  ensures a.Length > $n ==> r == if $n > 1 then old(a[$n]) else n
{
  ghost var before := $f(n, a);
  var h := $l(i requires 0 <= i < a.Length reads a => a[i], x requires x < 5 => n, 2);
  r := n;
  if $n < a.Length {
    r := h($n);
    var kept := a[$n];
    a[$n] := 0;
    a[$n] := kept;
  }
  assert a.Length > $n ==> a[$n] == old(a[$n]);
  assert before == $f(n, a) || a.Length > $n;
}
)",
};

} // namespace

std::string reading_functions(Workshop& workshop) {
    const Scope numbers{{"x", Type::Int, "x"}, {"k", Type::Int, "k"}};
    const Scope one{{"x", Type::Int, "x"}};
    return fill(workshop.random.one_of(kUnits), {{"d", workshop.fresh("Data")},
                                                 {"f", workshop.fresh("Over")},
                                                 {"g", workshop.fresh("Get")},
                                                 {"l", workshop.fresh("Law")},
                                                 {"m", workshop.fresh("Apply")},
                                                 {"n", std::to_string(workshop.random.between(0, 3))},
                                                 {"v", expression(workshop, Type::Int, one, 1)},
                                                 {"e", expression(workshop, Type::Int, numbers, 1)},
                                                 {"c", expression(workshop, Type::Bool, one, 1)}});
}

} // namespace daphnia::oracle
