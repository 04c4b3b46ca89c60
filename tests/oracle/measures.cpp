// Units about what comes to an end: loops, methods, functions and proofs with measures of every type, alone and one
// after the other, and steps that make them smaller, or only seem to.
#include "workshop.h"

#include <vector>

namespace daphnia::oracle {

namespace {

// From one round to the next, as long as the guard holds. $m is what is measured, k an int that no round changes.
struct Step {
    std::string guard;
    std::string before; // statements; those of functions are in front of the value
    std::string value;
    std::string measure = "$m";
};

struct Measured {
    std::string declaration; // of $t
    std::string type;
    std::vector<Step> right;
    std::vector<Step> wrong; // most of them
};

std::vector<Measured> numbers() {
    return {
        {"",
         "int",
         {{"$m > 0", "", "$m - 1"},
          {"$m > 1", "", "$m / 2"},
          {"$m >= 0", "", "$m - 3"},
          {"$m < 20", "", "$m + 1", "20 - $m"},
          {"$m != 5", "", "if $m < 5 then $m + 1 else $m - 1", "(if $m < 5 then 5 - $m else $m - 5)"}},
         {{"$m != 0", "", "$m - 1"}, {"$m > 0", "", "$m * 2 - k"}, {"$m < 20", "", "$m - 1", "20 - $m"}}},
        {"",
         "nat",
         {{"$m > 0", "", "$m - 1"}, {"$m > 1", "", "$m / 2"}, {"$m < 9", "", "$m + 2", "10 - $m"}},
         {{"$m > 0", "", "($m + 1) / 2"}, {"$m > 2", "", "$m % 10"}, {"$m > 0", "", "$m + 1", "10 - $m"}}},
        {"",
         "real",
         {{"$m >= 1.0", "", "$m - 1.0"},
          {"$m >= 2.0", "", "$m / 2.0"},
          {"$m > 0.0", "", "$m - 1.5"},
          {"$m < 4.0", "", "$m + 1.25", "4.0 - $m"},
          {"$m >= 1.0", "", "$m - 1.0", "$m.Floor"}},
         {{"$m > 0.0", "", "$m / 2.0"},
          {"$m > 0.0", "", "$m - 0.5"},
          {"$m > -2.0", "", "$m - 1.0"},
          {"$m >= 1.0", "", "$m * 0.75"},
          {"$m < 4.0", "", "$m + (4.0 - $m) / 2.0", "4.0 - $m"}}},
        {"",
         "bool",
         {{"$m", "", "false"}, {"!$m", "", "true", "!$m"}, {"$m", "", "$m && k > 2 && !$m"}},
         {{"$m", "", "k > 2"}, {"!$m", "", "true"}, {"$m || k > 3", "", "!$m"}}},
        {"",
         "char",
         {{"'a' < $m <= 'z'", "", "(($m as int) - 1) as char"},
          {"$m > 'b'", "", "'b'"},
          {"'A' <= $m < 'Z'", "", "(($m as int) + 1) as char", "'Z' as int - $m as int"}},
         {{"$m > 'a'", "", "if k > 0 then 'b' else 'a'"}, {"'a' <= $m < 'z'", "", "(($m as int) + 1) as char"}}},
        {"",
         "bv4",
         {{"$m > 0", "", "$m - 1"},
          {"$m != 0", "", "$m & ($m - 1)"},
          {"$m > 0", "", "$m >> 1"},
          {"$m < 15", "", "$m + 1", "15 - $m"},
          {"$m != 0", "", "$m - 1", "$m as int"}},
         {{"$m != 5", "", "$m - 1"}, {"$m > 2", "", "$m << 1"}, {"$m > 0", "", "$m & 12"}, {"$m < 15", "", "$m + 1"}}},
        {"", "bv0", {{"$m > 0", "", "$m"}}, {{"$m == 0", "", "$m"}}},
    };
}

std::vector<Measured> declared_numbers() {
    return {
        {"newtype $t = x: int | 0 <= x < 30\n",
         "$t",
         {{"$m > 0", "", "$m - 1"}, {"$m > 1", "", "$m / 2"}, {"$m < 29", "", "$m + 1", "29 - $m"}},
         {{"$m < 29", "", "$m + 1"}, {"$m > 0", "", "$m / 2 + 1"}}},
        {"newtype $t = x: int | x < 50\n",
         "$t",
         {{"$m > 0", "", "$m - 1"}, {"$m >= 0", "", "$m - 2"}, {"$m < 9", "", "$m + 1", "9 - $m"}},
         {{"$m != 0", "", "$m - 1"}, {"$m < 10", "", "$m - 1"}}},
        {"newtype $t = int\n",
         "$t",
         {{"$m > 0", "", "$m - 1"}, {"$m > 1", "", "$m / 2"}},
         {{"$m != 3", "", "$m - 1"}, {"$m > -10", "", "$m - 1"}}},
        {"newtype $tBase = x: int | -9 <= x <= 9\nnewtype $t = x: $tBase | x != 3\n",
         "$t",
         {{"$m > 3", "", "3 - 3"}, {"$m > 4", "", "$m - 1"}, {"$m < 0", "", "$m + 1", "-$m"}},
         {{"$m != 0", "", "-$m"}, {"$m > 0", "", "$m - 1"}}},
        {"newtype $t = r: real | -3.0 <= r <= 9.0\n",
         "$t",
         {{"$m >= 1.0", "", "$m - 1.0"}, {"$m >= 2.0", "", "$m / 2.0"}, {"$m > 0.0", "", "$m - 1.5"}},
         {{"$m > 0.0", "", "$m / 2.0"}, {"$m > 0.0", "", "$m - 0.25"}, {"$m > -2.0", "", "$m - 1.0"}}},
        {"newtype $t = real\n",
         "$t",
         {{"$m >= 1.0", "", "$m - 1.0"}, {"$m < 3.0", "", "$m + 1.0", "3.0 - $m"}},
         {{"$m > 0.0", "", "$m / 2.0"}, {"$m < 3.0", "", "$m + (3.0 - $m) / 4.0", "3.0 - $m"}}},
        {"newtype $t = b: bv4 | b != 15\n",
         "$t",
         {{"$m > 0", "", "$m - 1"}, {"$m > 0", "", "$m >> 1"}},
         {{"$m != 3", "", "$m - 1"}, {"$m > 1", "", "$m | 1"}}},
        {"newtype $t = c: char | 'a' <= c <= 'z' witness 'm'\n",
         "$t",
         {{"$m > 'b'", "", "'b'"}, {"$m > 'a'", "", "(($m as int) - 1) as $t"}},
         {{"$m > 'a'", "", "'b'"}, {"$m < 'z'", "", "(($m as int) + 1) as $t"}}},
        {"type $t = x: int | x >= -4\n",
         "$t",
         {{"$m > 0", "", "$m - 1"}, {"$m >= 0", "", "$m - 1"}, {"$m > -4", "", "$m - 1", "$m + 4"}},
         {{"$m > -4", "", "$m - 1"}, {"$m != 0", "", "$m / 2"}}},
        {"type $t = r: real | r >= -1.0\n",
         "$t",
         {{"$m >= 1.0", "", "$m - 1.0"}, {"$m > 0.0", "", "$m - 1.0"}},
         {{"$m > 0.0", "", "$m / 3.0"}}},
    };
}

std::vector<Measured> collections() {
    const std::string some = "var some :| some in $m; ";
    return {
        {"",
         "seq<int>",
         {{"$m != []", "", "$m[1..]"},
          {"|$m| > 0", "", "$m[..|$m| - 1]"},
          {"|$m| > 1", "", "$m[..|$m| / 2]"},
          {"|$m| > 0", "", "$m[1..]", "|$m|"},
          {"|$m| < 6", "", "$m + [k]", "6 - |$m|"}},
         {{"$m != []", "", "$m[1..] + [$m[0] - 1]"},
          {"|$m| > 0 && $m[0] != 0", "", "$m[0 := 0]"},
          {"|$m| < 6", "", "[k] + $m"},
          {"|$m| > 0", "", "$m[..(|$m| + 1) / 2]"}}},
        {"",
         "string",
         {{"$m != \"\"", "", "$m[1..]"}, {"|$m| > 1", "", "[$m[0]]"}},
         {{"$m != \"\"", "", "$m[1..] + \"a\""}, {"\"\" < $m", "", "[$m[0]]"}}},
        {"",
         "set<int>",
         {{"$m != {}", some, "$m - {some}"},
          {"k in $m", "", "$m - {k}"},
          {"$m != {}", some, "(set z <- $m | z != some)"},
          {"$m != {}", some, "$m - {some}", "|$m|"}},
         {{"$m != {}", "", "$m - {k}"}, {"$m != {}", some, "$m - {some} + {k}"}, {"$m != {}", "", "$m * {k}"}}},
        {"",
         "multiset<int>",
         {{"$m != multiset{}", some, "$m - multiset{some}"},
          {"k in $m", "", "$m[k := 0]"},
          {"|$m| > 0", some, "$m[some := $m[some] - 1]", "|$m|"}},
         {{"|$m| > 0", "", "$m - multiset{k}"},
          {"|$m| > 0", some, "$m[some := 1]"},
          {"|$m| > 0", some, "$m - multiset{some} + multiset{k}"}}},
        {"",
         "map<int, bool>",
         {{"$m != map[]", some, "$m - {some}"},
          {"k in $m", "", "$m - {k}"},
          {"$m != map[]", some, "(map z | z in $m && z != some :: !$m[z])"},
          {"|$m| > 0", some, "$m - {some}", "$m.Keys"}},
         {{"$m != map[]", some, "$m[some := false]"},
          {"|$m| > 0", "", "$m - {k}"},
          {"k in $m && $m[k]", "", "$m[k := false]"},
          {"|$m| > 0", some, "$m - {some}", "$m.Values"}}},
        {"type $t = s: seq<bool> | |s| > 0 witness [true]\n",
         "$t",
         {{"|$m| > 1", "", "$m[1..]"}, {"|$m| > 3", "", "$m[..3]"}},
         {{"|$m| > 1", "", "$m[1..] + [true]"}}},
    };
}

std::vector<Measured> made_of_parts() {
    return {
        {"datatype $t = $tEnd | $tMore(first: int, rest: $t)\n",
         "$t",
         {{"$m.$tMore?", "", "$m.rest"}, {"$m.$tMore? && $m.rest.$tMore?", "", "$m.rest.rest"}},
         {{"$m.$tMore?", "", "$tMore($m.first - 1, $m)"},
          {"$m.$tMore?", "", "$m.(first := k)"},
          {"$m.$tMore?", "", "$m", "$m.first"}}},
        {"datatype $t = $tLeaf | $tNode(left: $t, right: $t)\n",
         "$t",
         {{"$m.$tNode?", "", "if k > 2 then $m.left else $m.right"}, {"$m != $tLeaf", "", "$m.left"}},
         {{"$m.$tNode?", "", "$tNode($m.right, $m.left)"}, {"$m.$tNode?", "", "$tNode($m.left, $tLeaf)"}}},
        {"datatype $t = $t(children: seq<$t>)\n",
         "$t",
         {{"$m.children != []", "", "$m.children[0]"},
          {"|$m.children| > 1", "", "$t($m.children[1..])", "|$m.children|"}},
         {{"$m.children != []", "", "$t([$m.children[0]])"}, {"|$m.children| < 3", "", "$t($m.children + [$m])"}}},
        {"datatype $t = $t(children: map<int, $t>)\n",
         "$t",
         {{"k in $m.children", "", "$m.children[k]"}},
         {{"k in $m.children", "", "$t($m.children)"}}},
        {"datatype $tOf<T> = $tNone | $tSome(value: T)\ndatatype $t = $t(before: $tOf<$t>, x: int)\n",
         "$t",
         {{"$m.before.$tSome?", "", "$m.before.value"}},
         {{"$m.before.$tSome?", "", "$m.(x := $m.x - 1)"}, {"$m.before.$tSome?", "", "$m.(before := $tSome($m))"}}},
        {"datatype $t = $tLow | $tHigh(n: nat)\n",
         "$t",
         {{"$m.$tHigh? && $m.n > 0", "", "$tHigh($m.n - 1)", "(if $m.$tHigh? then $m.n else 0)"}},
         {{"$m.$tHigh?", "", "$tLow"}, {"$m.$tHigh? && $m.n > 0", "", "$tHigh($m.n - 1)"}}},
        {"",
         "(nat, bool)",
         {{"$m.0 > 0", "", "($m.0 - 1, !$m.1)", "$m.0, $m.1"}, {"$m.1", "", "($m.0, false)", "$m.0, $m.1"}},
         {{"$m.0 > 0", "", "($m.0 - 1, $m.1)"}, {"$m.0 > 0", "", "($m.0 - 1, !$m.1)", "$m.1, $m.0"}}},
    };
}

Step any_step(Random& random, const Measured& measured) {
    return random.chance(75) ? random.one_of(measured.right) : random.one_of(measured.wrong);
}

// The declaration, the type and the step of one measure, with the name of its type filled in.
struct Choice {
    std::string declaration;
    std::string type;
    Step step;
};

Choice any_choice(Workshop& workshop) {
    Random& random = workshop.random;
    const std::vector<Measured> all = random.chance(35)   ? numbers()
                                      : random.chance(40) ? declared_numbers()
                                      : random.chance(55) ? collections()
                                                          : made_of_parts();
    const Measured measured = random.one_of(all);
    const Step step = any_step(random, measured);
    const std::string name = workshop.fresh("Measure");
    const auto named = [&](const std::string& text) { return fill(text, {{"t", name}, {"m", "$m"}}); };
    return {named(measured.declaration),
            named(measured.type),
            {named(step.guard), named(step.before), named(step.value), named(step.measure)}};
}

Step of(const std::string& variable, const Step& step) {
    const Fillings parts = {{"m", variable}};
    return {fill(step.guard, parts), fill(step.before, parts), fill(step.value, parts), fill(step.measure, parts)};
}

std::string alone(Workshop& workshop) {
    const Choice choice = any_choice(workshop);
    const Step step = of("m", choice.step);
    const std::string clause = workshop.random.chance(80) ? "decreases " + step.measure : "";
    return choice.declaration + fill(workshop.any(
                                         R"(method $f(start: $t, k: int) returns (n: nat, last: $t)
  ensures !(var m := last; $guard)
{
  var m := start;
  n := 0;
  while $guard
    $clause
  {
    $before
    m := $value;
    n := n + 1;
  }
  last := m;
}
)",
                                         R"(method $f(m: $t, k: int) returns (n: nat)
  ensures !($guard) ==> n == 0
  $clause
{
  n := 0;
  if $guard {
    $before
    var next := $value;
    n := $f(next, k);
    n := n + 1;
  }
}
)",
                                         R"(ghost function $f(m: $t, k: int): int
  $clause
{
  if $guard then $before 1 + $f($value, k) else 0
}

lemma $l(m: $t, k: int)
  ensures $f(m, k) >= 0
  $clause
{
  if $guard {
    $before
    $l($value, k);
  }
}
)",
                                         R"(method $f(start: $t, k: int) returns (n: nat)
{
  var m := start;
  n := 0;
  label around:
  while
    $clause
  {
    case $guard =>
      n := n + 1;
      $before
      m := $value;
      if n % 2 == 1 {
        continue around;
      }
  }
}
)",
                                         R"(lemma $l(m: $t, k: int) returns (next: $t)
  requires $guard
  ensures (k, $measure decreases to k, (var m := next; $first))
{
  $before
  next := $value;
}
)",
                                         R"(ghost function $f(m: $t, k: int): nat
  $clause
{
  if $guard then
    $before
    var next := $value;
    ((other: $t) requires other == next => $f(other, k))(next) + 1
  else
    0
}
)"),
                                     {{"f", workshop.fresh("Ends")},
                                      {"l", workshop.fresh("Law")},
                                      {"t", choice.type},
                                      {"guard", step.guard},
                                      {"before", step.before},
                                      {"value", step.value},
                                      {"measure", step.measure},
                                      {"first", step.measure.substr(0, step.measure.find(", "))},
                                      {"clause", clause}});
}

