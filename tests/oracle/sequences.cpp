// Units about sequences: recursive functions over them, laws, and the loops that compute them.
#include "workshop.h"

namespace daphnia::oracle {

namespace {

std::string of_element(Workshop& workshop, Type type) {
    return expression(workshop, type, {{"x", Type::Int, "x"}}, 1);
}

} // namespace

std::string seq_recursion(Workshop& workshop) {
    const std::string name = workshop.fresh("Fold");
    const bool front = workshop.random.chance(50);
    const Fillings parts = {{"f", name},
                            {"g", workshop.fresh("G")},
                            {"e", of_element(workshop, Type::Int)},
                            {"z", std::to_string(workshop.random.below(3))},
                            {"l", workshop.fresh("Split")},
                            {"m", workshop.fresh("Sum")},
                            {"o", workshop.fresh("Extend")}};
    std::string text = fill(R"(function $g(x: int): int
{
  $e
}

)",
                            parts);
    text += fill(front ? R"(function $f(s: seq<int>): int
{
  if |s| == 0 then $z else $g(s[0]) + $f(s[1..])
}

lemma $l(s: seq<int>, t: seq<int>)
  ensures $f(s + t) == $f(s) + $f(t) - $z
{
  if |s| == 0 {
    assert s + t == t;
  } else {
    assert (s + t)[1..] == s[1..] + t;
    $l(s[1..], t);
  }
}

method $m(s: seq<int>) returns (r: int)
  ensures r == $f(s)
{
  r := $z;
  var i := |s|;
  while i > 0
    invariant 0 <= i <= |s|
    invariant r == $f(s[i..])
    decreases i
  {
    i := i - 1;
    assert s[i..][1..] == s[i + 1..];
    r := r + $g(s[i]);
  }
}
)"
                       : R"(function $f(s: seq<int>): int
{
  if |s| == 0 then $z else $f(s[..|s| - 1]) + $g(s[|s| - 1])
}

lemma $o(s: seq<int>, x: int)
  ensures $f(s + [x]) == $f(s) + $g(x)
{
  assert (s + [x])[..|s|] == s;
}

lemma $l(s: seq<int>, t: seq<int>)
  ensures $f(s + t) == $f(s) + $f(t) - $z
  decreases |t|
{
  if |t| == 0 {
    assert s + t == s;
  } else {
    assert (s + t)[..|s + t| - 1] == s + t[..|t| - 1];
    $l(s, t[..|t| - 1]);
  }
}

method $m(s: seq<int>) returns (r: int)
  ensures r == $f(s)
{
  r := $z;
  for i := 0 to |s|
    invariant r == $f(s[..i])
  {
    assert s[..i + 1][..i] == s[..i];
    r := r + $g(s[i]);
  }
  assert s[..|s|] == s;
}
)",
                 parts);
    workshop.functions.push_back({name, {Type::IntSeq}, Type::Int, false, ""});
    workshop.methods.push_back(
        {std::string(parts.begin()[5].second), {Type::IntSeq}, Type::Int, "", name + "(@0)", ""});
    return text;
}

