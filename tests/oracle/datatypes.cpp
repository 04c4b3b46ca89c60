// Units about datatypes: lists, trees, records and enumerations with random functions over them, laws by induction,
// generic lists, options and trees, matches with random cases, loops and methods that take values apart.
#include "workshop.h"

#include <array>

namespace daphnia::oracle {

namespace {

// $d, $i: datatypes; $f $g $l $m: names; $n: a small number; $e: int over x and k; $v: int over x; $c: bool over x
constexpr std::array kUnits{
    R"(datatype $d = $dNil | $dCons(head: int, tail: $d)

function $f(xs: $d): int
{
  match xs
  case $dNil => $n
  case $dCons(x, rest) => var k := $f(rest); $e
}

function $g(xs: $d, ys: $d): $d
{
  if xs.$dNil? then ys else $dCons(xs.head, $g(xs.tail, ys))
}

lemma $l(xs: $d, ys: $d, zs: $d)
  ensures $g($g(xs, ys), zs) == $g(xs, $g(ys, zs))
  ensures $g(xs, $dNil) == xs
{
}

method $m(xs: $d) returns (k: int)
  ensures k == $f(xs)
{
  match xs {
    case $dNil => k := $n;
    case $dCons(x, rest) =>
      k := $m(rest);
      k := $e;
  }
}
)",
    R"(datatype $d = $dLeaf(nat) | $dNode(left: $d, value: int, right: $d)

function $f(t: $d): nat
{
  match t
  case $dLeaf(n) => n
  case $dNode($dLeaf(0), _, r) => 1 + $f(r)
  case $dNode(l, x, $dLeaf($n)) => if $c then $f(l) else 2
  case $dNode(l, _, r) => $f(l) + $f(r)
}

function $g(t: $d): $d
  ensures $g(t).$dLeaf? <==> t.$dLeaf?
{
  if t.$dLeaf? then t else $dNode($g(t.right), t.value, $g(t.left))
}

lemma $l(t: $d)
  ensures $g($g(t)) == t
{
}

method $m(t: $d, x: int) returns (u: $d)
  ensures t.$dNode? ==> u == t.(value := $v)
{
  u := t;
  if t.$dNode? {
    u := $dNode(t.left, $v, t.right);
  }
}
)",
    R"(datatype $d = $dA | $dB | $dC

function $f(a: $d, b: $d, x: int): int
{
  match (a, b)
  case ($dA, $dA) | ($dA, $dB) => $n
  case ($dA, _) => x
  case (_, $dC) => if $c then 1 else 2
  case (other, $dB) => if other == $dB then 3 else x
  case _ => 0 - $n
}

predicate $g(a: $d)
{
  a != $dB
}

lemma $l(a: $d, b: $d)
  requires $g(a) && $g(b)
  ensures a == b || (a.$dA? && b.$dC?) || (a == $dC && b == $dA)
  ensures forall x: int :: $f($dA, $dA, x) == $n
{
}

method $m(a: $d) returns (b: $d)
  ensures b != a
{
  if case a.$dA? => b := $dB;
     case a == $dB => b := $dC;
     case !a.$dA? && !a.$dB? => b := $dA;
}
)",
    R"(datatype $d = $d(items: seq<int>, count: nat, inner: ($i, bool))
datatype $i = $iSome(value: int) | $iNone

ghost predicate $g(p: $d)
{
  p.count == |p.items| && (p.inner.1 ==> p.inner.0.$iSome?)
}

function $f(p: $d, x: int): $d
  requires $g(p)
  ensures $g($f(p, x))
{
  p.(items := p.items + [$v], count := p.count + 1, inner := ($iSome($v), true))
}

lemma $l(p: $d, q: $d, x: int)
  requires $g(p) && $g(q)
  requires |p.items| == |q.items| && p.inner == q.inner
  requires forall i :: 0 <= i < |p.items| ==> p.items[i] == q.items[i]
  ensures p == q
  ensures $f(p, x).inner.0.value == $v
  ensures $f(p, x).items[..p.count] == q.items
{
}

method $m(p: $d) returns (k: int, o: $i)
  requires $g(p) && p.count > 0
  ensures k in p.items && o == $iSome(k)
{
  var $d(items, n, (_, flag)) := p;
  k := items[n - 1];
  o := if flag then p.inner.0.(value := k) else $iSome(k);
}
)",
    R"(datatype $d = $d(value: int, children: seq<$d>) {
  function Size(): nat
  {
    1 + Sizes(children)
  }

  static function Sizes(ts: seq<$d>): nat
  {
    if |ts| == 0 then 0 else ts[0].Size() + Sizes(ts[1..])
  }

  predicate Above(k: int)
  {
    value > k && forall i :: 0 <= i < |children| ==> children[i].Above(k)
  }

  lemma Weaker(k: int)
    requires Above(k + $n)
    ensures Above(k)
  {
    forall i | 0 <= i < |children|
      ensures children[i].Above(k)
    {
      children[i].Weaker(k);
    }
  }
}

method $m(t: $d, x: int) returns (u: $d)
  ensures u.children == t.children + [t]
  ensures u.value == $v
{
  u := $d($v, t.children + [t]);
}
)",
    R"(datatype $d = $dZero | $dNext($i)
datatype $i = $iNext(before: $d, x: int)

