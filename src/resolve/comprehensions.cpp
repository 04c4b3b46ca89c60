// Expressions that bind variables: quantifiers, let, sequences built from a function of the index.
#include "resolve/attributes.h"
#include "resolve/body.h"

#include <fmt/format.h>

namespace daphnia::resolve {

std::vector<typed::VariablePtr> BodyResolver::owned(std::vector<std::unique_ptr<typed::Variable>> variables) {
    std::vector<typed::VariablePtr> result;
    for (auto& variable : variables) {
        result.push_back(std::move(variable));
    }
    return result;
}

// The variables stay declared in the innermost frame, which is the caller's.
BodyResolver::Binders BodyResolver::binders(const ast::QuantifierDomain& domain, const char* range_message,
                                            Context context) {
    Binders result;
    std::optional<Draft> range;
    const auto also = [&](Draft condition) {
        if (range) {
            const SourceRange both = cover(range->expr->range, condition.expr->range);
            range = conjunction(both, std::move(*range), std::move(condition));
        } else {
            range = std::move(condition);
        }
    };
    // A domain sees the variables before its own; a range sees its own as well.
    for (const ast::QuantifiedVar& var : domain.vars) {
        std::optional<Draft> collection;
        if (var.domain) {
            collection = expression(*var.domain, context);
        }
        result.variables.push_back(new_variable(var.name, var.type.get(), typed::VariableKind::Bound, false));
        typed::Variable& variable = *result.variables.back();
        declare(variable, "bound-variable");
        if (collection) {
            const SourceRange at = collection->expr->anchor;
            const SourceRange both = cover(var.name.range, var.domain->range);
            also(membership(both, at, ast::BinaryOp::In, read(variable, var.name.range), std::move(*collection)));
        }
        if (var.range) {
            also(this->condition(*var.range, context, range_message));
        }
    }
    if (range) {
        result.range = std::move(range->expr);
    }
    return result;
}

Draft BodyResolver::quantifier(SourceRange range, const ast::Quantifier& node, Context context) {
    const Scope<const typed::Variable>::Frame frame(variables_);
    const bool forall = node.kind == ast::QuantifierKind::Forall;
    Binders bound = binders(node.domain, "range of quantifier must be of type bool (instead got {})", context);
    typed::Quantifier result{
        forall ? typed::QuantifierKind::Forall : typed::QuantifierKind::Exists, {}, nullptr, nullptr, {}, false};
    Draft body = condition(*node.body, context, "body of quantifier must be of type bool (instead got {})");
    result.range = std::move(bound.range);
    result.body = std::move(body.expr);
    for (const ast::Attribute& attribute : node.domain.attributes) {
        if (attribute.name.text == "trigger") {
            std::vector<typed::ExprPtr> trigger;
            for (const ast::Argument& argument : attribute.arguments) {
                trigger.push_back(expression(*argument.value, context).expr);
            }
            result.triggers.push_back(std::move(trigger));
        } else if (attribute.name.text == "autotriggers") {
            result.no_triggers = is_false(attribute);
        } else if (attribute.name.text == "split") {
            result.split = !is_false(attribute);
        } else if (attribute.name.text == "nowarn") {
            globals_.quiet_quantifiers.push_back(range);
        }
    }
    check_attributes(reporter(), node.domain.attributes, AttributePlace::Quantifier);
    result.variables = owned(std::move(bound.variables));
    for (const ast::Attribute& attribute : node.domain.attributes) {
        if (attribute.name.text == "induction") {
            result.induction = induction(reporter(), attribute, result.variables);
        }
    }
    const SourceRange keyword = first_token(range, 6);
    return make(range, keyword, pre(PreKind::Bool), std::move(result));
}

Draft BodyResolver::set_comprehension(SourceRange range, const ast::SetComprehension& node, Context context) {
    const SourceRange keyword = first_token(range, node.infinite ? 4 : 3);
    const Scope<const typed::Variable>::Frame frame(variables_);
    Binders bound = binders(node.domain, "range of comprehension must be of type bool (instead got {})", context);
    check_attributes(reporter(), node.domain.attributes, AttributePlace::Quantifier);
    if (node.term == nullptr && bound.variables.size() != 1) {
        reporter().error(Rule::Arity, range,
                         "a set comprehension with more than one bound variable must have a term expression");
        return wrong(range);
    }
    typed::SetComprehension result;
    Draft term = node.term != nullptr ? expression(*node.term, context)
                                      : read(*bound.variables.front(), bound.variables.front()->range);
    PreType type = pre_of(node.infinite ? PreKind::Iset : PreKind::Set, term.type);
    result.range = std::move(bound.range);
    result.term = std::move(term.expr);
    result.variables = owned(std::move(bound.variables));
    return make(range, keyword, std::move(type), std::move(result));
}

Draft BodyResolver::map_comprehension(SourceRange range, const ast::MapComprehension& node, Context context) {
    const SourceRange keyword = first_token(range, node.infinite ? 4 : 3);
    const Scope<const typed::Variable>::Frame frame(variables_);
    Binders bound = binders(node.domain, "range of comprehension must be of type bool (instead got {})", context);
    check_attributes(reporter(), node.domain.attributes, AttributePlace::Quantifier);
    if (node.key == nullptr && bound.variables.size() != 1) {
        reporter().error(Rule::Arity, range,
                         "a map comprehension with more than one bound variable must have a term expression of the "
                         "form 'Expr := Expr'");
        return wrong(range);
    }
    typed::MapComprehension result;
    PreType key_type;
    if (node.key != nullptr) {
        Draft key = expression(*node.key, context);
        key_type = key.type;
        result.key = std::move(key.expr);
    } else {
        key_type = type_of(*bound.variables.front());
    }
    Draft value = expression(*node.value, context);
    PreType type = pre_map(node.infinite ? PreKind::Imap : PreKind::Map, std::move(key_type), value.type);
    result.range = std::move(bound.range);
    result.value = std::move(value.expr);
    result.variables = owned(std::move(bound.variables));
    return make(range, keyword, std::move(type), std::move(result));
}

Draft BodyResolver::let(SourceRange range, const ast::Let& node, Context context) {
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
        values.push_back(expression(*node.values[i], context));
    }
    return let_in(range, patterns, std::move(values), node.ghost, *node.body, context);
}

