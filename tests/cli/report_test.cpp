// Reports for machines: each read with tools that are not ours, and what becomes of files that cannot be written.
#include "process.h"
#include "programs.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <set>

namespace daphnia::tests {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr const char* kRefuted = R"(module Values {
  method Abs(x: int) returns (r: int) ensures r >= 0 { r := x; }
  method Only(x: int) returns (s: set<int>) ensures s == {0} { s := {x}; }
  lemma {:verify false} Skipped() ensures 1 == 2 { }
  method Assuming(x: int) { assume {:axiom} x == 3; assert x == 3; }
}
)";

constexpr const char* kWeak = R"(method Count(n: nat) {
  var k := 0;
  while k < n { k := k + 1; }
  assert k == n + 0 * n;
  var j := 0;
  while j < n invariant j >= 0 { j := j + 1; }
  assert j <= n;
}
)";

constexpr const char* kWarned = R"(datatype D = A | B
function Number(d: D): int { match d case A => 1 case B => 2 case _ => 3 }
)";

// Runs the program in a folder; nothing in its environment speaks of a project but what is given here.
Finished daphnia_in(const std::string& folder, std::vector<std::string> arguments,
                    const std::vector<std::string>& environment = {}) {
    std::vector<std::string> command{
        "env", "-C", folder, "-u", "GITHUB_WORKSPACE", "-u", "CI_PROJECT_DIR", "-u", "GITHUB_STEP_SUMMARY"};
    command.insert(command.end(), environment.begin(), environment.end());
    for (std::string& word : daphnia_command(std::move(arguments))) {
        command.push_back(std::move(word));
    }
    return run(command);
}

// What check.py says of a report; it must find nothing wrong.
std::string checked(const std::string& format, const std::string& path) {
    const Finished result = run({"/usr/bin/python3", DAPHNIA_ROOT "/tests/cli/schemas/check.py", format, path});
    EXPECT_EQ(result.exit_code, 0) << result.out << result.err;
    return result.out;
}

// A folder with a program of each fate, and unprintable characters wherever there can be some.
class Everything : public ::testing::Test {
  protected:
    Everything() {
        scratch.file("refuted.dfy", kRefuted);
        scratch.file("weak.dfy", kWeak);
        scratch.file("warned.dfy", kWarned);
        scratch.file("exhausted.dfy", kEndless);
        scratch.file("bad\xff.dfy", kIllTyped);
        scratch.file("not_text.dfy", "method M() { } // \xff\n");
        scratch.file("including.dfy", "include \"nowhere\x1b.dfy\"\n");
        scratch.file(
            "sub/a\x1b[31m|<&\">]]>\n::b%.dfy",
            "method P() { var s := \"\\u0001 [a](http://e.org) \\U{1F600}\"; assert s == \"\"; /* \x1b \x01 */ }");
    }

    Finished verify(const std::vector<std::string>& reports, const std::vector<std::string>& environment = {}) const {
        std::vector<std::string> arguments{"verify", "--resource-limit", "200000", ".", "missing.dfy"};
        arguments.insert(arguments.end(), reports.begin(), reports.end());
        return daphnia_in(scratch.path(""), arguments, environment);
    }

    const Scratch scratch;
};

TEST_F(Everything, IsInSarif) {
    EXPECT_EQ(verify({"--report", "sarif=out.sarif"}).exit_code, 1);
    checked("sarif", scratch.path("out.sarif"));
    const json sarif = json::parse(read_file(scratch.path("out.sarif")))["runs"][0];
    EXPECT_EQ(sarif["invocations"][0]["exitCode"], 1);
    std::set<std::string> verdicts, uris, ids;
    std::set<std::string> levels;
    std::size_t flows = 0;
    for (const json& result : sarif["results"]) {
        verdicts.insert(result["properties"].value("verdict", ""));
        uris.insert(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]);
        ids.insert(result["ruleId"]);
        levels.insert(result["level"]);
        flows += result.count("codeFlows");
    }
    EXPECT_EQ(verdicts, (std::set<std::string>{"", "refuted", "unproved", "exhausted"}));
    EXPECT_EQ(levels, (std::set<std::string>{"error", "warning", "note"}));
    for (const char* id : {"type", "input", "include", "redundant", "assume-axiom", "verify-false", "postcondition"}) {
        EXPECT_EQ(ids.count(id), 1U) << id;
    }
    for (const char* uri : {"refuted.dfy", "bad%FF.dfy", "missing.dfy", "not_text.dfy", "including.dfy",
                            "sub/a%1B%5B31m%7C%3C%26%22%3E%5D%5D%3E%0A%3A%3Ab%25.dfy"}) {
        EXPECT_EQ(uris.count(uri), 1U) << uri;
    }
    EXPECT_GE(flows, 3U);
}

