// Diagnostics: what is the same is said once, and the order is that of the source.
#include "support/diagnostics.h"

#include "support/error.h"
#include "support/match.h"

#include <gtest/gtest.h>

namespace daphnia::support {
namespace {

TEST(DiagnosticList, SaysTheSameThingOnce) {
    const SourceFile file("a.dfy", "0123456789");
    DiagnosticList list;
    list.error(Rule::Type, {&file, 1, 2}, "wrong");
    list.error(Rule::Type, {&file, 1, 2}, "wrong");
    list.error(Rule::Type, {&file, 1, 2}, "wrong in another way");
    list.error(Rule::Type, {&file, 1, 3}, "wrong");
    list.warning(Rule::Only, {&file, 1, 3}, "beware");
    EXPECT_EQ(list.all().size(), 4U);
    EXPECT_EQ(list.error_count(), 3U);
    EXPECT_TRUE(list.has_errors());
}

TEST(DiagnosticList, AWarningIsNoError) {
    DiagnosticList list;
    list.warning(Rule::Only, {}, "beware");
    EXPECT_FALSE(list.has_errors());
}

TEST(DiagnosticList, SortsByPlace) {
    const SourceFile file("a.dfy", "0123456789");
    DiagnosticList list;
    list.error(Rule::Type, {&file, 5, 6}, "third");
    list.error(Rule::Calc, {&file, 1, 2}, "second");
    list.error(Rule::Arity, {&file, 1, 2}, "first");
    const std::vector<Diagnostic> sorted = list.sorted();
    ASSERT_EQ(sorted.size(), 3U);
    EXPECT_EQ(sorted[0].message, "first");
    EXPECT_EQ(sorted[1].message, "second");
    EXPECT_EQ(sorted[2].message, "third");
}

TEST(DiagnosticList, TakesManyDiagnosticsInLittleTime) {
    const SourceFile file("a.dfy", "0123456789");
    DiagnosticList list;
    for (std::uint32_t i = 0; i < 200'000; ++i) {
        list.error(Rule::Syntax, {&file, i, i + 1}, "unexpected");
    }
    EXPECT_EQ(list.error_count(), 200'000U);
}

TEST(Check, NamesThePlaceAndTheCondition) {
    try {
        DAPHNIA_CHECK(1 + 1 == 3, "arithmetic is odd");
        FAIL();
    } catch (const InternalError& error) {
        const std::string what = error.what();
        EXPECT_NE(what.find("diagnostics_test.cpp"), std::string::npos);
        EXPECT_NE(what.find("arithmetic is odd (1 + 1 == 3)"), std::string::npos);
    }
}

TEST(Match, CallsTheCaseOfTheAlternative) {
    struct Size {
        std::size_t operator()(const std::string& text) const { return text.size(); }
        std::size_t operator()(int) const { return 1; }
    };
    EXPECT_EQ(match(std::variant<std::string, int>("four"), Size{}), 4U);
    EXPECT_EQ(match(std::variant<std::string, int>(7), Size{}), 1U);
}

} // namespace
} // namespace daphnia::support
