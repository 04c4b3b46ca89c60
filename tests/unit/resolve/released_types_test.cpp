// Which types variables without a written one have, by the rules of the released versions of Dafny and by the newer
// ones.
#include "resolving.h"

#include "typed/walk.h"

#include <gtest/gtest.h>

namespace daphnia::resolve {
namespace {

const char* const kDeclarations =
    "type Even = x: int | x % 2 == 0\n"
    "type Word = s: string | |s| < 9\n"
    "predicate P(n: nat) { true }\npredicate E(e: Even) { true }\n"
    "method Id<T>(x: T) returns (y: T)\n"
    "method Two() returns (a: nat, b: int)\n"
    "datatype Box<+T> = Box(content: T)\n"
    "method M(n: nat, k: int, e: Even, s: seq<nat>, t: seq<int>, m: map<nat, Even>, w: set<Word>, p: (nat, int),\n"
    "         f: nat -> nat, b: Box<nat>)\n";

// Of the variable x, in a method with this body.
std::string type_of_x(const std::string& body, bool refreshed = false) {
    Options options;
    options.type_system_refresh = refreshed;
    const Resolved result = resolved(kDeclarations + ("  decreases *\n{\n" + body + "\n}"), options);
    if (!result.program) {
        return result.said.empty() ? "refused" : result.said.front();
    }
    std::string found;
    const auto look = [&](const std::vector<typed::VariablePtr>& variables) {
        for (const typed::VariablePtr& variable : variables) {
            if (variable->name == "x" && found.empty()) {
                found = typed::to_string(variable->type);
            }
        }
    };
    const typed::Children visit{[&](const typed::Expr& expr) {
                                    if (const auto* quantifier = std::get_if<typed::Quantifier>(&expr.node)) {
                                        look(quantifier->variables);
                                    } else if (const auto* set = std::get_if<typed::SetComprehension>(&expr.node)) {
                                        look(set->variables);
                                    } else if (const auto* map = std::get_if<typed::MapComprehension>(&expr.node)) {
                                        look(map->variables);
                                    } else if (const auto* let = std::get_if<typed::Let>(&expr.node)) {
                                        look(let->variables);
                                    }
                                },
                                [&](const typed::Stmt& stmt) {
                                    if (const auto* declaration = std::get_if<typed::VarDecl>(&stmt.node)) {
                                        look(declaration->variables);
                                    }
                                }};
    for (const typed::Declaration& declaration : result.program->declarations) {
        const auto* method = std::get_if<std::unique_ptr<typed::Method>>(&declaration);
        if (method != nullptr && (*method)->name == "M") {
            typed::for_each_below(*(*method)->body, visit);
        }
    }
    return found;
}

TEST(ReleasedTypes, LocalsAreOfTheTypeOfWhatIsAssigned) {
    EXPECT_EQ(type_of_x("var x := n;"), "nat");
    EXPECT_EQ(type_of_x("var x := n; x := x - 1;"), "nat");
    EXPECT_EQ(type_of_x("var x := e; x := x + 1;"), "Even");
    EXPECT_EQ(type_of_x("var x; x := n;"), "nat");
    EXPECT_EQ(type_of_x("var x := n; x := k;"), "int");
    EXPECT_EQ(type_of_x("var x := n; x := e;"), "int");
    EXPECT_EQ(type_of_x("var x := 0;"), "int");
    EXPECT_EQ(type_of_x("var x := n + 1;"), "int");
    EXPECT_EQ(type_of_x("var y := n; var x := y + 1;"), "nat");
    EXPECT_EQ(type_of_x("var x := s[0];"), "nat");
    EXPECT_EQ(type_of_x("var x := s[0] + 1;"), "nat");
    EXPECT_EQ(type_of_x("var x := m[n];"), "Even");
    EXPECT_EQ(type_of_x("var x := [n, 1];"), "seq<nat>");
    EXPECT_EQ(type_of_x("var x := [1];"), "seq<int>");
    EXPECT_EQ(type_of_x("var x := []; x := x + [n];"), "seq<nat>");
    EXPECT_EQ(type_of_x("var x := Id(n);"), "nat");
    EXPECT_EQ(type_of_x("var x, y := Two();"), "nat");
    EXPECT_EQ(type_of_x("var (x, y) := p;"), "nat");
    EXPECT_EQ(type_of_x("var x := b.content;"), "nat");
    EXPECT_EQ(type_of_x("match b { case Box(x) => }"), "nat");
    EXPECT_EQ(type_of_x("var y := var x := n; x;"), "nat");
    EXPECT_EQ(type_of_x("var x := f(n);"), "nat");
}

TEST(ReleasedTypes, WhatIsKnownOnTheRightMakesNumbersOfAnySign) {
    EXPECT_EQ(type_of_x("var x := n; if x < k {}"), "int");
    EXPECT_EQ(type_of_x("var x := n; if x < n {}"), "int");
    EXPECT_EQ(type_of_x("var x := n; if k > x {}"), "nat");
    EXPECT_EQ(type_of_x("var x := n; if x > 0 {}"), "nat");
    EXPECT_EQ(type_of_x("var x := n; if x == k {}"), "nat");
    EXPECT_EQ(type_of_x("var x := n; x := x + n;"), "int");
}

TEST(ReleasedTypes, IndicesOfLoops) {
    EXPECT_EQ(type_of_x("for x := 0 to n {}"), "int");
    EXPECT_EQ(type_of_x("for x := n to k {}"), "int");
    EXPECT_EQ(type_of_x("for x := n to n {}"), "nat");
}

TEST(ReleasedTypes, BoundVariablesAreOfTheTypeOfWhatTheyArePassedFor) {
    EXPECT_EQ(type_of_x("assert forall x :: P(x);"), "nat");
    EXPECT_EQ(type_of_x("assert forall x :: x < 20 ==> P(x);"), "nat");
    EXPECT_EQ(type_of_x("assert forall x :: x == k ==> P(x);"), "nat");
    EXPECT_EQ(type_of_x("assert forall x :: x < k ==> P(x);"), "int");
    EXPECT_EQ(type_of_x("assert forall x :: 0 <= x < |s| ==> P(x);"), "int");
    EXPECT_EQ(type_of_x("assert forall x :: x in s;"), "int");
    EXPECT_EQ(type_of_x("assert forall x :: x in s ==> P(x);"), "nat");
    EXPECT_EQ(type_of_x("assert forall x :: x in w ==> x == x;"), "Word");
    EXPECT_EQ(type_of_x("assert forall x :: x in m ==> m[x] == 0;"), "int");
    EXPECT_EQ(type_of_x("assert exists x :: E(x);"), "Even");
    EXPECT_EQ(type_of_x("assert forall x :: P(x) && P(x + 1);"), "int");
    EXPECT_EQ(type_of_x("assert forall x :: P(x) && E(x);"), "int");
    EXPECT_EQ(type_of_x("assert exists x :: f(x) == 1;"), "nat");
    EXPECT_EQ(type_of_x("assert forall x :: 0 <= x < |s| ==> P(s[x]);"), "int");
    EXPECT_EQ(type_of_x("var y := set x | x in s && P(x);"), "nat");
    EXPECT_EQ(type_of_x("var y := map x | x in t :: f(x);"), "nat");
    EXPECT_EQ(type_of_x("var x :| P(x);"), "nat");
    EXPECT_EQ(type_of_x("var x :| x in s;"), "int");
}

TEST(ReleasedTypes, ByTheNewerRulesVariablesHoldAllThatIsAssigned) {
    EXPECT_EQ(type_of_x("var x := n;", true), "nat");
    EXPECT_EQ(type_of_x("var x := n; x := x - 1;", true), "int");
    EXPECT_EQ(type_of_x("var x := n; if x < k {}", true), "nat");
    EXPECT_EQ(type_of_x("assert forall x :: P(x);", true), "int");
    EXPECT_EQ(type_of_x("assert forall x :: x < k ==> P(x);", true), "int");
}

} // namespace
} // namespace daphnia::resolve
