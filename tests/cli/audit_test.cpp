// What is taken for granted, as a list of its own; and the file of findings that somebody has accepted.
#include "process.h"
#include "programs.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>

namespace daphnia::tests {
namespace {

using nlohmann::json;

constexpr const char* kTrusting = R"(lemma {:axiom} Given(x: int)
  ensures x * x >= 0

method Reads?(n: nat)
  decreases *
{
  assume n > 3;
  while n > 0
    decreases *
  {
  }
}

method {:verify false} Unchecked(x: int) returns (r: int)
  ensures r > x
{
  r := x;
}
)";

json audit(std::vector<std::string> arguments, int expected_exit_code) {
    arguments.insert(arguments.begin(), {"audit", "--format=json"});
    const Finished result = daphnia(arguments);
    EXPECT_EQ(result.exit_code, expected_exit_code) << result.out << result.err;
    const json document = json::parse(result.out);
    EXPECT_EQ(document["exit_code"], expected_exit_code);
    return document;
}

TEST(Audit, ListsWhatIsTakenForGranted) {
    const Scratch scratch;
    const std::string file = scratch.file("a.dfy", kTrusting);
    const json document = audit({file}, 4);
    const json& findings = document["files"][0]["findings"];
    ASSERT_EQ(findings.size(), 5U) << document.dump(2);
    EXPECT_EQ(document["files"][0]["stage"], "resolved");
    EXPECT_EQ(findings[0]["id"], "no-body");
    EXPECT_EQ(findings[0]["declaration"], "Given");
    EXPECT_EQ(findings[0]["compiled"], false);
    EXPECT_EQ(findings[0]["explicit"], true);
    EXPECT_EQ(findings[0]["mitigation"], "Provide a proof or test.");
    EXPECT_EQ(findings[0]["text"], "lemma {:axiom} Given(x: int) ensures x * x >= 0");
    EXPECT_EQ(findings[1]["id"], "decreases-star");
    EXPECT_EQ(findings[1]["compiled"], true);
    EXPECT_EQ(findings[2]["id"], "assume");
    EXPECT_EQ(findings[2]["text"], "assume n > 3;");
    EXPECT_EQ(findings[2]["mitigation"], "Replace with assert and prove or add {:axiom}.");
    EXPECT_EQ(findings[2]["range"]["start"]["line"], 7);
    EXPECT_EQ(findings[3]["id"], "decreases-star");
    EXPECT_EQ(findings[4]["id"], "verify-false");
    EXPECT_EQ(findings[4]["text"], "method {:verify false} Unchecked(x: int) returns (r: int) ensures r > x");
    EXPECT_EQ(document["summary"]["findings"], 5);
    EXPECT_EQ(document["summary"]["accepted"], 0);

    const Finished text = daphnia({"audit", file});
    EXPECT_EQ(text.exit_code, 4);
    EXPECT_TRUE(has(text.out, "a.dfy:7:3: assuming: method 'Reads?' assumes this\n"
                              "  possible mitigation: Replace with assert and prove or add {:axiom}.\n"))
        << text.out;
    EXPECT_TRUE(has(text.out, "Daphnia auditor completed with 5 findings\n")) << text.out;
    EXPECT_TRUE(has(text.out, "are found by verification")) << text.out;
}

TEST(Audit, OfAProgramThatTakesNothingForGrantedIsASuccess) {
    const Scratch scratch;
    const std::string file = scratch.file("a.dfy", kProved);
    for (const char* format : {"text", "json", "markdown", "html"}) {
        EXPECT_EQ(daphnia({"audit", "--format", format, file}).exit_code, 0) << format;
    }
    EXPECT_TRUE(has(daphnia({"audit", file}).out, "Daphnia auditor completed with 0 findings\n"));
    // Nothing is verified: no contradiction is found.
    EXPECT_EQ(daphnia({"audit", scratch.file("b.dfy", kUnproved)}).exit_code, 0);
}

TEST(Audit, TablesEscapeWhatComesFromPrograms) {
    const Scratch scratch;
    const std::string file = scratch.file("<b>&|_x_.dfy", "method Is_it'?(x: int)\n  ensures x < 3\n");
    const Finished markdown = daphnia({"audit", "--format", "markdown", file});
    EXPECT_EQ(markdown.exit_code, 4);
    EXPECT_TRUE(has(markdown.out, "| Name | Compiled | Explicit Assumption | Accepted | Issue | Mitigation | Place |\n"
                                  "| --- | --- | --- | --- | --- | --- | --- |\n"
                                  "| Is&#95;it&#39;&#63; | True | False | False | "))
        << markdown.out;
    EXPECT_TRUE(has(markdown.out, "&#60;b&#62;&#38;&#124;&#95;x&#95;.dfy&#58;1&#58;8 |\n")) << markdown.out;
    const Finished html = daphnia({"audit", "--format", "html", file});
    EXPECT_EQ(html.exit_code, 4);
    EXPECT_TRUE(has(html.out, "<td>Is_it&#39;?</td><td>True</td><td>False</td>")) << html.out;
    EXPECT_TRUE(has(html.out, "&lt;b&gt;&amp;|_x_.dfy:1:8</td></tr>\n")) << html.out;
    EXPECT_FALSE(has(html.out, "<b>")) << html.out;
}

TEST(Audit, AFileWithErrorsIsNeverJustAbsent) {
    const Scratch scratch;
    const std::string good = scratch.file("a.dfy", kTrusting);
    const std::string bad = scratch.file("b.dfy", kIllTyped);
    for (const char* format : {"text", "markdown", "html"}) {
        const Finished result = daphnia({"audit", "--format", format, good, bad});
        EXPECT_EQ(result.exit_code, 2) << format;
        EXPECT_TRUE(has(result.out, "b.dfy:1:") || has(result.out, "b.dfy&#58;1&#58;")) << result.out;
        EXPECT_TRUE(has(result.out, "1 file could not be audited")) << result.out;
    }
    const json document = audit({good, bad}, 2);
    EXPECT_EQ(document["files"][1]["stage"], "rejected");
    EXPECT_EQ(document["files"][1]["diagnostics"][0]["id"], "type");
    EXPECT_EQ(daphnia({"audit", good, scratch.path("missing.dfy")}).exit_code, 1);
    EXPECT_EQ(daphnia({"audit", "--allow-warnings=false", "--warn-shadowing",
                       scratch.file("c.dfy", "method M(x: int) { if x > 0 { var x := 1; } }\n")})
                  .exit_code,
              2);
}

TEST(Audit, IncludedFilesAreAuditedOnce) {
    const Scratch scratch;
    const std::string library = scratch.file("lib.dfy", "lemma L()\n  ensures 1 < 2\n\nlemma P() {}\n");
    const std::string user = scratch.file("user.dfy", "include \"lib.dfy\"\nmethod M() {}\n");
    const json alone = audit({user}, 4);
    ASSERT_EQ(alone["files"][0]["findings"].size(), 2U) << alone.dump(2);
    EXPECT_EQ(alone["files"][0]["findings"][0]["range"]["file"], library);
    EXPECT_EQ(alone["files"][0]["findings"][1]["id"], "included");
    EXPECT_EQ(audit({"--verify-included-files", user}, 4)["summary"]["findings"], 1);
    const json both = audit({library, user}, 4);
    EXPECT_EQ(both["files"][0]["findings"].size(), 1U);
    EXPECT_EQ(both["files"][1]["findings"].size(), 0U);
}

// ---- Accepted findings ----------------------------------------------------------------------------------------------

TEST(AcceptedFindings, CountNoMore) {
    const Scratch scratch;
    const std::string file = scratch.file("specs/a.dfy", kTrusting);
    const std::string list = scratch.path("accepted.json");
    const Finished written = daphnia({"audit", "--write-accepted", list, file});
    EXPECT_EQ(written.exit_code, 0) << written.out << written.err;
    const json entries = json::parse(read_file(list))["accepted"];
    ASSERT_EQ(entries.size(), 4U) << entries.dump(2); // the method and its loop say `decreases *`
    for (const json& each : entries) {
        EXPECT_EQ(each["file"], "specs/a.dfy");
        EXPECT_EQ(each["reason"], "");
    }
    const Finished accepted = daphnia({"audit", "--accepted", list, file});
    EXPECT_EQ(accepted.exit_code, 0) << accepted.out;
    EXPECT_TRUE(has(accepted.out, "accepted: method 'Reads?' assumes this\n")) << accepted.out;
    EXPECT_TRUE(has(accepted.out, "completed with 5 findings, 5 of them accepted\n")) << accepted.out;
    EXPECT_EQ(audit({"--accepted", list, file}, 0)["summary"]["accepted"], 5);
}

TEST(AcceptedFindings, AreFoundAgainWhereverTheyStand) {
    const Scratch scratch;
    const std::string list = scratch.path("accepted.json");
    scratch.file("a.dfy", kTrusting);
    ASSERT_EQ(daphnia({"audit", "--write-accepted", list, scratch.path("a.dfy")}).exit_code, 0);
    // Other lines, and other white space.
    std::string text = kTrusting;
    text.replace(text.find("assume n > 3"), 12, "assume  n >\n 3");
    scratch.file("a.dfy", "// Above.\nmethod Before() {}\n\n" + text);
    EXPECT_EQ(audit({"--accepted", list, scratch.path("a.dfy")}, 0)["stale"].size(), 0U);
}

TEST(AcceptedFindings, AnotherContractIsAnotherFinding) {
    const Scratch scratch;
    const std::string list = scratch.path("accepted.json");
    scratch.file("a.dfy", kTrusting);
    ASSERT_EQ(daphnia({"audit", "--write-accepted", list, scratch.path("a.dfy")}).exit_code, 0);
    std::string text = kTrusting;
    text.replace(text.find("x * x >= 0"), 10, "x * x >= 1");
    scratch.file("a.dfy", text);
    const Finished result = daphnia({"audit", "--accepted", list, scratch.path("a.dfy")});
    EXPECT_EQ(result.exit_code, 4) << result.out;
    EXPECT_TRUE(has(result.out, "a.dfy:1:16: assuming: lemma 'Given' has no body")) << result.out;
    EXPECT_TRUE(has(result.out, "accepted, but not found: a.dfy: no-body of 'Given': lemma {:axiom} Given(x: int) "
                                "ensures x * x >= 0\n"))
        << result.out;
    EXPECT_TRUE(has(result.out, "completed with 5 findings, 4 of them accepted\n")) << result.out;
}

TEST(AcceptedFindings, OneMoreOfTheSameIsOneTooMany) {
    const Scratch scratch;
    const std::string list = scratch.path("accepted.json");
    scratch.file("a.dfy", "method M()\n{\n  assume false;\n}\n");
    ASSERT_EQ(daphnia({"audit", "--write-accepted", list, scratch.path("a.dfy")}).exit_code, 0);
    scratch.file("a.dfy", "method M()\n{\n  assume false;\n  assume false;\n}\n");
    EXPECT_EQ(audit({"--accepted", list, scratch.path("a.dfy")}, 4)["summary"]["accepted"], 1);
    ASSERT_EQ(daphnia({"audit", "--write-accepted", list, scratch.path("a.dfy")}).exit_code, 0);
    EXPECT_EQ(json::parse(read_file(list))["accepted"][0]["count"], 2);
    EXPECT_EQ(audit({"--accepted", list, scratch.path("a.dfy")}, 0)["summary"]["accepted"], 2);
    scratch.file("a.dfy", "method M()\n{\n  assume false;\n}\n");
    const json fewer = audit({"--accepted", list, scratch.path("a.dfy")}, 0);
    ASSERT_EQ(fewer["stale"].size(), 1U);
    EXPECT_EQ(fewer["stale"][0]["count"], 1);
}

TEST(AcceptedFindings, AreStaleOnlyWhereTheirFileIsLookedAt) {
    const Scratch scratch;
    const std::string list = scratch.path("accepted.json");
    const std::string a = scratch.file("a.dfy", "method M()\n{\n  assume false;\n}\n");
    const std::string b = scratch.file("b.dfy", "lemma L()\n  ensures 1 > 2\n");
    ASSERT_EQ(daphnia({"audit", "--write-accepted", list, a, b}).exit_code, 0);
    EXPECT_EQ(audit({"--accepted", list, a}, 0)["stale"].size(), 0U);
    std::filesystem::remove(b);
    const json document = audit({"--accepted", list, a}, 0);
    ASSERT_EQ(document["stale"].size(), 1U);
    EXPECT_EQ(document["stale"][0]["file"], "b.dfy");
}

TEST(AcceptedFindings, ReasonsAreKept) {
    const Scratch scratch;
    const std::string file = scratch.file("a.dfy", "method M()\n{\n  assume 1 < 2;\n}\n");
    const std::string list =
        scratch.file("accepted.json", R"({"accepted": [{"file": "a.dfy", "id": "assume", "declaration": "M",
        "text": "assume 1 < 2;", "reason": "true"}]})");
    const std::string other = scratch.path("elsewhere.json");
    ASSERT_EQ(daphnia({"audit", "--accepted", list, "--write-accepted", other, file}).exit_code, 0);
    EXPECT_EQ(json::parse(read_file(other))["accepted"][0]["reason"], "true");
}

