// What --reproducer writes is a program that fails as was reported, and needs nothing else.
#include "process.h"
#include "programs.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>

namespace daphnia::tests {
namespace {

namespace fs = std::filesystem;

TEST(Reproducer, IsMentionedInTheReport) {
    const Scratch scratch;
    EXPECT_TRUE(has(daphnia({"verify", scratch.file("a.dfy", kUnproved)}).out, "--reproducer FILE"));
    EXPECT_FALSE(has(daphnia({"verify", scratch.file("b.dfy", kProved)}).out, "--reproducer FILE"));
}

TEST(Reproducer, FailsAsReported) {
    const Scratch scratch;
    const std::string program = scratch.file("a.dfy", std::string(kUnproved) + "method {:main} M() { print 1; }");
    const std::string written = scratch.path("again.dfy");
    const Finished result = daphnia({"verify", program, "--reproducer", written});
    EXPECT_EQ(result.exit_code, 4);
    EXPECT_TRUE(has(result.out, "daphnia run --no-verify " + written)) << result.out;
    EXPECT_FALSE(has(result.out, "--reproducer FILE")) << result.out;
    const Finished again = daphnia({"run", "--no-verify", written});
    EXPECT_EQ(again.exit_code, 3) << again.out << again.err;
    EXPECT_TRUE(has(again.err, "again.dfy:3:1: error: a postcondition does not hold on this return path")) << again.err;
}

TEST(Reproducer, HoldsWhatTheProgramIncludes) {
    const Scratch scratch;
    scratch.file("lib/abs.dfy", "function Abs(x: int): int { if x < 0 then -x else x }\nmethod {:main} Other() { }");
    const std::string program =
        scratch.file("a.dfy", "include \"lib/abs.dfy\"\nmethod M(x: int)\n{\n  assert Abs(x) != 2;\n}\n");
    const std::string written = scratch.path("elsewhere/again.dfy");
    scratch.file("elsewhere/x.txt", "");
    EXPECT_EQ(daphnia({"verify", program, "--reproducer:" + written}).exit_code, 4);
    const Finished again = daphnia({"run", "--no-verify", written});
    EXPECT_EQ(again.exit_code, 3) << again.out << again.err;
    EXPECT_TRUE(has(again.err, "again.dfy:4:")) << again.err;
}

TEST(Reproducer, OfSeveralRunsAreNumbered) {
    const Scratch scratch;
    const std::string program = scratch.file("a.dfy", "method A(x: int) { assert x != 1; }\n"
                                                      "method B(x: int) { assert x != 2; assert x != 1; }\n");
    const Finished result = daphnia({"verify", program, "--reproducer", scratch.path("r.dfy")});
    EXPECT_EQ(result.exit_code, 4);
    for (const char* name : {"r.dfy", "r-2.dfy", "r-3.dfy"}) {
        EXPECT_EQ(daphnia({"run", "--no-verify", scratch.path(name)}).exit_code, 3) << name << result.out;
    }
    EXPECT_FALSE(fs::exists(scratch.path("r-4.dfy")));
}

TEST(Reproducer, IsNotWrittenWithoutAFailingRun) {
    const Scratch scratch;
    const Finished result =
        daphnia({"verify", scratch.file("a.dfy", kProved), "--reproducer", scratch.path("again.dfy")});
    EXPECT_EQ(result.exit_code, 0);
    EXPECT_TRUE(has(result.out, "no failing run is known")) << result.out;
    EXPECT_FALSE(fs::exists(scratch.path("again.dfy")));
}

TEST(Reproducer, NeverTakesThePlaceOfAProgram) {
    const Scratch scratch;
    const std::string program = scratch.file("a.dfy", kUnproved);
    const Finished result = daphnia({"verify", program, "--reproducer", scratch.path("./a.dfy")});
    EXPECT_EQ(result.exit_code, 1);
    EXPECT_TRUE(has(result.err, "is not written over")) << result.err;
    EXPECT_EQ(read_file(program), kUnproved);
    const Finished nowhere = daphnia({"verify", program, "--reproducer", scratch.path("no/such/folder.dfy")});
    EXPECT_EQ(nowhere.exit_code, 1);
    EXPECT_TRUE(has(nowhere.err, "cannot be written")) << nowhere.err;
}

TEST(Reproducer, LeavesTheJsonDocumentAlone) {
    const Scratch scratch;
    const Finished result = daphnia(
        {"verify", "--format:json", scratch.file("a.dfy", kUnproved), "--reproducer", scratch.path("again.dfy")});
    EXPECT_EQ(nlohmann::json::parse(result.out)["exit_code"], 4);
    EXPECT_TRUE(has(result.err, "daphnia run --no-verify ")) << result.err;
}

} // namespace
} // namespace daphnia::tests
