// Units that only prove: laws of integers, sequences, characters and tuples over random operands, quantifiers with
// witnesses, forall statements, calculations.
#include "workshop.h"

#include <array>

namespace daphnia::oracle {

namespace {

// $a $b $c: int; $d: int that is not zero; $s $t $u: seq<int>; $i $j: int; $x $y: seq<seq<int>>; $p: string
constexpr std::array kLaws{
    "$a / $d * $d + $a % $d == $a",
    "0 <= $a % $d",
    "$a % $d < (if $d < 0 then -$d else $d)",
    "($a + $d) % $d == $a % $d",
    "$a / 2 <= $b / 2 || $b < $a",
    "0 <= $a <= $b ==> $a / 3 <= $b / 3",
    "$a * $b == $b * $a",
    "$a * ($b + 1) == $a * $b + $a",
    "-$a / 2 == -(($a + 1) / 2)",
    "|$s + $t| == |$s| + |$t|",
    "($s + $t) + $u == $s + ($t + $u)",
    "($s + $t)[..|$s|] == $s",
    "($s + $t)[|$s|..] == $t",
    "$s + [] == $s && [] + $s == $s",
    "0 <= $i < |$s| ==> ($s + $t)[$i] == $s[$i]",
    "|$s| <= $i < |$s| + |$t| ==> ($s + $t)[$i] == $t[$i - |$s|]",
    "0 <= $i <= |$s| ==> $s[..$i] + $s[$i..] == $s",
    "0 <= $i <= $j <= |$s| ==> |$s[$i..$j]| == $j - $i",
    "0 <= $i <= $j <= |$s| ==> $s[$i..$j] == $s[$i..][..$j - $i]",
    "0 <= $i <= $j <= |$s| ==> $s[..$j][$i..] == $s[$i..$j]",
    "0 <= $i < |$s| ==> $s[$i := $a][$i] == $a",
    "0 <= $i < |$s| && 0 <= $j < |$s| && $i != $j ==> $s[$i := $a][$j] == $s[$j]",
    "0 <= $i < |$s| ==> $s[$i := $s[$i]] == $s",
    "0 <= $i < |$s| ==> $s[$i := $a][$i := $b] == $s[$i := $b]",
    "0 <= $i < |$s| ==> $s[$i] in $s",
    "$a in $s + $t <==> $a in $s || $a in $t",
    "$a in [$b, $c] <==> $a == $b || $a == $c",
    "$s <= $s + $t",
    "$s <= $t ==> |$s| <= |$t|",
    "$s < $t <==> $s <= $t && $s != $t",
    "$s <= $t && $t <= $s ==> $s == $t",
    "$s <= $t ==> $t[..|$s|] == $s",
    "[$a] + $s == [$b] + $t ==> $a == $b && $s == $t",
    "$s + [$a] == $t + [$b] ==> $a == $b && $s == $t",
    "$s == $t <==> |$s| == |$t| && forall k :: 0 <= k < |$s| ==> $s[k] == $t[k]",
    "0 <= $i < 3 ==> seq(3, k => k * $a)[$i] == $i * $a",
    "|seq($n, k => $a)| == $n",
    "[$a, $b][1] == $b && |[$a, $b, $c]| == 3",
    "|$x + $y| == |$x| + |$y|",
    "0 <= $i < |$x| ==> $x[$i := $s][$i] == $s && |$x[$i := $s]| == |$x|",
    "$x == $y && 0 <= $i < |$x| ==> $x[$i] == $y[$i]",
    "[$s] + $x == [$t] + $y ==> $s == $t",
    "$s in [$s] + $x",
    "|$p + \"ab\"| == |$p| + 2 && ($p + \"ab\")[|$p|] == 'a'",
    "0 <= $i < |$p| ==> ($p[$i] as int) >= 0",
    "($a, $b) == ($c, $b) <==> $a == $c",
    "($a, $s).1 == $s && ($a, $s).0 == $a",
    "(($a % 26) + 97) as char >= 'a'",
    "('a' as int) + 1 == ('b' as int)",
    "0 <= $i < |$s| ==> $s[..$i] + [$s[$i]] == $s[..$i + 1]",
    "0 <= $i < |$s| ==> $s[$i..] == [$s[$i]] + $s[$i + 1..]",
};

constexpr std::array kFacts{
    R"(lemma $l(s: seq<int>, x: int)
  requires x in s
  ensures exists i :: 0 <= i < |s| && s[i] == x
{
}
)",
    R"(lemma $l(s: seq<int>)
  requires forall i :: 0 <= i < |s| - 1 ==> s[i] <= s[i + 1]
  ensures forall i, j :: 0 <= i <= j < |s| ==> s[i] <= s[j]
{
  if |s| > 0 {
    var n := |s| - 1;
    $l(s[..n]);
    forall i, j | 0 <= i <= j < |s|
      ensures s[i] <= s[j]
    {
      if j == n && i < n {
        assert s[..n][i] <= s[..n][n - 1];
      }
    }
  }
}
)",
    R"(lemma $l(s: seq<nat>, n: nat)
  requires forall x :: x in s ==> x <= n
  ensures forall i :: 0 <= i < |s| ==> 0 <= s[i] < n + 1
{
  forall i | 0 <= i < |s|
    ensures s[i] <= n
  {
    assert s[i] in s;
  }
}
)",
    R"(predicate $p(x: int)
{
  $c
}

