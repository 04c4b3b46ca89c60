// Verdicts of declarations, and the diagnostics that follow from them.
#include "verify/outcome.h"

#include <gtest/gtest.h>

namespace daphnia::verify {
namespace {

const support::SourceFile& source() {
    static const support::SourceFile file("a.dfy", "0123456789");
    return file;
}

ObligationOutcome obligation(Verdict verdict, Limit limit = Limit::None) {
    return {
        {support::Rule::Postcondition, {&source(), 1, 3}, {{{&source(), 5, 6}, "this one"}}, {}}, verdict, limit, 0, 0};
}

Outcome outcome(std::vector<ObligationOutcome> obligations) {
    Outcome result;
    result.name = "M";
    result.kind = "method";
    result.name_range = {&source(), 0, 1};
    result.obligations = std::move(obligations);
    result.time_limit = 20;
    return result;
}

TEST(Outcome, IsProvedOnlyWhenAllIs) {
    EXPECT_EQ(outcome({}).verdict(), Verdict::Proved);
    EXPECT_EQ(outcome({obligation(Verdict::Proved)}).verdict(), Verdict::Proved);
    EXPECT_EQ(outcome({obligation(Verdict::Proved), obligation(Verdict::Unproved)}).verdict(), Verdict::Unproved);
    EXPECT_EQ(outcome({obligation(Verdict::Proved), obligation(Verdict::Exhausted)}).verdict(), Verdict::Exhausted);
    EXPECT_EQ(outcome({obligation(Verdict::Exhausted), obligation(Verdict::Unproved)}).verdict(), Verdict::Unproved);
}

TEST(Outcome, IsExhaustedWhenItsWorkerEndedBeforeItsObligationsWereKnown) {
    Outcome stopped = outcome({});
    stopped.stopped = Limit::Crash;
    EXPECT_EQ(stopped.verdict(), Verdict::Exhausted);
    const auto diagnostics = failures(stopped);
    ASSERT_EQ(diagnostics.size(), 1U);
    EXPECT_EQ(diagnostics[0].verdict, "exhausted");
    EXPECT_EQ(diagnostics[0].range, stopped.name_range);
}

TEST(Failures, SpeakInDafnysWords) {
    const auto diagnostics = failures(outcome({obligation(Verdict::Proved), obligation(Verdict::Unproved)}));
    ASSERT_EQ(diagnostics.size(), 1U);
    EXPECT_EQ(diagnostics[0].rule, support::Rule::Postcondition);
    EXPECT_EQ(diagnostics[0].message, "a postcondition could not be proved on this return path");
    EXPECT_EQ(diagnostics[0].verdict, "unproved");
    ASSERT_EQ(diagnostics[0].related.size(), 1U);
    EXPECT_EQ(diagnostics[0].related[0].message, "this one");
}

TEST(Failures, SayWhichBudgetEnded) {
    const auto message = [](Limit limit) {
        return failures(outcome({obligation(Verdict::Exhausted, limit)})).at(0).message;
    };
    EXPECT_NE(message(Limit::Resources).find("(verification of 'M' ran out of resources)"), std::string::npos);
    EXPECT_NE(message(Limit::Time).find("(verification of 'M' timed out after 20 seconds)"), std::string::npos);
    EXPECT_NE(message(Limit::Memory).find("(verification of 'M' ran out of memory)"), std::string::npos);
    EXPECT_NE(message(Limit::Crash).find("crash"), std::string::npos);
}

TEST(Failures, TheUsersMessageTakesPrecedence) {
    ObligationOutcome failed = obligation(Verdict::Unproved);
    failed.origin.message = "the account must not be overdrawn";
    EXPECT_EQ(failures(outcome({failed})).at(0).message, "the account must not be overdrawn");
}

TEST(Failures, AtTheSamePlaceForTheSameReasonAreOne) {
    ObligationOutcome elsewhere = obligation(Verdict::Unproved);
    elsewhere.origin.related[0].range.begin = 4;
    const auto diagnostics =
        failures(outcome({obligation(Verdict::Exhausted, Limit::Time), obligation(Verdict::Unproved),
                          obligation(Verdict::Unproved), elsewhere}));
    ASSERT_EQ(diagnostics.size(), 2U); // another postcondition on the same path is another failure
    EXPECT_EQ(diagnostics[0].verdict, "unproved");
}

} // namespace
} // namespace daphnia::verify
