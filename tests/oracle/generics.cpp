// Units with type parameters: a generic declaration, proved as it stands, and its use at two types.
#include "workshop.h"

#include <array>

namespace daphnia::oracle {

namespace {

constexpr std::array kGenerics{
    R"(function $p<T>(s: seq<T>, n: nat): seq<T>
{
  if n == 0 || s == [] then s else $p(s[1..] + [s[0]], n - 1)
}

lemma $l<T>(s: seq<T>, n: nat)
  ensures |$p(s, n)| == |s|
{
}

method $m(s: seq<int>, t: string, n: nat) returns (a: seq<int>, b: string)
  ensures |a| == |s| && |b| == |t|
  ensures n == 0 ==> a == s
{
  a, b := $p(s, n), $p(t, n);
  $l(s, n);
  $l(t, n);
}
)",
    R"(predicate $p<T(==)>(s: seq<T>, x: T)
{
  exists i :: 0 <= i < |s| && s[i] == x
}

method $l<T(==)>(a: array<T>, x: T, y: T) returns (n: nat)
  modifies a
  ensures n <= a.Length
  ensures $p(old(a[..]), x) <==> n > 0
  ensures forall i :: 0 <= i < a.Length ==> a[i] == if old(a[i]) == x then y else old(a[i])
{
  n := 0;
  for i := 0 to a.Length
    invariant n <= i
    invariant n > 0 <==> $p(old(a[..i]), x)
    invariant forall k :: 0 <= k < i ==> a[k] == if old(a[k]) == x then y else old(a[k])
    invariant forall k :: i <= k < a.Length ==> a[k] == old(a[k])
  {
    if a[i] == x {
      a[i] := y;
      n := n + 1;
    }
  }
}

method $m(a: array<int>, s: array<bool>) returns (r: nat)
  modifies a, s
  ensures forall i :: 0 <= i < a.Length ==> a[i] != $n
  ensures r > 0 <==> true in old(s[..])
{
  var ignored := $l(a, $n, $n + 1);
  r := $l(s, true, false);
}
)",
    R"(type $t

function $p(x: $t): int

method $l<A, B(0)>(pairs: seq<(A, B)>, n: nat) returns (first: seq<A>, second: B)
  ensures |first| == |pairs|
  ensures forall i :: 0 <= i < |pairs| ==> first[i] == pairs[i].0
  ensures n < |pairs| ==> second == pairs[n].1
{
  first := seq(|pairs|, i requires 0 <= i < |pairs| => pairs[i].0);
  second := *;
  if n < |pairs| {
    second := pairs[n].1;
  }
}

method $m(pairs: seq<(int, char)>, x: nat, y: nat) returns (c: char, s: seq<nat>)
  ensures |pairs| > $n ==> c == pairs[$n].1
  ensures s == [x, y]
{
  var first, second := $l(pairs, $n);
  c := second;
  var other, last := $l([(x, true), (y, false)], 1);
  assert !last;
  s := other;
}

lemma $k(x: $t, y: $t)
  requires $p(x) != $p(y)
  ensures x != y
{
}
)",
};

} // namespace

std::string generic(Workshop& workshop) {
    return fill(workshop.random.one_of(kGenerics), {{"m", workshop.fresh("Uses")},
                                                    {"p", workshop.fresh("Generic")},
                                                    {"l", workshop.fresh("Generic")},
                                                    {"k", workshop.fresh("Fact")},
                                                    {"t", workshop.fresh("Type")},
                                                    {"n", std::to_string(workshop.random.between(1, 4))}});
}

} // namespace daphnia::oracle
