// The shared walks: what they visit, and in which order.
#include "typed/walk.h"

#include <gtest/gtest.h>

namespace daphnia::typed {
namespace {

template <typename Node>
ExprPtr make_expr(Node node) {
    Expr expr;
    expr.node = std::move(node);
    return std::make_unique<Expr>(std::move(expr));
}

template <typename Node>
StmtPtr make_stmt(Node node) {
    Stmt stmt;
    stmt.node = std::move(node);
    return std::make_unique<Stmt>(std::move(stmt));
}

ExprPtr number(int value) {
    return make_expr(IntLiteral{value});
}

// The integer literals in the order of the visit.
template <typename Root>
std::vector<int> numbers_below(const Root& root) {
    std::vector<int> result;
    for_each_below(root, {[&](const Expr& expr) {
                              if (const auto* literal = std::get_if<IntLiteral>(&expr.node)) {
                                  result.push_back(static_cast<int>(literal->value.get_si()));
                              }
                          },
                          {}});
    return result;
}

TEST(Walk, VisitsExpressionsInSourceOrder) {
    auto sum = make_expr(Binary{BinaryOp::Add, number(1), number(2), {}});
    const ExprPtr root = make_expr(IfThenElse{std::move(sum), number(3), number(4)});
    EXPECT_EQ(numbers_below(*root), (std::vector{1, 2, 3, 4}));
}

TEST(Walk, LeavesOutWhatIsAbsent) {
    const ExprPtr root = make_expr(SeqSlice{number(1), nullptr, number(2)});
    EXPECT_EQ(numbers_below(*root), (std::vector{1, 2}));
}

TEST(Walk, EntersStatementsBelowExpressions) {
    StatementExpr with_assertion;
    with_assertion.statements.push_back(make_stmt(Assert{AssertKind::Assertion, number(1), nullptr, ""}));
    with_assertion.body = number(2);
    const ExprPtr root = make_expr(std::move(with_assertion));
    EXPECT_EQ(numbers_below(*root), (std::vector{1, 2}));
    int statements = 0;
    for_each_below(*root, {{}, [&](const Stmt&) { ++statements; }});
    EXPECT_EQ(statements, 1);
}

TEST(Walk, VisitsTargetsBeforeValues) {
    Assign assign;
    ElementTarget target{number(1), {}};
    target.indices.push_back(number(2));
    target.indices.push_back(number(3));
    assign.targets.push_back({{}, std::move(target)});
    assign.values.push_back({{}, number(4)});
    assign.values.push_back({{}, HavocValue{}});
    const StmtPtr root = make_stmt(std::move(assign));
    EXPECT_EQ(numbers_below(*root), (std::vector{1, 2, 3, 4}));
}

TEST(Walk, VisitsEveryPartOfALoop) {
    While loop;
    loop.guard = number(1);
    loop.invariants.push_back({number(2), {}, ""});
    loop.decreases.measures.push_back(number(3));
    loop.modifies.entries.push_back({number(4)});
    loop.body = make_stmt(Print{});
    const StmtPtr root = make_stmt(std::move(loop));
    EXPECT_EQ(numbers_below(*root), (std::vector{1, 2, 3, 4}));
}

TEST(Walk, IsNotLimitedByTheMachineStack) {
    ExprPtr deep = number(0);
    constexpr int kDepth = 2000;
    for (int i = 1; i <= kDepth; ++i) {
        deep = make_expr(Binary{BinaryOp::Add, std::move(deep), number(i), {}});
    }
    EXPECT_EQ(numbers_below(*deep).size(), kDepth + 1U);
}

} // namespace
} // namespace daphnia::typed
