// What is proved is what happens: programs with much that is erased, run after their proof.
#include "process.h"

#include <gtest/gtest.h>

namespace daphnia::tests {
namespace {

struct Erased {
    const char* name;
    const char* program;
    const char* output;
};

// Each divides by zero where the run contradicts the proof.
const Erased kErased[] = {
    {"a type test does not look at ghost fields",
     "datatype D<+T> = D(x: T, ghost g: int)\n"
     "type Even = x: int | x % 2 == 0\n"
     "method Main() {\n"
     "  var d, e := D(2, 3), D(3, 3);\n"
     "  var b, c := d is D<Even>, e is D<Even>;\n"
     "  assert b && !c;\n"
     "  if !b || c { print 1 / 0; }\n"
     "  print b, c, d as D<Even>;\n"
     "}\n",
     "truefalseD.D(2)"},
    {"a conversion is not tested",
     "datatype D = D(x: int, ghost g: int)\n"
     "method Main() { var s := [D(1, 2)] as seq<D>; print s, (1, ghost 2) as (int, ghost int); }\n",
     "[D.D(1)]1"},
    {"generic code at a type with a ghost constraint",
     "ghost predicate Big(x: int) { x > 3 }\n"
     "type Z = x: int | Big(x) witness 4\n"
     "datatype Box<+T> = Box(content: T)\n"
     "function Same<T(==)>(s: set<T>): set<T> { set x: T | x in s }\n"
     "function Boxes<T(==)>(s: set<Box<T>>): set<Box<T>> { set b: Box<T> | b in s && b.content == b.content }\n"
     "function Only<T(==)>(x: T): set<T> { set y: T | y == x && y is T }\n"
     "predicate All<T(==)>(s: seq<T>, x: T) { forall y: T | y in s :: y == x }\n"
     "method Pick<T(==)>(s: set<T>) returns (x: T)\n"
     "  requires s != {}\n"
     "  ensures x in s\n"
     "{\n"
     "  var y: T :| y in s;\n"
     "  if z: T :| z in s && z != y { x := z; } else { x := y; }\n"
     "}\n"
     "method Fill<T(==)>(a: array<int>, s: seq<T>, index: T -> int)\n"
     "  requires forall x :: x in s ==> 0 <= index(x) < a.Length\n"
     "  modifies a\n"
     "{\n"
     "  forall x: T | x in s { a[index(x)] := 1; }\n"
     "}\n"
     "method Main() {\n"
     "  assert Big(5) && Big(7);\n"
     "  var t: set<Z> := {5};\n"
     "  var u := Same<Z>(t);\n"
     "  assert u == t;\n"
     "  if u != t { print 1 / 0; }\n"
     "  var v := Boxes<Z>({Box(5)});\n"
     "  assert v == {Box(5)};\n"
     "  if v != {Box(5)} { print 1 / 0; }\n"
     "  var w := Only<Z>(7);\n"
     "  assert w == {7};\n"
     "  if w != {7} { print 1 / 0; }\n"
     "  var x := Pick<Z>(t);\n"
     "  if x != 5 { print 1 / 0; }\n"
     "  var b := All<Z>([5, 5], 5);\n"
     "  assert b;\n"
     "  if !b { print 1 / 0; }\n"
     "  var a := new int[8](i => 0);\n"
     "  var zs: seq<Z> := [5, 7];\n"
     "  Fill<Z>(a, zs, (z: Z) => z);\n"
     "  print u, v, w, x, b, a[..];\n"
     "}\n",
     "{5}{Box.Box(5)}{7}5true[0, 0, 0, 0, 0, 1, 0, 1]"},
    {"constraints that run are tested",
     "type Even = x: int | x % 2 == 0\n"
     "datatype Box<+T> = Box(content: T)\n"
     "method Main() {\n"
     "  var s := set x: Even | x in {1, 2, 4};\n"
     "  assert s == {2, 4};\n"
     "  if s != {2, 4} { print 1 / 0; }\n"
     "  var t := set b: Box<Even> | b in {Box(1), Box(2)};\n"
     "  print s, t, [1] is seq<Even>, [2] is seq<Even>;\n"
     "}\n",
     "{2, 4}{Box.Box(2)}falsetrue"},
    {"a constant without a value has the default value",
     "const c: int\n"
     "const d: seq<nat>\n"
     "method Main() { var e := c; assert e == c; if e != c { print 1 / 0; } print c, d; }\n",
     "0[]"},
    {"what stands before a collection guards it",
     "function Down(n: int): seq<int> requires n >= 0 { if n == 0 then [] else [n] + Down(n - 1) }\n"
     "method Main() {\n"
     "  var i, n, a := 5, -3, [1, 2];\n"
     "  var b := exists x {:nowarn} :: i < |a| && 0 <= x < a[i] && x > 1;\n"
     "  assert !b;\n"
     "  if b { print 1 / 0; }\n"
     "  var s := set x | n >= 0 && x in Down(n);\n"
     "  assert s == {};\n"
     "  if s != {} { print 1 / 0; }\n"
     "  var c := forall x :: i < |a| && x in [a[i]] ==> x > 2;\n"
     "  assert c;\n"
     "  if !c { print 1 / 0; }\n"
     "  print b, s, c, set j, x | 0 <= j < 1 && x in {a[j]} :: x;\n"
     "}\n",
     "false{}true{1}"},
    {"sums of bits wrap round in bounds, and characters are not numbers",
     "method Main() {\n"
     "  var x: bv8 := 3;\n"
     "  var s := set i: int | ((250 + x + 10) as int) <= i < 9;\n"
     "  assert 7 in s;\n"
     "  if 7 !in s { print 1 / 0; }\n"
     "  var c := 'b';\n"
     "  var t := set i: int | i == c as int;\n"
     "  var u := set d: char | d as int == 98;\n"
     "  var v := set d: char | 97 <= d as int < 100;\n"
     "  assert 'b' in u && 98 in t;\n"
     "  if 'b' !in u || 98 !in t { print 1 / 0; }\n"
     "  print s, t, u, v;\n"
     "}\n",
     "{7, 8}{98}{'b'}{'a', 'b', 'c'}"},
    {"a value that is assumed to exist is looked for",
     "method Main() { var x :| assume {:axiom} x > 3; if x <= 3 { print 1 / 0; } print x; }\n", "4"},
};

TEST(ErasedPrograms, DoWhatIsProved) {
    const Scratch scratch;
    for (const Erased& each : kErased) {
        const Finished result = daphnia({"run", scratch.file("erased.dfy", each.program)});
        EXPECT_EQ(result.exit_code, 0) << each.name << ": " << result.err;
        EXPECT_EQ(result.out, each.output) << each.name;
    }
}

} // namespace
} // namespace daphnia::tests
