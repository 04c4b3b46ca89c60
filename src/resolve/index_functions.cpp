#include "resolve/index_functions.h"

#include "resolve/expressions.h"

#include <fmt/format.h>

namespace daphnia::resolve {

namespace {

std::string indices(std::size_t count) {
    return count == 1 ? "one index" : fmt::format("{} indices", count);
}

} // namespace

std::optional<IndexFunction> IndexFunctions::index_function(const ast::Expr& expr, std::size_t count, Context context) {
    const auto* lambda = std::get_if<ast::Lambda>(&expr.node);
    if (lambda == nullptr) {
        return applied_to_indices(expr, count, context);
    }
    if (lambda->params.size() != count) {
        reporter().error(Rule::Type, expr.range,
                         fmt::format("a function of {} is expected here, but this one has {} parameter{}",
                                     indices(count), lambda->params.size(), lambda->params.size() == 1 ? "" : "s"));
        return std::nullopt;
    }
    const VariableScope::Frame frame(variables_.scope());
    IndexFunction result;
    for (const ast::BoundVar& param : lambda->params) {
        result.variables.push_back(
            variables_.new_variable(param.name, param.type.get(), typed::VariableKind::Bound, false));
        const typed::Variable& variable = *result.variables.back();
        agree(type_of(variable), pre(PreKind::Int), param.name.range,
              "the index of a function for a sequence or array must be an integer (got {})");
        variables_.declare(variable, "bound-variable");
    }
    std::optional<Draft> domain;
    for (const ast::SpecClause& spec : lambda->specs) {
        if (spec.kind == ast::SpecKind::Requires) {
            Draft required =
                expressions_.condition(*spec.exprs.front(), context, "precondition must be boolean (got {})");
            const SourceRange both = domain ? cover(domain->expr->range, required.expr->range) : required.expr->range;
            domain = domain ? conjunction(both, std::move(*domain), std::move(required)) : std::move(required);
        }
    }
    if (domain) {
        result.domain = std::move(domain->expr);
    }
    result.body = expressions_.expression(*lambda->body, context);
    return result;
}

// f, as  i requires f.requires(i) => f(i)
std::optional<IndexFunction> IndexFunctions::applied_to_indices(const ast::Expr& expr, std::size_t count,
                                                                Context context) {
    IndexFunction result;
    for (std::size_t i = 0; i < count; ++i) {
        auto variable = variables_.new_variable({count == 1 ? "index" : fmt::format("index{}", i), expr.range}, nullptr,
                                                typed::VariableKind::Bound, false);
        variable->type = typed::nat_type();
        VariableFacts& facts = variables_.facts(*variable);
        facts.type_given = true;
        facts.type = pre(PreKind::Int);
        result.variables.push_back(std::move(variable));
    }
    Draft function = expressions_.expression(expr, context);
    const PreType value = inference_.hole();
    if (!agree(pre_arrow(std::vector<PreType>(count, pre(PreKind::Int)), value), function.type, function.expr->anchor,
               fmt::format("a function of {} is expected here (got {{1}})", indices(count)).c_str())) {
        drop(std::move(function.expr));
        for (auto& variable : result.variables) {
            variables_.keep(std::move(variable));
        }
        return std::nullopt;
    }
    typed::RequiresOf domain{expressions_.again(expr, context).expr, {}};
    typed::Apply element{std::move(function.expr), {}};
    for (const auto& variable : result.variables) {
        domain.arguments.push_back(read(*variable, expr.range).expr);
        element.arguments.push_back(read(*variable, expr.range).expr);
    }
    result.domain = make(expr.range, expr.range, pre(PreKind::Bool), std::move(domain)).expr;
    result.body = make(expr.range, expr.range, value, std::move(element));
    return result;
}

Draft IndexFunctions::seq_construction(SourceRange range, const ast::SeqConstruction& node, Context context) {
    Draft size = expressions_.expression(*node.length, context);
    require_int(size, "sequence construction must use an integer-based expression for the sequence size (got {})");
    std::optional<IndexFunction> function = index_function(*node.function, 1, context);
    if (!function) {
        drop(std::move(size.expr));
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
                typed::SeqComprehension{std::move(size.expr), std::move(function->variables.front()),
                                        std::move(function->domain), std::move(function->body.expr)});
}

} // namespace daphnia::resolve
