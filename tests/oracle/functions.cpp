// Functions and constants: of values, recursive, mutually recursive, reading arrays; with laws and methods about them.
#include "workshop.h"

namespace daphnia::oracle {

namespace {

constexpr Type kValueTypes[] = {Type::Int, Type::Int, Type::Nat, Type::Bool, Type::IntSeq, Type::String, Type::Pair};

} // namespace

std::string constant_value(Workshop& workshop) {
    const Type type = workshop.random.one_of(kValueTypes);
    const std::string name = workshop.fresh("C");
    const std::string value = expression(workshop, type, {}, 2);
    workshop.constants.push_back({name, type, name});
    return fill("const $n: $t := $v\n", {{"n", name}, {"t", to_string(type)}, {"v", value}});
}

std::string value_function(Workshop& workshop) {
    Signature function{workshop.fresh("F"), {}, workshop.random.one_of(kValueTypes), workshop.random.chance(25), ""};
    Scope scope;
    std::string parameters;
    const std::size_t count = workshop.random.between(1, 3);
    for (std::size_t i = 0; i < count; ++i) {
        const Type type = workshop.random.one_of(kValueTypes);
        scope.push_back({workshop.fresh("x"), type, "@" + std::to_string(i)});
        function.parameters.push_back(type);
        parameters += (i == 0 ? "" : ", ") + scope.back().name + ": " + to_string(type);
    }
    const bool predicate = function.result == Type::Bool;
    std::string contract;
    if (workshop.random.chance(25)) {
        const std::string condition = expression(workshop, Type::Bool, scope, 1, function.ghost);
        contract += "  requires " + condition + "\n";
        function.guard = symbolic(condition, scope).value_or("false");
    }
    const std::string body = expression(workshop, function.result, scope, 3, function.ghost);
    if (!predicate && workshop.random.chance(40)) {
        contract += "  ensures r == " + body + "\n";
    }
    const std::string result = predicate ? "" : "): (r: " + to_string(function.result);
    std::string text = fill("$g$k $n($p$r)\n$c{\n  $b\n}\n", {{"g", function.ghost ? "ghost " : ""},
                                                              {"k", predicate ? "predicate" : "function"},
                                                              {"n", function.name},
                                                              {"p", parameters},
                                                              {"r", result},
                                                              {"c", contract},
                                                              {"b", body}});
    workshop.functions.push_back(function);
    return text;
}

std::string nat_recursion(Workshop& workshop) {
    Random& random = workshop.random;
    const std::string name = workshop.fresh("F");
    const std::string start = std::to_string(random.between(0, 5));
    const std::string step = std::to_string(random.between(1, 4));
    const Fillings parts = {{"f", name},
                            {"start", start},
                            {"step", step},
                            {"m", workshop.fresh("Compute")},
                            {"l", workshop.fresh("Law")},
                            {"d", workshop.any("  decreases n\n", "", "  decreases n, 0\n")}};
    std::string text;
    switch (random.below(3)) {
    case 0: // linear
        text = fill(R"(function $f(n: nat): int
$d{
  if n == 0 then $start else $f(n - 1) + $step
}

lemma $l(n: nat)
  ensures $f(n) == $start + $step * n
{
}

method $m(n: nat) returns (r: int)
  ensures r == $f(n)
{
  r := $start;
  var i := 0;
  while i < n
    invariant 0 <= i <= n
    invariant r == $f(i)
    decreases n - i
  {
    i := i + 1;
    r := r + $step;
  }
}
)",
                    parts);
        break;
    case 1: // two steps back
        text = fill(R"(function $f(n: nat): nat
$d{
  if n < 2 then n + $start else $f(n - 1) + $f(n - 2)
}

lemma $l(n: nat)
  ensures n >= 1 ==> $f(n) >= $start
{
  if n >= 3 {
    $l(n - 1);
    $l(n - 2);
  }
}

method $m(n: nat) returns (r: int)
  ensures r == $f(n)
{
  r := $start;
  var next := $start + 1;
  for i := 0 to n
    invariant r == $f(i)
    invariant next == $f(i + 1)
  {
    r, next := next, r + next;
  }
}
)",
                    parts);
        break;
    default: // an accumulator
        text = fill(R"(function $f(n: nat): int
$d{
  if n == 0 then 0 else n + $step + $f(n - 1)
}

lemma {:induction false} $l(n: nat)
  ensures 2 * $f(n) == n * (n + 1) + 2 * $step * n
{
  if n > 0 {
    $l(n - 1);
  }
}

method $m(n: nat) returns (r: int)
  ensures r == $f(n)
  decreases n
{
  if n == 0 {
    return 0;
  }
  var before := $m(n - 1);
  r := before + n + $step;
}
)",
                    parts);
    }
    // Small arguments, so that runs end: the recursion is exponential in one of them.
    workshop.functions.push_back({name, {Type::Nat}, Type::Int, false, "@0 <= 10"});
    return text;
}

std::string mutual_recursion(Workshop& workshop) {
    return fill(R"(function $a(n: nat): int
  decreases n, 1
{
  if n == 0 then $s else $b(n - 1) + $t
}

function $b(n: nat): int
  decreases n, 0
{
  if n == 0 then $s else $a(n - 1) + $t
}

lemma $l(n: nat)
  ensures $a(n) == $b(n) == $s + $t * n
{
  if n > 0 {
    $l(n - 1);
  }
}
)",
                {{"a", workshop.fresh("F")},
                 {"b", workshop.fresh("G")},
                 {"l", workshop.fresh("Same")},
                 {"s", std::to_string(workshop.random.between(0, 3))},
                 {"t", std::to_string(workshop.random.between(1, 3))}});
}

std::string array_function(Workshop& workshop) {
    const std::string element = expression(workshop, Type::Int, {{"x", Type::Int, "x"}}, 1);
    const std::string name = workshop.fresh("Total");
    const Fillings parts = {{"f", name},
                            {"g", workshop.fresh("G")},
                            {"e", element},
                            {"l", workshop.fresh("Frame")},
                            {"m", workshop.fresh("Write")},
                            {"w", workshop.fresh("Watch")}};
    return fill(R"(function $g(x: int): int
{
  $e
}

function $f(a: array<int>, n: nat): int
  requires n <= a.Length
  reads a
  decreases n
{
  if n == 0 then 0 else $f(a, n - 1) + $g(a[n - 1])
}

method $m(a: array<int>, b: array<int>, i: nat, v: int)
  requires i < b.Length
  modifies b
  ensures a != b ==> $f(a, a.Length) == old($f(a, a.Length))
  ensures b[i] == v
{
  b[i] := v;
}

method $w(a: array<int>, b: array<int>) returns (r: int)
  requires a != b
  modifies b
  ensures r == $f(a, a.Length)
  ensures forall i :: 0 <= i < b.Length ==> b[i] == r
{
  r := 0;
  for i := 0 to a.Length
    invariant r == $f(a, i)
  {
    r := r + $g(a[i]);
  }
  label done:
  forall i | 0 <= i < b.Length {
    b[i] := r;
  }
  assert $f(a, a.Length) == old@done($f(a, a.Length));
}
)",
                parts);
}

} // namespace daphnia::oracle
