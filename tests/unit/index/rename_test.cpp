// Another name changes nothing else; where it would, there is a reason and no change.
#include "index/rename.h"
#include "indexing.h"

#include "typed/print.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <iostream>

namespace daphnia::index {
namespace {

namespace fs = std::filesystem;

resolve::Options options() {
    resolve::Options result;
    result.reads_clauses_on_methods = true;
    return result;
}

// The texts with the symbol of the first mark renamed; or the reason against it.
std::string renamed(const std::string& with_mark, const std::string& name) {
    const Marked text = marked(with_mark);
    const auto world = workspace(text.text);
    const Occurrence* there = world->index->at(world->file(), text.ranges.front().first);
    if (there == nullptr || there->symbol == kNoSymbol) {
        return "no symbol";
    }
    const Renaming renaming = rename(*world->index, there->symbol, name, options());
    std::string result = text.text;
    for (auto range = renaming.ranges.rbegin(); range != renaming.ranges.rend(); ++range) {
        result.replace(range->begin, range->end - range->begin, name);
    }
    return renaming.refusal.empty() ? result : "refused: " + renaming.refusal;
}

TEST(Rename, ChangesAllThatStandsForIt) {
    EXPECT_EQ(renamed("method M(‹a›: int) { var b := a; { var a := 3; print a; } }", "c"),
              "method M(c: int) { var b := c; { var a := 3; print a; } }");
    EXPECT_EQ(renamed("datatype L = ‹Nil› | Cons(t: L)\npredicate P(l: L) { l.Nil? || l == Nil || l == L.Nil }", "End"),
              "datatype L = End | Cons(t: L)\npredicate P(l: L) { l.End? || l == End || l == L.End }");
    EXPECT_EQ(renamed("datatype S = A(r: int) | B(r: int)\nfunction F(s: S): int { s.‹r› }", "n"),
              "datatype S = A(n: int) | B(n: int)\nfunction F(s: S): int { s.n }");
    EXPECT_EQ(
        renamed("trait T { method M() }\nclass C extends T { method ‹M›() {} }\nclass D extends T { method M() {} }",
                "N"),
        "trait T { method N() }\nclass C extends T { method N() {} }\nclass D extends T { method N() {} }");
    EXPECT_EQ(renamed("class ‹C› {}\nmethod M(c: C?) { var d := new C; }", "D"),
              "class D {}\nmethod M(c: D?) { var d := new D; }");
    EXPECT_EQ(renamed("ghost function ‹F›(): int { 3 }\nlemma L() ensures F() == 3 {}", "G"),
              "ghost function G(): int { 3 }\nlemma L() ensures G() == 3 {}");
}

TEST(Rename, IsRefusedWithAReason) {
    EXPECT_EQ(renamed("method M(‹a›: int) {}", "while"), "refused: 'while' is a word of the language");
    EXPECT_EQ(renamed("method M(‹a›: int) {}", "3b"), "refused: '3b' is not a name");
    EXPECT_EQ(renamed("method M(‹a›: int) {}", ""), "refused: '' is not a name");
    EXPECT_EQ(renamed("method M(‹a›: int) {}", "a b"), "refused: 'a b' is not a name");
    EXPECT_EQ(renamed("method M(‹a›: int) {}", "_a"), "refused: names do not begin with an underscore");
    EXPECT_EQ(renamed("method M(‹a›: int, b: int) {}", "b"),
              "refused: with the name 'b' the program is wrong, line 1: duplicate parameter name: b");
    EXPECT_EQ(renamed("method M(‹a›: int) {\n var b := 3;\n print a;\n}", "b"),
              "refused: 'b' would mean something else on line 3");
    EXPECT_EQ(renamed("const k := 3\nmethod M(‹a›: int) {\n print k;\n print a;\n}", "k"),
              "refused: 'k' would mean something else on line 3");
    EXPECT_EQ(renamed("class C { ‹constructor› () {} }", "d"), "refused: this constructor has no name");
}

// Of a program that is wrong elsewhere.
TEST(Rename, ManagesWithErrors) {
    EXPECT_EQ(renamed("method N() { x := 3; }\nmethod M(‹a›: int) { print a; }", "b"),
              "method N() { x := 3; }\nmethod M(b: int) { print b; }");
}

std::string without(std::string text, const std::string& old_name, const std::string& name) {
    const auto is_part = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '\'';
    };
    for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
        if ((at == 0 || !is_part(text[at - 1])) &&
            (at + name.size() >= text.size() || !is_part(text[at + name.size()]))) {
            text.replace(at, name.size(), old_name);
        }
    }
    return text;
}

// What a program means, with the new name put back.
TEST(Rename, OfEverythingInTheExamplesMeansTheSame) {
    int count = 0;
    int programs = 0;
    for (const fs::path& path : programs_below(fs::path(DAPHNIA_TESTS).parent_path() / "examples")) {
        const auto world = workspace_of(path);
        if (!world->program || world->files.size() > 1 || world->file().text().size() > 4'000 || programs >= 12) {
            continue;
        }
        ++programs;
        const std::string before = typed::print(*world->program);
        for (SymbolId id = 0; id < world->index->symbols().size(); ++id) {
            const Symbol& symbol = world->index->symbol(id);
            if (!cannot_be_renamed(*world->index, id).empty()) {
                continue;
            }
            const std::string name = "fresh'name";
            const Renaming renaming = rename(*world->index, id, name, options());
            ASSERT_EQ(renaming.refusal, "") << path << " " << symbol.name;
            std::string text(world->file().text());
            for (auto range = renaming.ranges.rbegin(); range != renaming.ranges.rend(); ++range) {
                text.replace(range->begin, range->end - range->begin, name);
            }
            const auto after = workspace(text);
            ASSERT_TRUE(after->program.has_value()) << path << " " << symbol.name;
            ASSERT_EQ(without(typed::print(*after->program), symbol.name, name), before) << path << " " << symbol.name;
            ++count;
        }
    }
    std::cout << count << " symbols of " << programs << " programs renamed\n";
    EXPECT_GT(count, 100);
}

} // namespace
} // namespace daphnia::index
