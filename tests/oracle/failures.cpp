// Units about values that may be failures: `:-` in all its forms, in statements, in loops and in expressions, beside
// the same calculation spelled out.
#include "workshop.h"

#include <array>

namespace daphnia::oracle {

namespace {

// $r: results, $o: outcomes without a value; $p: when a value is there; $v: the value; $f $q: the functions that give
// them, $g $h $k: the methods.
constexpr std::string_view kPrelude = R"(datatype $r<+T> = $rOk(value: T) | $rBad(code: int) {
  predicate IsFailure() { $rBad? }
  function PropagateFailure<U>(): $r<U>
    requires IsFailure()
  {
    $rBad(code)
  }
  function Extract(): T
    requires !IsFailure()
  {
    value
  }
}

datatype $o = $oFine | $oBad(code: int) {
  predicate IsFailure() { $oBad? }
  function PropagateFailure<U>(): $r<U>
    requires $oBad?
  {
    $rBad(code)
  }
}

predicate $p(x: int) { $c }

function $v(x: int): int { $e }

function $f(x: int): $r<int> {
  if $p(x) then $rOk($v(x)) else $rBad(x)
}

function $q(x: int): $o {
  if $p(x) then $oFine else $oBad(x)
}

method $g(x: int) returns (result: $r<int>)
  ensures result == $f(x)
{
  result := $f(x);
}

method $h(x: int) returns (result: $r<int>, other: int)
  ensures result == $f(x) && other == x + $n
{
  other := x + $n;
  result := if $p(x) then $rOk($v(x)) else $rBad(x);
}

method $k(x: int) returns (o: $o)
  ensures o.$oFine? <==> $p(x)
  ensures o.$oBad? ==> o.code == x
{
  o := $q(x);
}
)";

// The same steps three times: as statements, as an expression with `:-`, and spelled out.
struct Steps {
    std::string statements;
    std::string expression;
    std::string meaning;
    std::size_t parentheses = 0; // that the meaning has open
};

// One step; $x, $y: expressions over a and b, $c: a condition over them, $z: the target.
struct Form {
    std::string_view statement;
    std::string_view expression;
    std::string_view meaning; // opens one parenthesis
};

constexpr std::array kForms{
    Form{"$z :- $f($x);\n", "  var $z :- $f($x);\n", "(if !$p($x) then $rBad($x) else var $z := $v($x); "},
    Form{"$z :- $g($x);\n", "  var $z :- $f($x);\n", "(if !$p($x) then $rBad($x) else var $z := $v($x); "},
    Form{"var $w :- $g($x);\n$z := $w;\n", "  var $w: int :- $f($x); var $z := $w;\n",
         "(if !$p($x) then $rBad($x) else var $z := $v($x); "},
    Form{"var $w: int :- if $c then $f($x) else $rOk($y);\n$z := $w;\n",
         "  var $z :- if $c then $f($x) else $rOk($y);\n",
         "(if ($c) && !$p($x) then $rBad($x) else var $z := if $c then $v($x) else $y; "},
    Form{":- $q($x);\n", "  :- $q($x);\n", "(if !$p($x) then $rBad($x) else "},
    Form{":- $k($x);\n", "  :- $q($x);\n", "(if !$p($x) then $rBad($x) else "},
    Form{"a, b :- $h($x);\n", "  var $w := $x + $n; var a :- $f($x); var b := $w;\n",
         "(if !$p($x) then $rBad($x) else var a, b := $v($x), $x + $n; "},
    Form{"a, b :- $f($x), $y;\n", "  var $w := $y; var a :- $f($x); var b := $w;\n",
         "(if !$p($x) then $rBad($x) else var a, b := $v($x), $y; "},
    Form{"if $c {\n  $z :- $g($x);\n}\n", "  var $z :- if $c then $f($x) else $rOk($z);\n",
         "(if ($c) && !$p($x) then $rBad($x) else var $z := if $c then $v($x) else $z; "},
    Form{"{\n  var a :- $g($x);\n  b := a;\n}\n", "  var b :- $f($x);\n",
         "(if !$p($x) then $rBad($x) else var b := $v($x); "},
    Form{"var $w :- $rOk(($x, true));\n$z := $w.0;\n", "  var ($z, _) :- $rOk(($x, true));\n", "(var $z := $x; "},
    Form{"if $p($x) {\n  $z :- assert $f($x);\n}\n", "  var $z := if $p($x) then $f($x).value else $z;\n",
         "(var $z := if $p($x) then $v($x) else $z; "},
    Form{"$z :- expect $rOk($x);\n:- expect $oFine;\n", "  var $z := $x;\n", "(var $z := $x; "},
    Form{"$z := $x;\n", "  var $z := $x;\n", "(var $z := $x; "},
};

Steps some_steps(Workshop& workshop) {
    const Scope scope{{"a", Type::Int, "a"}, {"b", Type::Int, "b"}};
    Steps result;
    for (std::size_t left = workshop.random.between(1, 4); left > 0; --left) {
        const Form& form = workshop.random.one_of(kForms);
        const std::string w = workshop.fresh("w");
        const std::string z = workshop.any("a", "b");
        const std::string x = expression(workshop, Type::Int, scope, 1);
        const std::string y = expression(workshop, Type::Int, scope, 1);
        const std::string c = expression(workshop, Type::Bool, scope, 1);
        const auto filled = [&](std::string_view text) {
            return fill(text, {{"x", x},
                               {"y", y},
                               {"c", c},
                               {"z", z},
                               {"w", w},
                               {"f", "$f"},
                               {"g", "$g"},
                               {"h", "$h"},
                               {"k", "$k"},
                               {"q", "$q"},
                               {"p", "$p"},
                               {"v", "$v"},
                               {"r", "$r"},
                               {"o", "$o"},
                               {"n", "$n"}});
        };
        result.statements += indented(filled(form.statement));
        result.expression += filled(form.expression);
        result.meaning += filled(form.meaning);
        ++result.parentheses;
    }
    return result;
}