TEST_F(Everything, IsInJunit) {
    EXPECT_EQ(verify({"--report", "junit=out.xml"}).exit_code, 1);
    const std::string cases = checked("junit", scratch.path("out.xml"));
    for (const char* line :
         {"refuted.dfy|Values|Abs|Failure|postcondition\n", "refuted.dfy|Values|Skipped|Skipped|verify-false\n",
          "refuted.dfy|Values|Assuming|Passed|\n", "weak.dfy|weak|Count|Failure|assertion\n",
          "exhausted.dfy|exhausted|Endless|Error|exhausted\n", "exhausted.dfy|exhausted|Easy|Passed|\n",
          "warned.dfy|warned|Number|Passed|\n", "bad\ufffd.dfy|bad\ufffd|bad\ufffd.dfy|Error|type\n",
          "not_text.dfy|not_text|not_text.dfy|Error|input\n", "including.dfy|including|including.dfy|Error|include\n",
          "missing.dfy|missing|missing.dfy|Error|input\n",
          "sub/a\u241b[31m|<&\">]]>\u240a::b%.dfy|a\u241b[31m|<&\">]]>\u240a::b%|P|Failure|assertion\n"}) {
        EXPECT_TRUE(has(cases, line)) << line << cases;
    }
    const std::string text = read_file(scratch.path("out.xml"));
    EXPECT_TRUE(has(text, "refuted: Values.Abs fails for x = -1")) << text;
    EXPECT_TRUE(has(text, "entry")) << "the run is there as a table";
    EXPECT_TRUE(has(text, "warning: this branch is redundant")) << text;
    EXPECT_TRUE(has(text, "assuming: method &#39;Values.Assuming&#39; assumes this")) << text;
}

TEST_F(Everything, IsInGitLabsList) {
    EXPECT_EQ(verify({"--report", "gitlab=out.json"}).exit_code, 1);
    checked("gitlab", scratch.path("out.json"));
    std::set<std::string> severities, paths;
    for (const json& each : json::parse(read_file(scratch.path("out.json")))) {
        severities.insert(each["severity"]);
        paths.insert(each["location"]["path"]);
    }
    EXPECT_EQ(severities, (std::set<std::string>{"critical", "major", "minor", "info"}));
    for (const char* path : {"refuted.dfy", "bad\ufffd.dfy", "missing.dfy", "not_text.dfy", "including.dfy"}) {
        EXPECT_EQ(paths.count(path), 1U) << path;
    }
}

TEST_F(Everything, IsInGitHubsAnnotationsAndInTheSummary) {
    const std::string summary = scratch.file("summary.md", "before\n");
    const Finished result = verify({"--format", "github"}, {"GITHUB_STEP_SUMMARY=" + summary});
    EXPECT_EQ(result.exit_code, 1);
    EXPECT_TRUE(result.out.starts_with("::error file=refuted.dfy,line=2,")) << result.out;
    for (const char* part : {"file=bad\ufffd.dfy,line=1", "title=input::missing.dfy: no such file",
                             "title=include::", "::warning file=warned.dfy", "::notice file=refuted.dfy",
                             "%0Arefuted: Values.Abs fails"}) {
        EXPECT_TRUE(has(result.out, part)) << part << '\n' << result.out;
    }
    EXPECT_FALSE(has(result.out, "\x1b"));
    const std::string table = read_file(summary);
    EXPECT_TRUE(table.starts_with("before\n### Daphnia: ")) << table;
    for (const char* part :
         {"| refuted | postcondition | refuted.dfy&#58;2", "| exhausted |", "| error | input | missing.dfy"}) {
        EXPECT_TRUE(has(table, part)) << part << '\n' << table;
    }
}

