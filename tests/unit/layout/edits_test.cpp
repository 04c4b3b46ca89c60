// Edits for quick fixes: what comes out parses, and is formatted when it was.
#include "texts.h"

#include "layout/edits.h"
#include "layout/format.h"

#include <gtest/gtest.h>

namespace daphnia::layout {
namespace {

template <typename Edit>
std::string edited(const std::string& text, Edit edit) {
    const Marked marked(text);
    const std::optional<TextEdit> result = edit(*marked.content, marked.offset);
    if (!result) {
        return "nothing";
    }
    const std::string after = apply_edits(*marked.file, {*result});
    EXPECT_TRUE(parses(after)) << after;
    const support::SourceFile file("after.dfy", after);
    if (format(*marked.content).edits.empty()) {
        EXPECT_EQ(apply_edits(file, format(Text(file)).edits), after);
    }
    return after;
}

std::string with_clause(const std::string& text, const std::string& clause) {
    return edited(text, [&](const Text& t, std::uint32_t at) { return insert_clause(t, at, clause); });
}

TEST(Edits, AClauseBehindTheOthersOfItsKind) {
    EXPECT_EQ(
        with_clause("method M(x: int)\n  requires x > 0 // positive\n  ensures true\n{\n  ¦\n}\n", "requires x < 9"),
        "method M(x: int)\n  requires x > 0 // positive\n  requires x < 9\n  ensures true\n{\n  \n}\n");
    EXPECT_EQ(with_clause("method M(x: int)\n  ensures true\n{\n  ¦\n}\n", "requires x < 9"),
              "method M(x: int)\n  requires x < 9\n  ensures true\n{\n  \n}\n");
    EXPECT_EQ(with_clause("lemma L()\n  decreases 1\n¦{\n}\n", "ensures true"),
              "lemma L()\n  ensures true\n  decreases 1\n{\n}\n");
}

TEST(Edits, AFirstClause) {
    EXPECT_EQ(with_clause("method M(x: int)\n{\n  ¦\n}\n", "requires x < 9"),
              "method M(x: int)\n  requires x < 9\n{\n  \n}\n");
    EXPECT_EQ(with_clause("method M(x: int) {\n  ¦\n}\n", "modifies a"), "method M(x: int)\n  modifies a\n{\n  \n}\n");
    EXPECT_EQ(with_clause("class C {\n  function F(): int¦ { 1 }\n}\n", "reads this"),
              "class C {\n  function F(): int\n    reads this\n  { 1 }\n}\n");
    EXPECT_EQ(with_clause("method ¦M()\n", "ensures true"), "method M()\n  ensures true\n");
}

TEST(Edits, AnInvariant) {
    EXPECT_EQ(with_clause("method M()\n{\n  while i < n {\n    i ¦:= i + 1;\n  }\n}\n", "invariant i <= n"),
              "method M()\n{\n  while i < n\n    invariant i <= n\n  {\n    i := i + 1;\n  }\n}\n");
    EXPECT_EQ(
        with_clause("method M()\n{\n  while i < n\n    invariant 0 <= i\n    decreases n - i\n  {\n    ¦\n  }\n}\n",
                    "invariant i <= n"),
        "method M()\n{\n  while i < n\n    invariant 0 <= i\n    invariant i <= n\n    decreases n - i\n  {\n    "
        "\n  }\n}\n");
    EXPECT_EQ(with_clause("method M()\n{\n  for i := 0 to n {\n    ¦\n  }\n}\n", "invariant i <= n"),
              "method M()\n{\n  for i := 0 to n\n    invariant i <= n\n  {\n    \n  }\n}\n");
    EXPECT_EQ(with_clause("method M()\n{\n  ¦i := 1;\n}\n", "invariant i <= n"), "nothing");
    // The nearest that may have it.
    EXPECT_EQ(with_clause("method M()\n{\n  while a {\n    ¦\n  }\n}\n", "decreases n"),
              "method M()\n{\n  while a\n    decreases n\n  {\n    \n  }\n}\n");
    EXPECT_EQ(with_clause("method M()\n{\n  while a {\n    ¦\n  }\n}\n", "requires n"),
              "method M()\n  requires n\n{\n  while a {\n    \n  }\n}\n");
}

TEST(Edits, AStatementBeforeOrBehind) {
    const auto before = [](const Text& text, std::uint32_t at) {
        return insert_before_statement(text, at, "assert a;\nassert b;");
    };
    const auto behind = [](const Text& text, std::uint32_t at) {
        return insert_after_statement(text, at, "assert a;");
    };
    EXPECT_EQ(edited("method M()\n{\n  x := ¦1; // one\n}\n", before),
              "method M()\n{\n  assert a;\n  assert b;\n  x := 1; // one\n}\n");
    EXPECT_EQ(edited("method M()\n{\n  x := ¦1; // one\n}\n", behind),
              "method M()\n{\n  x := 1; // one\n  assert a;\n}\n");
    EXPECT_EQ(edited("method M() { x := ¦1; }\n", behind), "method M() { x := 1; assert a; }\n");
    EXPECT_EQ(edited("method M()\r\n{\r\n  x := ¦1;\r\n}\r\n", behind),
              "method M()\r\n{\r\n  x := 1;\r\n  assert a;\r\n}\r\n");
    EXPECT_EQ(edited("function F(): int { ¦1 }\n", behind), "nothing");
}

TEST(Edits, InABlock) {
    const auto end = [](const Text& text, std::uint32_t at) { return insert_at_end_of_block(text, at, "assert a;"); };
    const auto start = [](const Text& text, std::uint32_t at) {
        return insert_at_start_of_block(text, at, "assert a;");
    };
    EXPECT_EQ(edited("method M()\n{\n  x := 1;¦\n}\n", end), "method M()\n{\n  x := 1;\n  assert a;\n}\n");
    EXPECT_EQ(edited("method M()\n{\n  // first\n  x := 1;¦\n}\n", start),
              "method M()\n{\n  assert a;\n  // first\n  x := 1;\n}\n");
    EXPECT_EQ(edited("lemma L() {¦}\n", end), "lemma L() {\n  assert a;\n}\n");
    EXPECT_EQ(edited("lemma L()\n{\n  if b {¦ }\n}\n", start), "lemma L()\n{\n  if b {\n    assert a;\n  }\n}\n");
    EXPECT_EQ(edited("method M() { x := 1;¦ }\n", end), "method M() { x := 1; assert a; }\n");
}

TEST(Edits, FurtherCases) {
    const auto cases = [](const Text& text, std::uint32_t at) {
        return append_cases(text, at, {"case B => ", "case C => "});
    };
    EXPECT_EQ(edited("method M()\n{\n  match ¦x {\n    case A =>\n      y := 1;\n  }\n}\n", cases),
              "method M()\n{\n  match x {\n    case A =>\n      y := 1;\n    case B => \n    case C => \n  }\n}\n");
    EXPECT_EQ(edited("method M()\n{\n  match ¦x {}\n}\n", cases),
              "method M()\n{\n  match x {\n    case B => \n    case C => \n  }\n}\n");
    const auto values = [](const Text& text, std::uint32_t at) { return append_cases(text, at, {"case B => 2"}); };
    EXPECT_EQ(edited("function F(x: D): int\n{\n  match ¦x\n  case A => 1\n}\n", values),
              "function F(x: D): int\n{\n  match x\n  case A => 1\n  case B => 2\n}\n");
}

TEST(Edits, ADeclarationInFront) {
    const auto lemma = [](const Text& text, std::uint32_t at) {
        return insert_before_declaration(text, at, "lemma L()\n  ensures true\n{\n}");
    };
    EXPECT_EQ(edited("method N() {}\n\n// About M.\n// More.\nmethod M()\n{\n  ¦\n}\n", lemma),
              "method N() {}\n\nlemma L()\n  ensures true\n{\n}\n\n// About M.\n// More.\nmethod M()\n{\n  \n}\n");
    EXPECT_EQ(edited("class C {\n  method M() {\n    ¦\n  }\n}\n", lemma),
              "class C {\n  lemma L()\n    ensures true\n  {\n  }\n\n  method M() {\n    \n  }\n}\n");
}

} // namespace
} // namespace daphnia::layout
