// Programs over several files: what is included belongs to the program, each file once, and says where it is.
#include "process.h"
#include "programs.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>

namespace daphnia::tests {
namespace {

using nlohmann::json;

constexpr const char* kLibrary = R"(function Double(x: int): int
{
  2 * x
}

lemma DoubleGrows(x: int)
  requires x > 0
  ensures Double(x) > x
{
}
)";

constexpr const char* kUser = R"(include "lib/double.dfy"

method Twice(x: int) returns (r: int)
  requires x > 0
  ensures r > x
{
  DoubleGrows(x);
  r := Double(x);
}
)";

TEST(Include, IsRelativeToItsFile) {
    const Scratch scratch;
    scratch.file("a/lib/double.dfy", kLibrary);
    const json document = report({scratch.file("a/user.dfy", kUser)}, 0);
    ASSERT_EQ(document["files"].size(), 1U);
    ASSERT_EQ(document["files"][0]["declarations"].size(), 1U) << "only the file that is named is verified";
    EXPECT_EQ(document["files"][0]["declarations"][0]["name"], "Twice");
}

TEST(Include, WhatIsNotVerifiedHereIsListed) {
    const Scratch scratch;
    scratch.file("lib/double.dfy", kLibrary);
    const std::string user = scratch.file("user.dfy", kUser);
    const json alone = report({user}, 0);
    ASSERT_EQ(alone["files"][0]["assumptions"].size(), 1U) << alone.dump(2);
    EXPECT_EQ(alone["files"][0]["assumptions"][0]["id"], "included");
    EXPECT_TRUE(has(alone["files"][0]["assumptions"][0]["message"], "2 declarations of the included file"));
    EXPECT_EQ(alone["files"][0]["assumptions"][0]["range"]["start"]["line"], 1);
    EXPECT_EQ(daphnia({"verify", "--fail-on-assumptions", user}).exit_code, 4);
    const json all = report({"--verify-included-files", user}, 0);
    EXPECT_EQ(all["files"][0]["declarations"].size(), 3U);
    EXPECT_EQ(all["files"][0]["assumptions"].size(), 0U) << all.dump(2);
    const json both = report({user, scratch.path("lib")}, 0);
    ASSERT_EQ(both["files"].size(), 2U);
    EXPECT_EQ(both["files"][0]["assumptions"].size() + both["files"][1]["assumptions"].size(), 0U) << both.dump(2);
}

TEST(Include, AssumptionsOfIncludedFilesAreListedWithTheirFile) {
    const Scratch scratch;
    scratch.file("cheat.dfy", "lemma Cheat()\n  ensures false\n");
    const json document =
        report({scratch.file("user.dfy", "include \"cheat.dfy\"\nlemma All() ensures false { Cheat(); }\n")}, 0);
    const json& assumptions = document["files"][0]["assumptions"];
    ASSERT_EQ(assumptions.size(), 2U) << assumptions.dump(2);
    EXPECT_EQ(assumptions[0]["id"], "no-body");
    EXPECT_TRUE(has(assumptions[0]["range"]["file"], "cheat.dfy"));
    EXPECT_EQ(assumptions[1]["id"], "included");
    EXPECT_FALSE(assumptions[1]["range"].contains("file"));
}

TEST(Include, ErrorsNameTheirFile) {
    const Scratch scratch;
    scratch.file("bad.dfy", kIllTyped);
    scratch.file("worse.dfy", kBadSyntax);
    const Finished types = daphnia({"verify", scratch.file("a.dfy", "include \"bad.dfy\"\n")});
    EXPECT_EQ(types.exit_code, 2);
    EXPECT_TRUE(has(types.out, "bad.dfy:1:")) << types.out;
    EXPECT_TRUE(has(types.out, "1 resolution/type error detected in " + scratch.path("bad.dfy") + "\n")) << types.out;
    const Finished syntax = daphnia({"resolve", scratch.file("b.dfy", "include \"worse.dfy\"\nmethod M() { x }\n")});
    EXPECT_EQ(syntax.exit_code, 2);
    EXPECT_TRUE(has(syntax.out, "worse.dfy:1:") && has(syntax.out, "b.dfy:2:")) << syntax.out;
    EXPECT_TRUE(has(syntax.out, "2 parse errors detected in " + scratch.path("b.dfy") + "\n")) << syntax.out;
}

TEST(Include, ProofsPointIntoOtherFiles) {
    const Scratch scratch;
    scratch.file("sqrt.dfy", "method Half(x: int) returns (r: int)\n  requires x % 2 == 0\n{\n  r := x / 2;\n}\n");
    const Finished result =
        daphnia({"verify", scratch.file("a.dfy", "include \"sqrt.dfy\"\nmethod M() { var h := Half(3); }\n")});
    EXPECT_EQ(result.exit_code, 4);
    EXPECT_TRUE(has(result.out, "a.dfy:2:")) << result.out;
    EXPECT_TRUE(has(result.out, "sqrt.dfy:2:12: this is the precondition")) << result.out;
    const json document = report({scratch.path("a.dfy")}, 4);
    const json& diagnostic = document["files"][0]["diagnostics"][0];
    EXPECT_FALSE(diagnostic["range"].contains("file")) << diagnostic.dump(2);
    EXPECT_TRUE(has(diagnostic["related"][0]["range"]["file"], "sqrt.dfy")) << diagnostic.dump(2);
}