TEST_F(Everything, OfATextFileToo) {
    const Finished result = verify({"--report", "text=out.txt"});
    const std::string text = read_file(scratch.path("out.txt"));
    EXPECT_TRUE(has(text, "error: missing.dfy: no such file\n")) << text;
    EXPECT_FALSE(has(result.out, "missing.dfy")) << "which belongs on the error stream";
    for (const std::string& each : {text, result.out, result.err}) {
        EXPECT_FALSE(has(each, "\x1b")) << each;
    }
}

TEST(Reports, AreWrittenBesideEachOther) {
    const Scratch scratch;
    scratch.file("a.dfy", kUnproved);
    const Finished result =
        daphnia_in(scratch.path(""), {"verify", "a.dfy", "--report", "json=1.json", "--report=sarif=2.sarif",
                                      "--report:json=3.json", "--format", "gitlab"});
    EXPECT_EQ(result.exit_code, 4) << result.err;
    EXPECT_EQ(json::parse(result.out).size(), 1U);
    EXPECT_EQ(json::parse(read_file(scratch.path("1.json")))["exit_code"], 4);
    EXPECT_EQ(json::parse(read_file(scratch.path("2.sarif")))["runs"][0]["results"].size(), 1U);
    EXPECT_TRUE(fs::exists(scratch.path("3.json")));
    EXPECT_EQ(std::distance(fs::directory_iterator(scratch.path("")), fs::directory_iterator()), 4);
}

TEST(Reports, OfResolutionHaveItsErrors) {
    const Scratch scratch;
    scratch.file("a.dfy", kIllTyped);
    scratch.file("b.dfy", kUnproved);
    const Finished result = daphnia_in(scratch.path(""), {"resolve", ".", "--report", "junit=out.xml"});
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_EQ(checked("junit", scratch.path("out.xml")), "a.dfy|a|a.dfy|Error|type\nb.dfy|b|b.dfy|Passed|\n");
}

TEST(Reports, AreRefusedWhenTheyCannotBeMeant) {
    const Scratch scratch;
    scratch.file("a.dfy", kUnproved);
    fs::create_directory(scratch.path("folder"));
    fs::create_symlink("1.json", scratch.path("link"));
    const std::vector<std::pair<std::vector<std::string>, std::string>> bad{
        {{"--report", "xml=1"}, "'xml' is not text, json, sarif, junit, github or gitlab"},
        {{"--format", "xml"}, "'xml' is not text, json, sarif, junit, github or gitlab"},
        {{"--report", "1.json"}, "'1.json' is not FORMAT=FILE"},
        {{"--report", "json="}, "names no file"},
        {{"--report", "json=-"}, "--format"},
        {{"--report"}, "needs a value"},
        {{"--report", "json=1.json", "--report", "sarif=./1.json"}, "is to be written twice"},
        {{"--report", "json=1.json", "--report", "sarif=link"}, "is to be written twice"},
        {{"--report", "json=1.json", "--reproducer", "1.json"}, "is to be written twice"},
        {{"--report", "json=1.json", "--dump", "ast"}, "--report"},
        {{"--report", "json=folder"}, "it is a folder"},
        {{"--report", "json=nowhere/1.json"}, "No such file or directory"},
        {{"--report", "json=a.dfy/1.json"}, "Not a directory"},
    };
    for (const auto& [options, complaint] : bad) {
        std::vector<std::string> arguments{"verify", "a.dfy"};
        arguments.insert(arguments.end(), options.begin(), options.end());
        const Finished result = daphnia_in(scratch.path(""), arguments);
        EXPECT_EQ(result.exit_code, 1) << complaint;
        EXPECT_TRUE(has(result.err, complaint)) << complaint << '\n' << result.err;
        EXPECT_EQ(result.out, "") << "nothing is proved before";
    }
    EXPECT_FALSE(fs::exists(scratch.path("1.json")));
}

TEST(Reports, AreNotThereForRunsOfPrograms) {
    const Scratch scratch;
    const std::string file = scratch.file("a.dfy", kUnproved);
    for (const char* command : {"run", "test"}) {
        const Finished result = daphnia({command, file, "--report", "junit=" + scratch.path("out.xml")});
        EXPECT_EQ(result.exit_code, 1);
        EXPECT_TRUE(has(result.err, "--report is not an option of ")) << result.err;
    }
}

