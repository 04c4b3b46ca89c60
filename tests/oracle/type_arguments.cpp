// Units about subset types and newtypes as type arguments: of collections, tuples, datatypes, functions as values,
// arrays and generic declarations. Values come in where the constraint is known, and it is known of what comes out.
#include "workshop.h"

#include <array>
#include <vector>

namespace daphnia::oracle {

namespace {

// A type $t with a constraint, and the type that it is made of; $y is a value of one of the two.
struct Constrained {
    std::string declaration;
    std::string type;
    std::string base;
    std::string fits; // whether a value of the base is one of the type
    std::string into = "$y";
    std::string out = "$y";
    bool equality = true; // in compiled code
};

std::vector<Constrained> constrained_types() {
    return {
        {"type $t = x: int | $n <= x <= $n + 9 witness $n + 2\n", "$t", "int", "($n <= $y <= $n + 9)"},
        {"", "nat", "int", "($y >= 0)"},
        {"newtype $t = x: int | -5 <= x <= 20\n", "$t", "int", "(-5 <= $y <= 20)", "($y as $t)", "($y as int)"},
        {"newtype $t = r: real | 0.0 <= r <= $n.5\n", "$t", "real", "(0.0 <= $y <= $n.5)", "($y as $t)",
         "($y as real)"},
        {"newtype $t = b: bv6 | b & 1 == 0\n", "$t", "bv6", "($y & 1 == 0)", "($y as $t)", "($y as bv6)"},
        {"newtype $t = c: char | 'a' <= c <= 'f' witness 'b'\n", "$t", "char", "('a' <= $y <= 'f')", "($y as $t)",
         "($y as char)"},
        {"newtype $tBase = x: int | 0 <= x < 100\nnewtype $t = x: $tBase | x != $n witness 50\n", "$t", "int",
         "(0 <= $y < 100 && $y != $n)", "($y as $t)", "($y as int)"},
        {"type $t = s: seq<int> | |s| <= 3\n", "$t", "seq<int>", "(|$y| <= 3)"},
        {"type $tWide = x: int | x % 2 == 0\ntype $t = x: $tWide | x > $n witness 2 * $n + 2\n", "$t", "int",
         "($y % 2 == 0 && $y > $n)"},
        {"type $tFew<T> = s: seq<T> | |s| < 3\n", "$tFew<bool>", "seq<bool>", "(|$y| < 3)"},
        {"datatype $tData = $tNo | $tYes(n: int)\ntype $t = d: $tData | d.$tYes? ==> d.n > $n witness $tNo\n", "$t",
         "$tData", "($y.$tYes? ==> $y.n > $n)"},
        {"type $t = p: (int, bool) | p.1 ==> p.0 > $n witness (0, false)\n", "$t", "(int, bool)",
         "($y.1 ==> $y.0 > $n)"},
        {"ghost predicate $tGood(x: int) { x > $n }\ntype $t = x: int | $tGood(x) witness $n + 1\n", "$t", "int",
         "($y > $n)"},
        {"type $t = m: map<int, nat> | 0 in m witness map[0 := 1]\n", "$t", "map<int, nat>", "(0 in $y)"},
        {"type $t = x: bool | x witness true\n", "$t", "bool", "$y"},
        {"type $t = f: int -> int | f(0) == $n witness x => $n\n", "$t", "(int -> int)", "($y(0) == $n)", "$y", "$y",
         false},
    };
}

// What holds such values. $t: the argument, $a $b: elements, $c: the container, $fits(…): of each element.
struct Container {
    std::string declaration; // of $d
    std::string type;
    std::string make;
    std::string guard;
    std::string take;
    std::string all; // of the elements, with $z for the element and $p for what is said of it
    bool equality = false;
};

std::vector<Container> containers() {
    return {
        {"", "seq<$t>", "[$a, $b]", "|$c| > 0", "$c[0]", "forall k :: 0 <= k < |$c| ==> var z := $c[k]; $p"},
        {"", "set<$t>", "{$a, $b}", "$a in $c", "$a", "forall z :: z in $c ==> $p", true},
        {"", "multiset<$t>", "multiset{$a, $b, $a}", "$b in $c", "$b", "forall z :: z in $c ==> $p", true},
        {"", "map<int, $t>", "map[1 := $a, 2 := $b]", "1 in $c", "$c[1]", "forall k :: k in $c ==> var z := $c[k]; $p"},
        {"", "map<$t, int>", "map[$a := 1, $b := 2]", "$a in $c", "$a", "forall z :: z in $c.Keys ==> $p", true},
        {"", "($t, bool)", "($a, true)", "$c.1", "$c.0", "var z := $c.0; $p"},
        {"", "seq<seq<$t>>", "[[], [$a, $b]]", "|$c| > 1 && |$c[1]| > 0", "$c[1][0]",
         "forall k, l :: 0 <= k < |$c| && 0 <= l < |$c[k]| ==> var z := $c[k][l]; $p"},
        {"", "seq<set<$t>>", "[{$a}, {$a, $b}]", "|$c| > 0 && $b in $c[0]", "$b",
         "forall y, z :: y in $c && z in y ==> $p", true},
        {"datatype $d<T> = $d(x: T, y: T)\n", "$d<$t>", "$d($a, $b)", "true", "$c.y", "var z := $c.x; $p"},
        {"datatype $d<+T> = $dNone | $dSome(value: T)\n", "$d<$t>", "$dSome($b)", "$c.$dSome?", "$c.value",
         "$c.$dSome? ==> var z := $c.value; $p"},
        {"datatype $d<+T> = $dNil | $dCons(head: T, tail: $d<T>)\n", "$d<$t>", "$dCons($a, $dCons($b, $dNil))",
         "$c.$dCons?", "$c.head", "$c.$dCons? && $c.tail.$dCons? ==> var z := $c.tail.head; $p"},
        {"datatype $d<T> = $d(all: seq<T>, some: map<bool, T>)\n", "$d<$t>", "$d([$a], map[true := $b])",
         "true in $c.some", "$c.some[true]", "forall k :: 0 <= k < |$c.all| ==> var z := $c.all[k]; $p"},
        {"", "int -> $t", "(i: int) => if i > 0 then $a else $b", "true", "$c(1)", "forall i :: var z := $c(i); $p"},
        {"", "bool --> $t", "(i: bool) requires i => $b", "false", "$c(true)",
         "forall i :: $c.requires(i) ==> var z := $c(i); $p"},
        {"", "seq<int -> $t>", "[(i: int) => $a]", "|$c| > 0", "$c[0](2)",
         "forall k :: 0 <= k < |$c| ==> var z := $c[k](1); $p"},
    };
}

constexpr std::array kUnits{
    R"(function $f<T>(c: bool, x: T, y: T): T
{
  if c then x else y
}

method $m(a: $t, b: $t, c: $container, i: $base, flag: bool) returns (r: $t, d: $container)
  ensures $rfits
  ensures $dall
{
  d := $make;
  r := $f(flag, b, a);
  if $cguard {
    r := $ctake;
    assert $rfits;
  }
  if $ifits {
    var e: $t := $iinto;
    r := $f<$t>(flag, e, r);
    if $dguard && flag {
      r := $dtake;
    }
    assert $rfits;
  }
  d := $f<$container>(flag, d, c);
}
)",
    R"(predicate $f(a: $t, b: $t, c: $container)
{
  $cguard
}

lemma $l(a: $t, b: $t, c: $container)
  requires $f(a, b, c)
  ensures var r := $ctake; $rfits
  ensures $call
{
}

method $m(a: $t, b: $t, i: $base, flag: bool) returns (r: $base, d: $container)
  ensures !flag ==> r == i
{
  d := $make;
  $l(a, b, d);
  r := i;
  if $f(a, b, d) && flag {
    var e := $dtake;
    r := $eout;
  }
}
)",
    R"(method $l<T>(a: array<T>, x: T, i: nat)
  requires i < a.Length
  modifies a
  ensures a[i] == x
  ensures forall j :: 0 <= j < a.Length && j != i ==> a[j] == old(a[j])
{
  a[i] := x;
}

method $m(x: array<$t>, a: $t, b: $t, i: $base, at: nat) returns (r: $t, y: array<$t>)
  requires at < x.Length
  modifies x
  ensures $rfits
  ensures x[at] == a
{
  r := x[at];
  assert $rfits;
  $l(x, b, at);
  assert x[at] == b;
  if $ifits {
    $l(x, $iinto, at);
  }
  r := x[at];
  assert $rfits;
  x[at] := a;
  y := new $t[$n](j requires 0 <= j < $n => if j == 0 then a else b);
  if y.Length > 0 {
    r := y[0];
  }
}
)",
    R"(method $m(s: seq<$base>, a: $t) returns (r: seq<$t>, rest: seq<$base>)
  ensures |r| + |rest| == |s|
  ensures forall i: $base :: i in rest ==> !$ifits
{
  r, rest := [], [];
  for k := 0 to |s|
    invariant |r| + |rest| == k
    invariant forall i: $base :: i in rest ==> !$ifits
  {
    var i: $base := s[k];
    if $ifits {
      r := r + [$iinto];
    } else {
      rest := rest + [i];
    }
  }
}