std::string sequence_loop(Workshop& workshop) {
    const Fillings parts = {{"m", workshop.fresh("Walk")},
                            {"e", of_element(workshop, Type::Int)},
                            {"c", of_element(workshop, Type::Bool)},
                            {"p", workshop.fresh("P")},
                            {"g", workshop.fresh("G")},
                            {"f", workshop.fresh("Count")},
                            {"ch", workshop.any("'a'", "'z'", "' '")},
                            {"n", std::to_string(workshop.random.between(1, 4))}};
    const char* const head = R"(function $g(x: int): int
{
  $e
}

predicate $p(x: int)
{
  $c
}

)";
    switch (workshop.random.below(6)) {
    case 0: // map
        return fill(head, parts) + fill(R"(method $m(s: seq<int>) returns (t: seq<int>)
  ensures |t| == |s|
  ensures forall i :: 0 <= i < |s| ==> t[i] == $g(s[i])
{
  t := [];
  var i := 0;
  while i < |s|
    invariant 0 <= i <= |s|
    invariant |t| == i
    invariant forall j :: 0 <= j < i ==> t[j] == $g(s[j])
  {
    t := t + [$g(s[i])];
    i := i + 1;
  }
}
)",
                                        parts);
    case 1: // filter
        return fill(head, parts) + fill(R"(method $m(s: seq<int>) returns (t: seq<int>)
  ensures |t| <= |s|
  ensures forall x :: x in t ==> $p(x) && x in s
  ensures forall i :: 0 <= i < |s| && $p(s[i]) ==> s[i] in t
{
  t := [];
  for i := 0 to |s|
    invariant |t| <= i
    invariant forall x :: x in t ==> $p(x) && x in s
    invariant forall j :: 0 <= j < i && $p(s[j]) ==> s[j] in t
  {
    if $p(s[i]) {
      t := t + [s[i]];
    }
  }
}
)",
                                        parts);
    case 2: // nested
        return fill(R"(ghost function $f(s: seq<seq<int>>): nat
{
  if |s| == 0 then 0 else $f(s[..|s| - 1]) + |s[|s| - 1]|
}

method $m(s: seq<seq<int>>) returns (n: nat, all: seq<int>)
  ensures n == $f(s)
  ensures |all| == n
  ensures forall i :: 0 <= i < |s| ==> forall x :: x in s[i] ==> x in all
{
  n, all := 0, [];
  for i := 0 to |s|
    invariant n == $f(s[..i])
    invariant |all| == n
    invariant forall j :: 0 <= j < i ==> forall x :: x in s[j] ==> x in all
  {
    assert s[..i + 1][..i] == s[..i];
    n := n + |s[i]|;
    all := all + s[i];
  }
  assert s[..|s|] == s;
}
)",
                    parts);
    case 3: // characters
        return fill(R"(function $f(s: string, c: char): nat
{
  if s == "" then 0 else (if s[0] == c then 1 else 0) + $f(s[1..], c)
}

method $m(s: string) returns (n: nat, digits: bool)
  ensures n == $f(s, $ch) <= |s|
  ensures digits <==> forall i :: 0 <= i < |s| ==> '0' <= s[i] <= '9'
{
  n, digits := 0, true;
  var i := |s|;
  while i != 0
    invariant 0 <= i <= |s|
    invariant n == $f(s[i..], $ch) <= |s| - i
    invariant digits <==> forall k :: i <= k < |s| ==> '0' <= s[k] <= '9'
  {
    i := i - 1;
    assert s[i..][1..] == s[i + 1..];
    n := n + if s[i] == $ch then 1 else 0;
    digits := digits && '0' <= s[i] && s[i] <= '9';
  }
}
)",
                    parts);
    case 4: // reverse, by slices
        return fill(R"(method $m(s: seq<int>) returns (t: seq<int>)
  ensures |t| == |s|
  ensures forall i :: 0 <= i < |s| ==> t[i] == s[|s| - 1 - i]
{
  t := [];
  var rest := s;
  while rest != []
    invariant |t| + |rest| == |s|
    invariant rest == s[|t|..]
    invariant forall i :: 0 <= i < |t| ==> t[i] == s[|t| - 1 - i]
    decreases |rest|
  {
    t := [rest[0]] + t;
    rest := rest[1..];
  }
}
)",
                    parts);
    default: // pieces of the same size
        return fill(R"(method $m(s: seq<int>) returns (pieces: seq<seq<int>>)
  ensures forall i :: 0 <= i < |pieces| ==> 1 <= |pieces[i]| <= $n
  ensures |s| > 0 ==> |pieces| > 0 && pieces[0][0] == s[0]
{
  pieces := [];
  var i := 0;
  while i < |s|
    invariant 0 <= i <= |s|
    invariant forall k :: 0 <= k < |pieces| ==> 1 <= |pieces[k]| <= $n
    invariant i > 0 ==> |pieces| > 0 && pieces[0][0] == s[0]
    invariant i == 0 ==> pieces == []
  {
    var next := if i + $n <= |s| then i + $n else |s|;
    pieces := pieces + [s[i..next]];
    i := next;
  }
}
)",
                    parts);
    }
}

} // namespace daphnia::oracle