TEST(Include, WhatCannotBeReadIsAnErrorAtTheDirective) {
    const Scratch scratch;
    scratch.file("folder.dfy/x.txt", "");
    scratch.file("bytes.dfy", "// \xC3(\n");
    const std::vector<std::pair<std::string, std::string>> cases{
        {"nowhere.dfy", "nowhere.dfy not found"}, {"folder.dfy", "is a directory"}, {"bytes.dfy", "not valid UTF-8"}};
    for (const auto& [name, reason] : cases) {
        const std::string file =
            scratch.file("a.dfy", "\ninclude \"" + name + "\"\nlemma L() ensures true { assert false; }\n");
        for (const char* command : {"verify", "resolve", "run", "test"}) {
            const Finished result = daphnia({command, file});
            EXPECT_EQ(result.exit_code, 1) << command << result.out << result.err;
            EXPECT_TRUE(has(result.out + result.err, "a.dfy:2:1: error: ")) << result.out << result.err;
            EXPECT_TRUE(has(result.out + result.err, reason)) << result.out << result.err;
        }
        EXPECT_EQ(report({file}, 1)["files"][0]["stage"], "unreadable");
    }
}

TEST(Include, EachFileCountsOnce) {
    const Scratch scratch;
    scratch.file("base.dfy", "const c: int := 1\n");
    scratch.file("left.dfy", "include \"./base.dfy\"\nconst l: int := c\n");
    scratch.file("sub/right.dfy", "include \"../sub/../base.dfy\"\nconst r: int := c\n");
    const std::string top = scratch.file(
        "top.dfy", "include \"left.dfy\"\ninclude \"sub/right.dfy\"\ninclude \"left.dfy\"\ninclude \"top.dfy\"\n"
                   "lemma L() ensures l + r == 2 { }\n");
    EXPECT_EQ(daphnia({"verify", top}).exit_code, 0) << daphnia({"verify", top}).out;
    std::filesystem::create_symlink(scratch.path("base.dfy"), scratch.path("link.dfy"));
    const std::string linked = scratch.file("linked.dfy", "include \"base.dfy\"\ninclude \"link.dfy\"\n");
    EXPECT_EQ(daphnia({"verify", linked}).exit_code, 0);
}

TEST(Include, FilesMayIncludeEachOther) {
    const Scratch scratch;
    scratch.file("even.dfy", "include \"odd.dfy\"\n"
                             "predicate Even(n: nat) { n == 0 || Odd(n - 1) }\n");
    const std::string odd = scratch.file("odd.dfy", "include \"even.dfy\"\n"
                                                    "predicate Odd(n: nat) { n != 0 && Even(n - 1) }\n");
    EXPECT_EQ(daphnia({"verify", odd}).exit_code, 0) << daphnia({"verify", odd}).out;
    const json both = report({scratch.path("even.dfy"), odd}, 0);
    EXPECT_EQ(both["summary"]["verified"], 2);
    EXPECT_EQ(both["summary"]["assumptions"], 0);
}

TEST(Include, ChainsMayBeLong) {
    const Scratch scratch;
    constexpr int kLength = 1'000;
    for (int i = 0; i < kLength; ++i) {
        scratch.file("f" + std::to_string(i) + ".dfy", "include \"f" + std::to_string(i + 1) + ".dfy\"\n");
    }
    scratch.file("f" + std::to_string(kLength) + ".dfy", "const c: int := 7\n");
    const Finished result = daphnia(
        {"verify", scratch.file("a.dfy", "include \"f0.dfy\"\nlemma Seven() ensures c == 7 { assert c == 7; }\n")});
    EXPECT_EQ(result.exit_code, 0) << result.out << result.err;
}

TEST(Include, OnlyMeansTheFileItStandsIn) {
    const Scratch scratch;
    scratch.file("lib.dfy", "lemma {:only} L() ensures true { }\nlemma K() ensures 1 == 1 { }\n");
    const json document = report({scratch.file("a.dfy", "include \"lib.dfy\"\nlemma Wrong() ensures false { }\n")}, 4);
    EXPECT_EQ(document["files"][0]["declarations"].size(), 1U);
}

TEST(Include, ProgramsOfSeveralFilesRun) {
    const Scratch scratch;
    scratch.file("lib.dfy", "method Say(x: int) { print x, \"\\n\"; expect x > 0; }\n"
                            "method {:test} Own() { expect false; }\n");
    const std::string file = scratch.file(
        "a.dfy", "include \"lib.dfy\"\nmethod Main() { Say(3); Say(0); }\nmethod {:test} T() { Say(1); }\n");
    const Finished result = daphnia({"run", file});
    EXPECT_EQ(result.exit_code, 3) << result.err;
    EXPECT_EQ(result.out, "3\n0\n");
    EXPECT_TRUE(has(result.err, "lib.dfy(1,")) << result.err;
    const Finished tests = daphnia({"test", file});
    EXPECT_EQ(tests.exit_code, 0) << tests.out << "tests of included files are not run";
}

} // namespace
} // namespace daphnia::tests