constexpr std::string_view kStraight = R"(
function $m(a: int, b: int): $r<int>
{
$expression  $rOk(a + b)
}

method $s(x: int, y: int) returns (result: $r<int>)
  ensures result == var a, b := x, y; $meaning$rOk(a + b)$closing
  ensures result == $m(x, y)
{
  var a, b := x, y;
$statements  return $rOk(a + b);
}
)";

constexpr std::array kOthers{
    R"(
method $s(s: seq<int>) returns (result: $r<int>, n: nat)
  ensures n <= |s|
  ensures result.$rOk? <==> forall i :: 0 <= i < |s| ==> $p(s[i])
  ensures result.$rBad? ==> n < |s| && result.code == s[n] && !$p(s[n])
{
  n := 0;
  var total := 0;
  while n < |s|
    invariant n <= |s|
    invariant forall i :: 0 <= i < n ==> $p(s[i])
  {
    var value :- $g(s[n]);
    :- $k(s[n]);
    total := total + value;
    n := n + 1;
  }
  result := $rOk(total);
}

method $m(x: int) returns (k: int)
  ensures $p(x) ==> k == $v(x)
{
  var result, n := $s([x, x]);
  k := 0;
  if $p(x) {
    assert [x, x][0] == x && [x, x][1] == x;
    var total :- assert result;
    k := $v(x);
  }
}
)",
    R"(
method $s(s: seq<int>, limit: int) returns (result: $r<seq<int>>)
  ensures result.$rOk? ==> |result.value| == |s|
  ensures result.$rOk? ==> forall i :: 0 <= i < |s| ==> $p(s[i]) && result.value[i] == $v(s[i])
{
  if s == [] {
    return $rOk([]);
  }
  var first :- $g(s[0]);
  var rest :- $s(s[1..], limit);
  result := $rOk([first] + rest);
}

function $m(s: seq<int>): $r<seq<int>>
  ensures $m(s).$rOk? ==> |$m(s).value| == |s|
{
  if s == [] then
    $rOk([])
  else
    var first :- $f(s[0]);
    var rest: seq<int> :- $m(s[1..]);
    $rOk([first] + rest)
}
)",
    R"(
method $s(a: array<int>, x: int) returns (result: $r<(int, bool)>)
  requires a.Length > $n
  modifies a
  ensures result.$rBad? ==> a[$n] == old(a[$n]) && !$p(x)
  ensures result.$rOk? ==> a[$n] == x && result.value == ($v(x), $v(x) == x)
  ensures forall i :: 0 <= i < a.Length && i != $n ==> a[i] == old(a[i])
{
  var kept := $f(x);
  var value :- kept;
  a[$n] := x;
  if {
    case value == x => :- $q(x); return $rOk((value, true));
    case value != x =>
      var again, flag :- kept, false;
      return $rOk((again, flag));
  }
}

method $m(x: int) returns (k: int)
{
  var a := new int[$n + 1];
  var result := $s(a, x);
  k := if result.$rOk? then result.value.0 else result.code;
  assert result.$rOk? ==> a[$n] == x;
}
)",
    R"(
lemma $s(x: int) returns (result: $r<nat>)
  ensures result.$rOk? ==> $p(x) && result.value == if $v(x) < 0 then 0 else $v(x)
  ensures result.$rBad? ==> result.code == x
{
  ghost var value :- $f(x);
  result := $rOk(if value < 0 then 0 else value);
}

method $m(x: int, y: int) returns (result: $r<nat>, ghost spare: int)
  ensures result.$rOk? ==> $p(x) && $p(y) && result.value >= 0
  ensures spare == x
{
  spare := x;
  var a :- $g(x);
  label inner: {
    var b, c :- $h(y);
    if a + b < 0 {
      break inner;
    }
    return $rOk(a + b), spare;
  }
  :- $oBad(y);
  assert false;
}
)",
};

} // namespace

std::string failures(Workshop& workshop) {
    Random& random = workshop.random;
    const std::string r = workshop.fresh("Result");
    const Scope one{{"x", Type::Int, "x"}};
    const Steps steps = some_steps(workshop);
    const std::string rest = random.chance(60) ? fill(kStraight, {{"statements", steps.statements},
                                                                  {"expression", steps.expression},
                                                                  {"meaning", steps.meaning},
                                                                  {"closing", std::string(steps.parentheses, ')')},
                                                                  {"m", "$m"},
                                                                  {"s", "$s"},
                                                                  {"r", "$r"}})
                                               : std::string(random.one_of(kOthers));
    return fill(std::string(kPrelude) + rest, {{"r", r},
                                               {"o", r + "Outcome"},
                                               {"p", workshop.fresh("Good")},
                                               {"v", workshop.fresh("Value")},
                                               {"f", workshop.fresh("Try")},
                                               {"q", workshop.fresh("Test")},
                                               {"g", workshop.fresh("TryCall")},
                                               {"h", workshop.fresh("TryBoth")},
                                               {"k", workshop.fresh("TestCall")},
                                               {"m", workshop.fresh("Uses")},
                                               {"s", workshop.fresh("Fails")},
                                               {"n", std::to_string(random.between(0, 3))},
                                               {"c", expression(workshop, Type::Bool, one, 1)},
                                               {"e", expression(workshop, Type::Int, one, 1)}});
}

} // namespace daphnia::oracle
