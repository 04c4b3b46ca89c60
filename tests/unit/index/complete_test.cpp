// What is proposed in half-typed text, and which call is open there.
#include "index/complete.h"
#include "indexing.h"

#include "parse/lexemes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <set>

namespace daphnia::index {
namespace {

namespace fs = std::filesystem;

resolve::Options options() {
    resolve::Options result;
    result.reads_clauses_on_methods = true;
    return result;
}

// At the mark.
std::optional<Completion> completed(const std::string& with_mark) {
    const Marked text = marked(with_mark);
    static std::vector<std::unique_ptr<const SourceFile>> kept; // results point into them
    kept.push_back(std::make_unique<const SourceFile>("test.dfy", text.text));
    return complete({kept.back().get()}, *kept.back(), text.ranges.front().first, options());
}

std::set<std::string> names_at(const std::string& with_mark) {
    std::set<std::string> result;
    if (const auto found = completed(with_mark)) {
        for (const Proposal& each : found->proposals) {
            result.insert(each.name);
        }
    }
    return result;
}

void expect_proposed(const std::string& with_mark, const std::vector<std::string>& names,
                     const std::vector<std::string>& others = {}) {
    const std::set<std::string> found = names_at(with_mark);
    for (const std::string& name : names) {
        EXPECT_TRUE(found.contains(name)) << name << " is missing: " << with_mark;
    }
    for (const std::string& name : others) {
        EXPECT_FALSE(found.contains(name)) << name << " is too much: " << with_mark;
    }
}

using Names = std::set<std::string>;

TEST(Complete, NamesInScope) {
    expect_proposed("const k := 3\nmethod M(a: int, b: bool) { var x := 1; var y := ‹›", {"a", "b", "x", "k", "M"},
                    {"y"});
    expect_proposed("method M(a: int) { var x := 1; { var z := 3; } ‹› var late := 3; }", {"a", "x"}, {"z", "late"});
    expect_proposed("method M(a: int)\n  requires a > ‹›\n{ var q := 1; }", {"a", "M"}, {"q"});
    expect_proposed("method M(a: int) returns (r: int)\n  ensures r > ‹›\n{ var q := 1; }", {"a", "r"});
    expect_proposed("function F(n: nat): nat { if n == 0 then 0 else n * F(‹›", {"n", "F"});
    expect_proposed("function F(n: nat): nat { if n == ‹›", {"n", "F"});
    expect_proposed("predicate P(s: seq<int>) { forall i | 0 <= i < |s| :: ‹›", {"i", "s"});
    expect_proposed("predicate P(s: seq<int>) { forall i :: 0 <= i < ‹› ==> s[i] > 0 }", {"i", "s"});
    expect_proposed("method M(n: int) { while n > 0\n invariant ‹›\n { } }", {"n"});
    expect_proposed("method M(n: int) { if n > ‹› }", {"n"});
    expect_proposed("method M(n: int) { for i := 0 to ‹›", {"n"}, {"i"});
    expect_proposed("method M(n: int) { for i := 0 to n { print ‹›", {"n", "i"});
    expect_proposed("class C { var f: int static const s := 3\n method M(a: int) { ‹›", {"a", "f", "s", "M"});
    expect_proposed("datatype L = Nil | Cons(h: int, t: L)\nfunction F(l: L): int { match l case Cons(x, y) => ‹›",
                    {"x", "y", "l", "Nil", "Cons", "F"});
    expect_proposed("module A { const k := 1 }\nmodule B { import opened A\n method M() { print ‹›", {"k", "A", "M"});
    expect_proposed("method M(a: int) { var s := seq(3, i => ‹›", {"a", "i"});
    expect_proposed("method M(a: int) { calc { a; == { assert ‹›", {"a"});
    expect_proposed("method M(a: int) { var b :| b > ‹›", {"a", "b"});
    expect_proposed("method M(a: int) decreases * { while * { if * { print ‹›", {"a"});
    expect_proposed("method M(a: int) { for i := ‹›", {"a"});
    expect_proposed("datatype L = Nil | Cons(h: int, t: L)\nfunction F(l: L): int { match l case ‹›", {"Nil", "Cons"},
                    {"h"});
    expect_proposed("datatype L = Nil | Cons(h: int, t: L)\nmethod M(l: L) { match l { case ‹›", {"Nil", "Cons"});
    expect_proposed("datatype L = Nil | Cons(h: int, t: L)\nfunction F(l: L): L { l.(‹›", {"h", "t"}, {"Nil"});
}

TEST(Complete, MembersOfValues) {
    EXPECT_EQ(
        names_at("datatype L = Nil | Cons(h: int, t: L) { function Size(): nat { 0 } }\nfunction F(l: L): int { l.‹›"),
        (Names{"Nil?", "Cons?", "h", "t", "Size"}));
    EXPECT_EQ(
        names_at("class C { var f: int const k: nat := 3 method M() {} constructor () {} }\nmethod N(c: C) { c.‹› }"),
        (Names{"f", "k", "M"}));
    EXPECT_EQ(names_at("method N(a: array<int>) { print a.‹›; }"), Names{"Length"});
    EXPECT_EQ(names_at("method N(a: array2<int>) { print a.‹›; }"), (Names{"Length0", "Length1"}));
    EXPECT_EQ(names_at("method N(m: map<int, bool>) { var s := m.‹›\n}"), (Names{"Keys", "Values", "Items"}));
    EXPECT_EQ(names_at("method N(r: real) { var s := r.‹›\n}"), Names{"Floor"});
    EXPECT_EQ(names_at("trait T { method M() }\nclass C extends T { method M() {} var g: int }\nmethod N(c: C) { c.‹›"),
              (Names{"M", "g"}));
    EXPECT_EQ(names_at("class C { var f: C? }\nmethod N(c: C) modifies c { c.f.‹› := 3; }"), Names{"f"});
    EXPECT_EQ(names_at("class C { var f: C? }\nmethod N(s: seq<C>) requires |s| > 0 { var q := s[0]; if q.‹›"),
              Names{"f"});
    const auto found =
        completed("class C { var f: C? }\nmethod N(s: seq<C>) requires |s| > 0 { var q := s[0]; if q.‹›");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->receiver, "C");
    EXPECT_EQ(found->where, Where::Member);
    EXPECT_EQ(found->proposals.front().detail, "var f: C?"); // as it is declared
}

TEST(Complete, PartsOfModulesAndTypes) {
    EXPECT_EQ(names_at("module A { const k := 1 type T = int function F(): int { 3 } }\nmodule B { import A\n method "
                       "M() { print A.‹›"),
              (Names{"k", "T", "F"}));
    EXPECT_EQ(names_at("datatype L = Nil | Cons(h: int, t: L)\nmethod M() { var l := L.‹›"), (Names{"Nil", "Cons"}));
    expect_proposed("type T = int\nclass C {}\nmethod M<Q>(a: ‹›", {"T", "C", "C?", "Q"}, {"M"});
    expect_proposed("type T = int\nclass C {}\nmethod M<Q>(a: int) { var x: seq<‹›", {"T", "C", "Q"}, {"M", "a"});
    expect_proposed("class C { constructor Make() {} }\nmethod M() { var c := new ‹›", {"C"});
    EXPECT_EQ(names_at("class C { constructor Make() {} }\nmethod M() { var c := new C.‹›"), Names{"Make"});
    expect_proposed("module A {}\nmodule B { import ‹›", {"A"});
}

TEST(Complete, ReplacesTheWordThatIsThere) {
    const auto found = completed("method Method(apple: int) { print app‹›le + 1; }");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->replaced.text(), "apple");
    EXPECT_EQ(found->where, Where::Value);
    ASSERT_FALSE(found->proposals.empty());
    EXPECT_EQ(found->proposals.front().name, "apple");
    EXPECT_EQ(found->proposals.front().kind, SymbolKind::Parameter);
    EXPECT_EQ(found->proposals.front().detail, "int");
    EXPECT_EQ(completed("method M() { ‹› }")->where, Where::Statement);
}

