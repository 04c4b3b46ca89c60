// The printer on trees made by hand: parentheses where the shape needs them; and what counts as the same tree.
#include "ast/print.h"

#include <gtest/gtest.h>

namespace daphnia::ast {
namespace {

ExprPtr name(const std::string& text) {
    return make_expr({}, Name{{text, {}}, {}});
}

ExprPtr number(int value) {
    return make_expr({}, IntLit{value});
}

ExprPtr binary(BinaryOp op, ExprPtr left, ExprPtr right) {
    return make_expr({}, Binary{op, {}, std::move(left), std::move(right), nullptr});
}

ExprPtr forall(const std::string& var, ExprPtr body) {
    QuantifierDomain domain;
    domain.vars.push_back({{var, {}}, nullptr, nullptr, nullptr});
    return make_expr({}, Quantifier{QuantifierKind::Forall, std::move(domain), std::move(body)});
}

TEST(PrintTree, parenthesesByPrecedence) {
    EXPECT_EQ(print(*binary(BinaryOp::Mul, binary(BinaryOp::Add, name("a"), name("b")), name("c"))), "(a + b) * c");
    EXPECT_EQ(print(*binary(BinaryOp::Add, binary(BinaryOp::Mul, name("a"), name("b")), name("c"))), "a * b + c");
}

TEST(PrintTree, parenthesesByAssociativity) {
    EXPECT_EQ(print(*binary(BinaryOp::Sub, name("a"), binary(BinaryOp::Sub, name("b"), name("c")))), "a - (b - c)");
    EXPECT_EQ(print(*binary(BinaryOp::Implies, name("a"), binary(BinaryOp::Implies, name("b"), name("c")))),
              "a ==> b ==> c");
    EXPECT_EQ(print(*binary(BinaryOp::Implies, binary(BinaryOp::Implies, name("a"), name("b")), name("c"))),
              "(a ==> b) ==> c");
    EXPECT_EQ(print(*binary(BinaryOp::And, name("a"), binary(BinaryOp::And, name("b"), name("c")))), "a && (b && c)");
}

TEST(PrintTree, operatorsThatDoNotMix) {
    EXPECT_EQ(print(*binary(BinaryOp::Or, binary(BinaryOp::And, name("a"), name("b")), name("c"))), "(a && b) || c");
    EXPECT_EQ(print(*binary(BinaryOp::Explies, binary(BinaryOp::Implies, name("a"), name("b")), name("c"))),
              "(a ==> b) <== c");
    EXPECT_EQ(print(*binary(BinaryOp::Lt, binary(BinaryOp::Lt, name("a"), name("b")), name("c"))), "(a < b) < c");
}

TEST(PrintTree, openExpressionsNeedParenthesesOnTheLeftOnly) {
    EXPECT_EQ(print(*binary(BinaryOp::And, name("a"), forall("x", name("b")))), "a && forall x :: b");
    EXPECT_EQ(print(*binary(BinaryOp::And, forall("x", name("b")), name("a"))), "(forall x :: b) && a");
    EXPECT_EQ(print(*binary(BinaryOp::And, binary(BinaryOp::And, name("a"), forall("x", name("b"))), name("c"))),
              "a && (forall x :: b) && c");
}

TEST(PrintTree, suffixesOfNumbersAndOperators) {
    EXPECT_EQ(print(*make_expr({}, Member{number(1), {"0", {}}, {}})), "(1).0");
    EXPECT_EQ(print(*make_expr({}, Member{binary(BinaryOp::Add, name("a"), name("b")), {"c", {}}, {}})), "(a + b).c");
}

TEST(PrintTree, bitwiseOrInsideBars) {
    EXPECT_EQ(print(*make_expr({}, Cardinality{binary(BinaryOp::BitOr, name("a"), name("b"))})), "|(a | b)|");
}

TEST(SameTree, placesDoNotCount) {
    const support::SourceFile file("x", "a");
    EXPECT_TRUE(same(*name("a"), *make_expr({&file, 0, 1}, Name{{"a", {&file, 0, 1}}, {}})));
}

TEST(SameTree, everythingElseDoes) {
    EXPECT_FALSE(same(*name("a"), *name("b")));
    EXPECT_FALSE(same(*number(1), *number(2)));
    EXPECT_FALSE(same(*name("a"), *number(1)));
    EXPECT_FALSE(same(*binary(BinaryOp::Add, name("a"), name("b")), *binary(BinaryOp::Sub, name("a"), name("b"))));
    EXPECT_FALSE(same(*forall("x", name("a")), *forall("y", name("a"))));
    EXPECT_FALSE(same(*make_expr({}, SeqDisplay{}), *make_expr({}, MultisetDisplay{})));
    EXPECT_FALSE(same(*make_expr({}, Slice{name("a"), {}, nullptr, nullptr}),
                      *make_expr({}, Slice{name("a"), {}, name("b"), nullptr})));
}

} // namespace
} // namespace daphnia::ast