function $f(e: $d): nat
{
  match e
  case $dZero => 0
  case $dNext(o) => $g(o)
}

function $g(o: $i): nat
{
  1 + $f(o.before)
}

lemma $l(e: $d)
  ensures e.$dNext? ==> $f(e) >= 1
  ensures $f($dNext($iNext(e, $n))) == $f(e) + 1
{
}

method $m(e: $d) returns (n: nat)
  ensures n == $f(e)
{
  n := 0;
  var rest := e;
  while rest != $dZero
    invariant n + $f(rest) == $f(e)
    decreases rest
  {
    var $dNext($iNext(b, _)) := rest;
    rest := b;
    n := n + 1;
  }
}
)",
    R"(datatype $d<T> = $dNil | $dCons(head: T, tail: $d<T>) {
  function $f(): nat
  {
    match this
    case $dNil => $n
    case $dCons(_, rest) => 1 + rest.$f()
  }
}
datatype $i<+T> = $iNone | $iSome(value: T)

function $g<T>(xs: $d<T>, ys: $d<T>): $d<T>
{
  if xs.$dNil? then ys else $dCons(xs.head, $g(xs.tail, ys))
}

function $gSum(xs: $d<int>): int
{
  match xs
  case $dNil => $n
  case $dCons(x, rest) => var k := $gSum(rest); $e
}

lemma $l<T>(xs: $d<T>, ys: $d<T>)
  ensures $g(xs, ys).$f() + $n == xs.$f() + ys.$f()
{
}

function $lFind(xs: $d<int>, n: nat): $i<int>
{
  match xs
  case $dNil => $iNone
  case $dCons(x, rest) => if n == 0 then $iSome($v) else $lFind(rest, n - 1)
}

method $m<T>(xs: $d<T>, x: T) returns (last: $i<T>)
  ensures last.$iSome? <==> xs.$dCons?
{
  last := $iNone;
  var rest := xs;
  while rest.$dCons?
    invariant xs.$dNil? ==> rest.$dNil?
    invariant last.$iSome? || rest == xs
    decreases rest
  {
    last := $iSome(rest.head);
    rest := rest.tail;
  }
}

method $mUse(x: int, k: int) returns (r: $i<int>)
{
  var xs := $dCons(x, $dCons(k, $dNil));
  r := $m(xs, x);
  var o := $lFind(xs, 1);
  if x >= 0 {
    var natural: $i<nat> := $iSome(x);
    r := natural;
  }
  $l(xs, $dNil);
  assert $g(xs, $dNil).$f() + $n == xs.$f() + $n;
}
)",
    R"(datatype $d<T> = $d(root: T, children: $i<$d<T>>)
datatype $i<T> = $iNil | $iCons(first: T, rest: $i<T>)

function $f<T>(t: $d<T>): nat
{
  1 + $g(t.children)
}

function $g<T>(ts: $i<$d<T>>): nat
{
  match ts
  case $iNil => $n
  case $iCons(t, rest) => $f(t) + $g(rest)
}

lemma $l<T>(t: $d<T>)
  ensures $f(t) > 0
{
}

method $m(t: $d<int>, x: int) returns (u: $d<int>)
  ensures u.children == t.children
  ensures $f(u) == $f(t)
{
  u := t.(root := $v);
}
)",
    R"(datatype $d<T> = $dNil | $dCons(head: T, tail: $d)

function $f(xs: $d<int>): (k: int)
{
  match xs
  case $dNil => $n
  case $dCons(x, rest) => var k := $f(rest); $e
} by method {
  match xs {
    case $dNil => k := $n;
    case $dCons(x, rest) =>
      k := $f(rest);
      k := $e;
  }
}

ghost function $g(xs: $d): set
{
  match xs
  case $dNil => {}
  case $dCons(x, rest) => {x} + $g(rest)
}

lemma $l<T>(xs: $d<T>, ys: $d<T>)
  ensures forall x :: x in $g(xs) ==> x < xs
  ensures xs < ys ==> !(ys < xs)
  ensures (xs decreases to ys) ==> ys < xs
{
}

method $m(xs: $d<int>, x: int) returns (k: int)
{
  k := $f(xs);
  var ys := $dCons($v, xs);
  assert xs < ys;
  assert (ys, $v decreases to xs, $n);
  assert ys < xs ==> $c;
  assert $dCons($v, $dNil) > xs ==> $c || xs.$dNil?;
}
)",
};

} // namespace

std::string datatypes(Workshop& workshop) {
    const std::string d = workshop.fresh("Data");
    const Scope numbers{{"x", Type::Int, "x"}, {"k", Type::Int, "k"}};
    const Scope one{{"x", Type::Int, "x"}};
    const std::string text = workshop.random.one_of(kUnits);
    return fill(text, {{"d", d},
                       {"i", d + "Inner"},
                       {"f", workshop.fresh("Of")},
                       {"g", workshop.fresh("By")},
                       {"l", workshop.fresh("Law")},
                       {"m", workshop.fresh("Take")},
                       {"n", std::to_string(workshop.random.between(0, 3))},
                       {"v", expression(workshop, Type::Int, one, 1)},
                       {"e", expression(workshop, Type::Int, numbers, 1)},
                       {"c", expression(workshop, Type::Bool, one, 1)}});
}

} // namespace daphnia::oracle