TEST(Reports, OneThatCannotBeWrittenCostsNoOther) {
    const Scratch scratch;
    scratch.file("a.dfy", kUnproved);
    const Finished result =
        daphnia_in(scratch.path(""), {"verify", "a.dfy", "--report", "json=/dev/full", "--report", "junit=out.xml"});
    EXPECT_EQ(result.exit_code, 1);
    EXPECT_TRUE(has(result.err, "daphnia: /dev/full: cannot be written: No space left on device")) << result.err;
    EXPECT_TRUE(has(result.out, "finished with 1 verified, 1 error")) << result.out;
    EXPECT_EQ(checked("junit", scratch.path("out.xml")), "a.dfy|a|Abs|Failure|postcondition\na.dfy|a|Fine|Passed|\n");
}

TEST(Reports, AFileIsWrittenWholeOrStaysAsItWas) {
    const Scratch scratch;
    scratch.file("a.dfy", kUnproved);
    const std::string report = scratch.file("out.sarif", "what was there");
    // No file may be longer than this allows, which is less than the report needs and more than the text.
    const std::string script = "cd \"$1\" && trap '' XFSZ && ulimit -f 4 && shift && exec \"$@\"";
    std::vector<std::string> command{"sh", "-c", script, "sh", scratch.path("")};
    for (const std::string& word : daphnia_command({"verify", "a.dfy", "--report", "sarif=out.sarif"})) {
        command.push_back(word);
    }
    const Finished result = run(command);
    EXPECT_EQ(result.exit_code, 1);
    EXPECT_TRUE(has(result.err, "out.sarif: cannot be written: File too large")) << result.err;
    EXPECT_TRUE(has(result.out, "finished with 1 verified, 1 error")) << result.out;
    EXPECT_EQ(read_file(report), "what was there");
    EXPECT_EQ(std::distance(fs::directory_iterator(scratch.path("")), fs::directory_iterator()), 2)
        << "a temporary file";
}

TEST(Reports, TakeThePlaceOfNoProgram) {
    const Scratch scratch;
    scratch.file("a.dfy", "include \"b.dfy\"\n");
    scratch.file("b.dfy", kProved);
    fs::create_symlink("b.dfy", scratch.path("link"));
    for (const char* target : {"a.dfy", "b.dfy", "link"}) {
        const Finished result =
            daphnia_in(scratch.path(""), {"verify", "a.dfy", "--report", "json=" + std::string(target)});
        EXPECT_EQ(result.exit_code, 1) << target;
        EXPECT_TRUE(has(result.err, "is a file of the program, and is not written over")) << result.err;
    }
    EXPECT_EQ(read_file(scratch.path("b.dfy")), kProved);
}

TEST(Reports, ALinkStaysAndSoDoPermissions) {
    const Scratch scratch;
    scratch.file("a.dfy", kProved);
    const std::string target = scratch.file("target.json", "{}");
    fs::permissions(target, fs::perms::owner_read | fs::perms::owner_write | fs::perms::others_read);
    fs::create_symlink("target.json", scratch.path("link.json"));
    fs::create_symlink("new.json", scratch.path("dangling.json"));
    EXPECT_EQ(daphnia_in(scratch.path(""),
                         {"verify", "a.dfy", "--report", "json=link.json", "--report", "json=dangling.json"})
                  .exit_code,
              0);
    EXPECT_TRUE(fs::is_symlink(scratch.path("dangling.json")) && fs::exists(scratch.path("new.json")));
    EXPECT_TRUE(fs::is_symlink(scratch.path("link.json")));
    EXPECT_EQ(json::parse(read_file(target))["exit_code"], 0);
    EXPECT_EQ(fs::status(target).permissions(),
              fs::perms::owner_read | fs::perms::owner_write | fs::perms::others_read);
}

