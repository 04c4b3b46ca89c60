// Statements: assignments, returns, branches, forall, calc, jumps.
#include "resolving.h"

#include <gtest/gtest.h>

namespace daphnia::resolve {
namespace {

TEST(Statements, OnlyVariablesAndElementsAreAssigned) {
    EXPECT_EQ(said_in_body("r, a[0] := 1, 2;"), Said{});
    EXPECT_EQ(said_in_body("i := 1;"), Said{"7:1 mutability: LHS of assignment must denote a mutable variable"});
    EXPECT_EQ(said_in_body("s[0] := 1;").size(), 1U);
    EXPECT_EQ(said_in_body("a[1..2] := 1;").size(), 1U);
    EXPECT_EQ(said_in_body("a.Length := 1;"), Said{"7:1 mutability: LHS of assignment must denote a mutable field"});
    EXPECT_EQ(said_in_body("i + 1 := 1;").size(), 1U);
}

TEST(Statements, AsManyValuesAsTargets) {
    EXPECT_EQ(said_in_body("var x, y := 1, 2; x, y := y, x;"), Said{});
    EXPECT_EQ(said_in_body("var x, y := 1;"),
              Said{"7:10 arity: the number of left-hand sides (2) and right-hand sides (1) must match for a "
                   "multi-assignment"});
}

TEST(Statements, SuchThatChoosesLocals) {
    EXPECT_EQ(said_in_body("var x :| x > i; r :| r == x; a[0] :| assume {:axiom} a[0] > 2;"), Said{});
    EXPECT_EQ(
        said_in_body("z :| p;"),
        (Said{"7:1 mutability: an assign-such-that statement (without an 'assume' clause) currently only supports "
              "local-variable LHSs",
              "7:1 unresolved: unresolved identifier: z"}));
    EXPECT_EQ(said_in_body("r, r :| r > 1;"),
              Said{"7:4 duplicate: variable 'r' occurs more than once as left-hand side of :|"});
    EXPECT_EQ(said_in_body("var x: int :| x;"),
              Said{"7:15 type: type of RHS of assign-such-that statement must be boolean (got int)"});
}

TEST(Statements, ReturnsFitTheResults) {
    EXPECT_EQ(said_in_body("if p { return; } return i;"), Said{});
    EXPECT_EQ(said_in_body("return 1, 2;"),
              Said{"7:1 arity: number of return parameters does not match declaration (found 2, expected 1)"});
    EXPECT_EQ(said_in_body("return p;"), Said{"7:1 type: RHS (of type bool) not assignable to LHS (of type int)"});
}

TEST(Statements, JumpsStayInside) {
    EXPECT_EQ(said_in_body("while p { break; } while p { continue; } label L: { break L; }"), Said{});
    EXPECT_EQ(said_in_body("break;"), Said{"7:1 misplaced: a non-labeled 'break' statement is allowed only in loops"});
    EXPECT_EQ(said_in_body("while p { break break; }"),
              Said{"7:11 misplaced: a 'break break' statement is allowed only in contexts with 2 enclosing loops, but "
                   "the current context only has 1"});
    EXPECT_EQ(said_in_body("break Out;"), Said{"7:7 unresolved: break label is undefined or not in scope: Out"});
    EXPECT_EQ(said_in_body("label L: { continue L; }"),
              Said{"7:21 misplaced: continue label must designate a loop: L"});
    EXPECT_EQ(said_in_body("while p { assert p by { break; } }"),
              Said{"7:25 misplaced: a non-labeled 'break' statement is allowed only in loops"});
}

TEST(Statements, GuardsMayBind) {
    EXPECT_EQ(said_in_body("if x :| 0 <= x < |s| && s[x] == 3 { r := x; } else { r := -1; }"), Said{});
    EXPECT_EQ(said_in_body("if { case i < 3 => r := 1; case x :| i < x < n => r := x; }"), Said{});
    EXPECT_EQ(said_in_body("if x :| x > i { x := 3; }"),
              Said{"7:17 mutability: LHS of assignment must denote a mutable variable"});
}

TEST(Statements, ForallAssignsElementsCallsLemmasOrProves) {
    EXPECT_EQ(said_in_body("forall k | 0 <= k < a.Length { a[k] := k; }\nforall k: nat { Lemma(k); }\n"
                           "forall k | 0 <= k < |s| ensures s[k] == s[k] { }"),
              Said{});
    EXPECT_EQ(said_in_body("forall k | 0 <= k < 3 { r := k; }").size(), 1U);
    EXPECT_EQ(said_in_body("forall k: int | k { }"),
              Said{"7:17 type: range restriction in forall statement must be of type bool (instead got int)"});
    EXPECT_EQ(said_in_body("forall k | 0 <= k < 3 ensures k { }"),
              Said{"7:31 type: ensures condition is expected to be of type bool, but is int"});
}

TEST(Statements, CalculationsFitTogether) {
    EXPECT_EQ(said_in_body("calc { i; == { Lemma(2); } i + 0; <= i + 1; < i + 2; }"), Said{});
    EXPECT_EQ(said_in_body("calc ==> { p; p || i > 3; true; }"), Said{});
    EXPECT_EQ(said_in_body("calc { i; < i + 1; > i; }"),
              Said{"7:20 calc: this operator cannot continue this calculation"});
    EXPECT_EQ(said_in_body("calc != { i; i + 1; }"),
              Said{"7:6 calc: the main operator of a calculation must be transitive"});
    EXPECT_EQ(said_in_body("calc { i; p; }").size(), 1U);
}

TEST(Statements, OldNeedsTwoStates) {
    EXPECT_EQ(said_in_body("assert old(a[0]) == a[0]; assert fresh(a) || allocated(a);"), Said{});
    EXPECT_EQ(said("function F(a: array<int>): int reads a { old(a[0]) }"),
              Said{"1:42 misplaced: old expressions are not allowed in this context"});
    EXPECT_EQ(said("method M(a: array<int>) requires old(a.Length) == 3 { }"),
              Said{"1:34 misplaced: old expressions are not allowed in this context"});
    EXPECT_EQ(said("predicate P(a: array<int>) { allocated(a) }"),
              Said{"1:30 misplaced: a function definition is not allowed to depend on the set of allocated references; "
                   "perhaps declare function 'P' with 'reads **'"});
}

TEST(Statements, StatementsInExpressionsSeeTheirVariables) {
    EXPECT_EQ(said("lemma L(x: int) ensures x == x\nfunction F(x: int): int { L(x); assert x == x; var y := x; assume "
                   "{:axiom} y > 0; y }"),
              Said{});
}

} // namespace
} // namespace daphnia::resolve