// Two measures: the second one only counts while the first one stays the same.
std::string one_after_the_other(Workshop& workshop) {
    const Choice first = any_choice(workshop);
    const Choice second = any_choice(workshop);
    const Step a = of("a", first.step);
    const Step b = of("b", second.step);
    return first.declaration + second.declaration +
           fill(workshop.any(
                    R"(method $f(first: $s, second: $t, k: int) returns (n: nat)
{
  var a, b := first, second;
  n := 0;
  while ($aguard) || ($bguard)
    decreases $measures
  {
    if $bguard {
      $bbefore
      b := $bvalue;
    } else {
      $abefore
      a := $avalue;
      b := second;
    }
    n := n + 1;
  }
}
)",
                    R"(method $f(first: $s, second: $t, k: int) returns (n: nat)
{
  var a := first;
  n := 0;
  while $aguard
    decreases $ameasure
  {
    var b := second;
    while $bguard
      decreases $measures
    {
      $bbefore
      b := $bvalue;
      n := n + 1;
    }
    $abefore
    a := $avalue;
  }
}
)",
                    R"(ghost function $f(a: $s, b: $t, k: int): nat
  decreases $measures, 1
{
  if $bguard then $bbefore $f(a, $bvalue, k) else $g(a, b, b, k)
}

ghost function $g(a: $s, b: $t, other: $t, k: int): nat
  decreases $measures, 0
{
  if $aguard then $abefore 1 + $f($avalue, other, k) else 0
}

lemma $l(a: $s, b: $t, k: int)
  ensures !($aguard) && !($bguard) ==> $f(a, b, k) == 0
  ensures $f(a, b, k) + 1 > 0
{
}
)"),
                {{"f", workshop.fresh("Ends")},
                 {"g", workshop.fresh("Ends")},
                 {"l", workshop.fresh("Law")},
                 {"s", first.type},
                 {"t", second.type},
                 {"aguard", a.guard},
                 {"bguard", b.guard},
                 {"abefore", a.before},
                 {"bbefore", b.before},
                 {"avalue", a.value},
                 {"bvalue", b.value},
                 {"ameasure", a.measure},
                 {"measures", workshop.any(a.measure + ", " + b.measure, a.measure + ", " + b.measure,
                                           a.measure + ", " + b.measure, b.measure + ", " + a.measure)}});
}

