#include "resolve/bodies.h"

#include "resolve/expressions.h"
#include "resolve/labels.h"
#include "resolve/statements.h"

namespace daphnia::resolve {

typed::ExprPtr Bodies::function_body(const ast::Expr& body, const typed::Variable& result, SourceRange at,
                                     const char* message) {
    Draft draft = expressions_.expression(body, Context{declaration_.two_state, false});
    agree(variables_.declared_type(result), draft.type, at, message);
    uses_.expect(*draft.expr, result.type);
    uses_.passed.push_back({draft.expr.get(), result.type, std::nullopt});
    return std::move(draft.expr);
}

void Bodies::must_fit(const typed::Constant& constant, const Draft& value) {
    if (globals_.untyped.count(&constant) == 0) {
        agree(value_type(constant.type), value.type, constant.name_range,
              "RHS (of type {1}) not assignable to LHS (of type {0})");
        uses_.expect(*value.expr, constant.type);
        uses_.passed.push_back({value.expr.get(), constant.type, std::nullopt});
    }
}

void Bodies::declare_precondition_labels(const std::vector<typed::Clause>& preconditions) {
    for (const typed::Clause& precondition : preconditions) {
        if (precondition.label != nullptr) {
            labels_.declare_label(*precondition.label, "assert label shadows a dominating label");
        }
    }
}

typed::StmtPtr Bodies::method_body(const ast::Block& block, const typed::Method& method) {
    state_.declaration.method = &method;
    // The outermost variables of the body share a scope with the results, so no frame of its own.
    typed::Block result;
    for (const ast::StmtPtr& stmt : block.stmts) {
        statements_.statement(*stmt, result.statements);
    }
    return make_stmt(block.range, false, std::move(result));
}

} // namespace daphnia::resolve
