// A second solver is asked about what is proved: one that contradicts, hangs, dies or talks nonsense is reported as
// that, and nothing else of the run is lost.
#include "process.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace daphnia::tests {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

constexpr const char* kProgram = R"(
lemma Right(x: int)
  ensures x + 1 > x
{
}

method Wrong(x: int)
{
  assert x > 0;
}

lemma AlsoRight(x: int, y: int)
  ensures x < y || y <= x
{
}
)";

// A program that plays cvc5, in a folder of its own.
void play(const Scratch& scratch, const std::string& body) {
    const std::string path = scratch.file("bin/cvc5", "#!/bin/sh\n"
                                                      "if [ \"$1\" = --version ]; then\n"
                                                      "  echo 'This is cvc5 version 9.9'\n"
                                                      "  exit 0\n"
                                                      "fi\n" +
                                                          body + "\n");
    fs::permissions(path, fs::perms::owner_all);
}

Finished verify(const Scratch& scratch, const std::string& format) {
    const char* path = std::getenv("PATH");
    std::vector<std::string> command{"env", "PATH=" + scratch.path("bin") + ":" + (path == nullptr ? "" : path)};
    for (std::string& word :
         daphnia_command({"verify", "--check-solver", "cvc5", "--format", format, scratch.file("a.dfy", kProgram)})) {
        command.push_back(std::move(word));
    }
    return run(command);
}

TEST(CheckSolver, AgreementIsCounted) {
    const Scratch scratch;
    play(scratch, "echo unsat");
    const Finished text = verify(scratch, "text");
    EXPECT_EQ(text.exit_code, 4) << text.out;
    EXPECT_TRUE(has(text.out, "finished with 2 verified, 1 error\ncvc5 9.9 agrees with 2 of 2 proved obligations\n"))
        << text.out;
    const json document = json::parse(verify(scratch, "json").out);
    EXPECT_EQ(document["summary"]["second_opinions"],
              json::parse(R"({"solver":"cvc5 9.9","agrees":2,"unknown":0,"exhausted":0,"failed":0})"));
    const json& declarations = document["files"][0]["declarations"];
    EXPECT_EQ(declarations[0]["obligations"][0]["second_opinion"], "agrees");
    EXPECT_FALSE(declarations[1]["obligations"][0].contains("second_opinion"));
}

TEST(CheckSolver, AContradictionIsADefectOfThatDeclaration) {
    const Scratch scratch;
    play(scratch, "if grep -q 'declare-const y!'; then echo sat; else echo unsat; fi");
    const Finished text = verify(scratch, "text");
    EXPECT_EQ(text.exit_code, 70) << text.out;
    EXPECT_TRUE(has(text.out, "internal error: in 'AlsoRight': cvc5 9.9 contradicts the proof of 'postcondition' at "
                              "14:1"))
        << text.out;
    EXPECT_TRUE(has(text.out, "assertion might not hold")) << text.out;
    EXPECT_TRUE(has(text.out, "1 verified, 2 errors, 1 file not verified\n")) << text.out;
    EXPECT_TRUE(has(text.out, "cvc5 9.9 agrees with 1 of 1 proved obligation\n")) << text.out;
}

TEST(CheckSolver, IgnoranceAndHangingAreSaid) {
    const Scratch scratch;
    play(scratch, "if grep -q 'declare-const y!'; then sleep 1000; else echo unknown; fi");
    const Finished text = verify(scratch, "text");
    EXPECT_EQ(text.exit_code, 4) << text.out;
    EXPECT_TRUE(has(text.out, "2 verified, 1 error\ncvc5 9.9 agrees with 0 of 2 proved obligations, gives up on 1, "
                              "takes too long over 1\n"))
        << text.out;
}

TEST(CheckSolver, NonsenseAndDeathAreErrorsThatCostNoVerdict) {
    for (const auto& [body, said] :
         {std::pair("echo maybe", "it wrote 'maybe'"), std::pair("kill -SEGV $$", "signal 11 ended it"),
          std::pair("yes", "it wrote more than an answer")}) {
        const Scratch scratch;
        play(scratch, body);
        const Finished text = verify(scratch, "text");
        EXPECT_EQ(text.exit_code, 1) << text.out;
        EXPECT_TRUE(has(text.out, "error: cvc5 9.9 gave no answer about a proof of 'Right': ")) << text.out;
        EXPECT_TRUE(has(text.out, said)) << text.out;
        EXPECT_TRUE(has(text.out, "assertion might not hold")) << text.out;
        EXPECT_TRUE(has(text.out, "2 verified, 3 errors")) << text.out;
        EXPECT_TRUE(has(text.out, "agrees with 0 of 2 proved obligations, gives no answer about 2")) << text.out;
    }
}

TEST(CheckSolver, WhatIsMissingOrSomethingElseIsABadCommandLine) {
    const Scratch scratch;
    const std::string program = scratch.file("a.dfy", kProgram);
    const auto with_path = [&](const std::string& path) {
        std::vector<std::string> command{"/usr/bin/env", "PATH=" + path};
        for (std::string& word : daphnia_command({"verify", "--check-solver", "cvc5", program})) {
            command.push_back(std::move(word));
        }
        return run(command);
    };
    const Finished missing = with_path("/nowhere");
    EXPECT_EQ(missing.exit_code, 1);
    EXPECT_EQ(missing.err, "daphnia: --check-solver: there is no program cvc5 (Debian has it in the package cvc5: "
                           "apt-get install cvc5)\n");
    EXPECT_EQ(missing.out, "");
    fs::permissions(scratch.file("other/cvc5", "#!/bin/sh\necho hello\n"), fs::perms::owner_all);
    const Finished other = with_path(scratch.path("other"));
    EXPECT_EQ(other.exit_code, 1);
    EXPECT_TRUE(has(other.err, "cvc5 does not say which version of cvc5 it is: it wrote 'hello'")) << other.err;
    EXPECT_EQ(daphnia({"verify", "--check-solver", "vampire", program}).exit_code, 1);
    EXPECT_EQ(daphnia({"verify", "--check-solver", "cvc5", "--dump", "vc", program}).exit_code, 1);
}

// The program itself, where it is installed.
TEST(CheckSolver, AgreesWithTheExamples) {
    if (run({"sh", "-c", "command -v cvc5"}).exit_code != 0) {
        GTEST_SKIP() << "cvc5 is not installed";
    }
    const fs::path folder = fs::path(DAPHNIA_ROOT) / "examples/classics";
    for (const char* name : {"division.dfy", "binary_search.dfy", "gcd.dfy", "lists.dfy"}) {
        const json document = report({"--check-solver", "cvc5", (folder / name).string()}, 0);
        const json& opinions = document["summary"]["second_opinions"];
        EXPECT_GE(opinions["agrees"], 4) << name << opinions;
        EXPECT_EQ(opinions["failed"], 0) << name << opinions;
    }
}

} // namespace
} // namespace daphnia::tests
