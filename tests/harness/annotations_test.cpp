// What counts as an annotation, what is refused, and how expectations meet findings.
#include "annotations.h"

#include <gtest/gtest.h>

namespace daphnia::harness {
namespace {

std::vector<std::string> read(std::string_view text) {
    const Annotations annotations = read_annotations(text);
    EXPECT_EQ(annotations.mistakes, std::vector<std::string>{}) << text;
    std::vector<std::string> result;
    for (const Expectation& expectation : annotations.expectations) {
        result.push_back(to_string(expectation));
    }
    return result;
}

using Lines = std::vector<std::string>;

TEST(ReadAnnotations, FindsSeveralOnALine) {
    EXPECT_EQ(read("\nx := a[i] / y;  // error[index-range] error[division-by-zero]\n"),
              (Lines{"line 2: error[index-range]", "line 2: error[division-by-zero]"}));
}

TEST(ReadAnnotations, FindsTextAndVerdicts) {
    EXPECT_EQ(read("assert P; // error[assertion]: \"might not\" unproved[null]\n// exhausted[decreases] warning[x]\n"),
              (Lines{"line 1: error[assertion]: \"might not\"", "line 1: unproved[null]",
                     "line 2: exhausted[decreases]", "line 2: warning[x]"}));
}

TEST(ReadAnnotations, FindsHints) {
    EXPECT_EQ(read("x = y; // error[syntax]: \"m\" hint: \"write\" error[type] hint: none error[null]\n"),
              (Lines{"line 1: error[syntax]: \"m\" hint: \"write\"", "line 1: error[type] hint: none",
                     "line 1: error[null]"}));
}

TEST(ReadAnnotations, LeavesProseAlone) {
    EXPECT_EQ(read("// The error is in a[i] below.\n// See the errors.\nvar s := \"// error[x\";\n"), Lines{});
}

TEST(ReadAnnotations, PrimesAreNotQuotes) {
    EXPECT_EQ(read("var x' := y'; // error[null]\nvar c := '\"'; // error[null]\n"),
              (Lines{"line 1: error[null]", "line 2: error[null]"}));
}

TEST(ReadAnnotations, RunIsTheFirstLine) {
    const Annotations annotations = read_annotations("// run: verify --relax-definite-assignment\n");
    EXPECT_EQ(annotations.command, (Lines{"verify", "--relax-definite-assignment"}));
    EXPECT_EQ(read_annotations("").command, (Lines{"verify"}));
}

class Mistake : public ::testing::TestWithParam<const char*> {};

TEST_P(Mistake, IsReported) {
    EXPECT_EQ(read_annotations(GetParam()).mistakes.size(), 1U) << GetParam();
}

INSTANTIATE_TEST_SUITE_P(ReadAnnotations, Mistake,
                         ::testing::Values("// eror[assertion]", "// error[assertion", "// error[]",
                                           "// error[assertion] because", "// error[a b]", "// fails: error[assertion]",
                                           "// error[assertion]: unquoted", "// error[assertion]: \"open",
                                           "x\n// run: verify", "// run: frobnicate", "// error[assertion]: \"\"",
                                           "// error[assertion] hint: unquoted", "// error[assertion] hint:"));

Finding error_at(std::size_t line, std::string id, std::string verdict, std::string message = "m") {
    return {line, "error", std::move(id), std::move(verdict), std::move(message)};
}

TEST(Differences, CountsBothWays) {
    const Expectation expected{3, Word::Error, "null", ""};
    EXPECT_TRUE(differences({expected}, {error_at(3, "null", "unproved")}).empty());
    EXPECT_EQ(differences({expected}, {}).size(), 1U);
    EXPECT_EQ(differences({}, {error_at(3, "null", "unproved")}).size(), 1U);
    EXPECT_EQ(differences({expected}, {error_at(3, "null", "unproved"), error_at(3, "null", "refuted")}).size(), 1U);
    EXPECT_EQ(differences({expected, expected}, {error_at(3, "null", "unproved")}).size(), 1U);
    EXPECT_EQ(differences({expected}, {error_at(4, "null", "unproved")}).size(), 2U);
}

TEST(Differences, ExhaustedIsNoError) {
    EXPECT_EQ(differences({{3, Word::Error, "null", ""}}, {error_at(3, "null", "exhausted")}).size(), 2U);
    EXPECT_TRUE(differences({{3, Word::Exhausted, "null", ""}}, {error_at(3, "null", "exhausted")}).empty());
    EXPECT_EQ(differences({{3, Word::Refuted, "null", ""}}, {error_at(3, "null", "unproved")}).size(), 2U);
}

TEST(Differences, TextChoosesFirst) {
    const Expectation any{3, Word::Error, "type", ""};
    const Expectation specific{3, Word::Error, "type", "second"};
    EXPECT_TRUE(
        differences({any, specific}, {error_at(3, "type", "", "second"), error_at(3, "type", "", "first")}).empty());
    EXPECT_EQ(differences({specific}, {error_at(3, "type", "", "first")}).size(), 2U);
}

TEST(Differences, HintsAreExpectedOrForbidden) {
    const Finding with{3, "error", "type", "", "m", "did you mean 'x'?"};
    const Finding without{3, "error", "type", "", "m"};
    const Expectation any{3, Word::Error, "type", ""};
    const Expectation some{3, Word::Error, "type", "", "mean 'x'"};
    const Expectation none{3, Word::Error, "type", "", "", true};
    EXPECT_TRUE(differences({any, any}, {with, without}).empty());
    EXPECT_TRUE(differences({some}, {with}).empty());
    EXPECT_EQ(differences({some}, {without}).size(), 2U);
    EXPECT_TRUE(differences({none}, {without}).empty());
    EXPECT_EQ(differences({none}, {with}).size(), 2U);
}

TEST(Differences, WarningsAreTheirOwnNotesAreFree) {
    const Finding warning{3, "warning", "shadow", "", "m"};
    EXPECT_TRUE(differences({{3, Word::Warning, "shadow", ""}}, {warning}).empty());
    EXPECT_EQ(differences({{3, Word::Error, "shadow", ""}}, {warning}).size(), 2U);
    EXPECT_TRUE(differences({}, {{3, "note", "x", "", "m"}}).empty());
}

} // namespace
} // namespace daphnia::harness
