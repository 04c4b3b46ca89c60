// Source text: places, lines, ranges, and what is refused as text.
#include "support/source.h"

#include "support/error.h"

#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace daphnia::support {
namespace {

class TemporaryFile {
  public:
    explicit TemporaryFile(const std::string& content)
        : path_(std::filesystem::path(testing::TempDir()) /
                ("source_test_" + std::to_string(::getpid()) + "_" +
                 testing::UnitTest::GetInstance()->current_test_info()->name())) {
        std::ofstream(path_, std::ios::binary) << content;
    }
    ~TemporaryFile() { std::filesystem::remove(path_); }
    std::string path() const { return path_.string(); }

  private:
    std::filesystem::path path_;
};

std::string refusal(const std::string& content) {
    const TemporaryFile file(content);
    try {
        read_source_file(file.path());
    } catch (const InputError& error) {
        return error.what();
    }
    return "";
}

TEST(SourceFile, PlacesAreOneBasedAndCountCodePoints) {
    const SourceFile file("a.dfy", "ab\nä€c\n");
    EXPECT_EQ(file.place(0), (LineColumn{1, 1}));
    EXPECT_EQ(file.place(2), (LineColumn{1, 3}));
    EXPECT_EQ(file.place(3), (LineColumn{2, 1}));
    EXPECT_EQ(file.place(5), (LineColumn{2, 2})); // ä has two bytes
    EXPECT_EQ(file.place(8), (LineColumn{2, 3})); // € has three
    EXPECT_EQ(file.place(10), (LineColumn{3, 1}));
    EXPECT_EQ(file.place(4000), (LineColumn{3, 1}));
}

TEST(SourceFile, LinesComeWithoutTheirBreak) {
    const SourceFile file("a.dfy", "one\r\ntwo\nthree");
    EXPECT_EQ(file.line_count(), 3U);
    EXPECT_EQ(file.line(1), "one");
    EXPECT_EQ(file.line(2), "two");
    EXPECT_EQ(file.line(3), "three");
    EXPECT_EQ(file.line(0), "");
    EXPECT_EQ(file.line(4), "");
}

TEST(SourceFile, AnEmptyFileHasOneEmptyLine) {
    const SourceFile file("a.dfy", "");
    EXPECT_EQ(file.line_count(), 1U);
    EXPECT_EQ(file.place(0), (LineColumn{1, 1}));
    EXPECT_EQ(file.line(1), "");
}

TEST(SourceRange, CoverTakesTheOuterEnds) {
    const SourceFile file("a.dfy", "0123456789");
    const SourceRange a{&file, 2, 4};
    const SourceRange b{&file, 3, 7};
    EXPECT_EQ(cover(a, b), (SourceRange{&file, 2, 7}));
    EXPECT_EQ(cover(b, a).text(), "23456");
    EXPECT_EQ(cover({}, a), a);
    EXPECT_EQ(cover(a, {}), a);
}

TEST(SourceRange, OrderIsByPathThenPlace) {
    const SourceFile a("a.dfy", "0123456789");
    const SourceFile b("b.dfy", "0123456789");
    EXPECT_TRUE(comes_before({&a, 5, 6}, {&b, 0, 1}));
    EXPECT_TRUE(comes_before({&a, 1, 2}, {&a, 3, 4}));
    EXPECT_TRUE(comes_before({&a, 1, 2}, {&a, 1, 4}));
    EXPECT_FALSE(comes_before({&a, 1, 2}, {&a, 1, 2}));
    EXPECT_TRUE(comes_before({}, {&a, 0, 0}));
}

TEST(ReadSourceFile, DropsTheByteOrderMark) {
    const TemporaryFile file("\xEF\xBB\xBFmethod");
    EXPECT_EQ(read_source_file(file.path())->text(), "method");
}

TEST(ReadSourceFile, RefusesWhatIsNoText) {
    using namespace std::string_literals;
    EXPECT_NE(refusal("a\nb\xFFz").find("line 2 is not valid UTF-8"), std::string::npos);
    EXPECT_NE(refusal("\xC0\x80").find("not valid UTF-8"), std::string::npos);     // overlong
    EXPECT_NE(refusal("\xED\xA0\x80").find("not valid UTF-8"), std::string::npos); // a surrogate
    EXPECT_NE(refusal("\xE2\x82").find("not valid UTF-8"), std::string::npos);     // cut short
    EXPECT_NE(refusal("\n\n\0"s).find("line 3 holds a zero byte"), std::string::npos);
}

TEST(OneLine, SquareAndWithItsParentheses) {
    const std::string text = "assert !(p(x) ==\n   (x - 1)) && \"(\" != s;";
    const SourceFile file("a.dfy", text);
    const auto part = [&](std::string_view words) {
        const auto begin = static_cast<std::uint32_t>(text.find(words));
        return SourceRange{&file, begin, begin + static_cast<std::uint32_t>(words.size())};
    };
    EXPECT_EQ(one_line(part("p(x) ==\n   (x - 1")), "p(x) == (x - 1)");
    EXPECT_EQ(one_line(part("!(p(x) ==\n   (x - 1")), "!(p(x) == (x - 1))");
    EXPECT_EQ(one_line(part("x) ==\n   (x - 1)")), "(x) == (x - 1)");
    EXPECT_EQ(one_line(part("\"(\" != s")), "\"(\" != s");
    EXPECT_EQ(one_line(part("s")), "s");
}

TEST(ReadSourceFile, NamesWhatIsMissing) {
    EXPECT_THROW(read_source_file("/nowhere/at/all.dfy"), InputError);
    EXPECT_THROW(read_source_file("/"), InputError);
}

} // namespace
} // namespace daphnia::support
