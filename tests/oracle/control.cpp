// Units about control: search with early exits, labels and jumps, choice, nested loops, ghost state beside the code.
#include "workshop.h"

namespace daphnia::oracle {

std::string search(Workshop& workshop) {
    const Fillings parts = {
        {"m", workshop.fresh("Find")},
        {"p", workshop.fresh("P")},
        {"c", expression(workshop, Type::Bool, {{"x", Type::Int, "x"}}, 1)},
    };
    const std::string predicate = fill("predicate $p(x: int)\n{\n  $c\n}\n\n", parts);
    switch (workshop.random.below(4)) {
    case 0:
        return predicate + fill(R"(method $m(s: seq<int>) returns (at: int)
  ensures at < 0 ==> forall i :: 0 <= i < |s| ==> !$p(s[i])
  ensures 0 <= at ==> at < |s| && $p(s[at])
{
  at := 0;
  while at < |s|
    invariant 0 <= at <= |s|
    invariant forall i :: 0 <= i < at ==> !$p(s[i])
  {
    if $p(s[at]) {
      return;
    }
    at := at + 1;
  }
  at := -1;
}
)",
                                parts);
    case 1:
        return predicate + fill(R"(method $m(s: seq<int>) returns (found: bool)
  ensures found <==> exists i :: 0 <= i < |s| && $p(s[i])
{
  var i := 0;
  found := false;
  while i < |s|
    invariant 0 <= i <= |s|
    invariant !found
    invariant forall k :: 0 <= k < i ==> !$p(s[k])
    decreases |s| - i
  {
    if $p(s[i]) {
      found := true;
      break;
    }
    i := i + 1;
  }
}
)",
                                parts);
    case 2:
        return fill(R"(method $m(a: array<int>, key: int) returns (at: int)
  requires forall i, j :: 0 <= i < j < a.Length ==> a[i] <= a[j]
  ensures 0 <= at ==> at < a.Length && a[at] == key
  ensures at < 0 ==> forall i :: 0 <= i < a.Length ==> a[i] != key
{
  var low, high := 0, a.Length;
  while low < high
    invariant 0 <= low <= high <= a.Length
    invariant forall i :: 0 <= i < low ==> a[i] < key
    invariant forall i :: high <= i < a.Length ==> key < a[i]
    decreases high - low
  {
    var middle := (low + high) / 2;
    if a[middle] == key {
      return middle;
    } else if a[middle] < key {
      low := middle + 1;
    } else {
      high := middle;
    }
  }
  return -1;
}
)",
                    parts);
    default:
        return predicate + fill(R"(method $m(rows: seq<seq<int>>) returns (i: nat, j: nat)
  ensures i < |rows| ==> j < |rows[i]| && $p(rows[i][j])
  ensures i == |rows| ==> forall k :: 0 <= k < |rows| ==> forall x :: x in rows[k] ==> !$p(x)
  ensures i <= |rows|
{
  i, j := 0, 0;
  label outer:
  while i < |rows|
    invariant i <= |rows|
    invariant forall k :: 0 <= k < i ==> forall x :: x in rows[k] ==> !$p(x)
    decreases |rows| - i
  {
    j := 0;
    ghost var row := i;
    while j < |rows[i]|
      invariant i == row
      invariant j <= |rows[i]|
      invariant forall k :: 0 <= k < j ==> !$p(rows[i][k])
      decreases |rows[i]| - j
    {
      if $p(rows[i][j]) {
        break outer;
      }
      j := j + 1;
    }
    i := i + 1;
  }
}
)",
                                parts);
    }
}

std::string control(Workshop& workshop) {
    Random& random = workshop.random;
    const Fillings parts = {{"m", workshop.fresh("Steer")},
                            {"n", std::to_string(random.between(2, 4))},
                            {"d", std::to_string(random.between(1, 3))},
                            {"e", expression(workshop, Type::Bool, {{"i", Type::Int, "i"}}, 1)}};
    switch (random.below(6)) {
    case 0: // continue
        return fill(R"(method $m(limit: nat) returns (sum: nat)
  ensures sum % $n == 0
{
  sum := 0;
  var i := 0;
  while i < limit
    invariant 0 <= i <= limit
    invariant sum % $n == 0
    decreases limit - i
  {
    i := i + 1;
    if $e || i % $n != 0 {
      continue;
    }
    sum := sum + i;
  }
}
)",
                    parts);
    case 1: // choice
        return fill(R"(method $m(x: int) returns (y: int)
  ensures x <= y <= x + $n
{
  y := x;
  if * {
    y := y + $n;
  } else if * {
    y := y + 1;
  }
  var k: int := *;
  if {
    case k < x => y := x;
    case x <= k <= x + $n => y := k;
    case k >= x => { }
  }
}
)",
                    parts);
    case 2: // any number of times
        return fill(R"(method $m(n: nat) returns (x: int, steps: nat)
  ensures 0 <= x <= n
  ensures x + $d * steps >= n
{
  x, steps := n, 0;
  while *
    invariant 0 <= x <= n
    invariant x + $d * steps >= n
    decreases x
  {
    if x < $d {
      break;
    }
    x, steps := x - $d, steps + 1;
  }
}
)",
                    parts);
    case 3: // guarded commands
        return fill(R"(method $m(a: nat, b: nat) returns (g: nat)
  requires a > 0 && b > 0
  ensures g > 0
  ensures g <= a && g <= b
{
  var x, y := a, b;
  while
    invariant 0 < x <= a && 0 < y <= b
    decreases x + y
  {
    case x > y => x := x - y;
    case y > x => y := y - x;
  }
  assert x == y;
  g := x;
}
)",
                    parts);
    case 4: // ghost state
        return fill(R"(method $m(n: nat) returns (x: int, ghost trace: seq<int>)
  ensures |trace| == n + 1
  ensures trace[0] == $d && trace[n] == x
  ensures forall i :: 0 <= i < n ==> trace[i + 1] == trace[i] + $n
{
  x := $d;
  trace := [x];
  for i := 0 to n
    invariant |trace| == i + 1
    invariant trace[0] == $d && trace[i] == x
    invariant forall k :: 0 <= k < i ==> trace[k + 1] == trace[k] + $n
  {
    x := x + $n;
    trace := trace + [x];
  }
}
)",
                    parts);
    default: // division by subtraction, witness in an if
        return fill(R"(method $m(s: seq<int>, x: nat) returns (q: nat, r: nat)
  ensures x == q * $n + r && r < $n
{
  q, r := 0, x;
  while r >= $n
    invariant x == q * $n + r
    decreases r
  {
    q, r := q + 1, r - $n;
  }
  if i :| 0 <= i < |s| && s[i] > $d {
    assert s[i] >= $d + 1;
    assert exists v :: v in s && v > $d;
  } else {
    assert forall i :: 0 <= i < |s| ==> s[i] <= $d;
  }
}
)",
                    parts);
    }
}

} // namespace daphnia::oracle
