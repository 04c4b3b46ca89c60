// Folds, selections and semantic tokens.
#include "texts.h"

#include "layout/folding.h"
#include "layout/highlight.h"
#include "layout/selection.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace daphnia::layout {
namespace {

std::string folded(const std::string& text) {
    const support::SourceFile file("text.dfy", text);
    std::string result;
    for (const Fold& fold : folds(Text(file))) {
        constexpr const char* kNames[] = {"body", "spec", "case", "brackets", "comment", "imports"};
        result += fmt::format("{}-{} {}\n", fold.first_line, fold.last_line, kNames[static_cast<int>(fold.kind)]);
    }
    return result;
}

TEST(Folds, BodiesContractsAndComments) {
    EXPECT_EQ(folded("// one\n// two\nmethod M(x: int)\n  requires x > 0\n  ensures true\n{\n  x := 1;\n  if a {\n"
                     "    y := 2;\n  }\n}\n"),
              "1-2 comment\n4-5 spec\n6-10 body\n8-9 body\n");
    EXPECT_EQ(folded("/* a\n b */\nfunction F(x: D): int {\n  match x\n  case A =>\n    1\n  case B =>\n    2\n}\n"),
              "1-2 comment\n3-8 body\n5-6 case\n7-8 case\n");
    EXPECT_EQ(folded("module M {\n  import A\n  import B\n  const c := [\n    1,\n    2\n  ]\n}\n"),
              "1-7 body\n2-3 imports\n4-6 brackets\n");
}

TEST(Folds, InTextsThatAreHalfTyped) {
    EXPECT_EQ(folded("method M()\n{\n  x := 1\n  if a {\n    y := 2;\n\nmethod N()\n{\n  z := 1;\n}\n"),
              "2-5 body\n4-5 body\n8-9 body\n");
    EXPECT_EQ(folded("/* never\nclosed\n"), "1-3 comment\n");
    EXPECT_EQ(folded(""), "");
}

std::vector<std::string> selected(const std::string& text) {
    const Marked marked(text);
    std::vector<std::string> result;
    for (const support::SourceRange& each : selection_ranges(*marked.content, marked.offset)) {
        result.emplace_back(each.text());
    }
    return result;
}

TEST(Selections, FromTheWordOutwards) {
    using Texts = std::vector<std::string>;
    EXPECT_EQ(selected("method M() { x := a + f(b¦, c) * 2; }"),
              (Texts{"b", "b, c", "(b, c)", "f(b, c)", "f(b, c) * 2", "a + f(b, c) * 2", "x := a + f(b, c) * 2;",
                     "{ x := a + f(b, c) * 2; }", "method M() { x := a + f(b, c) * 2; }"}));
    EXPECT_EQ(selected("const c := a.b¦.d(1)"), (Texts{"b", "a.b", "a.b.d(1)", "const c := a.b.d(1)"}));
    EXPECT_EQ(selected("const c := 1 // a¦b\n// cd\n"),
              (Texts{"// ab", "// ab\n// cd", "const c := 1 // ab\n// cd\n"}));
    EXPECT_EQ(selected("method M() { x := (a +¦ ; }").front(), "+");
    EXPECT_EQ(selected("¦").size(), 0U);
}

TEST(Selections, AreNestedEverywhere) {
    const std::string text = "module A {\n  // c\n  method M(x: seq<int>)\n    requires |x| > 0 ==> x[0] > 1\n  {\n"
                             "    while x { y := if a then b else c; } /* d */\n  }\n}\n";
    const support::SourceFile file("text.dfy", text);
    const Text content(file);
    for (std::uint32_t at = 0; at <= text.size(); ++at) {
        const auto ranges = selection_ranges(content, at);
        ASSERT_FALSE(ranges.empty());
        EXPECT_LE(ranges.front().begin, at);
        EXPECT_GE(ranges.front().end, at);
        for (std::size_t i = 1; i < ranges.size(); ++i) {
            EXPECT_LE(ranges[i].begin, ranges[i - 1].begin);
            EXPECT_GE(ranges[i].end, ranges[i - 1].end);
            EXPECT_FALSE(ranges[i] == ranges[i - 1]);
        }
    }
}

std::string tokens(const Text& text, const std::vector<SemanticToken>& names) {
    std::string result;
    for (const SemanticToken& each : semantic_tokens(text, names)) {
        constexpr const char* kNames[] = {"keyword",  "type",        "number",         "string", "comment",
                                          "operator", "attribute",   "module",         "class",  "trait",
                                          "datatype", "constructor", "parameter-type", "method", "function",
                                          "field",    "variable",    "parameter",      "label"};
        result += fmt::format("{} {}{}\n", each.range.text(), kNames[static_cast<int>(each.kind)],
                              each.modifiers == 0 ? "" : fmt::format(" {}", each.modifiers));
    }
    return result;
}

TEST(SemanticTokens, WordsAndComments) {
    const support::SourceFile file("text.dfy",
                                   "/* a\r\n   b */ method {:test} M(s: seq<int>) // c\n{ print \"x\", 'c', "
                                   "1.5 + |s|; }");
    EXPECT_EQ(tokens(Text(file), {}), "/* a comment\n   b */ comment\nmethod keyword\ntest attribute\nseq type\nint "
                                      "type\n// c comment\nprint keyword\n\"x\" string\n'c' string\n1.5 number\n+ "
                                      "operator\n");
}

TEST(SemanticTokens, NamesAsTheCallerKnowsThem) {
    const support::SourceFile file("text.dfy", "ghost const c := d");
    const auto name = [&](std::uint32_t begin, TokenKind kind, std::uint32_t modifiers) {
        return SemanticToken{{&file, begin, begin + 1}, kind, modifiers};
    };
    const std::vector<SemanticToken> names{name(0, TokenKind::Class, 0), // a keyword
                                           name(12, TokenKind::Field, kDeclaration | kReadonly | kGhost),
                                           name(14, TokenKind::Class, 0)};
    EXPECT_EQ(tokens(Text(file), names), "ghost keyword\nconst keyword\nc field 11\n:= operator\n");
}

} // namespace
} // namespace daphnia::layout
