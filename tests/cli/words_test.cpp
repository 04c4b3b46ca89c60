// How command lines are written: Dafny's forms are read, and what makes no sense is refused in plain words.
#include "process.h"
#include "programs.h"

#include <gtest/gtest.h>

namespace daphnia::tests {
namespace {

TEST(Words, ValuesFollowAColonAnEqualsSignOrASpace) {
    const Scratch scratch;
    const std::string file = scratch.file("a.dfy", kUnproved);
    const std::vector<std::vector<std::string>> forms{
        {"--filter-symbol:Fine"}, {"--filter-symbol=Fine"}, {"--filter-symbol", "Fine"}};
    for (const std::vector<std::string>& form : forms) {
        std::vector<std::string> words{"verify", file, "--cores:2", "--format:json", "--resource-limit:1000000"};
        words.insert(words.end(), form.begin(), form.end());
        const Finished result = daphnia(words);
        EXPECT_EQ(result.exit_code, 0) << result.out << result.err;
        EXPECT_TRUE(has(result.out, "\"name\": \"Fine\"")) << result.out;
    }
}

TEST(Words, FlagsMayBeTrueOrFalse) {
    const Scratch scratch;
    const std::string file = scratch.file("a.dfy", "method M(x: int) { if x > 0 { var x := 1; } }\n");
    for (const std::vector<std::string>& on : std::vector<std::vector<std::string>>{{"--warn-shadowing"},
                                                                                    {"--warn-shadowing:true"},
                                                                                    {"--warn-shadowing=true"},
                                                                                    {"--warn-shadowing:True"},
                                                                                    {"--warn-shadowing=TRUE"},
                                                                                    {"--warn-shadowing=1"},
                                                                                    {"--warn-shadowing", "True"},
                                                                                    {"--warn-shadowing", "true"}}) {
        std::vector<std::string> words{"resolve"};
        words.insert(words.end(), on.begin(), on.end());
        words.push_back(file);
        const Finished result = daphnia(words);
        EXPECT_TRUE(has(result.out, "warning: ")) << result.out << result.err;
        EXPECT_EQ(result.exit_code, 0);
    }
    for (const char* off : {"false", "False", "FALSE", "0"}) {
        EXPECT_FALSE(has(daphnia({"resolve", std::string("--warn-shadowing:") + off, file}).out, "warning: ")) << off;
    }
    EXPECT_EQ(daphnia({"resolve", "--warn-shadowing", "--allow-warnings:False", file}).exit_code, 2);
    EXPECT_EQ(
        daphnia({"run", "--no-verify:false", scratch.file("b.dfy", kUnproved + std::string("method Main() {}\n"))})
            .exit_code,
        4);
}

TEST(Words, WhatMakesNoSenseIsRefusedInWords) {
    const Scratch scratch;
    const std::string file = scratch.file("a.dfy", kProved);
    const std::vector<std::pair<std::vector<std::string>, std::string>> cases{
        {{},
         "what is to be done? Say verify, run, test, resolve, audit, merge-reports, measure-complexity, format, cache, "
         "server or completion"},
        {{file}, "the command is missing: daphnia verify"},
        {{"build", file},
         "'build' is not a command; the commands are verify, run, test, resolve, audit, merge-reports, "
         "measure-complexity, format, cache, server or completion"},
        {{"verify"}, "which program?"},
        {{"verify", "--cores", "many", file}, "--cores: 'many' is not a whole number from 0 to 1000"},
        {{"verify", "--cores:-1", file}, "--cores: '-1' is not a whole number"},
        {{"verify", "--cores", "-1", file}, "--cores: '-1' is not a whole number"},
        {{"verify", "--cores:2.5", file}, "'2.5' is not a whole number"},
        {{"verify", "--resource-limit", "1e9", file}, "--resource-limit: '1e9' is not a whole number"},
        {{"verify", "--verification-time-limit:99999999999999999999", file}, "is not a whole number from 0 to 4000000"},
        {{"verify", file, "--cores"}, "--cores needs a value"},
        {{"verify", file, "--cores="}, "--cores needs a value"},
        {{"verify", file, "--filter-symbol:"}, "--filter-symbol needs a value"},
        {{"verify", "--cores:1", file, "--cores=2"}, "--cores is given twice"},
        {{"verify", "--trace", "--trace", file}, "--trace is given twice"},
        {{"verify", "--trace:maybe", file}, "--trace: 'maybe' is not false or true"},
        {{"verify", "--format:xml", file}, "--format: 'xml' is not text, json, sarif, junit, github or gitlab"},
        {{"verfy", file}, "'verfy' is not a command; did you mean 'verify'?"},
        {{"verify", "--trce", file}, "--trce is not an option of verify; did you mean '--trace'?"},
        {{"verify", "--resource_limit:3", file},
         "--resource_limit is not an option of verify; did you mean '--resource-limit'?"},
        {{"resolve", "--trce", file}, "--trce is not an option of resolve; daphnia resolve --help"},
        {{"verify", "--trace=2", file}, "--trace: '2' is not false or true"},
        {{"verify", "--no-such-option:3", file}, "--no-such-option is not an option of verify; daphnia verify --help"},
        {{"resolve", "--cores:2", file}, "--cores is not an option of resolve"},
        {{"verify", "/compile:0", file}, "/compile:0 is an option in Dafny's old style"},
        {{"verify", "-compile:0", file}, "-compile:0 is an option in Dafny's old style"},
        {{"verify", "-x", file}, "-x is an option in Dafny's old style"},
        {{"verify", "-", "-"}, "standard input (-) can be read only once"},
        {{"run", "--step-limit:none", file}, "--step-limit: 'none' is not a whole number"},
        {{"run", "--no-verify", "--fail-on-assumptions", file}, "--fail-on-assumptions"},
    };
    for (const auto& [words, reason] : cases) {
        const Finished result = daphnia(words);
        EXPECT_EQ(result.exit_code, 1) << reason << result.out;
        EXPECT_EQ(result.out, "") << reason;
        EXPECT_TRUE(has(result.err, reason)) << result.err;
        EXPECT_TRUE(result.err.starts_with("daphnia: ")) << result.err;
    }
}

TEST(Words, BehindTwoHyphensTheyAreTheProgramsOwn) {
    const Scratch scratch;
    const std::string file =
        scratch.file("a.dfy", "method Main(args: seq<string>) {\n"
                              "  if |args| == 4 { print args[1], \" \", args[2], \" \", args[3]; }\n"
                              "}\n");
    EXPECT_EQ(daphnia({"run", file, "--", "--x:1", "-", "/y:2"}).out, "--x:1 - /y:2");
}

Finished with_input(const std::string& input, const std::string& options) {
    const Scratch scratch;
    const std::string file = scratch.file("input", input);
    return run({"sh", "-c", "exec \"$0\" " + options + " < \"$1\"", daphnia_command({}).front(), file});
}

TEST(StandardInput, IsAProgram) {
    const Finished proved = with_input(kProved, "verify -");
    EXPECT_EQ(proved.exit_code, 0) << proved.err;
    const Finished unproved = with_input(kUnproved, "verify -");
    EXPECT_EQ(unproved.exit_code, 4);
    EXPECT_TRUE(has(unproved.out, "<stdin>:3:1: error: ")) << unproved.out;
    EXPECT_EQ(with_input(kIllTyped, "resolve -").exit_code, 2);
    EXPECT_EQ(with_input("method Main() { print 42; }", "run -").out, "42");
    EXPECT_EQ(with_input("method {:test} T() { }", "test -").exit_code, 0);
}

TEST(StandardInput, IsRefusedLikeAFile) {
    const Finished bytes = with_input("// \xFF", "verify -");
    EXPECT_EQ(bytes.exit_code, 1);
    EXPECT_TRUE(has(bytes.err, "<stdin>: not a text file: line 1 is not valid UTF-8")) << bytes.err;
}

TEST(StandardInput, IncludesWhatIsBelowTheCurrentFolder) {
    const Scratch scratch;
    scratch.file("lib.dfy", "const c: int := 1\n");
    const std::string file = scratch.file("input", "include \"lib.dfy\"\nlemma L() ensures c == 1 { }\n");
    const Finished result = run({"sh", "-c", "cd \"$2\" && exec \"$0\" verify - < \"$1\"", daphnia_command({}).front(),
                                 file, scratch.path(".")});
    EXPECT_EQ(result.exit_code, 0) << result.out << result.err;
}

} // namespace
} // namespace daphnia::tests
