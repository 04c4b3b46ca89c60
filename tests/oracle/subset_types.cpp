// Units with subset types and newtypes: where values enter them, and what is known of the values that come out.
#include "workshop.h"

#include <array>

namespace daphnia::oracle {

namespace {

constexpr std::array kSubsetTypes{
    R"(type $t = x: int | x % ($n + 1) == 0

function $p(x: $t, k: int): $t
{
  x + k * ($n + 1)
}

method $m(s: seq<$t>, x: int) returns (r: $t, n: nat)
  ensures r % ($n + 1) == 0
  ensures n <= |s|
  ensures r == 0 || r in s || x is $t
{
  r, n := 0, 0;
  while n < |s| && s[n] < $n
    invariant n <= |s|
    invariant r == 0 || r in s
  {
    r := s[n];
    n := n + 1;
  }
  if x is $t {
    r := $p(x, n);
  }
}
)",
    R"(type $t = x: nat | x <= 3 * $n witness $n
type $k = x: $t | x != $n witness 0

method $m(a: array<$t>, x: $k) returns (c: nat, s: set<$k>)
  modifies a
  ensures forall i :: 0 <= i < a.Length ==> a[i] <= 3 * $n
  ensures forall y :: y in s ==> y < $n
  ensures c <= a.Length
{
  c := 0;
  s := set y: $k | y < x && y < $n;
  for i := 0 to a.Length
    invariant c <= i
  {
    if a[i] == x {
      c := c + 1;
    } else if a[i] > 0 {
      a[i] := a[i] - 1;
    }
  }
}

lemma $l(x: $k, y: $t)
  requires x > 2 * y
  ensures 2 * y < 3 * $n
{
}
)",
    R"(newtype $t = x: int | 0 <= x < 16 * $n
newtype $k = x: int | -$n <= x <= $n witness 0

function $p(x: $t, y: $t): $t
  requires x <= y
{
  x + (y - x) / 2
}

method $m(s: seq<$t>, a: array<$k>, x: $t) returns (r: $t, c: $k)
  modifies a
  ensures r as int < 16 * $n
  ensures r <= x
{
  r := x / 2;
  for i := 0 to |s|
    invariant r <= x
  {
    if r <= s[i] && s[i] <= x {
      r := $p(r, s[i]);
    }
  }
  c := 0;
  for i := 0 to a.Length {
    c := a[i];
    if c > 0 {
      a[i] := c - 1;
    } else {
      a[i] := -c;
    }
  }
}

lemma $l(x: $t, y: $t)
  requires x < y
  ensures $p(x, y) < y
{
}
)",
    R"(newtype $t = r: real | -$n.0 <= r <= $n.5 {
  function Half(): $t { this * 0.5 }
}
type $k<T> = s: seq<T> | |s| <= $n witness []

function $p<T>(s: $k<T>, t: $k<T>): $k<T>
{
  if |s| < |t| then t else s
}

method $m(x: $t, s: $k<bv3>, i: int) returns (r: $t, u: $k<bv3>, z: bv0)
  ensures |u| <= |s| || i > 0
  ensures r == x || r == x.Half()
  ensures z == 0
{
  z := 0;
  r := x;
  if x is int {
    r := x.Half();
  }
  u := s;
  if 0 < i <= $n {
    u := $p(s, seq(i, j => 5));
  }
}

lemma $l(x: $t, s: $k<int>)
  requires |s| > 0
  ensures x.Half() as real * 2.0 == x as real
  ensures |$p(s, [])| == |s|
{
}
)",
    R"(type $t = s: seq<int> | |s| > 0 && s[0] >= 0 witness [$n]
datatype $k = $kNone | $kSome(value: $t)

predicate $p(s: $t)
{
  s[0] == $n
}

method $m(s: seq<int>, d: $k) returns (r: $t, e: $k)
  ensures r[0] >= 0
  ensures e.$kSome? ==> $p(e.value)
{
  r := [0] + s;
  if |s| > 0 && s[0] >= 0 {
    r := s;
  }
  e := match d
    case $kNone => $kNone
    case $kSome(v) => if $p(v) then d else $kNone;
}

lemma $l(x: $k, y: $k)
  requires x.$kSome? && y.$kSome?
  ensures x.value[0] + y.value[0] >= x.value[0]
{
}
)",
};

} // namespace

std::string subset_types(Workshop& workshop) {
    return fill(workshop.random.one_of(kSubsetTypes), {{"m", workshop.fresh("Uses")},
                                                       {"p", workshop.fresh("Part")},
                                                       {"l", workshop.fresh("Fact")},
                                                       {"k", workshop.fresh("Inner")},
                                                       {"t", workshop.fresh("Subset")},
                                                       {"n", std::to_string(workshop.random.between(1, 4))}});
}

} // namespace daphnia::oracle