TEST(Reports, ADeviceIsWrittenTo) {
    const Scratch scratch;
    scratch.file("a.dfy", kProved);
    const Finished result = daphnia_in(scratch.path(""), {"verify", "a.dfy", "--report", "json=/dev/null"});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

TEST(Reports, NamesLeadFromTheRootOfTheProject) {
    const Scratch scratch;
    scratch.file("specs/a.dfy", kUnproved);
    const std::string root = fs::canonical(scratch.path("")).string();
    for (const std::string variable : {"GITHUB_WORKSPACE", "CI_PROJECT_DIR"}) {
        const Finished result =
            daphnia_in(scratch.path("specs"), {"verify", "a.dfy", "--format", "github"}, {variable + "=" + root});
        EXPECT_TRUE(has(result.out, "::error file=specs/a.dfy,")) << result.out;
    }
    const Finished elsewhere =
        daphnia_in(scratch.path("specs"), {"verify", scratch.path("specs/a.dfy"), "--format", "github"},
                   {"GITHUB_WORKSPACE=/nowhere"});
    EXPECT_TRUE(has(elsewhere.out, "::error file=a.dfy,")) << elsewhere.out;
}

TEST(Reports, WhatIsToldToBeNoSuccessIsAnErrorInThem) {
    const Scratch scratch;
    scratch.file("warned.dfy", kWarned);
    scratch.file("assuming.dfy", "method M(x: int) { assume {:axiom} x == 3; }\n");
    EXPECT_EQ(
        daphnia_in(scratch.path(""), {"verify", "warned.dfy", "--allow-warnings", "false", "--report", "junit=w.xml"})
            .exit_code,
        2);
    EXPECT_TRUE(has(checked("junit", scratch.path("w.xml")), "warned.dfy|warned|warned.dfy|Error|redundant\n"));
    const Finished strict = daphnia_in(scratch.path(""), {"verify", "assuming.dfy", "--fail-on-assumptions", "--report",
                                                          "junit=a.xml", "--format", "sarif"});
    EXPECT_EQ(strict.exit_code, 4);
    EXPECT_EQ(checked("junit", scratch.path("a.xml")), "assuming.dfy|assuming|M|Failure|assume-axiom\n");
    EXPECT_EQ(json::parse(strict.out)["runs"][0]["results"][0]["level"], "error");
}

TEST(Reports, AFilterThatChoosesNothingIsAnErrorInThem) {
    const Scratch scratch;
    scratch.file("a.dfy", kProved);
    const Finished result = daphnia_in(scratch.path(""), {"verify", "a.dfy", "--filter-symbol", "Abz", "--report",
                                                          "junit=out.xml", "--report", "sarif=out.sarif", "--report",
                                                          "gitlab=out.json", "--format", "github"});
    EXPECT_EQ(result.exit_code, 1);
    EXPECT_TRUE(has(checked("junit", scratch.path("out.xml")), "daphnia|daphnia|daphnia|Error|unresolved\n"));
    checked("sarif", scratch.path("out.sarif"));
    checked("gitlab", scratch.path("out.json"));
    EXPECT_TRUE(has(result.out, "::error title=unresolved::no declaration to verify has a name")) << result.out;
    EXPECT_TRUE(has(result.out, "did you mean 'Abs'?")) << result.out;
}

TEST(Reports, TheSummaryOfAStepStaysWithinItsLimit) {
    const Scratch scratch;
    scratch.file("a.dfy", kRefuted);
    constexpr std::size_t kLimit = std::size_t{1} << 20U;
    for (const std::size_t left : {0U, 100U, 500U, 5'000U}) {
        const std::string summary = scratch.file("summary.md", std::string(kLimit - left, 'x'));
        daphnia_in(scratch.path(""), {"verify", "a.dfy", "--report", "github=out.txt"},
                   {"GITHUB_STEP_SUMMARY=" + summary});
        EXPECT_LE(fs::file_size(summary), kLimit);
        EXPECT_EQ(has(read_file(summary), " more\n"), left == 500U) << left;
    }
    const Finished lost = daphnia_in(scratch.path(""), {"verify", "a.dfy", "--format", "github"},
                                     {"GITHUB_STEP_SUMMARY=" + scratch.path("nowhere/summary.md")});
    EXPECT_EQ(lost.exit_code, 1);
    EXPECT_TRUE(has(lost.err, "cannot be written")) << lost.err;
    EXPECT_TRUE(has(lost.out, "::error ")) << lost.out;
}

} // namespace
} // namespace daphnia::tests
