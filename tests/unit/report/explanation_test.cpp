// Explanations of hand-made diagnostics: a few lines for a person, every detail for a program.
#include "report/report.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <sstream>

namespace daphnia::report {
namespace {

using support::Explanation;
using support::ExplanationKind;

constexpr const char* kText = "method Sum(a: array<int>) returns (s: int)\n"
                              "  ensures s == Total(a[..])\n"
                              "{\n"
                              "  s := 0;\n"
                              "  return s;\n"
                              "}\n";

const support::SourceFile& file() {
    static const support::SourceFile source("sum.dfy", kText);
    return source;
}

support::SourceRange range_of(std::string_view text) {
    const auto begin = static_cast<std::uint32_t>(file().text().find(text));
    return {&file(), begin, begin + static_cast<std::uint32_t>(text.size())};
}

support::Diagnostic unproved(const Explanation& explanation) {
    support::Diagnostic result;
    result.rule = support::Rule::Postcondition;
    result.message = "a postcondition could not be proved on this return path";
    result.range = range_of("return s;");
    result.related.push_back({range_of("s == Total(a[..])"), "this is the postcondition that could not be proved"});
    result.explanation = std::make_shared<const Explanation>(explanation);
    return result;
}

Explanation counterexample() {
    Explanation result;
    result.kind = ExplanationKind::Counterexample;
    result.inputs = {{"a", "array<int>", "new int[] [3, -1]"}};
    result.clause = range_of("s == Total(a[..])");
    result.parts = {{"s == Total(a[..])", "", "false"}, {"s", "", "3"}, {"Total(a[..])", "", "2"}, {"b", "", ""}};
    result.trace = {{range_of("method"), "entry", {{"a", "array<int>", "[3, -1]"}}},
                    {range_of("s := 0;"), "", {{"a", "array<int>", "[3, -1]"}, {"s", "int", "0"}}},
                    {range_of("return s;"), "iteration 12", {{"a", "array<int>", "[3, -1]"}, {"s", "int", "3"}}}};
    result.reproducer = "method {:main} Counterexample()\n{\n}\n";
    return result;
}

std::string text_of(const Explanation& explanation, const TextOptions& options = {}) {
    std::ostringstream out;
    write_diagnostics({unproved(explanation)}, options, out);
    return out.str();
}

// Without what every diagnostic has.
std::string explained(const Explanation& explanation, const TextOptions& options = {}) {
    const std::string all = text_of(explanation, options);
    const std::string::size_type underline = all.find("------\n");
    return all.substr(underline + 7);
}

TEST(Explanation, ACounterexampleFollowsTheDiagnostic) {
    EXPECT_EQ(text_of(counterexample()), "sum.dfy:5:3: error: a postcondition could not be proved on this return path\n"
                                         "    5 |   return s;\n"
                                         "      |   ^^^^^^^^^\n"
                                         "sum.dfy:2:11: this is the postcondition that could not be proved\n"
                                         "    2 |   ensures s == Total(a[..])\n"
                                         "      |           -----------------\n"
                                         "refuted: fails for a = new int[] [3, -1]\n"
                                         "  s == Total(a[..]) is false: s = 3, Total(a[..]) = 2\n");
}

TEST(Explanation, WhatTheHeadlineSaysIsNotRepeated) {
    Explanation explanation = counterexample();
    explanation.headline = "Sum(a) fails for a = new int[] [3, -1]";
    explanation.inputs.push_back({"n", "nat", "3"});
    EXPECT_EQ(explained(explanation), "refuted: Sum(a) fails for a = new int[] [3, -1]\n"
                                      "  with n = 3\n"
                                      "  s == Total(a[..]) is false: s = 3, Total(a[..]) = 2\n");
}

TEST(Explanation, AWeakInvariantIsNamedWithItsPlaceAndStates) {
    Explanation explanation;
    explanation.kind = ExplanationKind::WeakInvariant;
    explanation.headline = "the invariants hold at i = 3, s = 10, but not after one more iteration";
    explanation.subject = range_of("s := 0;");
    explanation.state = {{"i", "int", "3"}, {"s", "int", "1"}};
    explanation.hint = "say more about s";
    EXPECT_EQ(explained(explanation),
              "sum.dfy:4:3: because: the invariants hold at i = 3, s = 10, but not after one more iteration\n"
              "  in the state s = 1\n"
              "hint: say more about s\n");
}

TEST(Explanation, AClauseWithoutPartsIsStillNamed) {
    Explanation explanation = counterexample();
    explanation.parts.clear();
    EXPECT_NE(explained(explanation).find("\n  s == Total(a[..]) is false\n"), std::string::npos);
}

TEST(Explanation, ManyAndLongValuesTakeAFewLines) {
    Explanation explanation = counterexample();
    for (int i = 0; i < 100; ++i) {
        explanation.parts.push_back({"x" + std::to_string(i), "", std::string(500, '7')});
    }
    const std::string text = explained(explanation);
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 4) << text;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        EXPECT_LE(line.size(), 110U) << line;
    }
}

