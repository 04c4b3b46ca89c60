// What can be typed where the cursor is, in texts that are half typed.
#include "texts.h"

#include "layout/completion.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace daphnia::layout {
namespace {

Completion at(const std::string& text) {
    const Marked marked(text);
    Completion result = completion_at(*marked.content, marked.offset);
    result.word.file = result.qualifier.file = nullptr; // which ends here
    return result;
}

Place place(const std::string& text) {
    return at(text).place;
}

bool offers(const Completion& completion, const std::string& keyword) {
    return std::find(completion.keywords.begin(), completion.keywords.end(), keyword) != completion.keywords.end();
}

bool has_skeleton(const Completion& completion, const std::string& label) {
    return std::any_of(completion.skeletons.begin(), completion.skeletons.end(),
                       [&](const Skeleton& each) { return each.label == label; });
}

std::string clauses(const Completion& completion) {
    std::string result;
    for (const ClauseChoice& each : completion.clauses) {
        result += (result.empty() ? "" : " ") + each.keyword + (each.present ? "+" : "") + (each.next ? "" : "!");
    }
    return result;
}

TEST(Completion, NothingInCommentsStringsAndNumbers) {
    EXPECT_EQ(place("// while ¦"), Place::Nothing);
    EXPECT_EQ(place("method M() { /* x ¦ */ }"), Place::Nothing);
    EXPECT_EQ(place("method M() { print \"ab¦c\"; }"), Place::Nothing);
    EXPECT_EQ(place("method M() { print \"abc¦\n}"), Place::Nothing);
    EXPECT_EQ(place("method M() { print 'a¦'; }"), Place::Nothing);
    EXPECT_EQ(place("method M() { x := 12¦; }"), Place::Nothing);
    EXPECT_EQ(place("method M() { print \"abc\"; ¦ }"), Place::Statement);
}

TEST(Completion, NothingWhereANameIsDeclared) {
    EXPECT_EQ(place("method ¦"), Place::Nothing);
    EXPECT_EQ(place("lemma Ab¦"), Place::Nothing);
    EXPECT_EQ(place("class ¦ {}"), Place::Nothing);
    EXPECT_EQ(place("method M() { var ¦ }"), Place::Nothing);
    EXPECT_EQ(place("method M() { var x, ¦ }"), Place::Nothing);
    EXPECT_EQ(place("method M(¦)"), Place::Nothing);
    EXPECT_EQ(place("method M(x: int, ¦)"), Place::Nothing);
    EXPECT_EQ(place("function F(): bool { forall ¦ }"), Place::Nothing);
    EXPECT_EQ(place("function F(): bool { forall x, ¦ }"), Place::Nothing);
}

TEST(Completion, BeginningsOfDeclarations) {
    const Completion top = at("¦");
    EXPECT_EQ(top.place, Place::Declaration);
    EXPECT_TRUE(offers(top, "method"));
    EXPECT_TRUE(offers(top, "class"));
    EXPECT_TRUE(offers(top, "include"));
    EXPECT_FALSE(offers(top, "constructor"));
    EXPECT_TRUE(has_skeleton(top, "class"));
    const Completion between = at("method M() {\n}\n\nle¦\n\nmethod N() {\n}\n");
    EXPECT_EQ(between.place, Place::Declaration);
    EXPECT_TRUE(offers(between, "lemma"));
    EXPECT_FALSE(offers(between, "include"));
    EXPECT_EQ(between.word.end - between.word.begin, 2U);
    const Completion in_class = at("class C {\n  var x: int\n  ¦\n}\n");
    EXPECT_TRUE(offers(in_class, "constructor"));
    EXPECT_FALSE(offers(in_class, "module"));
    const Completion empty_class = at("class C {\n  ¦\n}\n");
    EXPECT_EQ(empty_class.place, Place::Declaration);
    EXPECT_TRUE(offers(empty_class, "constructor"));
    EXPECT_TRUE(offers(at("module M {\n  ¦\n}\n"), "module"));
    EXPECT_EQ(place("import ¦"), Place::Module);
    EXPECT_EQ(place("import A.¦"), Place::Module);
}

TEST(Completion, MembersBehindADot) {
    const Completion member = at("method M(c: Cell) { x := f(c.next.¦); }");
    EXPECT_EQ(member.place, Place::Member);
    const std::string text = "method M(c: Cell) { x := f(c.next.";
    EXPECT_EQ(text.substr(member.qualifier.begin, member.qualifier.end - member.qualifier.begin), "c.next");
    const Completion typed = at("method M(c: Cell)\n{\n  a[i].va¦\n  var y := 1;\n}");
    EXPECT_EQ(typed.place, Place::Member);
    EXPECT_EQ(typed.word.end - typed.word.begin, 2U);
    EXPECT_EQ(typed.qualifier.end - typed.qualifier.begin, 4U);
}

TEST(Completion, BeginningsOfStatements) {
    for (const char* text :
         {"method M() { ¦ }", "method M() {\n  x := 1;\n  wh¦\n}", "method M() {\n  if a { b := 1; } ¦ }",
          "method M() { match x { case A => ¦ } }", "method M() { label L: ¦ }", "method M() { while a { ¦"}) {
        const Completion completion = at(text);
        EXPECT_EQ(completion.place, Place::Statement) << text;
        EXPECT_TRUE(offers(completion, "while")) << text;
        EXPECT_TRUE(has_skeleton(completion, "while")) << text;
        EXPECT_FALSE(offers(completion, "then")) << text;
    }
    EXPECT_TRUE(offers(at("method M() { if a { } ¦ }"), "else"));
    EXPECT_FALSE(offers(at("method M() { while a { } ¦ }"), "else"));
    EXPECT_TRUE(offers(at("class C { constructor() { x := 1; ¦ } }"), "new"));
}

TEST(Completion, Expressions) {
    for (const char* text :
         {"method M() { x := ¦", "method M() { x := 1 + ¦ }", "method M() { assert ¦; }", "method M() { if ¦ { } }",
          "method M() { f(¦) }", "method M() { f(a, ¦) }", "function F(): int { ¦ }", "method M() requires ¦",
          "method M() { while i < n\n invariant ¦\n { } }", "function F(): bool { forall x :: ¦ }",
          "method M() { return ¦; }", "function F(): int { var x := 1; ¦ }", "method M() { assert L: ¦ }",
          "method M() { x := s[a: ¦] }"}) {
        EXPECT_EQ(place(text), Place::Expression) << text;
    }
    EXPECT_TRUE(offers(at("function F(): int { ¦ }"), "match"));
}

TEST(Completion, Types) {
    for (const char* text : {"method M(x: ¦", "method M() { var x: ¦", "function F(): ¦", "method M() { x := y as ¦; }",
                             "method M() { c := new ¦; }", "class C extends ¦", "function F(): bool { forall x: ¦ }",
                             "method M(x: seq<¦", "method M(x: map<int, ¦", "datatype D = A(x: ¦)", "const c: in¦"}) {
        EXPECT_EQ(place(text), Place::Type) << text;
    }
}

TEST(Completion, WhatContinuesAnExpression) {
    EXPECT_TRUE(offers(at("function F(): int { if a ¦ }"), "then"));
    EXPECT_TRUE(offers(at("function F(): int { if a then b ¦ }"), "else"));
    EXPECT_TRUE(offers(at("method M() { assert a ¦ }"), "by"));
    EXPECT_TRUE(offers(at("method M() { for i := 0 ¦ }"), "to"));
    EXPECT_TRUE(offers(at("method M(x: int) ¦"), "returns"));
    EXPECT_FALSE(offers(at("method M(x: int) returns (r: int) ¦"), "returns"));
    EXPECT_EQ(place("method M() { match x { case ¦ } }"), Place::Pattern);
    EXPECT_EQ(place("method M() { {:¦ } }"), Place::Attribute);
    EXPECT_EQ(place("method M() { while a { break ¦ } }"), Place::Label);
}

TEST(Completion, ClausesInTheirOrder) {
    EXPECT_EQ(clauses(at("method M(x: int)\n  ¦\n{\n}\n")), "requires reads modifies ensures decreases");
    EXPECT_EQ(clauses(at("function F(x: int): int\n  requires x > 0\n  ¦\n{ x }\n")),
              "requires+ reads ensures decreases");
    EXPECT_EQ(clauses(at("method M(x: int)\n  ensures x > 0\n  re¦\n  decreases x\n{\n}\n")),
              "requires! reads! modifies! ensures+ decreases+");
    EXPECT_EQ(clauses(at("method M()\n{\n  while i < n\n    invariant i > 0\n    ¦\n  {\n  }\n}\n")),
              "invariant+ modifies decreases");
    EXPECT_EQ(clauses(at("method M()\n{\n  while i < n\n    ¦\n    decreases n - i\n  {\n  }\n}\n")),
              "invariant modifies decreases+");
    EXPECT_EQ(clauses(at("method M() { x := a ¦; }")), "");
    EXPECT_TRUE(has_skeleton(at("method M() { while i < n ¦ }"), "invariant bounds"));
}

TEST(Completion, EveryPlaceOfATextHasAnAnswer) {
    const std::string text = "module A {\n  class C extends T<int> {\n    method M(x: seq<int>) returns (r: int)\n"
                             "      requires |x| > 0 && forall i :: 0 <= i < |x| ==> x[i] > 0\n    {\n"
                             "      r := match x[0] { case 0 => 1 case _ => if r > 0 then (y => y + 1)(2) else 3 };\n"
                             "      calc { 1; == { L(); } 2; }\n    }\n  }\n}\n";
    for (std::size_t end = 0; end <= text.size(); ++end) {
        at(text.substr(0, end) + "¦" + text.substr(end));
        at(text.substr(0, end) + "¦");
    }
}

} // namespace
} // namespace daphnia::layout
