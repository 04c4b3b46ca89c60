// Contracts: clauses, frames, measures, attributes.
#include "resolving.h"

#include <gtest/gtest.h>

namespace daphnia::resolve {
namespace {

TEST(Contracts, ClausesAreBoolean) {
    EXPECT_EQ(said("method M(x: int) returns (y: int) requires x ensures y { y := x; }"),
              (Said{"1:44 type: precondition must be a boolean (got int)",
                    "1:54 type: postcondition must be a boolean (got int)"}));
}

TEST(Contracts, FramesAreArrays) {
    EXPECT_EQ(said("method M(a: array<int>, s: seq<array<int>>) modifies a, s, {a, a}, {} { }"), Said{});
    EXPECT_EQ(
        said("method M(x: int) modifies x { }"),
        Said{"1:27 type: a modifies-clause expression must denote an object, a memory location, or a set of memory "
             "locations (instead got int)"});
    EXPECT_EQ(said("lemma L(a: array<int>) modifies a { }"),
              Said{"1:33 misplaced: lemmas are not allowed to have modifies clauses"});
    EXPECT_EQ(said("function F(a: array<int>): int reads * { 1 }"), Said{});
}

TEST(Contracts, MethodsReadOnlyWhenTold) {
    const std::string program = "method M(a: array<int>) reads a { }";
    EXPECT_EQ(said(program),
              Said{"1:31 misplaced: reads clauses on methods are forbidden without the command-line flag "
                   "`--reads-clauses-on-methods`"});
    EXPECT_EQ(said(program, Options{true}), Said{});
}

TEST(Contracts, BodiesFitTheResult) {
    EXPECT_EQ(said("function F(x: int): bool { x }"),
              Said{"1:10 type: function body type mismatch (expected bool, got int)"});
    EXPECT_EQ(said("const c: bool := 3"), Said{"1:7 type: RHS (of type int) not assignable to LHS (of type bool)"});
}

TEST(Contracts, ConstantsMayComeLater) {
    EXPECT_EQ(said("const a := b + 1\nconst b := F(2)\nfunction F(x: int): int { x }\nmethod M() { assert a is nat; }"),
              Said{});
    EXPECT_EQ(said("const a := b\nconst b := a").size(), 1U);
    EXPECT_EQ(said("const a: int := F(1)\nfunction F(x: int): int { a + x }"),
              Said{"1:7 unresolved: const definition contains a cycle: a -> F -> a"});
}

TEST(Contracts, TheDefaultMeasureIsAllParameters) {
    EXPECT_NE(kernel("function F(x: int, s: seq<int>): int { 1 }").find("{:inferred} x, s"), std::string::npos)
        << kernel("function F(x: int, s: seq<int>): int { 1 }");
}

TEST(Contracts, AttributesThatChangeMeaningAreRefused) {
    EXPECT_EQ(said("method {:verify false} {:timeLimit 30} {:foo} M() { }"), Said{});
    EXPECT_EQ(said("method {:extern \"a\"} M()"),
              Said{"1:8 unsupported: the attribute {:extern} is not supported yet"});
    EXPECT_EQ(said("lemma {:induction x} L(n: nat) { }"), Said{"1:19 unresolved: unresolved identifier: x"});
}

} // namespace
} // namespace daphnia::resolve
