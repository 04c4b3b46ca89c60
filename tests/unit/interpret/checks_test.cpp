// Each kind of check: a run that passes, and one that fails with its id, its line and its values.
#include "running.h"

namespace daphnia::interpret {
namespace {

TEST(Checks, assertions) {
    EXPECT_EQ(checked_body("var x := 3; assert x == 3 && x < 4;"), "finished");
    EXPECT_EQ(checked_body("var x := 3;\nassert x == 3 && x < 2;"), "4:18 assertion: assertion does not hold {x = 3}");
    EXPECT_EQ(checked_body("var s := [1, 2, 3];\nassert forall i :: 0 <= i < |s| ==> s[i] < 3;"),
              "4:8 assertion: assertion does not hold {i = 2, s[i] = 3, s = [1, 2, 3]}");
    EXPECT_EQ(checked_body("var s := [1, 2, 3];\nassert exists i :: 0 <= i < |s| && s[i] == 3;"), "finished");
}

// The name of a predicate says little: its parts are those of the conjunct of its definition that is false.
TEST(Checks, definitions_of_predicates) {
    EXPECT_EQ(checked("predicate P(x: int, y: int)\n{\n  0 <= x && x < y\n}\npredicate Q(x: int)\n{\n  P(x, 2)\n}\n"
                      "method M() { var n := 4; assert Q(n); }"),
              "9:33 assertion: assertion does not hold {n = 4, P(x, 2) = false, x = 4, (x < y) = false, y = 2}");
    EXPECT_EQ(checked("class C {\n  var v: int\n  predicate Valid()\n    reads this\n  {\n    v > 0\n  }\n"
                      "  constructor () { v := 0; }\n}\nmethod M() {\n  var c := new C();\n  assert c.Valid();\n}"),
              "12:10 assertion: assertion does not hold {c = C#1, (v > 0) = false, v = 0}");
    EXPECT_EQ(
        checked("predicate Even(n: nat)\n{\n  n == 0 || (n > 1 && Even(n - 2))\n}\nmethod M() { assert Even(5); }")
            .substr(0, 48),
        "5:21 assertion: assertion does not hold {(n == 0");
}

TEST(Checks, run_time_rules) {
    EXPECT_EQ(checked_body("var s := [1, 2]; var i := 2;\nvar x := s[i];"),
              "4:12 index-range: index out of range {i = 2, |s| = 2}");
    EXPECT_EQ(checked_body("var s := [1, 2]; var i := 3;\nvar x := s[..i];"),
              "4:14 slice-range: upper bound out of range {i = 3, |s| = 2}");
    EXPECT_EQ(checked_body("var y := 0;\nvar x := 10 / y;"), "4:15 division-by-zero: division by zero {y = 0}");
    EXPECT_EQ(checked_body("var a: array?<int> := null;\nvar x := a[0];"),
              "4:10 null: target object is null {a = null}");
    EXPECT_EQ(checked_body("var n := -1;\nvar a := new int[n];"), "4:18 array-size: array size is negative {n = -1}");
    EXPECT_EQ(checked_body("var n := -1;\nvar s := seq(n, i => i);"),
              "4:14 seq-size: sequence size is negative {n = -1}");
    EXPECT_EQ(checked_body("var n := 5; var m: nat := n; var k := 3;\nm := k - 4;"),
              "4:6 subset: value does not satisfy the subset constraints of 'nat' {k - 4 = -1}");
    EXPECT_EQ(checked_body("var n := 0xD800;\nvar c := n as char;"),
              "4:10 char-range: value to be converted does not fit in char {n = 55296}");
}

TEST(Checks, contracts_of_methods) {
    const std::string half = "method Half(n: int) returns (r: int)\n  requires n >= 0\n  ensures 2 * r <= n\n"
                             "{\n  r := n / 2;\n}\n";
    EXPECT_EQ(checked(half + "method M() { var x := Half(7); assert x <= 3; }"), "finished");
    EXPECT_EQ(checked(half + "method M() { var x := Half(-7); }"),
              "7:14 precondition: a precondition for this call does not hold {n = -7}");
    EXPECT_EQ(
        checked("method M() returns (r: int)\n  ensures r > 0\n{\n  r := 1;\n  if r > 0 {\n    return -1;\n  }\n}"),
        "6:5 postcondition: a postcondition does not hold on this return path {r = -1}");
    EXPECT_EQ(checked("method M() returns (r: int)\n  ensures r > 0\n{\n  r := 0;\n}"),
              "3:1 postcondition: a postcondition does not hold on this return path {r = 0}");
    EXPECT_EQ(checked("method M(n: int)\n  requires n > 0\n{\n}", {number(0)}),
              "rejected: the precondition does not hold");
    EXPECT_EQ(checked("method M(n: nat)\n{\n}", {number(-1)}), "rejected: an argument does not belong to its type");
}

TEST(Checks, contracts_of_functions) {
    const std::string fib = "function Fib(n: nat): nat\n  ensures Fib(n) >= 0\n"
                            "{\n  if n < 2 then n else Fib(n - 1) + Fib(n - 2)\n}\n";
    EXPECT_EQ(checked(fib + "method M() { assert Fib(10) == 55; }"), "finished");
    EXPECT_EQ(checked("function F(n: int): int\n  ensures F(n) > n\n{\n  if n > 3 then n + 1\n  else n - 1\n}\n"
                      "method M() { var x := F(5); x := F(2); }"),
              "5:8 postcondition: a postcondition does not hold on this return path {F(n) = 1, n = 2}");
    EXPECT_EQ(checked("function F(n: int): int\n  requires n > 0\n{\n  n\n}\nmethod M() {\n  var x := F(0); }"),
              "7:12 precondition: function precondition does not hold {n = 0}");
}

TEST(Checks, loops) {
    const auto loop = [](const std::string& invariant, const std::string& step) {
        return checked("method M() {\n  var i := 0;\n  while i < 5\n    invariant " + invariant + "\n  {\n    " + step +
                       "\n  }\n  assert i == 5;\n}");
    };
    EXPECT_EQ(loop("0 <= i <= 5", "i := i + 1;"), "finished");
    EXPECT_EQ(loop("1 <= i <= 5", "i := i + 1;"),
              "4:15 invariant-entry: this loop invariant does not hold on entry {i = 0}");
    EXPECT_EQ(loop("0 <= i <= 4", "i := i + 1;"),
              "4:20 invariant-maintained: this invariant is not maintained by the loop {i = 5}");
    EXPECT_EQ(loop("0 <= i", "i := i;"),
              "3:3 decreases: the default decreases clause of the loop does not decrease {5 - i = 5}");
}

TEST(Checks, termination_of_calls) {
    EXPECT_EQ(checked("method M(n: int)\n  decreases n\n{\n  if n > 0 { M(n - 1); }\n}", {number(3)}), "finished");
    EXPECT_EQ(checked("method M(n: int)\n  decreases n\n{\n  M(n - 1);\n}", {number(3)}),
              "4:3 decreases: decreases clause does not decrease {n = -2}");
    EXPECT_EQ(checked("method M(n: nat)\n{\n  M(n);\n}", {number(3)}),
              "3:3 decreases: the default decreases clause does not decrease {n = 3}");
}

TEST(Checks, frames) {
    EXPECT_EQ(checked("method W(a: array<int>)\n  requires a.Length > 0\n{\n  a[0] := 1;\n}\n"
                      "method M() { var a := new int[2]; W(a); }"),
              "4:3 modifies: assignment updates an array element not in the enclosing context's modifies clause {a = "
              "new int[] [0, 0]}");
    EXPECT_EQ(checked("method W(a: array<int>)\n  modifies a\n{\n}\nmethod V(a: array<int>) {\n  W(a);\n}\n"
                      "method M() { var a := new int[2]; V(a); }"),
              "6:3 modifies: call violates context's modifies clause {a = new int[] [0, 0]}");
    EXPECT_EQ(checked("method W(a: array<int>)\n  modifies a\n  ensures a.Length > 0 ==> a[0] == old(a[0]) + 1\n{\n"
                      "  if a.Length > 0 {\n    a[0] := a[0] + 1;\n  }\n}\n"
                      "method M() { var a := new int[2]; a[0] := 5; W(a); assert a[0] == 6; W(a); }"),
              "finished");
    EXPECT_EQ(checked("function F(a: array<int>): int\n  requires a.Length > 0\n{\n  a[0]\n}\n"
                      "method M() { var a := new int[2]; var x := F(a); }"),
              "4:3 reads: insufficient reads clause to read array element {}");
}

TEST(Checks, fresh_and_old) {
    const std::string make =
        "method New() returns (a: array<int>)\n  ensures fresh(a) && a.Length == 2\n"
        "{\n  a := new int[2];\n}\n"
        "method Same(b: array<int>) returns (a: array<int>)\n  ensures fresh(a)\n{\n  a := b;\n}\n";
    EXPECT_EQ(checked(make + "method M() { var a := New(); a[1] := 3; }"), "finished");
    EXPECT_EQ(checked(make + "method M() { var a := New(); a := Same(a); }"),
              "8:1 postcondition: a postcondition does not hold on this return path {a = new int[] [0, 0]}");
    EXPECT_EQ(checked("method M() {\n  var a := new int[1];\n  a[0] := 1;\n  label L:\n  a[0] := 2;\n"
                      "  assert old@L(a[0]) == 1;\n  assert old@L(a[0]) == a[0];\n}"),
              "7:10 assertion: assertion does not hold {old@L(a[0]) = 1, a[0] = 2, a = new int[] [2]}");
}

TEST(Checks, assignments) {
    EXPECT_EQ(checked_body("var x, y := 1, 2;\nx, y := y, x;\nassert x == 2 && y == 1;"), "finished");
    EXPECT_EQ(checked_body("var a := new int[2]; var i := 0;\na[i], a[0] := 1, 2;"),
              "4:7 distinct-targets: left-hand sides 0 and 1 refer to the same location {}");
    EXPECT_EQ(checked_body("var x: int;\nvar y := x;"),
              "4:10 definite-assignment: variable 'x', which is subject to definite-assignment rules, is uninitialized "
              "here {}");
    EXPECT_EQ(checked_body("var x :| 3 <= x < 5 && x % 2 == 0;\nassert x == 4;"), "finished");
    EXPECT_EQ(checked_body("var x :| 3 <= x < 5 && x > 7;"),
              "3:1 assign-such-that: no values satisfy the such-that predicate {}");
    EXPECT_EQ(
        checked_body("var a := new int[3];\nforall i | 0 <= i < 3 { a[i] := i * i; }\nassert a[..] == [0, 1, 4];"),
        "finished");
    EXPECT_EQ(checked_body("var a := new int[3];\nforall i | 0 <= i < 3 { a[0] := i; }"),
              "4:25 distinct-targets: left-hand sides for different forall-statement bound variables refer to the same "
              "location {}");
}

TEST(Checks, proofs) {
    EXPECT_EQ(checked_body("var x := 4;\nassert x > 3 by { assert x > 2; }"), "finished");
    EXPECT_EQ(checked_body("var x := 4;\nassert x > 3 by {\nassert x > 4; }"),
              "5:8 assertion: assertion does not hold {x = 4}");
    EXPECT_EQ(checked_body("var x := 4;\ncalc { x; x + 1 - 1; 4; }"), "finished");
    EXPECT_EQ(checked_body("var x := 4;\ncalc {\n x;\n x + 1;\n}"),
              "6:2 calc-step: the calculation step between the previous line and this line does not hold {x = 4, x + 1 "
              "= 5}");
    EXPECT_EQ(checked_body("forall i | 0 <= i < 4\nensures i * i >= i { }"), "finished");
    EXPECT_EQ(checked_body("forall i | 0 <= i < 4\nensures i * i > i { }"),
              "4:9 forall-postcondition: postcondition of forall statement does not hold {i * i = 0, i = 0}");
    EXPECT_EQ(checked_body("var x := 4;\nassume x > 5;\nassert false;"), "rejected: an assumption does not hold");
}

TEST(Checks, meaning_outside_of_ranges) {
    EXPECT_EQ(checked_body("var s := [1];\nassert forall i | s[i] == 1 && 0 <= i < 1 :: true;"),
              "4:21 index-range: index out of range {i = -1, |s| = 1}");
    EXPECT_EQ(checked_body("var s := [1];\nassert forall i | 0 <= i < 1 && s[i] == 1 :: true;"), "finished");
    EXPECT_EQ(checked_body("var s := [1];\nvar t := seq(1, i => s[i]);"),
              "4:24 index-range: index out of range {i = 1, |s| = 1}");
    EXPECT_EQ(checked_body("var s := [1];\nvar t := seq(1, i requires i < 1 => s[i]);"), "finished");
}

// What a value without end is tried with: small ones, and those that variables hold.
TEST(Checks, values_at_hand) {
    EXPECT_EQ(checked_body("var s := [77];\nassert forall x :: x !in s;"),
              "4:8 assertion: assertion does not hold {x = 77, s = [77]}");
    EXPECT_EQ(checked_body("var s := [77];\nassert exists x :: x in s;"), "finished");
    EXPECT_EQ(checked_body("var s := [7, 8];\nassert exists t: seq<int> :: |t| == 2;"), "finished");
}

TEST(Checks, alternatives) {
    EXPECT_EQ(checked_body("var x := 3; if { case x > 2 => x := 1; case x < 5 => x := 2; }\nassert x == 1;"),
              "finished");
    EXPECT_EQ(checked_body("var x := 3;\nif { case x > 4 => x := 1; case x < 2 => x := 2; }"),
              "4:1 alternatives: alternative cases fail to cover all possibilities {x = 3}");
}

} // namespace
} // namespace daphnia::interpret
