// Names and what they stand for; and that none is forgotten, in all programs that there are.
#include "indexing.h"

#include "parse/lexemes.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>
#include <map>

namespace daphnia::index {
namespace {

namespace fs = std::filesystem;

// The first range marked is the declaration, all others are what stands for it.
void expect_occurrences(const std::string& with_marks) {
    const Marked text = marked(with_marks);
    const auto world = workspace(text.text);
    EXPECT_TRUE(world->program.has_value())
        << text.text << (world->diagnostics.all().empty() ? "" : world->diagnostics.all().front().message);
    const Occurrence* declared = world->index->at(world->file(), text.ranges.front().first);
    ASSERT_NE(declared, nullptr) << with_marks;
    ASSERT_NE(declared->symbol, kNoSymbol) << with_marks;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> found;
    for (const Occurrence& each : world->index->occurrences(declared->symbol)) {
        found.emplace_back(each.range.begin, each.range.end);
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> expected = text.ranges;
    std::sort(expected.begin(), expected.end());
    EXPECT_EQ(found, expected) << with_marks;
    for (const auto& range : expected) {
        const Occurrence* there = world->index->at(world->file(), range.first);
        ASSERT_NE(there, nullptr);
        EXPECT_EQ(world->index->family(there->symbol), world->index->family(declared->symbol)) << with_marks;
    }
}

TEST(Occurrences, Variables) {
    expect_occurrences("method M(‹a›: int) returns (r: int) requires ‹a› > 0 { var x := ‹a›; r := x + ‹a›; }");
    expect_occurrences("method M(a: int) returns (‹r›: int) ensures ‹r› == a { ‹r› := a; }");
    expect_occurrences("method M(a: int) { var ‹a'› := a; { var a := 3; } print ‹a'›; }");
    expect_occurrences("method M(a: int) { var b := forall ‹a›: int :: ‹a› == ‹a›; print a; }");
    expect_occurrences("method M() { for ‹i› := 0 to 10 invariant ‹i› >= 0 { print ‹i›; } }");
    expect_occurrences("function F(n: nat): (‹r›: int) ensures ‹r› >= 0 { n }");
}

TEST(Occurrences, ConstructorsTestsAndDestructors) {
    const std::string program = "datatype List = Nil | Cons(head: int, tail: List)\n";
    expect_occurrences("datatype L = ‹Nil› | Cons(h: int, t: L)\nfunction F(l: L): int { match l case ‹Nil› => 0 case "
                       "Cons(_, t) => F(t) }\nmethod M(l: L) requires l.‹Nil›? { var k := L.‹Nil›; var j := ‹Nil›; }");
    expect_occurrences(
        "datatype L = Nil | Cons(‹h›: int, t: L)\nfunction F(l: L): int requires l.Cons? { var Cons(a, _) := l; "
        "l.‹h› + l.(‹h› := 3).‹h› + Cons(‹h› := 1, t := l).‹h› }");
    expect_occurrences("datatype S = A(‹r›: int) | B(‹r›: int)\nfunction F(s: S): int { s.‹r› }");
}

TEST(Occurrences, Types) {
    expect_occurrences("datatype ‹T›<A> = T(a: A)\nfunction F(t: ‹T›<int>): ‹T›<seq<‹T›<int>>> { T([t]) }");
    expect_occurrences("class ‹C› { constructor () {} }\nmethod M(c: ‹C›?) { var d := new ‹C›(); var e: ‹C› := d; }");
    expect_occurrences("type ‹E› = x: int | x % 2 == 0\nmethod M(e: ‹E›) { var f: seq<‹E›> := [e]; }");
    expect_occurrences("type ‹S›<T> = seq<T>\nfunction F(s: ‹S›<int>): ‹S›<bool> { [] }");
    expect_occurrences("function F<‹T›>(x: ‹T›): ‹T› { x }");
    expect_occurrences("type Pair<‹T›> = (‹T›, ‹T›)\nfunction F<U>(x: Pair<U>): U { x.0 }");
    expect_occurrences("datatype D<‹T›> = D(x: ‹T›) { function F(): ‹T› { x } }");
}

TEST(Occurrences, MembersAndFields) {
    expect_occurrences("class C { var ‹f›: int\n method M() modifies this`‹f› { ‹f› := this.‹f› + 1; } }\n"
                       "method N(c: C) modifies c`‹f› ensures unchanged(c) || c.‹f› == 3 { c.‹f› := 3; }");
    expect_occurrences(
        "class C { const ‹k›: int\n constructor () { ‹k› := 3; new; print ‹k›; } }\nmethod M(c: C) { print c.‹k›; }");
    expect_occurrences("class C { constructor ‹Make›(n: int) {} }\nmethod M() { var c := new C.‹Make›(3); }");
    expect_occurrences(
        "trait T { method ‹M›() }\nclass C extends T { method ‹M›() {} }\nmethod N(t: T, c: C) { t.‹M›(); c.‹M›(); }");
}

TEST(Occurrences, Labels) {
    expect_occurrences("class C { var f: int }\nmethod M(c: C) modifies c { c.f := 1; label ‹L›: c.f := 2; assert "
                       "old@‹L›(c.f) == 1; }");
    expect_occurrences("method M() decreases * { label ‹L›: while true decreases * { continue ‹L›; } }");
    expect_occurrences("method M() { label ‹L›: while true { break ‹L›; } }");
    expect_occurrences("method M(x: int) requires ‹P›: x > 0 { reveal ‹P›; }");
    expect_occurrences("method M(x: int) requires x > 0 { assert ‹P›: x > 0; reveal ‹P›; }");
}

TEST(Occurrences, CallsAndArguments) {
    expect_occurrences("method ‹M›(a: int)\nmethod N() { ‹M›(a := 3); ‹M›(4); }");
    expect_occurrences("method M(‹a›: int)\nmethod N() { M(‹a› := 3); }");
    expect_occurrences(
        "opaque function ‹F›(): int { 3 }\nmethod N() { reveal ‹F›(); reveal_‹F›(); assert ‹F›() == 3; }");
    expect_occurrences("function F(‹a›: int, b: int := ‹a›): int { ‹a› + b }\nmethod N() { print F(3); }");
}

TEST(Occurrences, Modules) {
    expect_occurrences(
        "module ‹A› { function F(): int { 3 } }\nmodule B { import ‹A›\n method M() { print ‹A›.F(); } }");
    expect_occurrences(
        "module A { function F(): int { 3 } }\nmodule B { import ‹X› = A\n method M() { print ‹X›.F(); } }");
    expect_occurrences(
        "module A { function ‹F›(): int { 3 } }\nmodule B { import opened A\n method M() { print ‹F›() + A.‹F›(); } }");
    expect_occurrences(
        "module ‹A› { module B { type T = int } }\nmodule ‹A›.C { }\nmodule D { import ‹A›.B\n const c: B.T }");
}

TEST(Occurrences, OfSeveralFiles) {
    const auto world = workspace(
        Texts{{"a.dfy", "function F(): int { 3 }"}, {"b.dfy", "include \"a.dfy\"\nmethod M() { print F(); }"}});
    const Occurrence* use =
        world->index->at(world->file(1), static_cast<std::uint32_t>(world->file(1).text().find("F()")));
    ASSERT_NE(use, nullptr);
    EXPECT_EQ(world->index->symbol(use->symbol).name, "F");
    EXPECT_EQ(world->index->symbol(use->symbol).name_range.file, &world->file(0));
    EXPECT_EQ(world->index->occurrences(use->symbol).size(), 2U);
}

TEST(Occurrences, AreThereWhereTheProgramIsWrong) {
    const auto world = workspace("method M(a: int) { var b := a; var c: bool := b; print b; }");
    EXPECT_FALSE(world->program.has_value());
    EXPECT_EQ(world->index->occurrences(world->index->at(world->file(), 23)->symbol).size(), 3U);
    EXPECT_EQ(world->index->symbol(world->index->at(world->file(), 23)->symbol).type, "int");
}

// ---- all programs

std::vector<fs::path> all_programs() {
    std::vector<fs::path> result = programs_below(fs::path(DAPHNIA_TESTS) / "suite");
    for (fs::path& each : programs_below(fs::path(DAPHNIA_TESTS).parent_path() / "examples")) {
        result.push_back(std::move(each));
    }
    return result;
}

// Why a name stands for nothing that anybody declared; empty when it ought to.
std::string reason(const SourceFile& file, const std::vector<parse::Lexeme>& lexemes, std::size_t i) {
    const auto text = [&](std::size_t at) {
        return at < lexemes.size() ? file.text().substr(lexemes[at].begin, lexemes[at].end - lexemes[at].begin)
                                   : std::string_view();
    };
    if (text(i) == "_") {
        return "wildcard";
    }
    if (i > 0 && (text(i - 1) == "{:" || text(i - 1) == "@")) {
        return "name of an attribute";
    }
    for (std::size_t k = i; k-- > 0 && text(k) != "}";) {
        if (text(k) == "{:") {
            return "argument of an attribute that means nothing";
        }
    }
    if (lexemes[i].kind == parse::LexemeKind::Word) {
        return "keyword at this place";
    }
    return {};
}

TEST(Occurrences, EveryNameIsKnown) {
    std::map<std::string, int> counts;
    int names = 0;
    int unknown = 0;
    for (const fs::path& path : all_programs()) {
        const auto world = workspace_of(path);
        if (!world->program) {
            continue;
        }
        const SourceFile& file = *world->files.back();
        const std::vector<parse::Lexeme> lexemes = parse::lexemes(file);
        for (std::size_t i = 0; i < lexemes.size(); ++i) {
            if (lexemes[i].kind != parse::LexemeKind::Name && lexemes[i].kind != parse::LexemeKind::Word) {
                continue;
            }
            ++names;
            const Occurrence* found = world->index->at(file, lexemes[i].end);
            const bool covers =
                found != nullptr && found->range.begin >= lexemes[i].begin && found->range.end <= lexemes[i].end;
            const Occurrence* shorter = world->index->at(file, lexemes[i].end - 1);
            const bool covered = covers || (shorter != nullptr && shorter->range.begin >= lexemes[i].begin &&
                                            shorter->range.end <= lexemes[i].end);
            const std::string why = covered ? "known" : reason(file, lexemes, i);
            ++counts[why.empty() ? "UNKNOWN" : why];
            if (why.empty()) {
                ++unknown;
                const support::LineColumn at = file.place(lexemes[i].begin);
                ADD_FAILURE() << path.string() << ":" << at.line << ":" << at.column << ": " << file.line(at.line);
            }
        }
    }
    for (const auto& [why, count] : counts) {
        std::cout << why << ": " << count << " of " << names << "\n";
    }
    EXPECT_GT(names, 10'000);
    EXPECT_EQ(unknown, 0);
}

} // namespace
} // namespace daphnia::index
