// Whatever it is given, the program answers with a sentence and an exit code of its own, never with a crash or a
// verdict.
#include "process.h"
#include "programs.h"

#include <gtest/gtest.h>

#include <sys/stat.h>
#include <unistd.h>

namespace daphnia::tests {
namespace {

using namespace std::string_literals;

std::string repeat(const std::string& text, std::size_t count) {
    std::string result;
    for (std::size_t i = 0; i < count; ++i) {
        result += text;
    }
    return result;
}

TEST(Input, AnEmptyFileIsProved) {
    const Scratch scratch;
    const Finished result = daphnia({"verify", scratch.file("empty.dfy", "")});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_EQ(result.out, "\nDaphnia program verifier finished with 0 verified, 0 errors\n");
}

TEST(Input, ABinaryFileIsNotText) {
    const Finished result = daphnia({"verify", daphnia_command({}).front()});
    EXPECT_EQ(result.exit_code, 1);
    EXPECT_TRUE(has(result.err, "not a text file")) << result.err;
}

TEST(Input, BadUtf8IsNamedWithItsLine) {
    const Scratch scratch;
    const Finished result = daphnia({"verify", scratch.file("bad.dfy", "// one\n// \xC3(\n")});
    EXPECT_EQ(result.exit_code, 1);
    EXPECT_TRUE(has(result.err, "line 2 is not valid UTF-8")) << result.err;
}

TEST(Input, AMissingFileIsNamed) {
    const Finished result = daphnia({"verify", "/nowhere/at/all.dfy"});
    EXPECT_EQ(result.exit_code, 1);
    EXPECT_EQ(result.err, "daphnia: /nowhere/at/all.dfy: no such file\n");
    EXPECT_EQ(result.out, "");
}

TEST(Input, AFolderWithoutProgramsIsNamed) {
    const Scratch scratch;
    scratch.file("folder/readme.txt", "nothing");
    const Finished result = daphnia({"verify", scratch.path("folder")});
    EXPECT_EQ(result.exit_code, 1);
    EXPECT_TRUE(has(result.err, "no .dfy file in this folder")) << result.err;
}

TEST(Input, ProgramsBelowAFolderAreFoundInOrder) {
    const Scratch scratch;
    scratch.file("p/b.dfy", kProved);
    scratch.file("p/a/z.dfy", kUnproved);
    scratch.file("p/c.txt", "no program");
    const Finished result = daphnia({"verify", scratch.path("p/b.dfy"), scratch.path("p")});
    EXPECT_EQ(result.exit_code, 4);
    const std::size_t first = result.out.find("p/a/z.dfy: 1 verified, 1 error\n");
    const std::size_t second = result.out.find("p/b.dfy: 1 verified, 0 errors\n");
    EXPECT_NE(first, std::string::npos) << result.out;
    EXPECT_NE(second, std::string::npos) << result.out;
    EXPECT_LT(first, second);
    EXPECT_EQ(result.out.find("p/b.dfy: 1 verified", second + 1), std::string::npos) << "verified twice";
    EXPECT_TRUE(has(result.out, "finished with 2 verified, 1 error\n")) << result.out;
}

TEST(Input, AnUnreadableFileDoesNotStopTheOthers) {
    const Scratch scratch;
    const Finished result = daphnia(
        {"verify", scratch.path("missing.dfy"), scratch.file("a.dfy", kProved), scratch.file("z.dfy", kUnproved)});
    EXPECT_EQ(result.exit_code, 1);
    EXPECT_TRUE(has(result.err, "missing.dfy: no such file")) << result.err;
    EXPECT_TRUE(has(result.out, "a.dfy: 1 verified, 0 errors")) << result.out;
    EXPECT_TRUE(has(result.out, "z.dfy: 1 verified, 1 error")) << result.out;
    EXPECT_TRUE(has(result.out, "1 file not verified")) << result.out;
}

TEST(Input, AFileWithoutPermissionIsNamed) {
    if (::geteuid() == 0) {
        GTEST_SKIP() << "root may read everything";
    }
    const Scratch scratch;
    const std::string path = scratch.file("secret.dfy", kProved);
    ASSERT_EQ(::chmod(path.c_str(), 0), 0);
    const Finished result = daphnia({"verify", path});
    EXPECT_EQ(result.exit_code, 1);
    EXPECT_TRUE(has(result.err, "cannot be read")) << result.err;
}

TEST(Input, ManyLinesAreReadAndCounted) {
    const Scratch scratch;
    const std::string text = repeat("// nothing to see\n", 200'000) + kUnproved;
    const Finished result = daphnia({"verify", scratch.file("long.dfy", text)});
    EXPECT_EQ(result.exit_code, 4) << result.err;
    EXPECT_TRUE(has(result.out, "long.dfy:200003:1:")) << result.out.substr(0, 400);
}

TEST(Input, ManyLinesOfCodeAreRead) {
    const Scratch scratch;
    std::string program;
    for (int i = 0; i < 50'000; ++i) {
        program += "function F" + std::to_string(i) + "(x: int): int\n{\n  x\n}\n";
    }
    const Finished result = daphnia({"resolve", scratch.file("long.dfy", program)});
    EXPECT_EQ(result.exit_code, 0) << result.out.substr(0, 400) << result.err;
}

// Nesting beyond all reason is refused or proved, but does not end the process.
class Nesting : public testing::TestWithParam<std::pair<const char*, std::string>> {};

TEST_P(Nesting, DoesNotCrash) {
    const Scratch scratch;
    const Finished result = daphnia({"verify", scratch.file("deep.dfy", GetParam().second)});
    EXPECT_TRUE(result.exit_code == 0 || result.exit_code == 2 || result.exit_code == 4)
        << result.exit_code << " " << result.out.substr(0, 400) << result.err.substr(0, 400);
}

constexpr std::size_t kDeep = 10'000;

INSTANTIATE_TEST_SUITE_P(
    Ten, Nesting,
    testing::Values(
        std::pair{"parentheses", "method M() { var x := " + repeat("(", kDeep) + "1" + repeat(")", kDeep) + "; }\n"},
        std::pair{"open", "method M() { var x := " + repeat("(", kDeep)},
        std::pair{"blocks", "method M() " + repeat("{", kDeep) + repeat("}", kDeep) + "\n"},
        std::pair{"negations", "method M(b: bool) { var x := " + repeat("!", kDeep) + "b; }\n"},
        std::pair{"sums", "method M() { var x := 1" + repeat(" + 1", kDeep) + "; }\n"},
        std::pair{"implications", "method M(b: bool) { var x := b" + repeat(" ==> b", kDeep) + "; }\n"},
        std::pair{"types", "method M(s: " + repeat("seq<", kDeep) + "int" + repeat(">", kDeep) + ") { }\n"},
        std::pair{"ifs", "method M(b: bool) { " + repeat("if b { ", kDeep) + repeat("}", kDeep) + "}\n"},
        std::pair{"conditions", "method M(b: bool) { var x := " + repeat("if b then 1 else ", kDeep) + "2; }\n"},
        std::pair{"comments", repeat("/*", kDeep) + repeat("*/", kDeep) + "\n"},
        std::pair{"statements", "method M() { var x := 0; " + repeat("x := x + 1; ", kDeep) + "}\n"}),
    [](const auto& each) { return std::string(each.param.first); });

} // namespace
} // namespace daphnia::tests