TEST(Complete, NothingInCommentsAndLiterals) {
    EXPECT_FALSE(completed("method M() { // so ‹›\n }"));
    EXPECT_FALSE(completed("method M() { /* so ‹› */ }"));
    EXPECT_FALSE(completed("method M() { print \"so ‹›\"; }"));
    EXPECT_FALSE(completed("method M() { print 12‹›3; }"));
}

TEST(Complete, WhateverElseIsWrong) {
    expect_proposed("method Bad() { x := ; }\nmethod M(a: int) { var x := undefined; print ‹›\n}\nmethod Also( { }",
                    {"a", "x"});
    expect_proposed("class C { method Bad() { x := 3; } method M(c: C) { c.‹›\n method Next() {} }",
                    {"Bad", "M", "Next"});
    expect_proposed("function F(n: Undefined): int { 3 }\nmethod M(a: seq<int>) { print a[‹›", {"a", "F"});
}

// ---- calls

std::optional<OpenCall> open_at(const std::string& with_mark) {
    const Marked text = marked(with_mark);
    const SourceFile file("test.dfy", text.text);
    return open_call({&file}, file, text.ranges.front().first, options());
}

void expect_open(const std::string& with_mark, const std::string& name, std::size_t active) {
    const auto found = open_at(with_mark);
    ASSERT_TRUE(found) << with_mark;
    EXPECT_EQ(found->name, name) << with_mark;
    EXPECT_EQ(found->active, active) << with_mark;
}