// `for` without an end, which needs a measure of its own.
std::string without_bound(Workshop& workshop) {
    return fill(workshop.any(
                    R"(method $f(start: int, s: seq<int>) returns (n: int)
  requires start <= |s|
  ensures start <= n <= |s|
{
  n := start;
  for i := start to *
    invariant n == i <= |s|
    decreases |s| - i
  {
    if i >= |s| || (0 <= i && s[i] == $n) {
      break;
    }
    n := n + 1;
  }
}
)",
                    R"(newtype $t = x: int | -10 <= x <= $n
method $f(start: $t) returns (n: nat)
{
  n := 0;
  for i := start downto *
    decreases i as int + 10
  {
    if i == -10 {
      break;
    }
    n := n + 1;
  }
}
)",
                    R"(method $f(start: int, r: real) returns (n: int)
{
  n := start;
  for i := start to *
    invariant n == i
    decreases r - i as real
  {
    if i as real > r - 0.5 {
      break;
    }
    n := n + 1;
  }
}
)"),
                {{"f", workshop.fresh("Ends")},
                 {"t", workshop.fresh("Measure")},
                 {"n", std::to_string(workshop.random.between(0, 4))}});
}

} // namespace

std::string measures(Workshop& workshop) {
    Random& random = workshop.random;
    return random.chance(60)   ? alone(workshop)
           : random.chance(80) ? one_after_the_other(workshop)
                               : without_bound(workshop);
}

} // namespace daphnia::oracle
