// Units about sets, multisets and maps: laws over random operands, claims about concrete values both ways round,
// methods that compute with them.
#include "workshop.h"

#include <array>

namespace daphnia::oracle {

namespace {

// $a $b $c: int; $s $t $u: set<int>; $m $n $o: multiset<int>; $p $q: seq<int>; $f $g: map<int, int>
constexpr std::array kLaws{
    "$s + $t == $t + $s",
    "$s * $t == $t * $s",
    "($s + $t) + $u == $s + ($t + $u)",
    "$s * ($t + $u) == $s * $t + $s * $u",
    "$s - ($t + $u) == ($s - $t) * ($s - $u)",
    "$s - ($s - $t) == $s * $t",
    "$s - $t <= $s",
    "$s * $t <= $s + $u",
    "$s <= $t <==> $s + $t == $t",
    "$s < $t <==> $s <= $t && $s != $t",
    "$s <= $t && $t <= $s ==> $s == $t",
    "$s !! $t <==> $s * $t == {}",
    "($s - $t) !! $t",
    "$a in $s + $t <==> $a in $s || $a in $t",
    "$a in $s - {$b} <==> $a in $s && $a != $b",
    "{$a, $b} == {$b, $a}",
    "|{$a, $b}| == (if $a == $b then 1 else 2)",
    "|$s + {$a}| == (if $a in $s then |$s| else |$s| + 1)",
    "|$s + $t| == |$s| + |$t| - |$s * $t|",
    "|$s - $t| + |$s * $t| == |$s|",
    "$s < $t ==> |$s| < |$t|",
    "$s <= $t && |$s| == |$t| ==> $s == $t",
    "|$s| == 0 <==> $s == {}",
    "(set z | z in $s && z > $a) <= $s",
    "$b in (set z | z in $s && z > $a) <==> $b in $s && $b > $a",
    "$a in $s ==> $a + 1 in (set z | z in $s :: z + 1)",
    "(set z | z in $s && z in $t) == $s * $t",
    "$s == $t <==> forall z :: z in $s <==> z in $t",
    "$a in $p <==> $a in (set i | 0 <= i < |$p| :: $p[i])",
    "$m + $n == $n + $m",
    "$m * $n == $n * $m",
    "$m + $n - $n == $m",
    "$m - $n <= $m",
    "$m - ($m - $n) == $m * $n",
    "$m <= $n ==> $m + ($n - $m) == $n",
    "$m <= $n ==> |$m| <= |$n|",
    "|$m + $n| == |$m| + |$n|",
    "$m[$a] <= |$m|",
    "($m + multiset{$a})[$a] == $m[$a] + 1",
    "($m * $n)[$a] <= $n[$a]",
    "$m[$a := 3][$a] == 3",
    "$a != $b ==> $m[$a := 2][$b] == $m[$b]",
    "|$m[$a := 2]| == |$m| - $m[$a] + 2",
    "$a in $m <==> $m[$a] > 0",
    "$m !! $n <==> $m * $n == multiset{}",
    "multiset($p + $q) == multiset($p) + multiset($q)",
    "|multiset($p)| == |$p|",
    "$a in multiset($p) <==> $a in $p",
    "$a in multiset($s) <==> $a in $s",
    "multiset($s)[$a] <= 1",
    "|multiset($s)| == |$s|",
    "0 < |$p| ==> multiset($p) == multiset($p[1..]) + multiset{$p[0]}",
    "multiset([$a, $b]) == multiset([$b, $a])",
    "$f[$a := $b][$a] == $b",
    "$a in $f && $a != $b ==> $f[$b := 1][$a] == $f[$a]",
    "$a in $f + $g <==> $a in $f || $a in $g",
    "$a in $g ==> ($f + $g)[$a] == $g[$a]",
    "$a in $f && $a !in $g ==> ($f + $g)[$a] == $f[$a]",
    "($f + $g).Keys == $f.Keys + $g.Keys",
    "($f - $s).Keys == $f.Keys - $s",
    "$a in $f && $a !in $s ==> ($f - $s)[$a] == $f[$a]",
    "$f - $f.Keys == map[]",
    "|$f[$a := $b]| == (if $a in $f then |$f| else |$f| + 1)",
    "$f.Keys !! $g.Keys ==> $f + $g == $g + $f",
    "$a in $f ==> $f[$a] in $f.Values && ($a, $f[$a]) in $f.Items",
    "|$f.Values| <= |$f| && |$f.Items| == |$f|",
    "$b in $f.Values ==> exists k :: k in $f && $f[k] == $b",
    "(map k | k in $f :: $f[k]) == $f",
    "(map k | k in $s :: k + 1).Keys == $s",
    "$a in $s ==> (map k | k in $s :: k + $b)[$a] == $a + $b",
    "$f == $g <==> $f.Keys == $g.Keys && forall k :: k in $f ==> $f[k] == $g[k]",
    "map[$a := 1, $b := 2][$b] == 2",
};

constexpr std::array kMethods{
    R"(method $m(s: set<int>) returns (r: int, rest: set<int>)
  requires s != {}
  ensures r in s && rest == s - {r} && |rest| == |s| - 1
{
  r :| r in s;
  rest := s - {r};
}
)",
    R"(method $m(q: seq<int>) returns (s: set<int>)
  ensures forall x :: x in s <==> x in q
  ensures |s| <= |q|
{
  s := {};
  for i := 0 to |q|
    invariant forall x :: x in s <==> x in q[..i]
    invariant |s| <= i
  {
    assert q[..i + 1] == q[..i] + [q[i]];
    s := s + {q[i]};
  }
}
)",
    R"(method $m(s: set<int>) returns (n: nat)
  ensures n == |s|
{
  n := 0;
  var rest := s;
  while rest != {}
    invariant rest <= s
    invariant n + |rest| == |s|
  {
    var x :| x in rest;
    rest := rest - {x};
    n := n + 1;
  }
}
)",
    R"(method $m(q: seq<int>) returns (m: multiset<int>)
  ensures m == multiset(q)
{
  m := multiset{};
  for i := 0 to |q|
    invariant m == multiset(q[..i])
  {
    assert q[..i + 1] == q[..i] + [q[i]];
    m := m[q[i] := m[q[i]] + 1];
  }
  assert q[..|q|] == q;
}
)",
    R"(function $p(s: set<int>, n: int): set<int>
{
  set x | x in s && x % $n == n
}

