// Every way of being verified without a proof is listed, with its place and its reason, and counts if one wants it to.
#include "process.h"
#include "programs.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace daphnia::tests {
namespace {

using nlohmann::json;

struct Way {
    const char* name;
    const char* program;
    std::vector<std::string> ids; // in order of place
    std::size_t line;             // of the first
};

class Assumption : public testing::TestWithParam<Way> {};

TEST_P(Assumption, IsListedAndCanCount) {
    const Scratch scratch;
    const std::string file = scratch.file("a.dfy", GetParam().program);
    const Finished text = daphnia({"verify", file});
    EXPECT_EQ(text.exit_code, 0) << text.out;
    const json document = json::parse(daphnia({"verify", "--format:json", file}).out);
    const json& found = document["files"][0]["assumptions"];
    std::vector<std::string> ids;
    for (const json& each : found) {
        ids.push_back(each["id"]);
        EXPECT_TRUE(has(text.out, "assuming: " + each["message"].get<std::string>())) << text.out;
    }
    EXPECT_EQ(ids, GetParam().ids) << found.dump(2);
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found[0]["range"]["start"]["line"], GetParam().line) << found.dump(2);
    EXPECT_EQ(document["summary"]["assumptions"], ids.size());
    const Finished strict = daphnia({"verify", "--fail-on-assumptions", file});
    EXPECT_EQ(strict.exit_code, 4);
    EXPECT_TRUE(has(strict.out, ", and --fail-on-assumptions is set\n")) << strict.out;
}

INSTANTIATE_TEST_SUITE_P(
    Ways, Assumption,
    testing::Values(
        Way{"no_arguments",
            "method M(x: int) returns (r: int)\n  requires x < x\n  ensures r == 7\n{\n}\n",
            {"unmet-requires"},
            1},
        Way{"two_clauses",
            "\nlemma L(s: seq<int>)\n  requires |s| > 3\n  requires s == []\n  ensures 1 == 2\n{\n}\n",
            {"unmet-requires"},
            2},
        Way{"function_of_nothing", "function F(n: nat): int\n  requires n < 0\n{\n  1 / 0\n}\n", {"unmet-requires"}, 1},
        Way{"types_against_clause",
            "type Big = x: int | x > 10 witness 11\n"
            "lemma L(b: Big)\n  requires b < 5\n  ensures false\n{\n}\n",
            {"unmet-requires"},
            2},
        Way{"quantified",
            "lemma L(a: array<int>)\n  requires a.Length > 0\n"
            "  requires a[0] > 0 && forall i :: 0 <= i < a.Length ==> a[i] < 0\n  ensures false\n{\n}\n",
            {"unmet-requires"},
            1},
        Way{"nothing_to_prove", "lemma L()\n  requires false\n{\n}\n", {"unmet-requires"}, 1},
        Way{"labelled", "lemma L(x: int)\n  requires A: x > 0\n  requires B: x < 0\n{\n}\n", {"unmet-requires"}, 1},
        Way{"empty_subset_type",
            "type Void = x: int | false witness *\n"
            "method M(v: Void) returns (r: int)\n  ensures r == 7\n{\n}\n",
            {"empty-type"},
            2},
        Way{"empty_component",
            "type Void = x: int | x != x witness *\n"
            "lemma L(v: (int, Void))\n  ensures false\n{\n}\n",
            {"empty-type"},
            2},
        Way{"empty_newtype_member",
            "newtype Void = x: int | false witness *\n{\n"
            "  lemma L()\n    ensures false\n  {\n  }\n}\n",
            {"empty-type"},
            3},
        Way{"expected", "method M(x: int)\n  ensures x > 0\n{\n  expect x > 0, \"positive\";\n}\n", {"expect"}, 4},
        Way{"loop_without_body",
            "method M() returns (r: int)\n  ensures r == 3\n{\n  r := 7; while r != 3\n"
            "    decreases r\n}\n",
            {"no-body"},
            4},
        Way{"lemma_without_body", "lemma L()\n  ensures false\n", {"no-body"}, 1},
        Way{"function_without_body", "function F(): int\n  ensures F() > F()\n", {"no-body"}, 1},
        Way{"forall_without_body",
            "method M(a: array<int>)\n{\n  forall i | 0 <= i < a.Length\n"
            "    ensures a[i] > 0\n  assert a.Length > 0 ==> a[0] > 0;\n}\n",
            {"no-body"},
            3},
        Way{"assumed", "method M(x: int)\n  ensures x > 0\n{\n  assume x > 0;\n}\n", {"assume"}, 4},
        Way{"assumed_axiom",
            "method M(x: int)\n  ensures x > 0\n{\n  assume {:axiom} x > 0;\n}\n",
            {"assume-axiom"},
            4},
        Way{"assumed_in_expression",
            "function F(x: int): int\n  ensures F(x) > 0\n{\n  assume x > 0;\n  x\n}\n",
            {"assume"},
            4},
        Way{"such_that_assumed", "method M()\n{\n  var x: int :| assume x < x;\n}\n", {"assume"}, 3},
        Way{"failure_assumed",
            "datatype R = Bad | Good(v: int)\n{\n"
            "  predicate IsFailure() { Bad? }\n"
            "  function PropagateFailure(): R\n    requires IsFailure()\n  {\n    this\n  }\n"
            "  function Extract(): int\n    requires !IsFailure()\n  {\n    v\n  }\n}\n"
            "method M(r: R) returns (x: int)\n  ensures r.Good?\n{\n"
            "  x :- assume r;\n}\n",
            {"assume"},
            18},
        Way{"not_verified", "lemma {:verify false} L()\n  ensures false\n{\n}\n", {"verify-false"}, 1},
        Way{"axiom_without_body", "lemma {:axiom} L()\n  ensures false\n", {"no-body"}, 1},
        Way{"only", "\nmethod {:only} A() { }\nlemma B()\n  ensures false\n{\n}\n", {"only"}, 3},
        Way{"endless", "method M()\n  ensures false\n  decreases *\n{\n  M();\n}\n", {"decreases-star"}, 3},
        Way{"endless_loop",
            "method M()\n  decreases *\n{\n  while true\n    decreases *\n  {\n  }\n}\n",
            {"decreases-star", "decreases-star"},
            2}),
    [](const auto& each) { return std::string(each.param.name); });

