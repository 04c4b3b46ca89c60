#include "resolve/branches.h"

#include "resolve/attributes.h"
#include "resolve/expressions.h"
#include "resolve/labels.h"
#include "resolve/statements.h"

namespace daphnia::resolve {

Draft Branches::if_then_else(SourceRange range, const ast::IfExpr& node, Context context) {
    Draft test =
        node.binding
            ? guard_exists(*node.binding, *node.condition, context)
            : expressions_.condition(*node.condition, context,
                                     "guard condition in if-then-else expression must be a boolean (instead got {})");
    const auto branch = [&](const ast::Expr& expr) {
        const Scope<const typed::Label>::Frame frame(labels_.dominating());
        return expressions_.expression(expr, context);
    };
    // The branch behind `x :| P` is about some such x. What is wrong with `x :| P` has been said of the guard.
    const auto chosen_branch = [&]() {
        const VariableScope::Frame frame(variables_.scope());
        NewVariables variables;
        typed::LetSuchThat result;
        {
            const Reporter::Mute mute(reporter());
            for (const ast::BoundVar& var : node.binding->vars) {
                variables.push_back(
                    variables_.new_variable(var.name, var.type.get(), typed::VariableKind::Bound, false));
                variables_.scope().declare(var.name.text, variables.back().get());
            }
            result.constraint =
                expressions_.condition(*node.condition, context, "condition must be boolean (got {})").expr;
        }
        Draft body = branch(*node.then_branch);
        result.body = std::move(body.expr);
        result.variables = owned(std::move(variables));
        PreType type = body.type;
        return make(node.then_branch->range, cover(node.binding->vars.front().name.range, node.condition->range),
                    std::move(type), std::move(result));
    };
    Draft then = node.binding ? chosen_branch() : branch(*node.then_branch);
    Draft otherwise = branch(*node.else_branch);
    PreType type = inference_.common(then.type, otherwise.type);
    agree(type, otherwise.type, first_token(range, 2),
          "the two branches of an if-then-else expression must have the same type (got {0} and {1})");
    return make(range, first_token(range, 2), std::move(type),
                typed::IfThenElse{std::move(test.expr), std::move(then.expr), std::move(otherwise.expr)});
}

// `x :| P` as a condition: some x satisfies P.
Draft Branches::guard_exists(const ast::GuardBinding& binding, const ast::Expr& condition, Context context) {
    const VariableScope::Frame frame(variables_.scope());
    typed::Quantifier result{typed::QuantifierKind::Exists, {}, nullptr, nullptr, {}, false};
    NewVariables variables;
    for (const ast::BoundVar& var : binding.vars) {
        variables.push_back(variables_.new_variable(var.name, var.type.get(), typed::VariableKind::Bound, false));
        variables_.declare(*variables.back(), "bound-variable");
    }
    Draft body = expressions_.condition(condition, context, "body of quantifier must be of type bool (instead got {})");
    result.body = std::move(body.expr);
    result.variables = owned(std::move(variables));
    const SourceRange range = cover(binding.vars.front().name.range, condition.range);
    globals_.quiet_quantifiers.push_back(range);
    return make(range, binding.vars.front().name.range, pre(PreKind::Bool), std::move(result));
}

void Branches::if_statement(SourceRange range, const ast::If& node, StmtList& out) {
    check_attributes(reporter(), node.attributes, AttributePlace::Statement);
    typed::If result{nullptr, nullptr, nullptr};
    if (node.binding) {
        result.guard = guard_exists(*node.binding, *node.condition, statement_context()).expr;
    } else if (!std::holds_alternative<ast::Wildcard>(node.condition->node)) {
        result.guard = expressions_.condition(*node.condition, statement_context(), Expressions::kCondition).expr;
    }
    result.then = guarded_block(node.then_branch.range, node.binding, *node.condition, node.then_branch.stmts);
    if (node.else_branch) {
        if (const auto* otherwise = std::get_if<ast::BlockStmt>(&node.else_branch->node)) {
            result.otherwise = statements_.block(otherwise->block);
        } else {
            const Scope<const typed::Label>::Frame labels(labels_.dominating());
            StmtList inner;
            statements_.statement(*node.else_branch, inner);
            result.otherwise = inner.size() == 1
                                   ? std::move(inner.front())
                                   : make_stmt(node.else_branch->range, false, typed::Block{std::move(inner), nullptr});
        }
    }
    add(out, range, false, std::move(result));
}

// The branch behind `x :| P` starts by choosing such an x.
typed::StmtPtr Branches::guarded_block(SourceRange range, const std::optional<ast::GuardBinding>& binding,
                                       const ast::Expr& condition, const std::vector<ast::StmtPtr>& stmts) {
    if (!binding) {
        return statements_.statements_as_block(range, stmts);
    }
    const VariableScope::Frame frame(variables_.scope());
    typed::Block result;
    typed::VarDecl declaration;
    typed::AssignSuchThat choice{{}, nullptr, false};
    for (const ast::BoundVar& var : binding->vars) {
        const Reporter::Mute mute(reporter());
        auto variable = variables_.new_variable(var.name, var.type.get(), typed::VariableKind::Local, false);
        variables_.scope().declare(var.name.text, variable.get());
        variables_.facts(*variable).assignable = false;
        choice.targets.push_back({var.name.range, typed::VariableTarget{variable.get()}});
        declaration.variables.push_back(std::move(variable));
    }
    {
        const Reporter::Mute mute(reporter());
        choice.constraint = expressions_.condition(condition, statement_context(), Expressions::kCondition).expr;
    }
    const SourceRange at = cover(binding->vars.front().name.range, condition.range);
    add(result.statements, at, false, std::move(declaration));
    add(result.statements, at, false, std::move(choice));
    result.statements.push_back(statements_.statements_as_block(range, stmts));
    return make_stmt(range, false, std::move(result));
}

Draft Branches::case_guard(const ast::GuardedCase& guarded) {
    return guarded.binding ? guard_exists(*guarded.binding, *guarded.condition, statement_context())
                           : expressions_.condition(*guarded.condition, statement_context(), Expressions::kCondition);
}

std::vector<typed::Alternative> Branches::alternatives(const std::vector<ast::GuardedCase>& cases) {
    std::vector<typed::Alternative> result;
    for (const ast::GuardedCase& guarded : cases) {
        result.push_back({case_guard(guarded).expr, nullptr});
    }
    for (std::size_t i = 0; i < cases.size(); ++i) {
        result[i].body = guarded_block(cases[i].range, cases[i].binding, *cases[i].condition, cases[i].stmts);
    }
    return result;
}

void Branches::if_cases(SourceRange range, const ast::IfCases& node, StmtList& out) {
    check_attributes(reporter(), node.attributes, AttributePlace::Statement);
    add(out, range, false, typed::Alternatives{alternatives(node.cases), true});
}

} // namespace daphnia::resolve