TEST(AcceptedFindings, AreNotWrittenWhenAFileHasErrors) {
    const Scratch scratch;
    const std::string list = scratch.path("accepted.json");
    const Finished result = daphnia(
        {"audit", "--write-accepted", list, scratch.file("a.dfy", kTrusting), scratch.file("b.dfy", kIllTyped)});
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_TRUE(has(result.err, "is not written\n")) << result.err;
    EXPECT_FALSE(std::filesystem::exists(list));
}

TEST(AcceptedFindings, AreNoFailureOfAVerification) {
    const Scratch scratch;
    const std::string file = scratch.file("a.dfy", "method M(x: int)\n{\n  assume x > 3;\n}\n");
    const std::string list = scratch.path("accepted.json");
    ASSERT_EQ(daphnia({"audit", "--write-accepted", list, file}).exit_code, 0);
    EXPECT_EQ(daphnia({"verify", "--fail-on-assumptions", file}).exit_code, 4);
    const Finished good = daphnia({"verify", "--fail-on-assumptions", "--accepted", list, file});
    EXPECT_EQ(good.exit_code, 0) << good.out << good.err;
    EXPECT_TRUE(has(good.out, "1 assumption, 1 of them accepted\n")) << good.out;
    const std::string sarif =
        daphnia({"verify", "--format=sarif", "--fail-on-assumptions", "--accepted", list, file}).out;
    EXPECT_EQ(json::parse(sarif)["runs"][0]["results"][0]["level"], "note");
    scratch.file("a.dfy", "method M(x: int)\n{\n  assume x > 3;\n  assume x > 4;\n}\n");
    const Finished one_more = daphnia({"verify", "--fail-on-assumptions", "--accepted", list, file});
    EXPECT_EQ(one_more.exit_code, 4);
    EXPECT_TRUE(has(one_more.out, "\n1 assumption, and --fail-on-assumptions is set\n")) << one_more.out;
    EXPECT_EQ(daphnia({"verify", "--accepted", list, file}).exit_code, 1); // it would do nothing
    EXPECT_EQ(daphnia({"verify", "--fail-on-assumptions", "--accepted", scratch.path("no"), file}).exit_code, 1);
}

