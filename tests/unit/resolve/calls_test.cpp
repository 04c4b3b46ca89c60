// Calls: arguments and parameters, results and targets, and where calls may stand.
#include "resolving.h"

#include <gtest/gtest.h>

namespace daphnia::resolve {
namespace {

TEST(Calls, PositionalArgumentsFit) {
    EXPECT_EQ(said_in_body("r := Callee(i); r := F(i, p); Lemma(n);"), Said{});
    EXPECT_EQ(said_in_body("r := F(i);"), Said{"7:7 arity: wrong number of arguments (function 'F' expects 2, got 1)"});
    EXPECT_EQ(said_in_body("r := Callee();"),
              Said{"7:12 arity: wrong number of arguments (method 'Callee' expects 1, got 0)"});
    EXPECT_EQ(
        said_in_body("r := F(i, i);"),
        Said{"7:11 type: incorrect argument type at index 1 for function parameter 'b' (expected bool, found int)"});
    EXPECT_EQ(said_in_body("Lemma(p);"),
              Said{"7:7 type: incorrect argument type for lemma parameter 'n' (expected int, found bool)"});
}

TEST(Calls, NamedArgumentsFindTheirParameter) {
    EXPECT_EQ(said_in_body("r := F(b := p, x := i); r := Callee(x := 2);"), Said{});
    EXPECT_EQ(said_in_body("r := F(i, c := p);").front(),
              "7:7 arity: function parameter 'b' at index 1 requires an argument of type bool");
    EXPECT_EQ(said_in_body("r := F(i, c := p);").back(),
              "7:11 unresolved: the binding named 'c' does not correspond to any formal parameter");
    EXPECT_EQ(said_in_body("r := F(i, b := p, b := p);"),
              Said{"7:19 duplicate: duplicate binding for parameter name 'b'"});
    EXPECT_EQ(said_in_body("r := F(x := i, p);").size(), 2U);
}

TEST(Calls, DefaultValuesAreSpelledOut) {
    const std::string text = kernel("function F(x: int, y: int := x + 1): int { x + y }\n"
                                    "method M() returns (r: int) { r := F(4); }");
    EXPECT_NE(text.find("F(4, var x: int := 4; x + 1)"), std::string::npos) << text;
    EXPECT_EQ(said("function F(x: int, y: bool := x): int { x }"),
              Said{"1:31 type: default-value expression (of type 'int') is not assignable to formal (of type 'bool')"});
}

TEST(Calls, DefaultValuesMayMentionAnyParameterButTheirOwn) {
    EXPECT_EQ(said("function F(x: int := y, y: int := 3): int { x }\nmethod M() { assert F() == F(3) == F(y := 3); }"),
              Said{});
    EXPECT_EQ(said("function F(x: int := y, y: int := x): int { x }\nmethod M() { assert F() == 3; }"),
              Said{"1:12 misplaced: default-value expressions for parameters contain a cycle: x -> x"});
    EXPECT_EQ(said("function F(nameonly x: int, y: int): int { x }").size(), 1U);
}

TEST(Calls, ResultsGoToAsManyTargets) {
    const std::string callee = "method Two() returns (x: int, y: bool)\nmethod M() {\n";
    EXPECT_EQ(said(callee + "  var a, b := Two();\n a, b := Two();\n}"), Said{});
    EXPECT_EQ(said(callee + "  var a := Two();\n}"),
              Said{"3:9 arity: wrong number of method result arguments (got 1, expected 2)"});
    EXPECT_EQ(
        said(callee + "  var a, b: int := Two();\n}"),
        Said{"3:17 type: incorrect return type at index 1 for method out-parameter 'y' (expected bool, got int)"});
}

TEST(Calls, MethodsStandAlone) {
    EXPECT_EQ(said_in_body("r := 1 + Callee(i);"),
              Said{"7:10 misplaced: expression is not allowed to invoke a method (Callee)"});
    EXPECT_EQ(said_in_body("var x, y := Callee(i), 3;"),
              Said{"7:13 misplaced: an update statement is allowed an effectful RHS only if there is just one RHS"});
    EXPECT_EQ(said_in_body("F(i, p);"), Said{"7:2 misplaced: expected method call, found expression"});
    EXPECT_EQ(said_in_body("return Callee(i);"), Said{"7:14 misplaced: cannot have method call in return statement"});
}

TEST(Calls, OnlyFunctionsAreApplied) {
    EXPECT_EQ(said_in_body("r := i(3);"),
              Said{"7:7 type: non-function expression (of type int) is called with parameters"});
}

TEST(Calls, NonTerminationSpreads) {
    const std::string callee = "method Forever() decreases * { while true decreases * { } }\n";
    EXPECT_EQ(said(callee + "method M() decreases * { Forever(); }"), Said{});
    EXPECT_EQ(said(callee + "method M() { Forever(); }"),
              Said{"2:21 decreases-star: a call to a possibly non-terminating method is allowed only if the calling "
                   "method is also declared (with 'decreases *') to be possibly non-terminating"});
}

} // namespace
} // namespace daphnia::resolve
