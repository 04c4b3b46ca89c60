// Expressions: precedence, what reaches to the right as far as it can, suffixes, comprehensions.
#include "parsing.h"

namespace daphnia::parse {
namespace {

// ---- operators

TEST(Operators, precedence) {
    EXPECT_EQ(grouping("a + b * c - d"), "((a + (b * c)) - d)");
}

TEST(Operators, implications) {
    EXPECT_EQ(grouping("a ==> b ==> c"), "(a ==> (b ==> c))");
    EXPECT_EQ(grouping("a <== b <== c"), "((a <== b) <== c)");
    EXPECT_EQ(grouping("a <==> b ==> c <==> d"), "((a <==> (b ==> c)) <==> d)");
    EXPECT_EQ(grouping("a && b ==> c || d"), "((a && b) ==> (c || d))");
}

TEST(Operators, arithmeticAssociatesToTheLeft) {
    EXPECT_EQ(grouping("a - b - c"), "((a - b) - c)");
    EXPECT_EQ(grouping("a / b * c % d"), "(((a / b) * c) % d)");
    EXPECT_EQ(grouping("a << b + c"), "(a << (b + c))");
    EXPECT_EQ(grouping("a * b & c"), "(a * (b & c))");
}

TEST(Operators, unaryBindTighterThanBinary) {
    EXPECT_EQ(grouping("-a * -b"), "(-a * -b)");
    EXPECT_EQ(grouping("!a && !b.c"), "(!a && !b.c)");
    EXPECT_EQ(grouping("!!a"), "!!a");
    EXPECT_EQ(expression("-x as real"), "-x as real");
}

TEST(Operators, theRangeOfAnOperatorIsKept) {
    const Parsed parsed("function F(): int { a\n  / b }");
    const auto& binary = std::get<ast::Binary>(first<ast::FunctionDecl>(parsed).body->node);
    EXPECT_EQ(binary.op_range.begin_place(), (support::LineColumn{2, 3}));
}

TEST(Operators, chains) {
    const Parsed parsed("function F(): bool { 0 <= a < b == c }");
    const auto& chain = std::get<ast::Chain>(first<ast::FunctionDecl>(parsed).body->node);
    EXPECT_EQ(chain.operands.size(), 4U);
    EXPECT_EQ(chain.ops, (std::vector{ast::BinaryOp::Le, ast::BinaryOp::Lt, ast::BinaryOp::Eq}));
    EXPECT_EQ(expression("a !! b !! c"), "a !! b !! c");
    EXPECT_EQ(expression("(a < b) == c"), "(a < b) == c");
}

TEST(Operators, leadingConnectives) {
    EXPECT_EQ(expression("&& a && b"), "a && b");
    EXPECT_EQ(expression("|| a || b"), "a || b");
    EXPECT_EQ(expression("x ==> && a && b"), "x ==> a && b");
    EXPECT_EQ(expression("&& a"), "true && a");
}

TEST(Operators, whatMustNotBeMixed) {
    const auto error = [](const std::string& text) { return joined_errors_of("const c := " + text); };
    EXPECT_EQ(error("a && b || c"), "1:19: ambiguous use of && and ||: use parentheses to disambiguate");
    EXPECT_EQ(error("a ==> b <== c"), "1:20: ambiguous use of ==> and <==: use parentheses to disambiguate");
    EXPECT_EQ(error("a & b | c"), "1:18: ambiguous use of &, |, ^: use parentheses to disambiguate");
    EXPECT_EQ(error("a < b > c"), "1:18: this operator chain cannot continue with a descending operator");
    EXPECT_EQ(error("a != b != c"), "1:19: a chain cannot have more than one != operator");
    EXPECT_EQ(error("a in b in c"), "1:19: this operator cannot be part of a chain");
    EXPECT_EQ(error("a !! b == c"), "1:19: chaining not allowed from the previous operator");
    EXPECT_EQ(error("a && && b"), "1:17: unexpected '&&': an operand is missing before it");
}

TEST(Operators, conversionsAndTypeTests) {
    EXPECT_EQ(expression("x as int as real + 1.0"), "x as int as real + 1.0");
    EXPECT_EQ(expression("x is T<int> && y is T?"), "x is T<int> && y is T?");
    EXPECT_EQ(expression("x as int < y"), "x as int < y");
}

TEST(Operators, decreasesTo) {
    EXPECT_EQ(expression("(a, b decreases to c, d)"), "(a, b decreases to c, d)");
    EXPECT_EQ(expression("(a decreases to) && (nonincreases to) && (decreases to b, c)"),
              "(a decreases to) && (nonincreases to) && (decreases to b, c)");
    EXPECT_EQ(statements("assert x nonincreases to y;"), "assert (x nonincreases to y);");
}

// ---- what reaches to the right

TEST(Open, quantifiersTakeEverythingToTheRight) {
    EXPECT_EQ(expression("forall x :: a && b ==> c"), "forall x :: a && b ==> c");
    EXPECT_EQ(expression("a && forall x :: b && c"), "a && forall x :: b && c");
    EXPECT_EQ(expression("(forall x :: a) && b"), "(forall x :: a) && b");
    EXPECT_EQ(expression("1 + if a then 2 else 3 + 4"), "1 + if a then 2 else 3 + 4");
    EXPECT_EQ(expression("(if a then 2 else 3) + 4"), "(if a then 2 else 3) + 4");
    EXPECT_EQ(expression("!forall x :: a && b"), "!forall x :: a && b");
}

TEST(Open, quantifierDomains) {
    EXPECT_EQ(expression("forall x, y: int | 0 <= x < y :: a"), "forall x, y: int | 0 <= x < y :: a");
    EXPECT_EQ(expression("exists x <- s, y <- t | x < y :: a"), "exists x <- s, y <- t | x < y :: a");
    EXPECT_EQ(expression("forall x <- s | p(x), y | q(x, y) :: a"), "forall x <- s | p(x), y | q(x, y) :: a");
    EXPECT_EQ(expression("forall x {:trigger f(x)} {:nowarn} :: a"), "forall x {:trigger f(x)} {:nowarn} :: a");
    EXPECT_EQ(expression("forall x {:trigger f(x)} | g(x) :: a"), "forall x {:trigger f(x)} | g(x) :: a");
    EXPECT_EQ(expression("forall x | |x| == 1 | 2 :: |x| > 0"), "forall x | |x| == 1 | 2 :: |x| > 0");
}

TEST(Open, comprehensions) {
    EXPECT_EQ(expression("set x | x in s"), "(set x | x in s)");
    EXPECT_EQ(expression("set x: T"), "(set x: T)");
    EXPECT_EQ(expression("iset x, y | x < y :: x + y"), "iset x, y | x < y :: x + y");
    EXPECT_EQ(expression("set x | x in set y | p(y) :: y"), "(set x | x in (set y | p(y) :: y))");
    EXPECT_EQ(expression("map x | x in s :: x + 1"), "(map x | x in s :: x + 1)");
    EXPECT_EQ(expression("imap x, y | p(x, y) :: x := y"), "imap x, y | p(x, y) :: x := y");
    EXPECT_EQ(expression("f(set x | p(x) :: x, 3)"), "f(set x | p(x) :: x, 3)");
    EXPECT_EQ(expression("m[map x :: x := y][0 := 1]"), "m[map x :: x := y][0 := 1]");
    EXPECT_EQ(expression("seq(n, i => i * 2) + seq<int>(n, f)"), "seq(n, (i) => i * 2) + seq<int>(n, f)");
}

TEST(Open, lambdas) {
    EXPECT_EQ(expression("x => x + 1"), "(x) => x + 1");
    EXPECT_EQ(expression("() => 1"), "() => 1");
    EXPECT_EQ(expression("(x: int, y) => x + y"), "(x: int, y) => x + y");
    EXPECT_EQ(expression("f((x), (x, y), x => y => x)"), "f(x, (x, y), (x) => (y) => x)");
    EXPECT_EQ(expression("x reads c requires p(x) => x"), "((x) reads c requires p(x) => x)");
    EXPECT_EQ(expression("_ => 1"), "(_) => 1");
}

TEST(Open, clausesOfAContractAreNotLambdaHeads) {
    EXPECT_EQ(printed("function F(a: bool): bool\n  requires a\n  requires (a)\n  reads *\n  ensures a\n{ a }"),
              "function F(a: bool): bool\n    requires a\n    requires a\n    reads *\n    ensures a\n{\n    a\n}\n");
    EXPECT_EQ(printed("function F(): T\n  requires p"), "function F(): T\n    requires p\n");
}

TEST(Open, let) {
    EXPECT_EQ(expression("var x := 1; x + 1"), "var x := 1; x + 1");
    EXPECT_EQ(expression("var x: int, y := 1, 2; x"), "var x: int, y := 1, 2; x");
    EXPECT_EQ(expression("var (a, Cons(b, _)) := e; a"), "var (a, Cons(b, _)) := e; a");
    EXPECT_EQ(expression("ghost var x :| p(x); x"), "ghost var x :| p(x); x");
    EXPECT_EQ(expression("var x :- f(); x"), "var x :- f(); x");
    EXPECT_EQ(expression(":- f(); x"), ":- f(); x");
    EXPECT_EQ(expression("forall x | var y := x; p(y) :: q"), "forall x | (var y := x; p(y)) :: q");
}

TEST(Open, match) {
    EXPECT_EQ(expression("match x case A => 1 case B(y, _) => y"),
              "match x {\n    case A => 1\n    case B(y, _) => y\n}");
    EXPECT_EQ(expression("match x { case A | B => 1 case (1, -2) => 2 case \"s\" => 3 } + 1"),
              "match x {\n    case A | B => 1\n    case (1, -2) => 2\n    case \"s\" => 3\n} + 1");
    // Each case belongs to the match before it.
    EXPECT_EQ(expression("match x case A => match y case B => 1 case C => 2"),
              "match x {\n    case A => match y {\n        case B => 1\n        case C => 2\n    }\n}");
    EXPECT_EQ(expression("match x {}"), "match x {\n}");
    EXPECT_EQ(expression("var y := match x case A => 1; y"), "var y := match x {\n    case A => 1\n}; y");
}

TEST(Open, ifWithBinding) {
    EXPECT_EQ(expression("if x: int, y :| p(x, y) then x else 0"), "if x: int, y :| p(x, y) then x else 0");
    EXPECT_EQ(expression("if a then if b then 1 else 2 else 3"), "if a then if b then 1 else 2 else 3");
}

TEST(Open, statementsInExpressions) {
    EXPECT_EQ(expression("assert x; y"), "assert x; y");
    EXPECT_EQ(expression("assume x; reveal f(); expect z; y"), "assume x; reveal f(); expect z; y");
    EXPECT_EQ(expression("assert x by { L(); } y"), "assert x by {\n    L();\n} y");
    EXPECT_EQ(expression("calc { 1; 2; } y"), "calc {\n    1;\n    2;\n} y");
    EXPECT_EQ(expression("L(); y"), "(L(); y)");
    EXPECT_EQ(expression("if a then L(); 1 else 2"), "if a then (L(); 1) else 2");
    EXPECT_EQ(expression("forall x | p(x) ensures q(x) { L(x); } y"),
              "forall x | p(x)\n    ensures q(x) {\n    L(x);\n} y");
    EXPECT_EQ(joined_errors_of("function F(): int { 1; 2 }"),
              "1:22: unexpected ';': only a call of a lemma or a statement can stand before an expression");
}

// ---- suffixes and displays

TEST(Suffixes, all) {
    EXPECT_EQ(expression("a.b(c, x := d)[e][..f][g..][..][h := i].(j := k, l := m).0"),
              "a.b(c, x := d)[e][..f][g..][..][h := i].(j := k, l := m).0");
    EXPECT_EQ(expression("m[i, j] + s[1 : 2 : ] + s[3 : 4]"), "m[i, j] + s[1 : 2 : ] + s[3 : 4]");
    EXPECT_EQ(expression("f@L(x) + old@L(y) + fresh@M(z)"), "f@L(x) + old@L(y) + fresh@M(z)");
    EXPECT_EQ(expression("P#[k](x) && a ==#[k] b"), "P#[k](x) && a ==#[k] b");
    EXPECT_EQ(expression("f.requires(x) && f.reads(x) == {}"), "f.requires(x) && f.reads(x) == {}");
}

TEST(Suffixes, typeArguments) {
    EXPECT_EQ(expression("F<int>(x)"), "F<int>(x)");
    EXPECT_EQ(expression("M.F<seq<int>, A -> B>(x).G<T>()"), "M.F<seq<int>, A -> B>(x).G<T>()");
    EXPECT_EQ(expression("a < b && c > d"), "a < b && c > d");
    EXPECT_EQ(expression("f(a < b, c > d)"), "f(a < b, c > d)");
    EXPECT_EQ(expression("f(a < b, c > (d))"), "f(a<b, c>(d))"); // as Dafny reads it
}

TEST(Suffixes, cardinalityAndBars) {
    EXPECT_EQ(expression("|s| + |t + u|"), "|s| + |t + u|");
    EXPECT_EQ(expression("|(a | b)| | c"), "|(a | b)| | c");
}

TEST(Displays, all) {
    EXPECT_EQ(expression("[1, 2] + [] + [[3]]"), "[1, 2] + [] + [[3]]");
    EXPECT_EQ(expression("{1} + {} + iset{2} + multiset{3, 3} + multiset(s)"),
              "{1} + {} + iset{2} + multiset{3, 3} + multiset(s)");
    EXPECT_EQ(expression("map[1 := 2] + map[] + imap[x := y]"), "map[1 := 2] + map[] + imap[x := y]");
    EXPECT_EQ(expression("() == (1, ghost 2)"), "() == (1, ghost 2)");
}

TEST(Displays, bracesThatAreNoBlocks) {
    EXPECT_EQ(printed("method M()\n  ensures {} == {1}\n  modifies {}\n{ }"),
              "method M()\n    ensures {} == {1}\n    modifies {}\n{}\n");
    EXPECT_EQ(statements("while s != {} { } if s == multiset{} { }"), "while s != {} {} if s == multiset{} {}");
}

} // namespace
} // namespace daphnia::parse
