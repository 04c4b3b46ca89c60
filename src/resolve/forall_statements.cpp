#include "resolve/forall_statements.h"

#include "resolve/attributes.h"
#include "resolve/calc.h"
#include "resolve/comprehensions.h"
#include "resolve/specifications.h"
#include "resolve/statements.h"

namespace daphnia::resolve {

void ForallStatements::forall_statement(SourceRange range, const ast::ForallStmt& node, StmtList& out) {
    const VariableScope::Frame frame(variables_.scope());
    const std::size_t errors = reporter().error_count();
    Binders bound = comprehensions_.binders(
        node.domain, "range restriction in forall statement must be of type bool (instead got {})",
        statement_context());
    typed::ForallStatement result{typed::ForallKind::Proof, {}, std::move(bound.range), {}, nullptr};
    result.ensures =
        specifications_.clauses(node.specs, ast::SpecKind::Ensures,
                                "ensures condition is expected to be of type bool, but is {}", statement_context());
    check_attributes(reporter(), node.domain.attributes, AttributePlace::Statement);
    if (node.body) {
        StmtList body = statements_.proof_statements(*node.body);
        if (reporter().error_count() == errors && result.ensures.empty()) {
            classify_forall(range, node, body, result);
        }
        result.body = result.kind == typed::ForallKind::Proof
                          ? make_stmt(node.body->range, false, typed::Block{std::move(body), nullptr})
                          : std::move(body.front());
    }
    result.variables = owned(std::move(bound.variables));
    const bool ghost = result.kind != typed::ForallKind::Assign;
    add(out, range, ghost, std::move(result));
}

// Without `ensures`, the single statement of the body says what the forall statement is.
void ForallStatements::classify_forall(SourceRange range, const ast::ForallStmt& node, const StmtList& body,
                                       typed::ForallStatement& statement) {
    if (body.size() == 1) {
        const typed::Stmt& only = *body.front();
        if (const auto* assign = std::get_if<typed::Assign>(&only.node);
            assign != nullptr && assign->targets.size() == 1) {
            classify_forall_assignment(*assign, only.range, statement);
            return;
        }
        if (std::holds_alternative<typed::Call>(only.node)) {
            statement.kind = typed::ForallKind::Call;
            return;
        }
        if (const auto* calc = std::get_if<ast::Calc>(&node.body->stmts.front()->node)) {
            if (std::optional<Draft> conclusion = calculations_.calc_conclusion(*calc)) {
                const SourceRange at = conclusion->expr->range;
                statement.ensures.push_back({std::move(conclusion->expr), at, {}});
            }
            return;
        }
    }
    if (!body.empty()) {
        reporter().warning(Rule::ForallConclusion, range,
                           "the conclusion of the body of this forall statement will not be known outside the forall "
                           "statement; consider using an 'ensures' clause");
    }
}

void ForallStatements::classify_forall_assignment(const typed::Assign& assign, SourceRange range,
                                                  typed::ForallStatement& statement) {
    if (std::holds_alternative<typed::VariableTarget>(assign.targets.front().node)) {
        reporter().error(Rule::Misplaced, range,
                         "the body of the enclosing forall statement is not allowed to update local variables declared "
                         "outside the forall statement");
        return;
    }
    statement.kind = typed::ForallKind::Assign;
    if (std::holds_alternative<typed::NewArray>(assign.values.front().node) ||
        std::holds_alternative<typed::NewObject>(assign.values.front().node)) {
        reporter().error(Rule::Misplaced, assign.values.front().range,
                         "new allocation not supported in aggregate assignments");
    }
}

} // namespace daphnia::resolve