lemma $l(s: seq<$t>, k: nat)
  requires k < |s|
  ensures var r: $t := s[k]; $rfits
{
}
)",
    R"(function $f(f: $t -> int, s: seq<$t>): seq<int>
  ensures |$f(f, s)| == |s|
{
  if s == [] then [] else [f(s[0])] + $f(f, s[1..])
}

function $g(i: $base): $t
  requires $ifits
{
  $iinto
}

method $m(a: $t, b: $t, i: $base) returns (r: seq<int>, f: (($base)) --> $t)
  ensures |r| >= 2
  ensures forall i: $base$near :: f.requires(i) ==> $ifits
{
  r := $f((z: $t) => if $zfits then $n else 0, [a, b]);
  assert r[1] == $f((z: $t) => $n, [a, b])[1];
  f := $g;
  if $ifits {
    r := $f((z: $t) => $n, [f(i), a]);
  }
}
)",
};

} // namespace

std::string type_arguments(Workshop& workshop) {
    Random& random = workshop.random;
    const Constrained constrained = random.one_of(constrained_types());
    Container container = random.one_of(containers());
    while (container.equality && !constrained.equality) {
        container = random.one_of(containers());
    }
    const std::string t = workshop.fresh("Sub");
    const std::string n = std::to_string(random.between(0, 4));
    // Of `y`: whether it fits, and itself as one of the type or of the base.
    const auto of = [&](const std::string& text, const std::string& y) {
        return fill(text, {{"t", t}, {"n", n}, {"y", y}});
    };
    const std::string type = of(constrained.type, "");
    const std::string base = of(constrained.base, "");
    const std::string d = workshop.fresh("Holder");
    const auto with = [&](const std::string& text, const std::string& c) {
        return fill(text, {{"d", d},
                           {"t", type},
                           {"a", "a"},
                           {"b", "b"},
                           {"c", c},
                           {"p", of(constrained.fits, of(constrained.out, "z"))}});
    };
    const std::string rfits = of(constrained.fits, of(constrained.out, "r"));
    const std::string ifits = random.chance(85) ? of(constrained.fits, "i") : "(0 < 1)";
    return of(constrained.declaration, "") + with(container.declaration, "") +
           fill(random.one_of(kUnits), {{"f", workshop.fresh("Over")},
                                        {"g", workshop.fresh("Into")},
                                        {"l", workshop.fresh("Law")},
                                        {"m", workshop.fresh("Uses")},
                                        {"n", n},
                                        {"t", type},
                                        {"base", base},
                                        {"container", with(container.type, "")},
                                        {"make", with(container.make, "")},
                                        {"cguard", with(container.guard, "c")},
                                        {"ctake", with(container.take, "c")},
                                        {"call", with(container.all, "c")},
                                        {"dguard", with(container.guard, "d")},
                                        {"dtake", with(container.take, "d")},
                                        {"dall", with(container.all, "d")},
                                        {"rfits", rfits},
                                        {"ifits", ifits},
                                        // a run cannot try a million characters
                                        {"near", base == "char" ? " | i <= 'z'" : ""},
                                        {"iinto", of(constrained.into, "i")},
                                        {"eout", of(constrained.out, "e")},
                                        {"zfits", of(constrained.fits, of(constrained.out, "z"))}});
}

} // namespace daphnia::oracle