method $m(s: set<int>) returns (t: set<int>)
  ensures t == $p(s, 0) && t <= s
{
  t := set x <- s | x % $n == 0;
}
)",
    R"(method $m(q: seq<int>) returns (m: map<int, int>)
  ensures forall x :: x in m <==> x in q
  ensures forall x :: x in m ==> 0 <= m[x] < |q| && q[m[x]] == x
{
  m := map[];
  for i := 0 to |q|
    invariant forall x :: x in m <==> x in q[..i]
    invariant forall x :: x in m ==> 0 <= m[x] < i && q[m[x]] == x
  {
    assert q[..i + 1] == q[..i] + [q[i]];
    m := m[q[i] := i];
  }
}
)",
    R"(method $m(a: array<int>, i: nat, j: nat)
  requires i < a.Length && j < a.Length
  modifies a
  ensures multiset(a[..]) == old(multiset(a[..]))
  ensures a[i] == old(a[j])
{
  a[i], a[j] := a[j], a[i];
}
)",
};

std::string set_operand(Workshop& workshop) {
    return workshop.any("s", "s", "t", "t", "(s - s)", "{a}", "{b, 2}", "(s + {a})", "(t - {b})", "(s * t)",
                        "(set z | z in s && z < b)", "(set i | 0 <= i < |p| :: p[i])");
}

std::string multiset_operand(Workshop& workshop) {
    return workshop.any("m", "m", "n", "n", "(m - m)", "multiset{a, a}", "multiset(p)", "multiset(s)", "(m + n)",
                        "(m - multiset{b})", "m[a := 1]", "(m * n)");
}

std::string map_operand(Workshop& workshop) {
    return workshop.any("f", "f", "g", "g", "(f - f.Keys)", "map[a := b]", "map[1 := a, 2 := b]", "(f + g)", "(g - s)",
                        "f[b := a]", "(map k | k in s :: k * 2)");
}

std::string law(Workshop& workshop) {
    const auto number = [&] { return workshop.any("a", "b", "1", "(a + b)", "|s|"); };
    const auto sequence = [&] { return workshop.any("p", "q", "[a]", "(p + [b])", "(p + q)"); };
    return fill(workshop.random.one_of(kLaws), {{"a", number()},
                                                {"b", number()},
                                                {"c", number()},
                                                {"s", set_operand(workshop)},
                                                {"t", set_operand(workshop)},
                                                {"u", set_operand(workshop)},
                                                {"m", multiset_operand(workshop)},
                                                {"n", multiset_operand(workshop)},
                                                {"o", multiset_operand(workshop)},
                                                {"f", map_operand(workshop)},
                                                {"g", map_operand(workshop)},
                                                {"p", sequence()},
                                                {"q", sequence()}});
}

std::string few_numbers(Workshop& workshop) {
    std::string result;
    for (std::size_t left = workshop.random.below(4); left > 0; --left) {
        result += (result.empty() ? "" : ", ") + std::to_string(workshop.random.between(0, 3));
    }
    return result;
}

// At most one of the two is true.
std::string claims(Workshop& workshop) {
    return fill(R"(lemma $y()
{
$v  assert $c;
}

lemma $n()
{
$v  assert !($c);
}
)",
                {{"y", workshop.fresh("Yes")},
                 {"n", workshop.fresh("No")},
                 {"v", fill("  var a, b, p, q := $a, $b, [$p], [$q];\n  var s: set<int>, t: set<int> := {$s}, {$t};\n"
                            "  var m: multiset<int>, n: multiset<int> := multiset{$m}, multiset{$n};\n"
                            "  var f: map<int, int>, g: map<int, int> := map[$a := $p], map[$b := $q, $p := $a];\n",
                            {{"a", std::to_string(workshop.random.between(0, 3))},
                             {"b", std::to_string(workshop.random.between(0, 3))},
                             {"p", std::to_string(workshop.random.between(0, 3))},
                             {"q", std::to_string(workshop.random.between(0, 3))},
                             {"s", few_numbers(workshop)},
                             {"t", few_numbers(workshop)},
                             {"m", few_numbers(workshop)},
                             {"n", few_numbers(workshop)}})},
                 {"c", law(workshop)}});
}

} // namespace

std::string collection(Workshop& workshop) {
    if (workshop.random.chance(30)) {
        return fill(workshop.random.one_of(kMethods), {{"m", workshop.fresh("Collect")},
                                                       {"p", workshop.fresh("Part")},
                                                       {"n", std::to_string(workshop.random.between(2, 4))}});
    }
    if (workshop.random.chance(30)) {
        return claims(workshop);
    }
    std::string text = "lemma " + workshop.fresh("Law") +
                       "(a: int, b: int, p: seq<int>, q: seq<int>, s: set<int>, t: set<int>, m: multiset<int>, "
                       "n: multiset<int>, f: map<int, int>, g: map<int, int>)\n";
    for (std::size_t left = workshop.random.between(1, 3); left > 0; --left) {
        text += "  ensures " + law(workshop) + "\n";
    }
    return text + "{\n}\n";
}

} // namespace daphnia::oracle
