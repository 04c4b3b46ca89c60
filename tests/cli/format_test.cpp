// daphnia format: files in place, checked or printed, and what cannot be formatted.
#include "process.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace daphnia::tests {
namespace {

constexpr const char* kLoose = "method M()\n{\nvar x := 1;\n    assert x > 0;\n}\n";
constexpr const char* kNeat = "method M()\n{\n  var x := 1;\n  assert x > 0;\n}\n";
constexpr const char* kBroken = "method M( {\n}\n";

TEST(FormatCommand, ChangesFilesInPlace) {
    const Scratch scratch;
    const std::string loose = scratch.file("a.dfy", kLoose);
    const std::string marked = scratch.file("b.dfy", std::string("\xEF\xBB\xBF") + kLoose);
    const std::string inner = scratch.file("folder/c.dfy", kLoose);
    const Finished result = daphnia({"format", loose, marked, scratch.path("folder")});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_EQ(result.out + result.err, "");
    EXPECT_EQ(read_file(loose), kNeat);
    EXPECT_EQ(read_file(marked), std::string("\xEF\xBB\xBF") + kNeat);
    EXPECT_EQ(read_file(inner), kNeat);
}

TEST(FormatCommand, LeavesFilesThatAreFormatted) {
    const Scratch scratch;
    const std::string neat = scratch.file("a.dfy", kNeat);
    const auto before = std::filesystem::last_write_time(neat);
    EXPECT_EQ(daphnia({"format", neat}).exit_code, 0);
    EXPECT_EQ(std::filesystem::last_write_time(neat), before);
}

TEST(FormatCommand, Checks) {
    const Scratch scratch;
    const std::string loose = scratch.file("a.dfy", kLoose);
    const std::string neat = scratch.file("b.dfy", kNeat);
    const Finished bad = daphnia({"format", "--check", loose, neat});
    EXPECT_EQ(bad.exit_code, 5);
    EXPECT_EQ(bad.out, "The file " + loose + " needs to be formatted\nError: 1 file needs formatting.\n");
    EXPECT_EQ(read_file(loose), kLoose);
    const Finished good = daphnia({"format", "--check", neat});
    EXPECT_EQ(good.exit_code, 0);
    EXPECT_EQ(good.out, "All files are correctly formatted\n");
}

TEST(FormatCommand, Prints) {
    const Scratch scratch;
    const std::string loose = scratch.file("a.dfy", kLoose);
    const Finished result = daphnia({"format", "--print", loose});
    EXPECT_EQ(result.exit_code, 0);
    EXPECT_EQ(result.out, kNeat);
    EXPECT_EQ(read_file(loose), kLoose);
    const Finished both = daphnia({"format", "--print", "--check", loose});
    EXPECT_EQ(both.exit_code, 5);
    EXPECT_EQ(both.out, kNeat);
    EXPECT_EQ(both.err, "Error: 1 file needs formatting.\n");
}

TEST(FormatCommand, StandardInputCannotBeChangedInPlace) {
    const Finished result = daphnia({"format", "-"});
    EXPECT_EQ(result.exit_code, 1);
    EXPECT_TRUE(has(result.err, "stdin cannot be formatted in place")) << result.err;
    EXPECT_EQ(daphnia({"format", "-", "--check"}).exit_code, 0); // which is empty
}

TEST(FormatCommand, FilesWithSyntaxErrorsStayAsTheyAre) {
    const Scratch scratch;
    const std::string broken = scratch.file("a.dfy", kBroken);
    const std::string loose = scratch.file("b.dfy", kLoose);
    const Finished result = daphnia({"format", broken, loose});
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_TRUE(has(result.err, "a.dfy")) << result.err;
    EXPECT_TRUE(has(result.out, "1 file needs formatting.\n1 file failed to parse:\n  " + broken)) << result.out;
    EXPECT_EQ(read_file(broken), kBroken);
    EXPECT_EQ(read_file(loose), kNeat);
    EXPECT_EQ(daphnia({"format", "--check", broken}).exit_code, 2);
}

TEST(FormatCommand, FilesThatCannotBeReadOrWritten) {
    const Scratch scratch;
    const std::string loose = scratch.file("b.dfy", kLoose);
    const Finished missing = daphnia({"format", scratch.path("none.dfy"), loose});
    EXPECT_EQ(missing.exit_code, 1);
    EXPECT_TRUE(has(missing.err, "none.dfy")) << missing.err;
    EXPECT_EQ(read_file(loose), kNeat);
    EXPECT_EQ(daphnia({"format"}).exit_code, 1);
}

TEST(FormatCommand, AProjectsFiles) {
    const Scratch scratch;
    const std::string one = scratch.file("one.dfy", kLoose);
    const std::string two = scratch.file("two.dfy", kLoose);
    const std::string description = "includes = [\"*.dfy\"]\n";
    const std::string project = scratch.file("dfyconfig.toml", description);
    EXPECT_EQ(daphnia({"format", project}).exit_code, 0);
    EXPECT_EQ(read_file(one), kNeat);
    EXPECT_EQ(read_file(two), kNeat);
    EXPECT_EQ(read_file(project), description);
}

} // namespace
} // namespace daphnia::tests
