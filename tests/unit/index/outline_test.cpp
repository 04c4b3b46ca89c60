// Symbols and what is said of each.
#include "indexing.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace daphnia::index {
namespace {

// "kind name in container", one a line.
std::string listed(const std::vector<Symbol>& symbols) {
    std::string result;
    for (const Symbol& symbol : symbols) {
        result += fmt::format("{}{} {}", symbol.ghost ? "ghost " : "", name_of(symbol.kind), symbol.name);
        result += symbol.container == kNoSymbol ? "\n" : fmt::format(" in {}\n", symbols[symbol.container].name);
    }
    return result;
}

const Symbol& named(const std::vector<Symbol>& symbols, const std::string& name) {
    const auto found =
        std::find_if(symbols.begin(), symbols.end(), [&](const Symbol& symbol) { return symbol.name == name; });
    EXPECT_NE(found, symbols.end()) << name;
    return *found;
}

TEST(Outline, ListsWhatIsDeclared) {
    const SourceFile file("test.dfy", R"(module M {
  datatype D<T> = A | B(x: T)
  class C extends Tr { var f: int  ghost const k: nat  constructor () { new; } constructor Make(n: int) {}
    method Get<U>(u: U) returns (r: int) requires P: true { label L: r := f; var a, b := 1, 2; } }
  trait Tr {}
  type S = n: int | n > 0 witness 1
  newtype N = x | 0 <= x < 10
  type E = seq<int>
  type O(==)
  import X = Y
}
module Y {
  lemma L(n: nat) { forall i | i < n { var q := i; } }
  function F(l: int): (res: int) { var z := l; match z case 0 => 1 case w => w }
  predicate P(s: set<int>) { forall x | x in s :: x > 0 }
})");
    const Outline made = outline(file);
    EXPECT_EQ(listed(made.symbols), R"(module M
datatype D in M
type parameter T in D
datatype constructor A in D
datatype constructor B in D
destructor x in B
class C in M
field f in C
ghost constant k in C
constructor constructor in C
constructor Make in C
parameter n in Make
method Get in C
type parameter U in Get
parameter u in Get
result r in Get
label P in Get
label L in Get
local variable a in Get
local variable b in Get
trait Tr in M
subset type S in M
bound variable n in S
newtype N in M
bound variable x in N
type synonym E in M
abstract type O in M
import X in M
module Y
ghost lemma L in Y
ghost parameter n in L
ghost bound variable i in L
ghost local variable q in L
function F in Y
result res in F
parameter l in F
bound variable z in F
pattern variable w in F
predicate P in Y
parameter s in P
bound variable x in P
)");
}

TEST(Outline, HasSignaturesContractsAndComments) {
    const SourceFile file("test.dfy", R"(// Not this one.

// Halves it,
//   exactly.
method {:verify false} Half(n: int) returns (r: int)
  requires n % 2 == 0
  ensures 2 * r == n
{ r := n / 2; }

/* A point
 * in the plane. */
datatype Point = Point(x: int, y: int) { function Sum(): int { x + y } }
class C { /** twice */ static ghost function Twice(n: int): int { 2 * n } const k: int := 3 }
)");
    const std::vector<Symbol> symbols = outline(file).symbols;
    const Symbol& half = named(symbols, "Half");
    EXPECT_EQ(half.signature.text(), "method {:verify false} Half(n: int) returns (r: int)");
    ASSERT_EQ(half.contract.size(), 2U);
    EXPECT_EQ(half.contract[0].kind, ast::SpecKind::Requires);
    EXPECT_EQ(half.contract[1].range.text(), "ensures 2 * r == n");
    EXPECT_EQ(comment_text(half.comment), "Halves it,\nexactly.");
    EXPECT_EQ(comment_text(named(symbols, "Point").comment), "A point\nin the plane.");
    EXPECT_EQ(named(symbols, "Point").signature.text(), "datatype Point = Point(x: int, y: int)");
    EXPECT_EQ(named(symbols, "C").signature.text(), "class C");
    EXPECT_EQ(named(symbols, "Twice").signature.text(), "static ghost function Twice(n: int): int");
    EXPECT_EQ(named(symbols, "k").signature.text(), "const k: int := 3");
    EXPECT_EQ(named(symbols, "r").signature.text(), "int");
}

TEST(Outline, IsThereForWhatCannotBeParsed) {
    const SourceFile file("test.dfy",
                          "method A() { }\nmethod B( { }\nclass C { method D() { x := ; } method E() { } }");
    EXPECT_EQ(listed(outline(file).symbols), "method A\nclass C\nmethod E in C\n");
}

TEST(Index, KnowsTypesAndGhosts) {
    const auto world = workspace(R"(class C { ghost var g: int }
method M(c: C, s: seq<nat>) returns (r: int) {
  var a := c.g;
  var b := s;
  r := |b|;
  assert forall i | 0 <= i < |s| :: s[i] >= 0;
}
lemma L(n: nat) { var m := n + 1; })");
    ASSERT_TRUE(world->program.has_value());
    const std::vector<Symbol>& symbols = world->index->symbols();
    EXPECT_EQ(named(symbols, "a").type, "int");
    EXPECT_TRUE(named(symbols, "a").ghost);
    EXPECT_EQ(named(symbols, "b").type, "seq<nat>");
    EXPECT_FALSE(named(symbols, "b").ghost);
    EXPECT_EQ(named(symbols, "i").type, "int");
    EXPECT_EQ(named(symbols, "s").type, "seq<nat>");
    EXPECT_EQ(named(symbols, "m").type, "int");
    EXPECT_TRUE(named(symbols, "m").ghost);
    EXPECT_EQ(named(symbols, "g").type, "int");
}

// At the first of the marked places is the expression that is marked second.
void expect_expression(const std::string& with_marks, const std::string& type, bool ghost) {
    const Marked text = marked(with_marks);
    const auto world = workspace(text.text);
    ASSERT_TRUE(world->program.has_value()) << text.text;
    const auto found = world->index->expression_at(world->file(), text.ranges.back().second);
    ASSERT_TRUE(found.has_value()) << with_marks;
    EXPECT_EQ(found->range.begin, text.ranges.front().first) << found->range.text();
    EXPECT_EQ(found->type, type);
    EXPECT_EQ(found->ghost, ghost) << with_marks;
}

TEST(Index, FindsExpressions) {
    expect_expression("method M(s: seq<int>) { var x := ‹s›[0]; }", "seq<int>", false);
    expect_expression("method M(s: seq<int>) { if ‹|s| >› 0 { print s; } }", "bool", false);
    expect_expression("method M(s: seq<int>) requires ‹|s| >› 0 { }", "bool", true);
    expect_expression("method M(ghost s: int) { ghost var x := ‹s +› 1; }", "int", true);
    expect_expression("function F(n: nat): nat { if n == 0 then 0 else ‹F›(n - 1) }", "nat", false);
    expect_expression("class C { var f: int method M() { print ‹f›; } }", "int", false);
    expect_expression("method M(x: int) decreases * { while x < 3 invariant ‹x <=› 3 decreases * { } }", "bool", true);
}

} // namespace
} // namespace daphnia::index