class BadList : public testing::TestWithParam<std::pair<const char*, const char*>> {};

TEST_P(BadList, IsRefused) {
    const Scratch scratch;
    const Finished result =
        daphnia({"audit", "--accepted", scratch.file("l.json", GetParam().first), scratch.file("a.dfy", kTrusting)});
    EXPECT_EQ(result.exit_code, 1);
    EXPECT_EQ(result.out, "");
    EXPECT_TRUE(has(result.err, GetParam().second)) << result.err;
}

INSTANTIATE_TEST_SUITE_P(
    Texts, BadList,
    testing::Values(std::pair{"", "l.json: not a list of accepted findings: not JSON\n"},
                    std::pair{"[]", "it has one field, 'accepted', with a list"},
                    std::pair{R"({"accepted": {}})", "it has one field, 'accepted', with a list"},
                    std::pair{R"({"accepted": [], "version": 1})", "it has one field, 'accepted', with a list"},
                    std::pair{R"({"accepted": [3]})", "entry 1 is not an object"},
                    std::pair{R"({"accepted": [{"file": "a.dfy"}]})", "entry 1 has no 'id'"},
                    std::pair{R"({"accepted": [{"file": 7}]})", "'file' of entry 1 is not a string"},
                    std::pair{R"({"accepted": [{"line": 7}]})", "'line' of entry 1 is not a field of an entry"},
                    std::pair{R"({"accepted": [{"file": "a", "id": "x", "declaration": "M", "text": ""}]})",
                              "'id' of entry 1 is no kind of finding: x"},
                    std::pair{
                        R"({"accepted": [{"file": "a", "id": "assume", "declaration": "M", "text": "", "count": 0}]})",
                        "'count' of entry 1 is not a positive number"}));

TEST(AcceptedFindings, ThatCannotBeReadOrWrittenAreAnError) {
    const Scratch scratch;
    const std::string file = scratch.file("a.dfy", kTrusting);
    for (const std::string& list : {scratch.path("missing.json"), scratch.path("")}) {
        const Finished result = daphnia({"audit", "--accepted", list, file});
        EXPECT_EQ(result.exit_code, 1) << list;
        EXPECT_TRUE(has(result.err, "cannot be read\n")) << result.err;
    }
    const Finished unwritten = daphnia({"audit", "--write-accepted", scratch.path("no/folder.json"), file});
    EXPECT_EQ(unwritten.exit_code, 1);
    EXPECT_TRUE(has(unwritten.err, "no/folder.json: cannot be written: No such file or directory\n")) << unwritten.err;
    EXPECT_EQ(daphnia({"audit", "--format=sarif", file}).exit_code, 1);
    EXPECT_EQ(daphnia({"audit", "--fail-on-assumptions", file}).exit_code, 1);
}

} // namespace
} // namespace daphnia::tests
