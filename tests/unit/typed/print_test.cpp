// What the kernel's printer shows, on kernels made by hand.
#include "typed/print.h"

#include <gtest/gtest.h>

namespace daphnia::typed {
namespace {

template <typename Node>
ExprPtr make_expr(Node node, Type type = int_type()) {
    Expr expr;
    expr.node = std::move(node);
    expr.type = std::move(type);
    return std::make_unique<Expr>(std::move(expr));
}

template <typename Node>
StmtPtr make_stmt(Node node, bool ghost = false) {
    Stmt stmt;
    stmt.node = std::move(node);
    stmt.ghost = ghost;
    return std::make_unique<Stmt>(std::move(stmt));
}

VariablePtr make_variable(std::string name, Type type, bool ghost = false) {
    return std::make_unique<Variable>(Variable{std::move(name), std::move(type), VariableKind::Local, ghost, {}});
}

ExprPtr number(int value) {
    return make_expr(IntLiteral{value});
}

ExprPtr binary(BinaryOp op, ExprPtr left, ExprPtr right, Type type = int_type()) {
    return make_expr(Binary{op, std::move(left), std::move(right), {}}, std::move(type));
}

TEST(PrintExpr, ParenthesesShowTheTree) {
    EXPECT_EQ(print(*binary(BinaryOp::Subtract, number(1), binary(BinaryOp::Subtract, number(2), number(3)))),
              "1 - (2 - 3)");
    EXPECT_EQ(print(*binary(BinaryOp::Subtract, binary(BinaryOp::Subtract, number(1), number(2)), number(3))),
              "1 - 2 - 3");
    EXPECT_EQ(print(*binary(BinaryOp::Add, number(1), binary(BinaryOp::Multiply, number(2), number(-3)))),
              "1 + 2 * -3");
}

TEST(PrintExpr, EqualityOfBooleansIsEquivalence) {
    EXPECT_EQ(print(*binary(BinaryOp::Equal, make_expr(BoolLiteral{true}, bool_type()),
                            make_expr(BoolLiteral{false}, bool_type()), bool_type())),
              "true <==> false");
}

TEST(PrintExpr, LiteralsAreEscaped) {
    EXPECT_EQ(print(*make_expr(StringLiteral{U"a\"b\n\u00e9"}, seq_type(char_type()))), R"("a\"b\n\U{00e9}")");
    EXPECT_EQ(print(*make_expr(CharLiteral{U'\''}, char_type())), R"('\'')");
}

TEST(PrintExpr, QuantifiersShowTypesAndTriggers) {
    Quantifier node;
    node.kind = QuantifierKind::Forall;
    node.variables.push_back(make_variable("x", nat_type()));
    const Variable* const x = node.variables.front().get();
    node.range = make_expr(BoolLiteral{true}, bool_type());
    node.body = binary(BinaryOp::LessEqual, number(0), make_expr(VariableRead{x}), bool_type());
    node.triggers.emplace_back();
    node.triggers.back().push_back(make_expr(VariableRead{x}));
    EXPECT_EQ(print(*make_expr(std::move(node), bool_type())), "forall x: nat {:trigger x} | true :: 0 <= x");
}

TEST(PrintStmt, LoopsShowLabelsMeasuresAndGhostness) {
    While loop;
    loop.label = std::make_unique<Label>();
    loop.iteration = std::make_unique<Label>();
    loop.guard = make_expr(BoolLiteral{true}, bool_type());
    loop.invariants.push_back({make_expr(BoolLiteral{true}, bool_type()), {}, ""});
    loop.decreases.inferred = true;
    loop.decreases.measures.push_back(number(3));
    Block body;
    body.statements.push_back(make_stmt(Break{loop.iteration.get()}));
    body.statements.push_back(make_stmt(Break{loop.label.get()}));
    loop.body = make_stmt(std::move(body));
    EXPECT_EQ(print(*make_stmt(std::move(loop), true)), "label #1: ghost while true\n"
                                                        "  invariant true\n"
                                                        "  decreases {:inferred} 3\n"
                                                        "{\n"
                                                        "  continue #1;\n"
                                                        "  break #1;\n"
                                                        "}\n");
}

TEST(PrintDeclaration, ShowsContractAndBody) {
    auto function = std::make_unique<Function>();
    function->name = "M.Abs";
    function->parameters.push_back(make_variable("x", int_type()));
    function->result = make_variable("", nat_type());
    const Variable* const x = function->parameters.front().get();
    function->body = make_expr(IfThenElse{binary(BinaryOp::Less, make_expr(VariableRead{x}), number(0), bool_type()),
                                          make_expr(Unary{UnaryOp::Negate, make_expr(VariableRead{x})}),
                                          make_expr(VariableRead{x})});
    EXPECT_EQ(print(Declaration(std::move(function))), "function M.Abs(x: int): nat\n"
                                                       "{\n"
                                                       "  if x < 0 then\n"
                                                       "    -x\n"
                                                       "  else\n"
                                                       "    x\n"
                                                       "}\n");
}

} // namespace
} // namespace daphnia::typed
