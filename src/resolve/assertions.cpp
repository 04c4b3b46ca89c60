#include "resolve/assertions.h"

#include "resolve/attributes.h"
#include "resolve/expressions.h"
#include "resolve/labels.h"
#include "resolve/statements.h"

namespace daphnia::resolve {

void Assertions::assert_statement(SourceRange range, const ast::Assert& node, StmtList& out) {
    check_attributes(reporter(), node.attributes, AttributePlace::Statement);
    Draft condition = expressions_.claimed(*node.condition, statement_context(), Expressions::kCondition);
    typed::Assert result{typed::AssertKind::Assertion, std::move(condition.expr), nullptr,
                         error_message(node.attributes)};
    result.contradiction = has_attribute(node.attributes, "contradiction");
    if (node.proof) {
        result.proof = statements_.proof_block(*node.proof);
    }
    if (node.label) {
        result.label = labels_.assertion_label(*node.label);
        labels_.declare_label(*result.label, "assert label shadows a dominating label");
    }
    add(out, range, true, std::move(result));
}

void Assertions::assume_statement(SourceRange range, const ast::Assume& node, StmtList& out) {
    check_attributes(reporter(), node.attributes, AttributePlace::Statement);
    Draft condition = expressions_.claimed(*node.condition, statement_context(), Expressions::kCondition);
    add(out, range, true, typed::Assume{std::move(condition.expr), has_attribute(node.attributes, "axiom")});
}

void Assertions::expect_statement(SourceRange range, const ast::Expect& node, StmtList& out) {
    check_attributes(reporter(), node.attributes, AttributePlace::Statement);
    Draft condition = expressions_.condition(*node.condition, statement_context(), Expressions::kCondition);
    typed::Expect result{std::move(condition.expr), nullptr};
    if (node.message) {
        result.message = expressions_.expression(*node.message, statement_context()).expr;
    }
    add(out, range, false, std::move(result));
}

void Assertions::print_statement(SourceRange range, const ast::Print& node, StmtList& out) {
    typed::Print result;
    for (const ast::ExprPtr& expr : node.exprs) {
        result.arguments.push_back(expressions_.expression(*expr, statement_context()).expr);
    }
    add(out, range, false, std::move(result));
}

} // namespace daphnia::resolve
