// Types: what fits what, what is inferred, and what cannot be.
#include "resolving.h"

#include <gtest/gtest.h>

namespace daphnia::resolve {
namespace {

TEST(Types, AssignmentsFit) {
    EXPECT_EQ(said_in_body("r := n; var x: nat := i; var y: seq<nat> := s;"), Said{});
    EXPECT_EQ(said_in_body("r := \"one\";"),
              Said{"7:3 type: RHS (of type string) not assignable to LHS (of type int)"});
    EXPECT_EQ(said_in_body("var x: bool := 1;"),
              Said{"7:13 type: RHS (of type int) not assignable to LHS (of type bool)"});
}

TEST(Types, ElementTypesOfArraysAreExact) {
    EXPECT_EQ(said("method M(a: array<nat>) { var b: array<int> := a; }"),
              Said{"1:45 type: RHS (of type array<nat>) not assignable to LHS (of type array<int>)"});
    EXPECT_EQ(said("method M(a: array<nat>) { var b: array?<nat> := a; var c: array<nat> := b; }"), Said{});
}

TEST(Types, ConditionsAreBoolean) {
    EXPECT_EQ(said_in_body("assert i;"), Said{"7:8 type: condition is expected to be of type bool, but is int"});
    EXPECT_EQ(said_in_body("if i { }"), Said{"7:4 type: condition is expected to be of type bool, but is int"});
    EXPECT_EQ(said_in_body("while s invariant c { }").size(), 2U);
}

TEST(Types, OperatorsWantTheirOperands) {
    EXPECT_EQ(said_in_body("var x := s + s; var y := c + c; var z := i + n;"), Said{});
    EXPECT_EQ(
        said_in_body("var x := p + p;"),
        Said{"7:12 type: type of + must be of a numeric type, a bitvector type, ORDINAL, char, a sequence type, or "
             "a set-like or map-like type (instead got bool)"});
    EXPECT_EQ(said_in_body("var x := i + c;"),
              Said{"7:12 type: type of right argument to + (char) must agree with the result type (int)"});
    EXPECT_EQ(said_in_body("assert i && p;"),
              Said{"7:10 type: type of left argument to && (int) must agree with the result type (bool)"});
    EXPECT_EQ(said_in_body("assert i == p;"),
              Said{"7:10 type: arguments must have comparable types (got int and bool)"});
    EXPECT_EQ(
        said_in_body("assert p < p;"),
        Said{"7:10 type: arguments to < must be of a numeric type, bitvector type, ORDINAL, char, a sequence type, "
             "or a set-like type (instead got bool)"});
    EXPECT_EQ(said_in_body("assert s >= s;").size(), 1U);
    EXPECT_EQ(said_in_body("assert !i;").size(), 1U);
    EXPECT_EQ(said_in_body("var x := -c;").size(), 1U);
}

TEST(Types, MembershipIsInSequences) {
    EXPECT_EQ(said_in_body("assert i in s || c !in t;"), Said{});
    EXPECT_EQ(said_in_body("assert p in s;"),
              Said{"7:10 type: expecting element type to be assignable to int (got bool)"});
    EXPECT_EQ(
        said_in_body("assert i in n;"),
        Said{"7:10 type: second argument to 'in' must be a set, a multiset, a sequence with elements of type int, "
             "or a map with domain int (instead got int)"});
}

TEST(Types, SelectionsWantSequencesAndIndices) {
    EXPECT_EQ(said_in_body("r := s[i] + a[n] + |s[1..]| + |a[..i]| + |s[i := 3]|;"), Said{});
    EXPECT_EQ(said_in_body("r := i[0];"),
              Said{"7:7 type: element selection requires a sequence, array, multiset, or map (got int)"});
    EXPECT_EQ(said_in_body("r := s[p];"),
              Said{"7:8 type: index expression must have an integer or bitvector type (got bool)"});
    EXPECT_EQ(
        said_in_body("assert a[..p] == a[p..];"),
        (Said{"7:12 type: multi-element selection expression must have an integer or bitvector type (got bool)",
              "7:20 type: multi-element selection expression must have an integer or bitvector type (got bool)"}));
    EXPECT_EQ(said_in_body("r := |i|;"),
              Said{"7:6 type: size operator expects a collection argument (instead got int)"});
}

TEST(Types, DisplaysHaveOneElementType) {
    EXPECT_EQ(said_in_body("var x := [1, n, i]; var y: seq<seq<int>> := [[], [1]];"), Said{});
    EXPECT_EQ(said_in_body("var x := [1, \"2\"];"),
              Said{"7:14 type: all elements of display must have some common supertype (got string, but needed type or "
                   "type of previous elements is int)"});
}

TEST(Types, BranchesAgree) {
    EXPECT_EQ(said_in_body("r := if p then i else n;"), Said{});
    EXPECT_EQ(said_in_body("r := if p then i else c;").size(), 1U);
    EXPECT_EQ(said_in_body("r := if i then i else n;"),
              Said{"7:9 type: guard condition in if-then-else expression must be a boolean (instead got int)"});
}

TEST(Types, ConversionsAreBetweenNumbers) {
    EXPECT_EQ(said_in_body("r := c as int; var d := i as char; var m := i as nat; assert i is nat;"), Said{});
    EXPECT_EQ(said_in_body("r := p as int;").size(), 1U);
    EXPECT_EQ(said_in_body("assert p is int;"),
              Said{"7:10 type: type test for type 'int' must be from an expression assignable to it (got 'bool')"});
}

TEST(Types, WhatNothingDeterminesIsReported) {
    EXPECT_EQ(said_in_body("var x := [];"),
              Said{"7:5 underspecified: the type ('seq<?>') of this local variable is underspecified"});
    EXPECT_EQ(said_in_body("var x;"), Said{"7:5 underspecified: the type of this local variable is underspecified"});
    EXPECT_EQ(said_in_body("assert forall x :: x == x;"),
              Said{"7:15 underspecified: type of bound variable 'x' could not be determined; please specify the type "
                   "explicitly"});
}

TEST(Types, LaterUsesDetermineEarlierVariables) {
    EXPECT_EQ(said_in_body("var x; x := 3; var y := []; y := y + [true]; var z := y[0]; assert z || !z;"), Said{});
}

TEST(Types, SubsetTypesFollowWhatFlowsIn) {
    const std::string text = kernel("method M(n: nat, i: int) {\n"
                                    "  var x := n;\n  var y := n;\n  y := i;\n  var z := n + 1;\n}");
    EXPECT_NE(text.find("x: nat"), std::string::npos) << text;
    EXPECT_NE(text.find("y: int"), std::string::npos) << text;
    EXPECT_NE(text.find("z: int"), std::string::npos) << text;
}

TEST(Types, LocalsOfNewArraysAreNotNull) {
    const std::string text = kernel("method M() { var a := new nat[3]; var b := a; b := null; }");
    EXPECT_NE(text.find("a: array<nat>"), std::string::npos) << text;
    EXPECT_NE(text.find("b: array?<nat>"), std::string::npos) << text;
}

} // namespace
} // namespace daphnia::resolve
