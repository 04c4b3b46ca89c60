#include "resolve/function_values.h"

#include "resolve/arguments.h"
#include "resolve/expressions.h"
#include "resolve/frames.h"
#include "resolve/generic_calls.h"
#include "resolve/labels.h"
#include "resolve/lets.h"
#include "resolve/members.h"

#include <fmt/format.h>

#include <algorithm>

namespace daphnia::resolve {

namespace {

// Whether nobody knows that what it names are finitely many arrays.
bool has_open_frame(const ast::SpecClauses& specs) {
    return std::any_of(specs.begin(), specs.end(), [](const ast::SpecClause& spec) {
        return spec.kind == ast::SpecKind::Reads &&
               std::any_of(spec.frames.begin(), spec.frames.end(), [](const ast::FrameExpr& item) {
                   const auto* const member = item.object ? std::get_if<ast::Member>(&item.object->node) : nullptr;
                   return item.object && (std::holds_alternative<ast::Wildcard>(item.object->node) ||
                                          (member != nullptr && member->name.text == "reads"));
               });
    });
}

} // namespace

Draft FunctionValues::lambda(SourceRange range, const ast::Lambda& node, Context) {
    const VariableScope::Frame frame(variables_.scope());
    const Scope<const typed::Label>::Frame labels(labels_.dominating());
    ++state_.lambda_depth;
    NewVariables variables;
    std::vector<PreType> types;
    for (const ast::BoundVar& param : node.params) {
        variables.push_back(variables_.new_variable(param.name, param.type.get(), typed::VariableKind::Bound, false));
        variables_.declare(*variables.back(), "bound-variable");
        types.push_back(type_of(*variables.back()));
    }
    typed::Lambda result;
    std::optional<Draft> domain;
    for (const ast::SpecClause& spec : node.specs) {
        if (spec.kind == ast::SpecKind::Requires) {
            Draft required =
                expressions_.condition(*spec.exprs.front(), Context{}, "precondition must be boolean (got {})");
            const SourceRange both = domain ? cover(domain->expr->range, required.expr->range) : required.expr->range;
            domain = domain ? conjunction(both, std::move(*domain), std::move(required)) : std::move(required);
        }
    }
    if (domain) {
        result.domain = std::move(domain->expr);
    }
    result.reads = frames_.frame(node.specs, ast::SpecKind::Reads);
    if (has_open_frame(node.specs)) {
        reporter().unsupported(range, "lambda expressions that read all arrays, or what all applications of a function "
                                      "read, are");
    }
    Draft body = expressions_.expression(*node.body, Context{});
    --state_.lambda_depth;
    result.body = std::move(body.expr);
    result.parameters = owned(std::move(variables));
    return make(range, range, pre_arrow(std::move(types), body.type), std::move(result));
}

Draft FunctionValues::function_value(SourceRange range, SourceRange at, const FunctionEntry& entry,
                                     const std::vector<ast::TypePtr>& type_arguments, const ast::Member* qualified,
                                     std::optional<Draft> receiver) {
    const typed::Function& function = *entry.function;
    const bool instance = typed::has_receiver(function.parameters);
    if (instance && !receiver) {
        receiver = members_.this_value(range);
    }
    const auto has = [&](ast::SpecKind kind) {
        return std::any_of(entry.ast->specs.begin(), entry.ast->specs.end(),
                           [&](const ast::SpecClause& clause) { return clause.kind == kind; });
    };
    if (function.two_state) {
        return unsupported(range, "two-state functions as values are");
    }
    if (has_open_frame(entry.ast->specs)) {
        return unsupported(
            range, "functions that read all arrays, or what all applications of a function read, as values are");
    }
    if (!function.ghost && std::any_of(function.parameters.begin(), function.parameters.end(),
                                       [](const typed::VariablePtr& parameter) { return parameter->ghost; })) {
        return unsupported(range, "functions with ghost parameters as values are");
    }
    std::vector<std::optional<typed::Type>> of_owner;
    if (entry.owner != nullptr) {
        of_owner = qualified != nullptr ? generics_.datatype_arguments(qualified->object.get(), *entry.owner)
                                        : generics_.own_arguments(*entry.owner);
        if (instance) { // they are those of the receiver
            std::fill(of_owner.begin(), of_owner.end(), std::nullopt);
        }
    }
    Instantiation use = generics_.instantiation(function, std::move(of_owner), type_arguments, range, "function");
    if (instance) {
        generics_.receive(*receiver, *function.parameters.front(), use);
    }
    typed::FunctionValue value{&function, instance ? std::move(receiver->expr) : nullptr,
                               has(ast::SpecKind::Reads)      ? typed::ArrowKind::General
                               : has(ast::SpecKind::Requires) ? typed::ArrowKind::Partial
                                                              : typed::ArrowKind::Total};
    std::vector<PreType> parameters;
    for (std::size_t i = instance ? 1 : 0; i < function.parameters.size(); ++i) {
        parameters.push_back(variables_.declared_type(*function.parameters[i], use.arguments));
    }
    Draft result =
        make(range, at, pre_arrow(std::move(parameters), variables_.declared_type(*function.result, use.arguments)),
             std::move(value));
    if (!function.type_parameters.empty()) {
        use.value = std::get_if<typed::FunctionValue>(&result.expr->node);
        uses_.function_instantiations.push_back(std::move(use));
    }
    return receiver && !instance ? lets_.beside(std::move(*receiver), std::move(result)) : std::move(result);
}

std::optional<std::vector<typed::ExprPtr>> FunctionValues::applied_to(const ast::Call& call, const PreType& arrow,
                                                                      Context context) {
    const std::size_t expected = arrow.arguments.size() - 1;
    if (call.arguments.size() != expected) {
        reporter().error(Rule::Arity, call.open_paren,
                         fmt::format("wrong number of arguments to function application (function type '{}' expects "
                                     "{}, got {})",
                                     inference_.show(arrow), expected, call.arguments.size()));
        arguments_.resolve_arguments(call, context);
        return std::nullopt;
    }
    std::vector<typed::ExprPtr> result;
    for (std::size_t i = 0; i < expected; ++i) {
        const ast::Argument& argument = call.arguments[i];
        if (argument.name) {
            reporter().error(Rule::Unresolved, argument.name->range,
                             "named arguments are not allowed where a function value is applied");
        }
        Draft draft = expressions_.expression(*argument.value, context);
        const std::string index = expected > 1 ? fmt::format("at index {} ", i) : std::string();
        agree(arrow.arguments[i], draft.type, draft.expr->anchor,
              fmt::format("incorrect argument type {}for function application parameter (expected {{0}}, found {{1}})",
                          index)
                  .c_str());
        result.push_back(std::move(draft.expr));
    }
    return result;
}

Draft FunctionValues::apply_value(SourceRange range, const ast::Call& call, Draft function, const PreType& arrow,
                                  Question question, Context context) {
    std::optional<std::vector<typed::ExprPtr>> arguments = applied_to(call, arrow, context);
    if (!arguments) {
        drop(std::move(function.expr));
        return wrong(range);
    }
    switch (question) {
    case Question::Value:
        return make(range, call.open_paren, arrow.arguments.back(),
                    typed::Apply{std::move(function.expr), std::move(*arguments)});
    case Question::Requires:
        return make(range, call.open_paren, pre(PreKind::Bool),
                    typed::RequiresOf{std::move(function.expr), std::move(*arguments)});
    case Question::Reads:
        break;
    }
    return make(range, call.open_paren, pre_of(PreKind::Set, pre(PreKind::Object)),
                typed::ReadsOf{std::move(function.expr), std::move(*arguments)});
}

} // namespace daphnia::resolve
