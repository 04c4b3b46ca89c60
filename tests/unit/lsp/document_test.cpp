#include "lsp/document.h"

#include "lsp/uri.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace daphnia::lsp {
namespace {

Json replace(Position start, Position end, const std::string& text) {
    return {{"range", to_json(Range{start, end})}, {"text", text}};
}

Document document(const std::string& text) {
    return {"file:///tmp/a.dfy", "/tmp/a.dfy", 1, text, PositionEncoding::Utf16};
}

TEST(Documents, ChangeOneEditAfterTheOther) {
    Document changed = document("one\ntwo\n");
    changed.change(
        2, Json::array({replace({0, 0}, {0, 3}, "𝔸"), replace({0, 2}, {1, 0}, "-"), replace({9, 9}, {9, 9}, "end")}));
    EXPECT_EQ(changed.text(), "𝔸-two\nend");
    EXPECT_EQ(changed.version(), 2);
    changed.change(3, Json::array({{{"text", "all"}}}));
    EXPECT_EQ(changed.text(), "all");
}

TEST(Documents, StayAsTheyAreWhenAChangeIsNone) {
    Document changed = document("text");
    const Json wrong = Json::array({replace({0, 0}, {0, 1}, "x"), {{"range", 3}, {"text", "y"}}});
    EXPECT_THROW(changed.change(2, wrong), RequestError);
    EXPECT_THROW(changed.change(2, Json::object()), RequestError);
    EXPECT_EQ(changed.text(), "text");
    EXPECT_EQ(changed.version(), 1);
}

TEST(Documents, MoveRangesWithTheText) {
    Document changed = document("abc def ghi");
    const std::size_t before = changed.edits();
    const auto now = [&](std::uint32_t begin, std::uint32_t end) {
        const Range range = changed.range_after(before, begin, end);
        return std::make_pair(range.start.character, range.end.character);
    };
    changed.change(2, Json::array({replace({0, 4}, {0, 4}, "__")})); // before def
    EXPECT_EQ(now(0, 3), std::make_pair(0u, 3u));
    EXPECT_EQ(now(4, 7), std::make_pair(6u, 9u));
    EXPECT_EQ(now(0, 4), std::make_pair(0u, 4u));
    EXPECT_EQ(now(3, 5), std::make_pair(3u, 7u));
    changed.change(3, Json::array({replace({0, 6}, {0, 9}, "")})); // def itself
    EXPECT_EQ(now(4, 7), std::make_pair(6u, 6u));
    EXPECT_EQ(now(8, 11), std::make_pair(7u, 10u));
}

TEST(Documents, ThatAreReplacedAsAWholeAreEditedWhereTheyDiffer) {
    Document changed = document("method A() {}\nmethod B() {}\n");
    changed.change(2, Json::array({{{"text", "method A() { }\nmethod B() {}\n"}}}));
    EXPECT_EQ(changed.range_after(0, 21, 22), (Range{{1, 7}, {1, 8}}));
}

// Whatever is done to a text, a range that nobody touches stays on what it covered.
TEST(Documents, KeepTheTextOfRangesThatAreNotTouched) {
    const unsigned seed = 20261129;
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    for (int round = 0; round < 200; ++round) {
        Document changed = document("aaaaaaaaaaMARKbbbbbbbbbb");
        for (int i = 0; i < 10; ++i) {
            const std::size_t at = changed.text().find("MARK");
            const bool front = random() % 2 == 0;
            const std::size_t from = front ? 0 : at + 4;
            const std::size_t length = front ? at : changed.text().size() - from;
            const auto begin = static_cast<std::uint32_t>(from + random() % (length + 1));
            const auto end = static_cast<std::uint32_t>(begin + random() % (from + length - begin + 1));
            changed.change(2, Json::array({replace({0, begin}, {0, end}, std::string(random() % 4, 'x'))}));
            const Range range = changed.range_after(0, 10, 14);
            ASSERT_EQ(changed.text().substr(range.start.character, range.end.character - range.start.character), "MARK")
                << changed.text();
        }
    }
}

TEST(Uris, NameFiles) {
    EXPECT_EQ(path_of("file:///a/b%20c/%C3%A4%3a.dfy"), "/a/b c/ä:.dfy");
    EXPECT_EQ(uri_of("/a/b c/ä:.dfy"), "file:///a/b%20c/%C3%A4%3A.dfy");
    EXPECT_EQ(path_of("file://localhost/a.dfy"), "/a.dfy");
    EXPECT_EQ(path_of("untitled:Untitled-1"), "untitled:Untitled-1");
    EXPECT_EQ(uri_of("untitled:Untitled-1"), "untitled:Untitled-1");
    EXPECT_EQ(path_of("file:///a%2"), "/a%2");
    EXPECT_FALSE(is_file("untitled:Untitled-1"));
}

} // namespace
} // namespace daphnia::lsp
