// The words and comments of texts, whole and broken ones.
#include "parse/words.h"

#include "support/diagnostics.h"

#include <gtest/gtest.h>

#include <string>

namespace daphnia::parse {
namespace {

struct Read {
    explicit Read(std::string text) : file("text.dfy", std::move(text)) { words = read_words(file, sink); }

    std::string all() const {
        std::string result;
        for (const Word& word : words.words) {
            result += (result.empty() ? "" : " ") + std::string(file.text().substr(word.begin, word.end - word.begin));
        }
        return result;
    }

    support::SourceFile file;
    support::DiagnosticList sink;
    Words words;
};

TEST(Words, AreAllThereWithTheirKinds) {
    const Read read("method M<T>(s: seq<T>) { x := 1.5 + |s|; print \"a\", 'b'; }");
    EXPECT_EQ(read.all(), "method M < T > ( s : seq < T > ) { x := 1.5 + | s | ; print \"a\" , 'b' ; }");
    const auto& words = read.words.words;
    EXPECT_EQ(words[0].kind, WordKind::Keyword);
    EXPECT_EQ(words[1].kind, WordKind::Identifier);
    EXPECT_EQ(words[2].role, WordRole::TypeOpen);
    EXPECT_EQ(words[8].kind, WordKind::TypeName);
    EXPECT_EQ(words[16].kind, WordKind::Number);
    EXPECT_EQ(words[17].kind, WordKind::Operator);
    EXPECT_EQ(words[18].role, WordRole::BarOpen);
    EXPECT_EQ(words[20].role, WordRole::BarClose);
    EXPECT_EQ(words[23].kind, WordKind::String);
    EXPECT_EQ(words[25].kind, WordKind::Character);
    ASSERT_EQ(read.words.chunks.size(), 1U);
    EXPECT_EQ(read.words.chunks[0].end, words.size());
}

TEST(Words, CommentsAreThereWithTheirRanges) {
    const Read read("// a\r\nconst c := /* b /* c */ */ \"//no\" // d");
    ASSERT_EQ(read.words.comments.size(), 3U);
    const auto text = [&](std::size_t i) {
        const Comment& comment = read.words.comments[i];
        return read.file.text().substr(comment.begin, comment.end - comment.begin);
    };
    EXPECT_EQ(text(0), "// a");
    EXPECT_EQ(text(1), "/* b /* c */ */");
    EXPECT_FALSE(read.words.comments[1].line);
    EXPECT_EQ(text(2), "// d");
}

TEST(Words, WhatIsNotClosedIsMarked) {
    const Read comment("const c /* a");
    ASSERT_EQ(comment.words.comments.size(), 1U);
    EXPECT_FALSE(comment.words.comments[0].closed);
    EXPECT_EQ(comment.words.comments[0].end, 12U);
    const Read string("const c := \"a\\\"\nconst d := \"b\" + @\"x\"\"y\"");
    EXPECT_EQ(string.words.words[3].kind, WordKind::String);
    EXPECT_FALSE(string.words.words[3].closed);
    EXPECT_TRUE(string.words.words[7].closed);
    EXPECT_TRUE(string.words.words[9].closed);
}

TEST(Words, WhatIsNoTokenIsAWordOfItsOwn) {
    const Read read("const \xE2\x82\xAC := $ 1");
    EXPECT_EQ(read.all(), "const \xE2\x82\xAC := $ 1");
    EXPECT_EQ(read.words.words[1].kind, WordKind::Unknown);
    EXPECT_EQ(read.words.chunks[0].end, 5U);
    EXPECT_TRUE(read.sink.has_errors());
}

TEST(Words, ChunksFollowTheBraces) {
    const Read read("module A { class B { var x: int } }\nconst c := 1");
    using Kind = WordChunk::Kind;
    std::vector<Kind> kinds;
    for (const WordChunk& chunk : read.words.chunks) {
        kinds.push_back(chunk.kind);
    }
    EXPECT_EQ(kinds, (std::vector<Kind>{Kind::Container, Kind::Container, Kind::Declaration, Kind::Close, Kind::Close,
                                        Kind::Declaration}));
}

} // namespace
} // namespace daphnia::parse
