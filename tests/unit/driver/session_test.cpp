// The whole way from text to outcomes, without a process of its own.
#include "driver/session.h"

#include <gtest/gtest.h>

#include <sstream>

namespace daphnia::driver {
namespace {

Input input(const std::string& text) {
    return {"test.dfy", std::make_unique<const support::SourceFile>("test.dfy", text), ""};
}

verify::Run check(const std::string& text, Goal goal = Goal::Verify, Options options = {}) {
    std::vector<Input> inputs;
    inputs.push_back(input(text));
    return Session(std::move(options)).check(std::move(inputs), goal);
}

constexpr const char* kMixed = R"(
lemma Right(x: int)
  ensures x + 1 > x
{
}

lemma Wrong(x: int)
  ensures x + 1 > 0
  ensures x == x
{
}

method Division(x: int, y: int) returns (q: int)
{
  q := x / y;
  assert q * 0 == 0;
}
)";

TEST(Session, GivesEachDeclarationItsVerdict) {
    const verify::Run run = check(kMixed);
    ASSERT_EQ(run.files.size(), 1U);
    const auto& outcomes = run.files[0].declarations;
    ASSERT_EQ(outcomes.size(), 3U);
    EXPECT_EQ(outcomes[0].name, "Right");
    EXPECT_EQ(outcomes[0].kind, "lemma");
    EXPECT_EQ(outcomes[0].verdict(), verify::Verdict::Proved);
    EXPECT_EQ(outcomes[1].verdict(), verify::Verdict::Unproved);
    EXPECT_EQ(outcomes[2].verdict(), verify::Verdict::Unproved);
    EXPECT_EQ(verify::exit_code(run), 4);
}

TEST(Session, OneFailureHidesNoOther) {
    const verify::Run run = check(kMixed);
    const auto& diagnostics = run.files[0].diagnostics;
    ASSERT_EQ(diagnostics.size(), 2U);
    EXPECT_EQ(diagnostics[0].id, "postcondition");
    EXPECT_EQ(diagnostics[1].id, "division-by-zero");
    std::size_t proved = 0;
    for (const auto& obligation : run.files[0].declarations[2].obligations) {
        proved += obligation.verdict == verify::Verdict::Proved ? 1U : 0U;
    }
    EXPECT_GE(proved, 1U); // the assertion after the division
}

TEST(Session, ReachesNoVerdictWhenOnlyResolving) {
    const verify::Run run = check(kMixed, Goal::Resolve);
    EXPECT_EQ(run.files[0].stage, verify::Stage::Resolved);
    EXPECT_TRUE(run.files[0].declarations.empty());
    EXPECT_EQ(verify::exit_code(run), 0);
}

TEST(Session, StopsAtStaticErrors) {
    const verify::Run run = check("method M() { var x: int := true; }");
    EXPECT_EQ(run.files[0].stage, verify::Stage::Rejected);
    EXPECT_EQ(verify::exit_code(run), 2);
    ASSERT_EQ(run.files[0].diagnostics.size(), 1U);
}

TEST(Session, ChecksSelectedDeclarationsOnly) {
    Options options;
    options.filter_symbol = "Right";
    const verify::Run run = check(kMixed, Goal::Verify, options);
    EXPECT_EQ(run.files[0].declarations.size(), 1U);
    EXPECT_EQ(verify::exit_code(run), 0);
}

TEST(Session, TheSameInputGivesTheSameOutcome) {
    const auto costs = [] {
        std::vector<std::uint64_t> result;
        for (const verify::Outcome& outcome : check(kMixed).files[0].declarations) {
            result.push_back(outcome.resources);
        }
        return result;
    };
    EXPECT_EQ(costs(), costs());
}

TEST(DumpStage, HasANameForEach) {
    EXPECT_EQ(dump_stage("ast"), DumpStage::Ast);
    EXPECT_EQ(dump_stage("typed"), DumpStage::Typed);
    EXPECT_EQ(dump_stage("program"), DumpStage::Typed);
    EXPECT_EQ(dump_stage("smt2"), DumpStage::Smt2);
    EXPECT_EQ(dump_stage("llvm"), std::nullopt);
}

} // namespace
} // namespace daphnia::driver
