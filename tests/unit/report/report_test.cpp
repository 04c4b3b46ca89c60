// Reports of hand-made runs: what a person and what a program reads.
#include "report/report.h"

#include "runs.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

namespace daphnia::report {
namespace {

using nlohmann::json;

std::string text_of(const verify::Run& run, bool colour = false) {
    std::ostringstream out;
    write_text(run, {colour}, out);
    return out.str();
}

json json_of(const verify::Run& run) {
    std::ostringstream out;
    write_json(run, {"1.2.3", "Z3 9.9"}, out);
    return json::parse(out.str());
}

TEST(Text, ShowsLineUnderlineAndTheOtherEnd) {
    EXPECT_EQ(text_of(run_of(failing_file("a.dfy"))),
              "a.dfy:4:2: error: a postcondition could not be proved on this return path\n"
              "    4 | \treturn -1; // ä\n"
              "      | \t^^^^^^^^^^\n"
              "a.dfy:2:11: this is the postcondition that could not be proved\n"
              "    2 |   ensures r >= 0\n"
              "      |           ------\n"
              "a.dfy:4:2: assuming: method 'M' assumes this\n"
              "\n"
              "Daphnia program verifier finished with 0 verified, 1 error, 1 assumption\n");
}

TEST(Text, AProvedFileIsOneLine) {
    EXPECT_EQ(text_of(run_of(proved_file("a.dfy"))), "\nDaphnia program verifier finished with 1 verified, 0 errors\n");
}

TEST(Text, ARejectedFileIsCountedInDafnysWords) {
    EXPECT_NE(text_of(run_of(rejected_file("a.dfy", support::Rule::Syntax))).find("1 parse error detected in a.dfy\n"),
              std::string::npos);
    const std::string text = text_of(run_of(rejected_file("a.dfy", support::Rule::Type)));
    EXPECT_NE(text.find("1 resolution/type error detected in a.dfy\n"), std::string::npos);
    EXPECT_EQ(text.find("finished"), std::string::npos);
}

TEST(Text, AHintIsALineBelow) {
    verify::Run run = run_of(rejected_file("m.dfy", support::Rule::Syntax));
    EXPECT_EQ(text_of(run).find("hint:"), std::string::npos);
    run.files[0].diagnostics[0].hint = "write 'x'";
    EXPECT_NE(text_of(run).find("\nhint: write 'x'\n"), std::string::npos) << text_of(run);
}

TEST(Text, SeveralFilesHaveALineEachAndATotal) {
    const std::string text =
        text_of(run_of(failing_file("a.dfy"), proved_file("b.dfy"), rejected_file("c.dfy", support::Rule::Type)));
    EXPECT_NE(text.find("a.dfy: 0 verified, 1 error\n"), std::string::npos);
    EXPECT_NE(text.find("b.dfy: 1 verified, 0 errors\n"), std::string::npos);
    EXPECT_NE(text.find("finished with 1 verified, 2 errors, 1 assumption, 1 file not verified\n"), std::string::npos);
}

TEST(Text, ColourIsAChoice) {
    EXPECT_EQ(text_of(run_of(failing_file("a.dfy"))).find('\x1b'), std::string::npos);
    EXPECT_NE(text_of(run_of(failing_file("a.dfy")), true).find("\x1b[1;31m"), std::string::npos);
}

TEST(Text, NoEscapeSequenceOfTheProgramReachesTheTerminal) {
    verify::FileResult file;
    file.path = "a.dfy";
    file.stage = verify::Stage::Rejected;
    file.source = std::make_unique<const support::SourceFile>("a.dfy", "\x1b[31mred");
    file.diagnostics.push_back(
        {support::Severity::Error, support::Rule::Syntax, "odd", {file.source.get(), 0, 1}, {}, {}});
    EXPECT_EQ(text_of(run_of(std::move(file))).find('\x1b'), std::string::npos);
}

TEST(Text, OfALongLineOnlyThePartAroundThePlaceIsShown) {
    const std::string text = "/*" + std::string(100'000, 'x') + "*/ wrong " + std::string(100'000, 'y');
    verify::FileResult file;
    file.path = "a.dfy";
    file.stage = verify::Stage::Rejected;
    file.source = std::make_unique<const support::SourceFile>("a.dfy", text);
    file.diagnostics.push_back(
        {support::Severity::Error, support::Rule::Syntax, "odd", range_of(*file.source, "wrong"), {}, {}});
    const std::string shown = text_of(run_of(std::move(file)));
    EXPECT_LT(shown.size(), 1'000U);
    const std::size_t line = shown.find("…xxx");
    const std::size_t marks = shown.find("^^^^^\n");
    ASSERT_NE(line, std::string::npos) << shown;
    ASSERT_NE(marks, std::string::npos) << shown;
    // The marks stand below the word: "…" is one character of three bytes.
    const std::size_t word = shown.find("wrong", line) - shown.rfind('\n', line) - 2;
    EXPECT_EQ(marks - shown.rfind('\n', marks), word) << shown;
}

TEST(Json, HasEverythingInAFixedOrder) {
    std::ostringstream out;
    const verify::Run run = run_of(failing_file("a.dfy"));
    write_json(run, {"1.2.3", "Z3 9.9"}, out);
    const auto document = nlohmann::ordered_json::parse(out.str());
    std::vector<std::string> keys;
    for (const auto& item : document.items()) {
        keys.push_back(item.key());
    }
    EXPECT_EQ(keys, (std::vector<std::string>{"tool", "files", "summary", "exit_code"}));
    EXPECT_EQ(document["tool"].dump(), R"({"name":"daphnia","version":"1.2.3","solver":"Z3 9.9"})");
    const auto& file = document["files"][0];
    EXPECT_EQ(file["path"], "a.dfy");
    EXPECT_EQ(file["stage"], "verified");
    EXPECT_EQ(file["diagnostics"][0].dump(),
              R"({"severity":"error","id":"postcondition",)"
              R"("help":"The ensures clauses have to hold wherever the body returns.","verdict":"unproved",)"
              R"("message":"a postcondition could not be proved on this return path",)"
              R"("range":{"start":{"line":4,"column":2},"end":{"line":4,"column":12}},)"
              R"("related":[{"message":"this is the postcondition that could not be proved",)"
              R"("range":{"start":{"line":2,"column":11},"end":{"line":2,"column":17}}}]})");
    const auto& declaration = file["declarations"][0];
    EXPECT_EQ(declaration["name"], "M");
    EXPECT_EQ(declaration["kind"], "method");
    EXPECT_EQ(declaration["verdict"], "unproved");
    EXPECT_EQ(declaration["obligations"][0]["id"], "postcondition");
    EXPECT_EQ(declaration["obligations"][0]["resources"], 1234);
    EXPECT_EQ(file["assumptions"][0]["declaration"], "M");
    EXPECT_EQ(document["summary"].dump(), R"({"verified":0,"errors":1,"refuted":0,"warnings":0,"assumptions":1})");
    EXPECT_EQ(document["exit_code"], 4);
}

TEST(Json, AHintIsThereWhenItSaysSomething) {
    verify::Run run = run_of(rejected_file("m.dfy", support::Rule::Syntax));
    EXPECT_FALSE(json_of(run)["files"][0]["diagnostics"][0].contains("hint"));
    run.files[0].diagnostics[0].hint = "write 'x'";
    EXPECT_EQ(json_of(run)["files"][0]["diagnostics"][0]["hint"], "write 'x'");
}

TEST(Json, AnUnreadableFileHasADiagnosticWithoutRange) {
    const json document = json_of(run_of(unreadable_file("nowhere.dfy"), proved_file("z.dfy")));
    EXPECT_EQ(document["files"][0]["stage"], "unreadable");
    EXPECT_TRUE(document["files"][0]["diagnostics"][0]["range"].is_null());
    EXPECT_EQ(document["files"][1]["declarations"][0]["verdict"], "proved");
    EXPECT_EQ(document["exit_code"], 1);
}

TEST(Json, IsUtf8WhateverThePathIs) {
    const json document = json_of(run_of(proved_file("\xFF.dfy")));
    EXPECT_EQ(document["files"][0]["path"], "\xEF\xBF\xBD.dfy");
}

TEST(ExitCode, TheEarliestStageThatFailedDecides) {
    const auto internal = [] {
        verify::FileResult file = rejected_file("i.dfy", support::Rule::Internal);
        file.internal_error = true;
        return file;
    };
    using verify::exit_code;
    EXPECT_EQ(exit_code(run_of(proved_file("a.dfy"))), 0);
    EXPECT_EQ(exit_code(run_of(proved_file("a.dfy"), failing_file("b.dfy"))), 4);
    EXPECT_EQ(exit_code(run_of(failing_file("b.dfy"), rejected_file("c.dfy", support::Rule::Type))), 2);
    EXPECT_EQ(
        exit_code(run_of(failing_file("b.dfy"), rejected_file("c.dfy", support::Rule::Type), unreadable_file("d"))), 1);
    EXPECT_EQ(exit_code(run_of(internal(), unreadable_file("d"), proved_file("a.dfy"))), 70);
}

// Three declarations of one file, of which the first and the last have something to be said.
struct Streamed {
    Streamed() : source("s.dfy", "lemma A() ...\nlemma B() ...\nlemma C() ...\n") {
        run.files.resize(2);
        run.files[0].path = "s.dfy";
        run.files[0].stage = verify::Stage::Verified;
        run.files[1] = rejected_file("z.dfy", support::Rule::Type);
    }

    support::Diagnostic about(std::string_view text, const std::string& message) const {
        support::Diagnostic result;
        result.message = message;
        result.range = range_of(source, text);
        return result;
    }
    std::vector<support::SourceRange> names() const {
        return {range_of(source, "A()"), range_of(source, "B()"), range_of(source, "C()")};
    }
    bool says(const std::string& message) const { return out.str().find(message) != std::string::npos; }

    support::SourceFile source;
    verify::Run run;
    std::ostringstream out;
};

TEST(TextReport, SaysWhatIsKnownAsSoonAsAllBeforeItIs) {
    Streamed all;
    all.run.files[0].diagnostics = {all.about("lemma A", "early one"), all.about("lemma C", "early two")};
    TextReport report({}, all.out);
    report.resolved(all.run, {all.names(), {}});
    EXPECT_TRUE(all.says("early one"));
    EXPECT_FALSE(all.says("early two"));
    report.finished(all.run, 1);
    EXPECT_FALSE(all.says("odd")); // of the second file
    report.outcome(0, 2, {all.about("() ...\n", "the third fails")});
    EXPECT_FALSE(all.says("the third fails"));
    report.outcome(0, 0, {all.about("() ...", "the first fails")});
    EXPECT_TRUE(all.says("the first fails"));
    EXPECT_FALSE(all.says("early two"));
    report.outcome(0, 1, {});
    EXPECT_TRUE(all.says("early two"));
    EXPECT_TRUE(all.says("the third fails"));
    EXPECT_FALSE(all.says("s.dfy: 0 verified"));
    report.finished(all.run, 0);
    EXPECT_TRUE(all.says("s.dfy: 0 verified"));
    EXPECT_TRUE(all.says("odd"));
}

TEST(TextReport, InAnyOrderItIsTheSameText) {
    std::string first;
    std::vector<std::size_t> order{0, 1, 2};
    do {
        Streamed all;
        TextReport report({}, all.out);
        report.resolved(all.run, {all.names(), {}});
        for (const std::size_t number : order) {
            report.outcome(0, number, {all.about(number == 0 ? "A()" : number == 1 ? "B()" : "C()", "fails")});
        }
        report.finished(all.run, 0);
        report.finished(all.run, 1);
        report.totals(all.run);
        first = first.empty() ? all.out.str() : first;
        EXPECT_EQ(all.out.str(), first);
    } while (std::next_permutation(order.begin(), order.end()));
    EXPECT_LT(first.find("s.dfy:1:7"), first.find("s.dfy:2:7"));
}

} // namespace
} // namespace daphnia::report