TEST(OpenCall, KnowsTheCalleeAndTheArgument) {
    const std::string declared = "function F(a: int, b: seq<int>): int { a }\nmethod G(c: bool) {}\n";
    expect_open(declared + "method M() { var x := F(‹›", "F", 0);
    expect_open(declared + "method M() { var x := F(1, ‹›); }", "F", 1);
    expect_open(declared + "method M() { var x := F(F(1, [2, 3]), [1, ‹›", "F", 1);
    expect_open(declared + "method M() { G(F(1, ‹›", "F", 1);
    expect_open(declared + "method M() { G(F(1, [2]) == ‹›", "G", 0);
    expect_open(declared + "method M() { print F(b := ‹›", "F", 1);
    expect_open("datatype L = Nil | Cons(h: int, t: L)\nmethod M() { var l := Cons(1, ‹›", "Cons", 1);
    expect_open("class C { constructor (n: int, m: int) {} }\nmethod M() { var l := new C(1, ‹›", "constructor", 1);
    expect_open("class C { method Do(n: int) {} }\nmethod M(c: C) { c.Do(‹›", "Do", 0);
    const auto found = open_at(declared + "method M() { var x := F(‹›");
    EXPECT_EQ(found->signature, "function F(a: int, b: seq<int>): int");
    EXPECT_EQ(found->parameters, (std::vector<std::string>{"a: int", "b: seq<int>"}));
    EXPECT_FALSE(open_at(declared + "method M() { var x := (‹›"));
    EXPECT_FALSE(open_at(declared + "method M() { var x := F(1, [2]); ‹›"));
}

// ---- all examples, with each line cut off at a name: what stood there is proposed

TEST(Complete, ProposesWhatWasThere) {
    int asked = 0;
    std::map<std::string, int> missed;
    int misses = 0;
    for (const fs::path& path : programs_below(fs::path(DAPHNIA_TESTS).parent_path() / "examples")) {
        const auto world = workspace_of(path);
        if (!world->program || world->files.size() > 1 || world->file().text().size() > 3'000) {
            continue;
        }
        const SourceFile& file = world->file();
        const std::vector<Occurrence> names = world->index->names_in(file);
        for (std::size_t i = 0; i < names.size(); i += 5) {
            const Occurrence& name = names[i];
            if (name.declares ||
                (name.symbol != kNoSymbol && world->index->symbol(name.symbol).kind == SymbolKind::Label)) {
                continue;
            }
            const std::size_t end_of_line = std::min(file.text().find('\n', name.range.begin), file.text().size());
            std::string cut(file.text().substr(0, name.range.begin));
            cut += file.text().substr(end_of_line);
            const SourceFile half(file.path(), cut);
            ++asked;
            const auto found = complete({&half}, half, name.range.begin, options());
            const std::string text(name.range.text());
            const bool there =
                found && std::any_of(found->proposals.begin(), found->proposals.end(), [&](const Proposal& each) {
                    return each.name == text || each.name == text + "?";
                });
            if (!there) {
                ++misses;
                const support::LineColumn at = name.range.begin_place();
                std::cout << path.filename().string() << ":" << at.line << ":" << at.column << " " << text << ": "
                          << file.line(at.line) << "\n";
            }
        }
    }
    std::cout << misses << " of " << asked << " names are not proposed\n";
    EXPECT_GT(asked, 250);
    EXPECT_LT(misses * 50, asked);
}

} // namespace
} // namespace daphnia::index
