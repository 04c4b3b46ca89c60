// Loops: what for becomes, which measure a loop gets, and what may go on forever.
#include "resolving.h"

#include <gtest/gtest.h>

namespace daphnia::resolve {
namespace {

std::string loop(const std::string& text) {
    return kernel("method M(n: int, s: seq<int>, c: char) {\n" + text + "\n}");
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

TEST(Loops, GuardsGiveTheMeasure) {
    EXPECT_TRUE(has(loop("var i := 0; while i < n { i := i + 1; }"), "n - i")) << loop("var i := 0; while i < n { }");
    EXPECT_TRUE(has(loop("var i := 0; while n >= i { i := i + 1; }"), "n - i"));
    EXPECT_TRUE(has(loop("var i := 0; while i != n { i := i + 1; }"), "if i <= n then n - i else i - n"));
    EXPECT_TRUE(has(loop("var t := s; while t != [] { t := t[1..]; }"), "{:inferred} t"));
    EXPECT_TRUE(has(loop("var i := 0; while i > 3 && i < n { }"), "if i > 3 then n - i else -1"));
}

TEST(Loops, TheirIndicesAreNotAssigned) {
    EXPECT_EQ(said_in_body("for k := 0 to i { r := k; }"), Said{});
    EXPECT_EQ(said_in_body("for k := 0 to i { k := 1; }"),
              Said{"7:19 mutability: LHS of assignment must denote a mutable variable"});
    EXPECT_FALSE(said_in_body("for k := p to i { }").empty());
}

TEST(Loops, BoundedOnesNeedNoMeasure) {
    EXPECT_EQ(
        said_in_body("for k := 0 to i decreases i { }"),
        Said{"7:27 misplaced: a 'for' loop is allowed an explicit 'decreases' clause only if the end-expression is "
             "'*'"});
    EXPECT_EQ(said_in_body("for k := 0 to * invariant k <= 10 decreases 10 - k { if k == 10 { break; } }"), Said{});
    EXPECT_EQ(said_in_body("for k := 0 to * { }").size(), 1U);
}

TEST(Loops, ForeverMustBeDeclared) {
    EXPECT_EQ(said("method M() decreases * { while true decreases * { } }"), Said{});
    EXPECT_EQ(said("method M() { while true decreases * { } }"),
              Said{"1:35 decreases-star: a possibly infinite loop is allowed only if the enclosing method is declared "
                   "(with 'decreases *') to be possibly non-terminating"});
    EXPECT_EQ(said("function F(x: int): int decreases * { x }"),
              Said{"1:35 decreases-star: a '*' expression is not allowed here"});
    EXPECT_EQ(said("lemma L() decreases * { }"), Said{"1:21 decreases-star: a '*' expression is not allowed here"});
}

TEST(Loops, CountUpAndDown) {
    EXPECT_TRUE(has(loop("for i := 0 to n { if i == 3 { continue; } }"), "while i != to"));
    EXPECT_TRUE(has(loop("for i := n downto 0 { }"), "i := i - 1"));
}

TEST(Loops, CasesAreAlternativesOfOneLoop) {
    EXPECT_EQ(said_in_body("while decreases i - r { case r < i => r := r + 1; case r < n => r := r + 2; }"), Said{});
    EXPECT_EQ(said_in_body("while { case r => }"),
              Said{"7:14 type: condition is expected to be of type bool, but is int"});
}

} // namespace
} // namespace daphnia::resolve