Draft BodyResolver::let_in(SourceRange range, const std::vector<const ast::Pattern*>& patterns,
                           std::vector<Draft> values, bool ghost, const ast::Expr& ast_body, Context context) {
    typed::Let result;
    std::vector<std::unique_ptr<typed::Variable>> variables;
    TakenApart apart; // the values of patterns
    for (std::size_t i = 0; i < values.size(); ++i) {
        Draft& value = values[i];
        const auto* name = std::get_if<ast::NamePattern>(&patterns[i]->node);
        if (name == nullptr) {
            variables.push_back(whole_of_pattern(*patterns[i], value, typed::VariableKind::Bound, ghost));
            result.values.push_back(std::move(value.expr));
            if (!take_apart(*patterns[i], *variables.back(), typed::VariableKind::Bound, ghost, apart)) {
                return wrong(range);
            }
            continue;
        }
        variables.push_back(
            new_variable(name->name, name->type.get(), typed::VariableKind::Bound, ghost || patterns[i]->ghost));
        agree(type_of(*variables.back()), value.type, value.expr->anchor,
              "type of corresponding source/RHS ({1}) does not match type of bound variable ({0})");
        bind(*variables.back(), *value.expr);
        if (facts_.at(variables.back().get()).type_given) {
            expect(*value.expr, variables.back()->type);
        }
        result.values.push_back(std::move(value.expr));
    }
    const Scope<const typed::Variable>::Frame frame(variables_);
    for (const auto& variable : variables) {
        if (variable->name != kWhole) {
            declare(*variable, "let-variable");
        }
    }
    typed::Let parts;
    for (Component& component : apart.components) {
        declare(*component.variable, "let-variable");
        parts.variables.push_back(std::move(component.variable));
        parts.values.push_back(std::move(component.value.expr));
    }
    Draft body = expression(ast_body, context);
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

Draft BodyResolver::let_such_that(SourceRange range, const ast::LetSuchThat& node, Context context) {
    const Scope<const typed::Variable>::Frame frame(variables_);
    check_attributes(reporter(), node.attributes, AttributePlace::Quantifier);
    std::vector<std::unique_ptr<typed::Variable>> variables;
    for (const ast::BoundVar& var : node.vars) {
        variables.push_back(new_variable(var.name, var.type.get(), typed::VariableKind::Bound, node.ghost));
        declare(*variables.back(), "let-variable");
    }
    typed::LetSuchThat result;
    result.constraint =
        condition(*node.condition, context, "type of RHS of let-such-that expression must be boolean (got {})").expr;
    Draft body = expression(*node.body, context);
    result.body = std::move(body.expr);
    result.variables = owned(std::move(variables));
    PreType type = body.type;
    const SourceRange keyword = first_token(range, node.ghost ? 5 : 3);
    return make(range, keyword, std::move(type), std::move(result));
}

std::optional<BodyResolver::IndexFunction> BodyResolver::index_function(const ast::Expr& expr, Context context) {
    const auto* lambda = std::get_if<ast::Lambda>(&expr.node);
    if (lambda == nullptr) {
        return applied_to_index(expr, context);
    }
    if (lambda->params.size() != 1) {
        reporter().error(Rule::Type, expr.range,
                         fmt::format("a function of one index is expected here, but this one has {} parameters",
                                     lambda->params.size()));
        return std::nullopt;
    }
    const Scope<const typed::Variable>::Frame frame(variables_);
    const ast::BoundVar& param = lambda->params.front();
    IndexFunction result{new_variable(param.name, param.type.get(), typed::VariableKind::Bound, false), {}, nullptr};
    agree(type_of(*result.variable), pre(PreKind::Int), param.name.range,
          "the index of a function for a sequence or array must be an integer (got {})");
    declare(*result.variable, "bound-variable");
    std::optional<Draft> domain;
    for (const ast::SpecClause& spec : lambda->specs) {
        if (spec.kind == ast::SpecKind::Requires) {
            Draft required = condition(*spec.exprs.front(), context, "precondition must be boolean (got {})");
            const SourceRange both = domain ? cover(domain->expr->range, required.expr->range) : required.expr->range;
            domain = domain ? conjunction(both, std::move(*domain), std::move(required)) : std::move(required);
        }
    }
    if (domain) {
        result.domain = std::move(domain->expr);
    }
    result.body = expression(*lambda->body, context);
    return result;
}

// f, as  i requires f.requires(i) => f(i)
std::optional<BodyResolver::IndexFunction> BodyResolver::applied_to_index(const ast::Expr& expr, Context context) {
    IndexFunction result{new_variable({"index", expr.range}, nullptr, typed::VariableKind::Bound, false), {}, nullptr};
    typed::Variable& index = *result.variable;
    index.type = typed::nat_type();
    VariableFacts& facts = facts_.at(&index);
    facts.type_given = true;
    facts.type = pre(PreKind::Int);
    Draft function = expression(expr, context);
    const PreType value = inference_.hole();
    if (!agree(pre_arrow({pre(PreKind::Int)}, value), function.type, function.expr->anchor,
               "a function of one index is expected here (got {1})")) {
        dropped_.push_back(std::move(function.expr));
        untyped_.push_back(std::move(result.variable));
        return std::nullopt;
    }
    typed::RequiresOf domain{again(expr, context).expr, {}};
    domain.arguments.push_back(read(index, expr.range).expr);
    result.domain = make(expr.range, expr.range, pre(PreKind::Bool), std::move(domain)).expr;
    typed::Apply element{std::move(function.expr), {}};
    element.arguments.push_back(read(index, expr.range).expr);
    result.body = make(expr.range, expr.range, value, std::move(element));
    return result;
}

Draft BodyResolver::seq_construction(SourceRange range, const ast::SeqConstruction& node, Context context) {
    Draft size = expression(*node.length, context);
    require_int(size, "sequence construction must use an integer-based expression for the sequence size (got {})");
    std::optional<IndexFunction> function = index_function(*node.function, context);
    if (!function) {
        dropped_.push_back(std::move(size.expr));
        return wrong(range);
    }
    if (node.element) {
        if (const std::optional<typed::Type> element = resolve_type(globals_, *node.element)) {
            agree(value_type(*element), function->body.type, function->body.expr->anchor,
                  "sequence-construction initializer expression expected to have type 'int ~> {0}' (instead got 'int "
                  "~> {1}')");
        }
    }
    PreType type = pre_seq(function->body.type);
    return make(range, first_token(range, 3), std::move(type),
                typed::SeqComprehension{std::move(size.expr), std::move(function->variable),
                                        std::move(function->domain), std::move(function->body.expr)});
}

// `x :| P` as a condition: some x satisfies P.
Draft BodyResolver::guard_exists(const ast::GuardBinding& binding, const ast::Expr& condition, Context context) {
    const Scope<const typed::Variable>::Frame frame(variables_);
    typed::Quantifier result{typed::QuantifierKind::Exists, {}, nullptr, nullptr, {}, false};
    std::vector<std::unique_ptr<typed::Variable>> variables;
    for (const ast::BoundVar& var : binding.vars) {
        variables.push_back(new_variable(var.name, var.type.get(), typed::VariableKind::Bound, false));
        declare(*variables.back(), "bound-variable");
    }
    Draft body = this->condition(condition, context, "body of quantifier must be of type bool (instead got {})");
    result.body = std::move(body.expr);
    result.variables = owned(std::move(variables));
    const SourceRange range = cover(binding.vars.front().name.range, condition.range);
    globals_.quiet_quantifiers.push_back(range);
    return make(range, binding.vars.front().name.range, pre(PreKind::Bool), std::move(result));
}

} // namespace daphnia::resolve
