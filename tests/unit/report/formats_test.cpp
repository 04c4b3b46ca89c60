// The formats for machines, of hand-made runs: what each escapes, and what it leaves out. tests/cli checks whole
// reports against schemas.
#include "report/formats.h"

#include "report/escape.h"
#include "runs.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

namespace daphnia::report {
namespace {

using nlohmann::json;

std::string written(Format format, const verify::Run& run) {
    std::ostringstream out;
    write(format, run, {{"1.2.3", "Z3 9.9"}, {}, {}}, out);
    return out.str();
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

std::size_t count(const std::string& text, std::string_view part) {
    std::size_t result = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) {
        ++result;
    }
    return result;
}

// One static error with this message.
verify::Run saying(const std::string& message, const std::string& path = "a.dfy") {
    verify::Run run = run_of(rejected_file(path, support::Rule::Type));
    run.files[0].diagnostics[0].message = message;
    return run;
}

// So many unproved obligations, the last of which is refuted, and warnings.
verify::Run much(std::size_t errors, std::size_t warnings) {
    verify::Run run = run_of(failing_file("a.dfy"));
    std::vector<support::Diagnostic>& all = run.files[0].diagnostics;
    all.resize(errors, all.front());
    all.back().verdict = "refuted";
    all.back().message = "the refuted one";
    for (std::size_t i = 0; i < warnings; ++i) {
        all.push_back({support::Severity::Warning, support::Rule::Shadowing, "odd", {}, {}, {}});
    }
    return run;
}

TEST(Escape, ControlCharactersBecomePictures) {
    EXPECT_EQ(printable("a\x1b[31m\n\x7f"), "a\u241b[31m\u240a\u2421");
    EXPECT_EQ(printable_lines("a\tb\n\r"), "a\tb\n\u240d");
}

TEST(Escape, WhatIsNotUtf8OrTurnsTextIsReplaced) {
    EXPECT_EQ(printable("\xff"
                        "a"),
              "\ufffd"
              "a");
    EXPECT_EQ(printable("\u202e\u2066\u0085\uffff"), "\ufffd\ufffd\ufffd\ufffd");
    EXPECT_EQ(printable("ä€\U0001F600"), "ä€\U0001F600");
    EXPECT_EQ(well_formed("\x1b\xc3"), "\x1b\ufffd");
}

TEST(Formats, NamesAreInOrder) {
    EXPECT_EQ(format_names(), (std::vector<std::string>{"text", "json", "sarif", "junit", "github", "gitlab"}));
}

TEST(Formats, WhatCannotBeReadIsAnErrorInEach) {
    for (std::size_t i = 0; i < format_names().size(); ++i) {
        std::ostringstream out;
        Context context{{"1.2.3", "Z3 9.9"}, {}, {}};
        context.text.unreadable = true;
        write(static_cast<Format>(i), run_of(unreadable_file("nowhere.dfy"), proved_file("z.dfy")), context, out);
        EXPECT_TRUE(has(out.str(), "nowhere.dfy: no such file")) << format_names()[i];
    }
}

TEST(Sarif, HasNoMoreResultsThanAreRead) {
    const verify::Run run = much(20'000, 10'000);
    const json sarif = json::parse(written(Format::Sarif, run))["runs"][0];
    ASSERT_EQ(sarif["results"].size(), 25'000U);
    EXPECT_EQ(sarif["results"][19'999]["level"], "error");
    EXPECT_EQ(sarif["results"][20'000]["level"], "warning");
    const json& said = sarif["invocations"][0]["toolExecutionNotifications"];
    ASSERT_EQ(said.size(), 1U);
    EXPECT_EQ(said[0]["message"]["text"], "5001 of 30001 findings are left out: those who read this refuse more than "
                                          "25000");
    EXPECT_FALSE(json::parse(written(Format::Sarif, much(10, 10)))["runs"][0]["invocations"][0].contains(
        "toolExecutionNotifications"));
}

TEST(Sarif, MessagesAreNeitherTemplatesNorLinks) {
    const json document = json::parse(written(Format::Sarif, saying("{0} [x](http://e.org)\x1b")));
    EXPECT_EQ(document["runs"][0]["results"][0]["message"]["text"], "{{0}} [x] (http://e.org)\u241b");
}

TEST(Sarif, ARuleIsFoundByItsNumber) {
    const json run = json::parse(written(Format::Sarif, saying("odd")))["runs"][0];
    const json& result = run["results"][0];
    EXPECT_EQ(result["ruleId"], "type");
    EXPECT_EQ(run["tool"]["driver"]["rules"][result["ruleIndex"].get<std::size_t>()]["id"], "type");
}

TEST(Sarif, ARunThatFailsIsACodeFlow) {
    verify::Run run = run_of(failing_file("a.dfy"));
    support::Diagnostic& diagnostic = run.files[0].diagnostics[0];
    auto explanation = std::make_shared<support::Explanation>();
    explanation->kind = support::ExplanationKind::Counterexample;
    explanation->inputs = {{"x", "int", "-1"}, {"y", "int", ""}};
    explanation->trace = {{diagnostic.range, "entry", {{"x", "int", "-1"}}}};
    explanation->trace_cut = true;
    diagnostic.verdict = "refuted";
    diagnostic.explanation = explanation;
    const json flow = json::parse(written(Format::Sarif, run))["runs"][0]["results"][0]["codeFlows"][0];
    EXPECT_TRUE(has(flow["message"]["text"], "left out"));
    EXPECT_EQ(flow["threadFlows"][0]["initialState"].dump(), R"({"x":{"text":"-1"}})");
    const json& steps = flow["threadFlows"][0]["locations"];
    ASSERT_EQ(steps.size(), 2U);
    EXPECT_EQ(steps[0]["location"]["message"]["text"], "entry");
    EXPECT_EQ(steps[0]["state"]["x"]["text"], "-1");
    EXPECT_EQ(steps[1]["location"]["physicalLocation"]["region"]["startLine"], 4);
}

TEST(Sarif, OnlyWhatDidNotTakePlaceIsNoSuccessfulExecution) {
    const auto successful = [](const verify::Run& run) {
        return json::parse(written(Format::Sarif, run))["runs"][0]["invocations"][0]["executionSuccessful"].get<bool>();
    };
    EXPECT_TRUE(successful(run_of(failing_file("a.dfy"))));
    EXPECT_FALSE(successful(run_of(unreadable_file("a.dfy"))));
}

TEST(Junit, MarkupAndControlCharactersAreEscaped) {
    const std::string text = written(Format::Junit, saying("<&\">'\x01]]>", "<&\">\xff\n.dfy"));
    EXPECT_TRUE(has(text, "message=\"&lt;&amp;&quot;&gt;&#39;\u2401]]&gt;\"")) << text;
    EXPECT_TRUE(has(text, "<testsuite name=\"&lt;&amp;&quot;&gt;\ufffd\u240a.dfy\"")) << text;
    EXPECT_FALSE(has(text, "\x01"));
}

TEST(Junit, AnAssumptionThatIsNoSuccessIsAFailure) {
    verify::Run run = run_of(proved_file("a.dfy"));
    run.files[0].assumptions.push_back({support::Rule::Assume, "method 'M' assumes this", "M", {}});
    EXPECT_TRUE(has(written(Format::Junit, run), "failures=\"0\""));
    EXPECT_TRUE(has(written(Format::Junit, run), "<system-out>assuming: method &#39;M&#39; assumes this"));
    run.strictness.fail_on_assumptions = true;
    EXPECT_TRUE(has(written(Format::Junit, run), "<failure type=\"assume\""));
}

TEST(Junit, ABudgetThatEndedIsAnErrorAndNoFailure) {
    verify::Run run = run_of(failing_file("a.dfy"));
    run.files[0].diagnostics[0].verdict = "exhausted";
    EXPECT_TRUE(has(written(Format::Junit, run), "<error type=\"exhausted\""));
}

TEST(Junit, AFileWithoutDeclarationsIsACase) {
    verify::Run run = run_of(proved_file("a.dfy"));
    run.files[0].declarations.clear();
    EXPECT_TRUE(has(written(Format::Junit, run), "<testcase classname=\"a\" name=\"a.dfy\" time=\"0.000\"/>"));
}

TEST(GitHub, ShowsTenOfAKindTheRefutedOneFirst) {
    const std::string text = written(Format::GitHub, much(13, 12));
    EXPECT_EQ(count(text, "::error "), 10U);
    EXPECT_EQ(count(text, "::warning "), 10U);
    EXPECT_LE(count(text, "::notice "), 10U);
    EXPECT_EQ(text.find("the refuted one"), text.find("::", 2) + 2) << text;
    EXPECT_TRUE(has(text, "::5 findings are not shown here")) << text;
    EXPECT_EQ(count(text, "\nnot shown: "), 5U);
}

TEST(GitHub, LeavesNothingOutOfLittle) {
    EXPECT_FALSE(has(written(Format::GitHub, much(10, 10)), "not shown"));
}

TEST(GitHub, NoTextOfAProgramIsACommand) {
    const std::string text = written(Format::GitHub, saying("50%\n::stop-commands::x\r", "a,b:c\n::x.dfy"));
    EXPECT_TRUE(
        text.starts_with("::error file=a%2Cb%3Ac\u240a%3A%3Ax.dfy,line=1,endLine=1,col=12,endColumn=18,title=type::"
                         "50%25\u240a::stop-commands::x\u240d\n"))
        << text;
    verify::Run run = much(12, 0);
    for (support::Diagnostic& each : run.files[0].diagnostics) {
        each.message = "##[add-path]/tmp";
    }
    const std::string rest = written(Format::GitHub, run);
    EXPECT_FALSE(has(rest.substr(rest.find("\nnot shown")), "##["));
}

TEST(StepSummary, NothingOfAProgramIsMarkup) {
    const std::string text = step_summary(saying("a | b <script> [x](y) `c` @me"), {{}, {}, {}}, 10'000);
    EXPECT_TRUE(has(text, "a &#124; b &#60;script&#62; &#91;x&#93;(y) &#96;c&#96; &#64;me")) << text;
}

TEST(StepSummary, KeepsToItsLimitAndSaysWhatIsMissing) {
    const verify::Run run = much(1000, 0);
    const std::string whole = step_summary(run, {{}, {}, {}}, 1'000'000);
    EXPECT_FALSE(has(whole, " more"));
    for (const std::size_t limit : {0U, 50U, 200U, 500U, 5'000U}) {
        const std::string text = step_summary(run, {{}, {}, {}}, limit);
        EXPECT_LE(text.size(), limit);
        EXPECT_TRUE(text.empty() || has(text, " more\n")) << text;
    }
    EXPECT_TRUE(has(step_summary(run, {{}, {}, {}}, 5'000), "the refuted one"));
}

TEST(GitLab, SeverityFollowsTheVerdict) {
    verify::Run run = much(2, 1);
    std::vector<std::string> severities;
    for (const json& each : json::parse(written(Format::GitLab, run))) {
        severities.push_back(each["severity"]);
    }
    EXPECT_EQ(severities, (std::vector<std::string>{"major", "critical", "minor", "info"}));
}

TEST(GitLab, WhatBelongsToNoFileIsPutToTheFirst) {
    verify::Run run = run_of(proved_file("a.dfy"));
    run.nothing_selected = true;
    const json document = json::parse(written(Format::GitLab, run));
    EXPECT_EQ(document[0]["location"].dump(), R"({"lines":{"begin":1,"end":1},"path":"a.dfy"})");
}

} // namespace
} // namespace daphnia::report
