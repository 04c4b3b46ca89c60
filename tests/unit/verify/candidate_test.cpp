// The solver's candidate, read as a state of the program, breaks what the solver could not prove.
#include "verify/candidate.h"

#include "parse/parse.h"
#include "resolve/resolve.h"
#include "solver/solver.h"
#include "verify/query.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace daphnia::verify {
namespace {

// The candidate for the last obligation of the last declaration's body.
struct Asked {
    explicit Asked(std::string text) : file("a.dfy", std::move(text)) {
        support::DiagnosticList sink;
        const ast::Program parsed = parse::parse(file, sink);
        program = resolve::resolve(parsed, sink, {});
        EXPECT_FALSE(sink.has_errors());
        const encode::Context context(*program, {});
        const ivl::Program encoded = encode::encode(context, program->declarations.back(), store, &observation);
        const vcgen::PassiveProcedure passive = vcgen::passify(encoded.procedures.back(), store);
        const std::vector<vcgen::Obligation> obligations = vcgen::obligations(passive);
        vcgen::Condition condition = vcgen::single(passive, obligations.back(), store);
        for (const logic::Term bound : small_inputs(passive.captures, observation, store)) {
            condition.hypotheses.push_back(bound);
        }
        const solver::Answer answer = solver::prove(make_query(condition, encoded));
        EXPECT_NE(answer.model, nullptr) << answer.reason;
        if (answer.model != nullptr) {
            result = candidate(passive.captures, observation, *answer.model, store);
        }
    }

    const refute::CandidateState& state(std::size_t index) const { return result.states.at(index); }
    interpret::Value value(std::size_t state_index, const std::string& name) const {
        for (const interpret::Binding& binding : state(state_index).bindings) {
            if (binding.variable->name == name) {
                return binding.value;
            }
        }
        ADD_FAILURE() << name << " is not captured";
        return {};
    }

    support::SourceFile file;
    std::optional<typed::Program> program;
    logic::TermStore store;
    encode::Observation observation;
    refute::Candidate result;
};

TEST(Candidate, NumbersAndTuples) {
    const Asked asked("method M(x: int, p: (int, bool), n: nat)\n  requires x > 10 && p.0 == x + n\n"
                      "{ assert p.0 < 15 || !p.1; }\n");
    const interpret::Values& pair = asked.value(0, "p").components();
    EXPECT_GE(pair[0].as_integer(), 15);
    EXPECT_TRUE(pair[1].as_bool());
    EXPECT_EQ(pair[0].as_integer(), asked.value(0, "x").as_integer() + asked.value(0, "n").as_integer());
    EXPECT_LE(asked.value(0, "x").as_integer(), 20); // small, because that was asked for
}

TEST(Candidate, Sequences) {
    const Asked asked("method M(s: seq<int>)\n  requires |s| > 2 && s[0] == 7\n{ assert s[1] <= s[0]; }\n");
    const interpret::Values& elements = asked.value(0, "s").elements();
    ASSERT_GT(elements.size(), 2U);
    EXPECT_LE(elements.size(), 4U);
    EXPECT_EQ(elements[0].as_integer(), 7);
    EXPECT_GT(elements[1].as_integer(), 7);
}

TEST(Candidate, ArraysAndAliases) {
    const Asked asked("method M(a: array<int>, b: array<int>)\n  requires a.Length > 0 && b.Length > 0 && a[0] == 3\n"
                      "  modifies a\n{ a[0] := 4; assert b[0] != 4; }\n");
    const refute::CandidateState& entry = asked.state(0);
    const interpret::Reference a = asked.value(0, "a").as_reference();
    const interpret::Reference b = asked.value(0, "b").as_reference();
    ASSERT_FALSE(a.is_null());
    ASSERT_FALSE(b.is_null());
    EXPECT_EQ(entry.heap.elements(a)[0].as_integer(), 3);
    EXPECT_TRUE(a == b || entry.heap.elements(b)[0].as_integer() == 4);
}

TEST(Candidate, LoopHeadsAndResultsOfCalls) {
    const Asked asked("method Any() returns (r: int)\n  ensures r > 5\n"
                      "method M(n: nat)\n{\n  var i := 0;\n  while i < n\n    invariant i >= 0\n  { i := i + 1; }\n"
                      "  var r := Any();\n  assert i == n && r == 6;\n}\n");
    ASSERT_EQ(asked.result.states.size(), 3U); // entry, loop head, call
    const std::size_t loop = asked.result.states.size() - 2;
    EXPECT_GE(asked.value(loop, "i").as_integer(), 0);
    EXPECT_GT(asked.value(loop + 1, "r").as_integer(), 5);
}

} // namespace
} // namespace daphnia::verify