TEST(Assumptions, WhatCanBeCalledIsNotListed) {
    const Scratch scratch;
    const std::string file = scratch.file("a.dfy", R"(type Rare = x: int | x * x == 144 witness *
datatype D = A | B(x: nat)

method M<T>(t: T, s: seq<T>, r: Rare, a: array<nat>, d: D)
  requires |s| > 2 && s[0] == t
  requires forall i :: 0 <= i < a.Length ==> a[i] > i
  requires d.B? && d.x % 2 == 1
{
}

lemma L(x: int, y: int)
  requires x * y == 6
  requires exists z: int :: z > x
{
}

function F(x: nat): nat
  requires x > 0
{
  x / x
}
)");
    const Finished result = daphnia({"verify", "--fail-on-assumptions", file});
    EXPECT_EQ(result.exit_code, 0) << result.out;
}

TEST(Warnings, CountWhenTheyAreNotAllowed) {
    const Scratch scratch;
    const std::string file =
        scratch.file("a.dfy", "method Main(x: seq<string>) { if |x| > 0 { var x := 1; } print 1; }\n");
    const auto code = [&](std::vector<std::string> words) {
        words.push_back("--warn-shadowing");
        words.push_back(file);
        return daphnia(words).exit_code;
    };
    EXPECT_EQ(code({"verify"}), 0);
    EXPECT_EQ(code({"verify", "--allow-warnings"}), 0);
    EXPECT_EQ(code({"verify", "--allow-warnings", "true"}), 0);
    EXPECT_EQ(code({"verify", "--allow-warnings", "false"}), 2);
    EXPECT_EQ(code({"resolve", "--allow-warnings:false"}), 2);
    const Finished refused = daphnia({"run", "--allow-warnings=false", "--warn-shadowing", file});
    EXPECT_EQ(refused.exit_code, 2);
    EXPECT_EQ(refused.out, "") << "it is not run";
    EXPECT_TRUE(has(refused.err, "1 warning, and --allow-warnings is false\n")) << refused.err;
    EXPECT_EQ(daphnia({"verify", "--allow-warnings:false", scratch.file("b.dfy", kProved)}).exit_code, 0);
}

} // namespace
} // namespace daphnia::tests