TEST(Explanation, NoControlCharacterReachesTheTerminal) {
    Explanation explanation = counterexample();
    explanation.headline = "a\x1b[31mb\nc";
    explanation.parts.push_back({"x", "", "\x1b]0;\a"});
    const std::string text = explained(explanation);
    EXPECT_EQ(text.find('\x1b'), std::string::npos);
    EXPECT_NE(text.find("a?[31mb c\n"), std::string::npos) << text;
}

TEST(Explanation, ColourIsAChoice) {
    EXPECT_EQ(text_of(counterexample()).find('\x1b'), std::string::npos);
    EXPECT_NE(text_of(counterexample(), {true}).find("\x1b[1;31mrefuted:\x1b[0m fails"), std::string::npos);
}

TEST(Trace, IsATableOfWhatChanges) {
    EXPECT_EQ(explained(counterexample(), {false, true}), explained(counterexample()) +
                                                              "  line                a        s\n"
                                                              "     1  entry         [3, -1]  -\n"
                                                              "     4                         0\n"
                                                              "     5  iteration 12           3\n");
}

TEST(Trace, MissingRowsAreMarked) {
    Explanation explanation = counterexample();
    explanation.trace_cut = true;
    const std::string text = explained(explanation, {false, true});
    EXPECT_NE(text.find("-\n     …\n     4"), std::string::npos) << text;
}

TEST(Trace, ManyVariablesGetNarrowColumns) {
    Explanation explanation = counterexample();
    for (int i = 0; i < 8; ++i) {
        explanation.trace[0].state.push_back({"v" + std::to_string(i), "seq<int>", std::string(40, '1')});
    }
    std::istringstream lines(explained(explanation, {false, true}));
    std::string line;
    while (std::getline(lines, line) && line.find("entry") == std::string::npos) {
    }
    EXPECT_LT(line.size(), 150U) << line;
    EXPECT_NE(line.find("…"), std::string::npos);
}

nlohmann::ordered_json json_of(const Explanation& explanation) {
    verify::Run run;
    verify::FileResult& result = run.files.emplace_back();
    result.path = "sum.dfy";
    result.stage = verify::Stage::Verified;
    result.diagnostics.push_back(unproved(explanation));
    result.diagnostics.back().verdict = "refuted";
    std::ostringstream out;
    write_json(run, {"1.2.3", "Z3 9.9"}, out);
    return nlohmann::ordered_json::parse(out.str());
}

TEST(Json, HasTheCounterexampleAsData) {
    const auto document = json_of(counterexample());
    const auto& found = document["files"][0]["diagnostics"][0]["counterexample"];
    EXPECT_EQ(found["kind"], "counterexample");
    EXPECT_EQ(found["inputs"].dump(), R"([{"name":"a","type":"array<int>","value":"new int[] [3, -1]"}])");
    EXPECT_EQ(found["clause"]["start"]["line"], 2);
    EXPECT_EQ(found["parts"][1].dump(), R"({"text":"s","value":"3"})");
    EXPECT_TRUE(found["parts"][3]["value"].is_null());
    EXPECT_EQ(found["trace"].size(), 3U);
    EXPECT_EQ(found["trace"][2]["event"], "iteration 12");
    EXPECT_EQ(found["trace"][2]["state"][1].dump(), R"({"name":"s","type":"int","value":"3"})");
    EXPECT_EQ(found["reproducer"], counterexample().reproducer);
    EXPECT_EQ(document["summary"]["refuted"], 1);
}

TEST(Json, CallsOtherReasonsExplanations) {
    Explanation explanation;
    explanation.kind = ExplanationKind::WeakContract;
    explanation.headline = "the contract of Find permits r = -5";
    explanation.hint = "say more";
    const auto document = json_of(explanation);
    const auto& diagnostic = document["files"][0]["diagnostics"][0];
    EXPECT_FALSE(diagnostic.contains("counterexample"));
    EXPECT_EQ(diagnostic["explanation"]["kind"], "weak-contract");
    EXPECT_EQ(diagnostic["explanation"]["message"], explanation.headline);
    EXPECT_EQ(diagnostic["explanation"]["hint"], "say more");
    EXPECT_TRUE(diagnostic["explanation"]["subject"].is_null());
}

} // namespace
} // namespace daphnia::report
