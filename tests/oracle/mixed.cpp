// Units of what the other families leave out: claims about concrete values, both ways round; conversions, other element
// types, arrays of arrays, default arguments, ghost tuples, claims inside expressions.
#include "workshop.h"

#include <array>

namespace daphnia::oracle {

namespace {

constexpr std::array kMixed{
    R"(type Row = seq<nat>

method $m(rows: seq<Row>, c: nat) returns (all: Row, ok: bool)
  ensures ok <==> forall r :: r in rows ==> |r| <= c
  ensures forall x :: x in all ==> x >= 0
{
  all, ok := [], true;
  for i := 0 to |rows|
    invariant ok <==> forall k :: 0 <= k < i ==> |rows[k]| <= c
  {
    all := all + rows[i];
    ok := ok && |rows[i]| <= c;
  }
}
)",
    R"(method $m(a: array<nat>, i: int) returns (r: int)
  requires 0 <= i < a.Length
  modifies a
  ensures r >= 0
  ensures a[i] == old(a[i]) / $n
  ensures r == old(a[i]) % $n
{
  r := a[i] % $n;
  a[i] := a[i] / $n;
}
)",
    R"(method $m(grid: array<array<int>>, i: nat, j: nat, v: int)
  requires i < grid.Length && j < grid[i].Length
  modifies grid[i]
  ensures grid[i][j] == v
  ensures forall k :: 0 <= k < grid.Length && grid[k] != grid[i] ==> grid[k][..] == old(grid[k][..])
{
  grid[i][j] := v;
}
)",
    R"(method $m(grid: array<array<int>>, a: array<int>, i: nat)
  requires i < grid.Length && a.Length > 0
  modifies grid, a
  ensures grid[i] == a
  ensures grid[i][0] == $n
  ensures forall k :: 0 <= k < grid.Length && k != i ==> grid[k] == old(grid[k])
{
  grid[i] := a;
  a[0] := $n;
}
)",
    R"(method $p(x: int, step: int := $n) returns (y: int, z: int)
  ensures y == x + step && z == x - step
{
  return x + step, x - step;
}

method $m(x: int) returns (r: (int, int))
  ensures r == (x + 2 * $n, x)
{
  var up, down := $p(x);
  up, down := $p(up, step := $n);
  r := (up, down);
}
)",
    R"(ghost function $p(x: int): (int, ghost bool)
{
  (x + $n, ghost x > 0)
}

lemma $m(x: int)
  ensures $p(x).0 - $n == x
  ensures $p(x).1 ==> $p(x).0 > $n
{
  var t := $p(x);
  assert t.1 <==> t.0 > $n;
}
)",
    R"(function $p(x: int): nat
{
  if x < 0 then (-x) as nat else assert x >= 0; x
}

method $m(x: int) returns (c: char, n: nat)
  ensures c as int == 'a' as int + $p(x) % 26
  ensures n <= $p(x)
  ensures x is nat ==> n == x / 2
{
  var positive: nat := $p(x);
  c := ((positive % 26) + ('a' as int)) as char;
  n := positive / 2;
}
)",
    R"(ghost predicate $p(s: seq<int>, n: int)
{
  exists i :: 0 <= i < |s| && s[i] > n
}

lemma $m(s: seq<int>, n: int) returns (at: nat)
  requires $p(s, n)
  ensures at < |s| && s[at] > n
  ensures forall m :: m <= n ==> $p(s, m)
{
  var i :| 0 <= i < |s| && s[i] > n;
  at := i;
  forall m | m <= n
    ensures $p(s, m)
  {
    assert s[i] > m;
  }
}
)",
    R"(lemma $p(x: int, y: int)
  requires 0 <= x <= y
  ensures x * x <= y * y
{
}

method $m(s: seq<nat>) returns (t: seq<nat>)
  requires forall i, j :: 0 <= i < j < |s| ==> s[i] <= s[j]
  ensures |t| == |s|
  ensures forall i, j :: 0 <= i < j < |t| ==> t[i] <= t[j]
{
  t := seq(|s|, i requires 0 <= i < |s| => s[i] * s[i]);
  forall i, j | 0 <= i < j < |s| {
    $p(s[i], s[j]);
  }
}
)",
    R"(method $m(n: nat) returns (a: array<int>, b: array<int>)
  ensures fresh(a) && fresh(b) && a != b
  ensures a.Length == b.Length == n
  ensures forall i :: 0 <= i < n ==> a[i] == b[n - 1 - i]
{
  a := new int[n](i => i * $n);
  b := new int[n];
  var i := 0;
  while i < n
    invariant 0 <= i <= n
    invariant forall k :: 0 <= k < n ==> a[k] == k * $n
    invariant forall k :: 0 <= k < i ==> b[k] == (n - 1 - k) * $n
  {
    b[i] := a[n - 1 - i];
    i := i + 1;
  }
}
)",
};

} // namespace

std::string mixed(Workshop& workshop) {
    return fill(workshop.random.one_of(kMixed), {{"m", workshop.fresh("Mixed")},
                                                 {"p", workshop.fresh("Part")},
                                                 {"n", std::to_string(workshop.random.between(1, 4))}});
}

// At most one of the two is true.
std::string ground(Workshop& workshop) {
    constexpr std::array kTypes{Type::Int,    Type::Nat,    Type::IntSeq, Type::IntSeq,
                                Type::Nested, Type::String, Type::Pair};
    Scope scope;
    std::string start;
    for (const Type type : kTypes) {
        const std::string name = workshop.fresh("w");
        start += fill("  var $n: $t := $v;\n",
                      {{"n", name}, {"t", to_string(type)}, {"v", expression(workshop, type, {}, 1, true)}});
        scope.push_back({name, type, {}});
    }
    const std::string claim = expression(workshop, Type::Bool, scope, 3, true);
    return fill(R"(lemma $y()
{
$s  assert $c;
}

lemma $n()
{
$s  assert !$c;
}
)",
                {{"y", workshop.fresh("Yes")}, {"n", workshop.fresh("No")}, {"s", start}, {"c", claim}});
}

} // namespace daphnia::oracle