lemma $l(s: seq<int>, t: seq<int>)
  requires forall i :: 0 <= i < |s| ==> $p(s[i])
  requires exists i :: 0 <= i < |t| && !$p(t[i])
  ensures s != t
{
  var k :| 0 <= k < |t| && !$p(t[k]);
  if k < |s| {
    assert $p(s[k]);
  }
}
)",
    R"(ghost predicate $p(x: int, y: int)
{
  x <= y + $n
}

lemma $l(x: int)
  ensures exists y :: $p(x, y) && $p(y, x)
  ensures forall y :: $p(x, y) && y < x ==> x - y <= $n
{
  assert $p(x, x);
}
)",
    R"(ghost function $p(n: nat): seq<nat>
  ensures |$p(n)| == n
  ensures forall i :: 0 <= i < n ==> $p(n)[i] == i * $n
{
  if n == 0 then [] else $p(n - 1) + [(n - 1) * $n]
}

lemma $l(n: nat, m: nat)
  requires m <= n
  ensures $p(n)[..m] == $p(m)
{
}
)",
    R"(lemma $l(a: int, b: int) returns (q: int, r: int)
  requires b > 0
  ensures a == q * b + r && 0 <= r < b
{
  q := a / b;
  r := a % b;
}
)",
};

std::string operand(Workshop& workshop, Type type, const Scope& scope) {
    return workshop.random.chance(60) ? expression(workshop, type, scope, 0) : expression(workshop, type, scope, 1);
}

} // namespace

std::string identity(Workshop& workshop) {
    const Scope scope = {{"a", Type::Int, {}},    {"b", Type::Int, {}},    {"n", Type::Nat, {}},
                         {"s", Type::IntSeq, {}}, {"t", Type::IntSeq, {}}, {"x", Type::Nested, {}},
                         {"y", Type::Nested, {}}, {"p", Type::String, {}}};
    std::string text = "lemma " + workshop.fresh("Identity") +
                       "(a: int, b: int, n: nat, s: seq<int>, t: seq<int>, x: seq<seq<int>>, y: seq<seq<int>>, "
                       "p: string)\n";
    const std::size_t count = workshop.random.between(1, 3);
    for (std::size_t i = 0; i < count; ++i) {
        const auto of = [&](Type type) { return operand(workshop, type, scope); };
        const std::string law =
            fill(workshop.random.one_of(kLaws), {{"a", of(Type::Int)},
                                                 {"b", of(Type::Int)},
                                                 {"c", of(Type::Int)},
                                                 {"d", workshop.any("2", "3", "(-2)", "7", "(n + 1)")},
                                                 {"n", of(Type::Nat)},
                                                 {"i", of(Type::Int)},
                                                 {"j", of(Type::Int)},
                                                 {"s", of(Type::IntSeq)},
                                                 {"t", of(Type::IntSeq)},
                                                 {"u", of(Type::IntSeq)},
                                                 {"x", of(Type::Nested)},
                                                 {"y", of(Type::Nested)},
                                                 {"p", of(Type::String)}});
        text += "  ensures " + law + "\n";
    }
    return text + "{\n}\n";
}

std::string quantifier_fact(Workshop& workshop) {
    return fill(workshop.random.one_of(kFacts), {{"l", workshop.fresh("Fact")},
                                                 {"p", workshop.fresh("P")},
                                                 {"n", std::to_string(workshop.random.between(1, 4))},
                                                 {"c", expression(workshop, Type::Bool, {{"x", Type::Int, "x"}}, 1)}});
}

std::string calculus(Workshop& workshop) {
    const std::string step = std::to_string(workshop.random.between(1, 4));
    return fill(R"(lemma $l(x: int, y: int, s: seq<int>, t: seq<int>)
  requires x <= y
  ensures x * $n <= y * $n
  ensures |s + t + s| == 2 * |s| + |t|
{
  calc {
    x * $n;
  <=
    x * $n + (y - x);
  <=  { assert y - x >= 0; }
    x * $n + (y - x) * $n;
  ==
    y * $n;
  }
  calc {
    |s + t + s|;
  ==
    |s + t| + |s|;
  ==
    2 * |s| + |t|;
  }
  calc ==> {
    x + $n > y;
    x + $n + 1 > y;
    x + $n + 2 > y + 1;
  }
}
)",
                {{"l", workshop.fresh("Steps")}, {"n", step}});
}

} // namespace daphnia::oracle
