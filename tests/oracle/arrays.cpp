// Units about arrays: methods with exact contracts for others to call, loops that write, aliases and frames.
#include "workshop.h"

namespace daphnia::oracle {

std::string array_helper(Workshop& workshop) {
    const std::string name = workshop.fresh("Put");
    const std::string bound = workshop.fresh("k");
    const Fillings parts = {{"m", name}, {"c", std::to_string(workshop.random.between(1, 4))}, {"k", bound}};
    switch (workshop.random.below(4)) {
    case 0:
        workshop.methods.push_back(
            {name, {Type::IntArray, Type::Int, Type::Int}, {}, "0 <= @1 < @0.Length", "", "@0[@1 := @2]"});
        return fill(R"(method $m(a: array<int>, i: int, v: int)
  requires 0 <= i < a.Length
  modifies a
  ensures a[..] == old(a[..])[i := v]
{
  a[i] := v;
}
)",
                    parts);
    case 1:
        workshop.methods.push_back(
            {name, {Type::IntArray, Type::Int}, {}, "0 <= @1 < @0.Length", "", "@0[0 := @0[@1]][@1 := @0[0]]"});
        return fill(R"(method $m(a: array<int>, i: int)
  requires 0 <= i < a.Length
  modifies a
  ensures a[..] == old(a[..])[0 := old(a[i])][i := old(a[0])]
{
  a[0], a[i] := a[i], a[0];
}
)",
                    parts);
    case 2:
        workshop.methods.push_back({name,
                                    {Type::IntArray, Type::Int},
                                    {},
                                    "",
                                    "",
                                    fill("seq(|@0|, $k requires 0 <= $k < |@0| => @0[$k] + @1)", parts)});
        return fill(R"(method $m(a: array<int>, v: int)
  modifies a
  ensures forall k :: 0 <= k < a.Length ==> a[k] == old(a[k]) + v
{
  for i := 0 to a.Length
    invariant forall k :: 0 <= k < i ==> a[k] == old(a[k]) + v
    invariant forall k :: i <= k < a.Length ==> a[k] == old(a[k])
  {
    a[i] := a[i] + v;
  }
}
)",
                    parts);
    default:
        workshop.methods.push_back({name,
                                    {Type::IntArray, Type::Nat},
                                    {},
                                    "@1 < @0.Length",
                                    "",
                                    "@0[@1 := @0[@1] + " + std::string(parts.begin()[1].second) + "]"});
        return fill(R"(method $m(a: array<int>, n: nat)
  requires n < a.Length
  modifies a
  ensures a[n] == old(a[n]) + $c
  ensures a[..n] == old(a[..n]) && a[n + 1..] == old(a[n + 1..])
{
  var before := a[n];
  a[n] := before + $c;
}
)",
                    parts);
    }
}

std::string array_loop(Workshop& workshop) {
    const Fillings parts = {
        {"m", workshop.fresh("Loop")},
        {"g", workshop.fresh("G")},
        {"e", expression(workshop, Type::Int, {{"x", Type::Int, "x"}}, 1)},
        {"s", workshop.fresh("Sorted")},
    };
    const std::string function = fill("function $g(x: int): int\n{\n  $e\n}\n\n", parts);
    switch (workshop.random.below(7)) {
    case 0: // map in place
        return function + fill(R"(method $m(a: array<int>)
  modifies a
  ensures forall i :: 0 <= i < a.Length ==> a[i] == $g(old(a[i]))
{
  var n := 0;
  while n < a.Length
    invariant 0 <= n <= a.Length
    invariant forall i :: 0 <= i < n ==> a[i] == $g(old(a[i]))
    invariant forall i :: n <= i < a.Length ==> a[i] == old(a[i])
  {
    a[n] := $g(a[n]);
    n := n + 1;
  }
}
)",
                               parts);
    case 1: // reverse in place
        return fill(R"(method $m(a: array<int>)
  modifies a
  ensures forall i :: 0 <= i < a.Length ==> a[i] == old(a[a.Length - 1 - i])
{
  var i, j := 0, a.Length - 1;
  while i < j
    invariant 0 <= i <= j + 1 <= a.Length
    invariant i + j == a.Length - 1
    invariant forall k :: 0 <= k < i || j < k < a.Length ==> a[k] == old(a[a.Length - 1 - k])
    invariant forall k :: i <= k <= j ==> a[k] == old(a[k])
    decreases j - i
  {
    a[i], a[j] := a[j], a[i];
    i, j := i + 1, j - 1;
  }
}
)",
                    parts);
    case 2: // copy to a new array
        return function + fill(R"(method $m(a: array<int>) returns (b: array<int>)
  ensures fresh(b)
  ensures b.Length == a.Length
  ensures forall i :: 0 <= i < a.Length ==> b[i] == $g(a[i])
  ensures a[..] == old(a[..])
{
  b := new int[a.Length];
  for i := 0 to a.Length
    invariant forall k :: 0 <= k < i ==> b[k] == $g(a[k])
    invariant a[..] == old(a[..])
  {
    b[i] := $g(a[i]);
  }
}
)",
                               parts);
    case 3: // copy between arrays that may be the same
        return fill(R"(method $m(a: array<int>, b: array<int>, n: nat)
  requires n <= a.Length && n <= b.Length
  requires a != b
  modifies b
  ensures b[..n] == a[..n]
  ensures b[n..] == old(b[n..])
{
  for i := n downto 0
    invariant forall k :: i <= k < n ==> b[k] == a[k]
    invariant forall k :: n <= k < b.Length ==> b[k] == old(b[k])
  {
    b[i] := a[i];
  }
}
)",
                    parts);
    case 4: // maximum
        return fill(R"(method $m(a: array<int>) returns (best: int, at: nat)
  requires a.Length > 0
  ensures at < a.Length && a[at] == best
  ensures forall i :: 0 <= i < a.Length ==> a[i] <= best
{
  at := 0;
  best := a[0];
  for i := 1 to a.Length
    invariant at < a.Length && a[at] == best
    invariant forall k :: 0 <= k < i ==> a[k] <= best
  {
    if a[i] > best {
      best, at := a[i], i;
    }
  }
}
)",
                    parts);
    case 5: // insertion into a sorted part
        return fill(R"(ghost predicate $s(a: array<int>, n: nat)
  requires n <= a.Length
  reads a
{
  forall i, j :: 0 <= i < j < n ==> a[i] <= a[j]
}

method $m(a: array<int>, n: nat)
  requires n < a.Length
  requires $s(a, n)
  modifies a
  ensures $s(a, n + 1)
{
  var k := n;
  while 0 < k && a[k] < a[k - 1]
    invariant 0 <= k <= n
    invariant forall i, j :: 0 <= i < j <= n && j != k ==> a[i] <= a[j]
    decreases k
  {
    a[k - 1], a[k] := a[k], a[k - 1];
    k := k - 1;
  }
}
)",
                    parts);
    default: // a sequence of arrays
        return fill(R"(method $m(rows: seq<array<int>>, v: int)
  requires forall i, j :: 0 <= i < j < |rows| ==> rows[i] != rows[j]
  requires forall i :: 0 <= i < |rows| ==> rows[i].Length > 0
  modifies rows
  ensures forall i :: 0 <= i < |rows| ==> rows[i][0] == v + i
{
  for n := 0 to |rows|
    invariant forall i :: 0 <= i < n ==> rows[i][0] == v + i
  {
    rows[n][0] := v + n;
  }
}
)",
                    parts);
    }
}

} // namespace daphnia::oracle
