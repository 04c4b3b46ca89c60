// The list of findings: levels, declarations, and fingerprints that stay.
#include "report/findings.h"

#include "runs.h"

#include <gtest/gtest.h>

namespace daphnia::report {
namespace {

std::vector<Finding> found(const verify::Run& run) {
    return findings(run, Places());
}

bool has_error(const verify::Run& run) {
    const std::vector<Finding> all = found(run);
    return std::any_of(all.begin(), all.end(), [](const Finding& each) { return each.level == Level::Error; });
}

// A method with assertions at these words of its text, in this order, each with its verdict.
verify::Run asserting(const std::string& text, const std::vector<std::pair<std::string, verify::Verdict>>& assertions) {
    verify::FileResult file;
    file.path = "a.dfy";
    file.stage = verify::Stage::Verified;
    file.source = std::make_unique<const support::SourceFile>("a.dfy", text);
    verify::Outcome outcome;
    outcome.name = "M";
    outcome.kind = "method";
    outcome.name_range = range_of(*file.source, "M");
    for (const auto& [word, verdict] : assertions) {
        outcome.obligations.push_back({{support::Rule::Assertion, range_of(*file.source, word), {}, {}}, verdict});
    }
    file.diagnostics = verify::failures(outcome);
    file.declarations.push_back(std::move(outcome));
    return run_of(std::move(file));
}

constexpr auto kProved = verify::Verdict::Proved;
constexpr auto kUnproved = verify::Verdict::Unproved;

TEST(Findings, AFailedProofHasItsDeclarationAndItsObligation) {
    const verify::Run run = run_of(failing_file("a.dfy"));
    const std::vector<Finding> all = found(run);
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].declaration, "M");
    EXPECT_EQ(all[0].verdict(), "unproved");
    EXPECT_EQ(all[0].obligation, &run.files[0].declarations[0].obligations[0]);
    EXPECT_EQ(all[1].id(), "assume");
    EXPECT_EQ(all[1].level, Level::Note);
    EXPECT_EQ(all[1].declaration, "M");
}

TEST(Findings, ThereIsAnErrorExactlyWhenTheExitCodeIsNotZero) {
    std::vector<verify::Run> runs;
    runs.push_back(run_of(proved_file("a.dfy")));
    runs.push_back(run_of(failing_file("a.dfy")));
    runs.push_back(run_of(unreadable_file("a.dfy"), proved_file("b.dfy")));
    runs.push_back(run_of(rejected_file("a.dfy", support::Rule::Type)));
    runs.push_back(run_of(proved_file("a.dfy")));
    runs.back().nothing_selected = true;
    for (const bool warning : {true, false}) {
        for (const bool strict : {true, false}) {
            verify::FileResult file = proved_file("a.dfy");
            if (warning) {
                file.diagnostics.push_back({support::Severity::Warning, support::Rule::Shadowing, "odd", {}, {}, {}});
            } else {
                file.assumptions.push_back({support::Rule::Assume, "assumes this", "M", {}});
            }
            runs.push_back(run_of(std::move(file)));
            runs.back().strictness = {!strict, strict};
        }
    }
    for (const verify::Run& run : runs) {
        EXPECT_EQ(has_error(run), verify::exit_code(run) != 0) << &run - runs.data();
    }
}

TEST(Fingerprints, StayWhenTheProgramMoves) {
    const verify::Run before = asserting("method M() { one two }", {{"one", kUnproved}, {"two", kUnproved}});
    const verify::Run after =
        asserting("\n\n// more\nmethod M() {\n  one\n  two }", {{"one", kUnproved}, {"two", kUnproved}});
    ASSERT_EQ(found(before).size(), 2U);
    for (const std::size_t i : {0U, 1U}) {
        EXPECT_EQ(found(before)[i].fingerprint, found(after)[i].fingerprint);
        EXPECT_EQ(found(before)[i].fingerprint.size(), 64U);
    }
    EXPECT_NE(found(before)[0].fingerprint, found(before)[1].fingerprint);
}

TEST(Fingerprints, StayWhenAnotherObligationIsProved) {
    const verify::Run before = asserting("M one two", {{"one", kUnproved}, {"two", kUnproved}});
    const verify::Run after = asserting("M one two", {{"one", kProved}, {"two", kUnproved}});
    EXPECT_EQ(found(before)[1].fingerprint, found(after)[0].fingerprint);
}

TEST(Fingerprints, TellFilesAndDeclarationsApart) {
    const verify::Run run = run_of(failing_file("a.dfy"), failing_file("b.dfy"));
    EXPECT_NE(found(run)[0].fingerprint, found(run)[2].fingerprint);
    verify::Run other = run_of(failing_file("a.dfy"));
    other.files[0].declarations[0].name = "N";
    EXPECT_NE(found(run)[0].fingerprint, found(other)[0].fingerprint);
}

TEST(Fingerprints, EqualStaticErrorsAreNumbered) {
    verify::Run run = run_of(rejected_file("a.dfy", support::Rule::Type));
    run.files[0].diagnostics.push_back(run.files[0].diagnostics[0]);
    run.files[0].diagnostics.back().range.begin += 1;
    EXPECT_NE(found(run)[0].fingerprint, found(run)[1].fingerprint);
}

TEST(Fingerprints, AreTheSameFromEveryFolder) {
    const verify::Run near = run_of(failing_file("sub/a.dfy"));
    const verify::Run far = run_of(failing_file("../sub/./a.dfy"));
    const Places root("/p", "/p");
    const Places other("/p/other", "/p");
    EXPECT_EQ(findings(near, root)[0].fingerprint, findings(far, other)[0].fingerprint);
}

TEST(Places, LeadFromTheRoot) {
    const Places places("/p/q", "/p");
    EXPECT_EQ(places.path("a.dfy"), "q/a.dfy");
    EXPECT_EQ(places.path("./x/../a.dfy"), "q/a.dfy");
    EXPECT_EQ(places.path("/p/a.dfy"), "a.dfy");
    EXPECT_EQ(places.path("../../r/a.dfy"), "/r/a.dfy");
    EXPECT_EQ(places.uri("../../r/a.dfy"), "file:///r/a.dfy");
    EXPECT_EQ(places.uri("a b%\xFF:\n.dfy"), "q/a%20b%25%FF%3A%0A.dfy");
    EXPECT_EQ(places.root_uri(), "file:///p/");
    EXPECT_EQ(Places().path("./a.dfy"), "./a.dfy");
    EXPECT_EQ(Places("/", "/").uri("/a.dfy"), "a.dfy");
    EXPECT_EQ(Places("/", "/").root_uri(), "file:///");
}

} // namespace
} // namespace daphnia::report
