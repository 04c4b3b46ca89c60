// Units about functions as values: map, filter and fold with random lambdas and named functions, partial functions,
// captured variables, recursion through lambdas.
#include "workshop.h"

#include <array>

namespace daphnia::oracle {

namespace {

// $f $g $l $m: names; $n: a small number; $e: int over x and k; $v: int over x; $c: bool over x
constexpr std::array kUnits{
    R"(function $f<A, B>(f: A -> B, s: seq<A>): seq<B>
  ensures |$f(f, s)| == |s|
  ensures forall i :: 0 <= i < |s| ==> $f(f, s)[i] == f(s[i])
{
  if s == [] then [] else [f(s[0])] + $f(f, s[1..])
}

function $g(x: int): int { $v }

lemma $l<A, B, C>(f: B -> C, g: A -> B, s: seq<A>)
  ensures $f(f, $f(g, s)) == $f(x => f(g(x)), s)
{
}

method $m(s: seq<int>, k: int) returns (a: seq<int>, b: seq<bool>)
  ensures |a| == |b| == |s|
  ensures forall i :: 0 <= i < |s| ==> a[i] == (var x := s[i]; $e)
  ensures forall i :: 0 <= i < |s| ==> b[i] == (var x := $g(s[i]); $c)
{
  var shift := k;
  a := $f(x => var k := shift; $e, s);
  shift := 0;
  b := $f(x => $c, $f($g, s));
}
)",
    R"(function $f(p: int -> bool, s: seq<int>): seq<int>
  ensures forall x :: x in $f(p, s) <==> x in s && p(x)
{
  if s == [] then [] else if p(s[0]) then [s[0]] + $f(p, s[1..]) else $f(p, s[1..])
}

function $g(f: (int, int) -> int, z: int, s: seq<int>): int
  decreases s
{
  if s == [] then z else $g(f, f(z, s[0]), s[1..])
}

lemma $l(f: (int, int) -> int, z: int, s: seq<int>, t: seq<int>)
  ensures $g(f, z, s + t) == $g(f, $g(f, z, s), t)
  decreases s
{
  if s == [] {
    assert s + t == t;
  } else {
    assert (s + t)[1..] == s[1..] + t;
    $l(f, f(z, s[0]), s[1..], t);
  }
}

method $m(s: seq<int>) returns (r: int, t: seq<int>)
  ensures r == $g((x, k) => $e, $n, s)
  ensures t == $f(x => $c, s)
{
  r := $n;
  t := [];
  for i := 0 to |s|
    invariant r == $g((x, k) => $e, $n, s[..i])
    invariant forall x :: x in t <==> x in s[..i] && $c
  {
    $l((x, k) => $e, $n, s[..i], [s[i]]);
    assert s[..i + 1] == s[..i] + [s[i]];
    var x, k := r, s[i];
    r := $e;
    x := s[i];
    if $c {
      t := t + [x];
    }
  }
  t := $f(x => $c, s);
}
)",
    R"(function $f(f: int --> int, s: seq<int>): seq<int>
  requires forall x :: x in s ==> f.requires(x)
  ensures |$f(f, s)| == |s|
  ensures forall i :: 0 <= i < |s| ==> $f(f, s)[i] == f(s[i])
{
  if s == [] then [] else [f(s[0])] + $f(f, s[1..])
}

function $g(x: int): int
  requires x != $n
{
  100 / (x - $n)
}

method $m(s: seq<int>, f: int --> int, k: int) returns (t: seq<int>, g: int --> int)
  requires $n !in s
  requires f.requires(k)
  ensures |t| == |s|
  ensures g.requires(k) && g(k) == f(k)
  ensures !g.requires(k + 1)
{
  t := $f($g, s);
  var u := $f(x requires x != $n => $g(x) + k, s);
  assert forall i :: 0 <= i < |s| ==> u[i] == t[i] + k;
  g := x requires x == k && f.requires(x) => f(x);
}
)",
    R"(datatype $d = $d(value: int, run: int -> int, children: seq<int -> int>)

function $f(n: nat, x: int): int
{
  if n == 0 then x else ((k: nat) requires k < n => $f(k, $v))(n - 1)
}

lemma $l(n: nat, x: int)
  ensures $f(n + 1, x) == $f(n, $v)
  ensures $f(0, $n) == $n
{
}

method $m(d: $d, x: int) returns (r: int, f: int -> int, a: array<int -> int>)
  ensures r == d.run($v)
  ensures f(x) == $v
  ensures forall i :: 0 <= i < a.Length ==> a[i](i) == i + x
{
  var g := d.(value := $n).run;
  r := g($v);
  f := x => $v;
  a := new int -> int[$n](i => j => j + x);
}
)",
};

} // namespace

std::string lambdas(Workshop& workshop) {
    const Scope numbers{{"x", Type::Int, "x"}, {"k", Type::Int, "k"}};
    const Scope one{{"x", Type::Int, "x"}};
    const std::string text = workshop.random.one_of(kUnits);
    return fill(text, {{"d", workshop.fresh("Data")},
                       {"f", workshop.fresh("Over")},
                       {"g", workshop.fresh("By")},
                       {"l", workshop.fresh("Law")},
                       {"m", workshop.fresh("Apply")},
                       {"n", std::to_string(workshop.random.between(0, 3))},
                       {"v", expression(workshop, Type::Int, one, 1)},
                       {"e", expression(workshop, Type::Int, numbers, 1)},
                       {"c", expression(workshop, Type::Bool, one, 1)}});
}

} // namespace daphnia::oracle
