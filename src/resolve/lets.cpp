#include "resolve/lets.h"

#include "resolve/attributes.h"
#include "resolve/expressions.h"
#include "resolve/patterns.h"

#include <fmt/format.h>

namespace daphnia::resolve {

Draft Lets::let(SourceRange range, const ast::Let& node, Context context) {
    if (node.patterns.size() != node.values.size()) {
        reporter().error(Rule::Arity, range,
                         fmt::format("let expression must have same number of LHSs (found {}) as RHSs (found {})",
                                     node.patterns.size(), node.values.size()));
        return wrong(range);
    }
    std::vector<const ast::Pattern*> patterns;
    std::vector<Draft> values;
    for (std::size_t i = 0; i < node.values.size(); ++i) {
        patterns.push_back(node.patterns[i].get());
        values.push_back(expressions_.expression(*node.values[i], context));
    }
    return let_in(range, patterns, std::move(values), node.ghost, *node.body, context);
}

Draft Lets::let_in(SourceRange range, const std::vector<const ast::Pattern*>& patterns, std::vector<Draft> values,
                   bool ghost, const ast::Expr& ast_body, Context context) {
    typed::Let result;
    NewVariables variables;
    TakenApart apart; // the values of patterns
    for (std::size_t i = 0; i < values.size(); ++i) {
        Draft& value = values[i];
        const auto* name = std::get_if<ast::NamePattern>(&patterns[i]->node);
        if (name == nullptr) {
            variables.push_back(patterns_.whole_of_pattern(*patterns[i], value, typed::VariableKind::Bound, ghost));
            result.values.push_back(std::move(value.expr));
            if (!patterns_.take_apart(*patterns[i], *variables.back(), typed::VariableKind::Bound, ghost, apart)) {
                return wrong(range);
            }
            continue;
        }
        variables.push_back(variables_.new_variable(name->name, name->type.get(), typed::VariableKind::Bound,
                                                    ghost || patterns[i]->ghost));
        agree(type_of(*variables.back()), value.type, value.expr->anchor,
              "type of corresponding source/RHS ({1}) does not match type of bound variable ({0})");
        variables_.bind(*variables.back(), *value.expr);
        if (variables_.facts(*variables.back()).type_given) {
            uses_.expect(*value.expr, variables.back()->type);
        }
        result.values.push_back(std::move(value.expr));
    }
    const VariableScope::Frame frame(variables_.scope());
    for (const auto& variable : variables) {
        if (variable->name != kWhole) {
            variables_.declare(*variable, "let-variable");
        }
    }
    typed::Let parts;
    for (Component& component : apart.components) {
        variables_.declare(*component.variable, "let-variable");
        parts.variables.push_back(std::move(component.variable));
        parts.values.push_back(std::move(component.value.expr));
    }
    Draft body = expressions_.expression(ast_body, context);
    PreType type = body.type;
    if (!parts.variables.empty()) {
        const SourceRange at = ast_body.range;
        parts.body = std::move(body.expr);
        body = make(at, at, type, std::move(parts));
    }
    if (!apart.checks.empty()) {
        const SourceRange at = ast_body.range;
        body = make(at, at, type, typed::StatementExpr{std::move(apart.checks), std::move(body.expr)});
    }
    result.variables = owned(std::move(variables));
    result.body = std::move(body.expr);
    const SourceRange keyword = first_token(range, ghost ? 5 : 3);
    return make(range, keyword, std::move(type), std::move(result));
}

Draft Lets::let_such_that(SourceRange range, const ast::LetSuchThat& node, Context context) {
    const VariableScope::Frame frame(variables_.scope());
    check_attributes(reporter(), node.attributes, AttributePlace::Quantifier);
    NewVariables variables;
    for (const ast::BoundVar& var : node.vars) {
        variables.push_back(variables_.new_variable(var.name, var.type.get(), typed::VariableKind::Bound, node.ghost));
        variables_.declare(*variables.back(), "let-variable");
    }
    typed::LetSuchThat result;
    result.constraint =
        expressions_
            .condition(*node.condition, context, "type of RHS of let-such-that expression must be boolean (got {})")
            .expr;
    Draft body = expressions_.expression(*node.body, context);
    result.body = std::move(body.expr);
    result.variables = owned(std::move(variables));
    PreType type = body.type;
    const SourceRange keyword = first_token(range, node.ghost ? 5 : 3);
    return make(range, keyword, std::move(type), std::move(result));
}

const typed::Variable& Lets::hold(Held& held, SourceRange range, Draft value, bool ghost) {
    held.variables.push_back(variables_.new_variable({kWhole, range}, nullptr, typed::VariableKind::Bound, ghost));
    const typed::Variable& variable = *held.variables.back();
    agree(type_of(variable), value.type, value.expr->anchor, "{0} is not {1}");
    variables_.bind(variable, *value.expr);
    held.let.values.push_back(std::move(value.expr));
    return variable;
}

Draft Lets::let_held(SourceRange range, SourceRange anchor, Held held, Draft body) {
    PreType type = body.type;
    held.let.variables = owned(std::move(held.variables));
    held.let.body = std::move(body.expr);
    return make(range, anchor, std::move(type), std::move(held.let));
}

Draft Lets::beside(Draft object, Draft member) {
    Held held;
    const SourceRange at = object.expr->range;
    hold(held, at, std::move(object), true);
    const SourceRange range = member.expr->range;
    const SourceRange anchor = member.expr->anchor;
    return let_held(range, anchor, std::move(held), std::move(member));
}

} // namespace daphnia::resolve
