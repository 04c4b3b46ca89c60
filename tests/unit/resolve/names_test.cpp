// Names: what is declared where, and what is not.
#include "resolving.h"

#include <gtest/gtest.h>

namespace daphnia::resolve {
namespace {

TEST(Names, ParametersResultsAndLocalsAreVisible) {
    EXPECT_EQ(said("method M(x: int) returns (y: int) { var z := x; y := z; }"), Said{});
}

TEST(Names, UnknownOnesAreReportedWhereTheyStand) {
    EXPECT_EQ(said("method M()\n{\n  var x := y + 1;\n}"), Said{"3:12 unresolved: unresolved identifier: y"});
}

TEST(Names, ALocalIsNotVisibleInItsOwnValue) {
    EXPECT_EQ(said("method M() { var x := x; }"), Said{"1:23 unresolved: unresolved identifier: x"});
}

TEST(Names, ALocalEndsWithItsBlock) {
    EXPECT_EQ(said("method M() { { var x := 1; } assert x == 1; }"), Said{"1:37 unresolved: unresolved identifier: x"});
}

TEST(Names, InnerBlocksMayShadow) {
    EXPECT_EQ(said("method M(x: int) { var x := true; { var x := 'c'; assert x == 'c'; } assert x; }"), Said{});
}

TEST(Names, TwiceInOneBlockIsTooMuch) {
    EXPECT_EQ(said("method M() {\n  var x := 1;\n  var x := 2;\n}"),
              Said{"3:7 duplicate: duplicate local-variable name: x"});
}

TEST(Names, LocalsShareTheScopeOfTheResults) {
    EXPECT_EQ(said("method M() returns (r: int) {\n  var r := 2;\n}"),
              Said{"2:7 duplicate: duplicate local-variable name: r"});
}

TEST(Names, ParametersDiffer) {
    EXPECT_EQ(said("method M(x: int, x: bool) { }"), Said{"1:18 duplicate: duplicate parameter name: x"});
}

TEST(Names, MembersDiffer) {
    EXPECT_EQ(said("method M() { }\nfunction M(): int { 1 }"), Said{"2:10 duplicate: duplicate member name: M"});
}

TEST(Names, TypesAreDeclared) {
    EXPECT_EQ(said("type Byte = int\nmethod M(b: Byte, s: seq<Byte>) { assert |s| == b; }"), Said{});
    EXPECT_EQ(said("method M(b: Byte) { }"),
              Said{"1:13 unresolved: type or type parameter is not declared in this scope: Byte (did you forget to "
                   "qualify a name or declare a module import 'opened'?) (note that names in outer modules are not "
                   "visible in contained modules)"});
}

TEST(Names, ASynonymOfItselfMeansNothing) {
    EXPECT_EQ(said("type A = B\ntype B = A\nmethod M(a: A) { }"),
              (Said{"1:6 type: type-synonym cycle: A -> A", "2:6 type: type-synonym cycle: B -> B"}));
}

TEST(Names, ResultsOfFunctionsAreNamedInPostconditionsOnly) {
    EXPECT_EQ(said("function F(x: int): (r: int) ensures r > x { x + 1 }"), Said{});
    EXPECT_EQ(said("function F(x: int): (r: int) { r }"), Said{"1:32 unresolved: unresolved identifier: r"});
}

TEST(Names, BoundVariablesEndWithTheirBinder) {
    EXPECT_EQ(said("predicate P(s: seq<int>) { (forall i :: 0 <= i < |s| ==> s[i] > 0) && i > 0 }"),
              Said{"1:71 unresolved: unresolved identifier: i"});
}

TEST(Names, MembersOfArraysAreTheirLength) {
    EXPECT_EQ(said_in_body("assert a.Length >= 0;"), Said{});
    EXPECT_EQ(said_in_body("assert s.Length >= 0;"),
              Said{"7:10 unresolved: type seq<int> does not have a member Length"});
}

TEST(Names, LabelsAreFoundWhereTheyDominate) {
    EXPECT_EQ(said_in_body("label L: a[0] := 1; assert old@L(a[0]) == a[0];"), Said{});
    EXPECT_EQ(said_in_body("if p { label L: a[0] := 1; } assert old@L(a[0]) == a[0];"),
              Said{"7:37 unresolved: no label 'L' in scope at this time"});
    EXPECT_EQ(said_in_body("label L: { label L: { } }"), Said{"7:18 duplicate: label shadows an enclosing label"});
}

TEST(Names, LabelsOfAssertionsDiffer) {
    EXPECT_EQ(said_in_body("assert A: i == i;\nassert A: n >= 0;"),
              Said{"8:8 duplicate: assert label shadows a dominating label"});
}

} // namespace
} // namespace daphnia::resolve
