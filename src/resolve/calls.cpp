#include "resolve/calls.h"

#include "resolve/arguments.h"
#include "resolve/datatype_values.h"
#include "resolve/expressions.h"
#include "resolve/function_values.h"
#include "resolve/generic_calls.h"
#include "resolve/heap_states.h"
#include "resolve/lets.h"
#include "resolve/meanings.h"
#include "resolve/members.h"
#include "resolve/modules.h"
#include "resolve/operators.h"
#include "resolve/patterns.h"
#include "resolve/suggestions.h"

#include <fmt/format.h>

#include <algorithm>

namespace daphnia::resolve {

namespace {

bool arguments_are_left_out(const ast::Expr& name) {
    const auto* member = std::get_if<ast::Member>(&name.node);
    return (member != nullptr ? member->type_arguments : std::get<ast::Name>(name.node).type_arguments).empty();
}

} // namespace

Draft Calls::call(SourceRange range, const ast::Call& node, Context context) {
    if (node.prefix_limit) {
        reporter().not_in_language(range, "prefix predicates and prefix lemmas are");
        return wrong(range);
    }
    const std::optional<Meaning> found = meanings_.declared_meaning(*node.callee);
    if (const auto* constructor = found ? std::get_if<ConstructorEntry>(&*found) : nullptr) {
        const auto* qualified = std::get_if<ast::Member>(&node.callee->node);
        heap_states_.previous_state(node, Called::Value, false, context);
        if (!arguments_are_left_out(*node.callee)) {
            reporter().error(Rule::Arity, node.callee->range,
                             fmt::format("datatype constructor does not take any type parameters ('{}')",
                                         constructor->ast->name.text));
        }
        return datatypes_.construct(range, *constructor, node, qualified == nullptr ? nullptr : qualified->object.get(),
                                    context);
    }
    if (auto* const* member = found ? std::get_if<Member*>(&*found) : nullptr) {
        if (const auto* entry = std::get_if<FunctionEntry>(*member)) {
            if (lacks_receiver(*node.callee, entry->function->parameters)) {
                arguments_.resolve_arguments(node, context);
                return wrong(range);
            }
            return call_function(range, node, *entry, std::nullopt, context);
        }
    }
    const auto* qualified = std::get_if<ast::Member>(&node.callee->node);
    if (!found && qualified != nullptr) {
        return call_member(range, node, *qualified, context);
    }
    const NameUse use = &node != invoked_ ? NameUse::Called : invoked_alone_ ? NameUse::Invoked : NameUse::Either;
    return not_a_function(range, node, suggestions_.used_as(use, *node.callee, context), context);
}

bool Calls::lacks_receiver(const ast::Expr& name, const std::vector<typed::VariablePtr>& parameters) {
    const auto* qualified = std::get_if<ast::Member>(&name.node);
    if (qualified == nullptr || !typed::has_receiver(parameters)) {
        return false;
    }
    reporter().error(Rule::Misplaced, qualified->name.range,
                     fmt::format("accessing member '{}' requires an instance expression", qualified->name.text));
    return true;
}

namespace {

// The way out for parentheses behind what is no function.
std::string call_of_value(const ast::Call& call, PreKind type) {
    const std::string_view callee = call.callee->range.text();
    if (call.arguments.empty()) {
        return fmt::format("write '{}', without parentheses", callee);
    }
    const bool selected = type == PreKind::Seq || type == PreKind::Array || is_map(type) || type == PreKind::Multiset;
    return selected && call.arguments.size() == 1 ? fmt::format("elements are selected with brackets: '{}[{}]'", callee,
                                                                call.arguments.front().value->range.text())
                                                  : std::string();
}

} // namespace

Draft Calls::call_function(SourceRange range, const ast::Call& call, const FunctionEntry& entry,
                           std::optional<Draft> receiver, Context context) {
    const typed::Function& function = *entry.function;
    const std::string own_kind = function.predicate ? "predicate" : "function";
    const std::string kind = function.two_state ? "twostate " + own_kind : own_kind;
    const std::string& name = entry.ast->name.text;
    typed::FunctionCall node{&function, {}, range};
    node.label = heap_states_.previous_state(call, Called::Function, function.two_state, context);
    Instantiation use = generics_.instantiation(function, entry.owner, call.callee.get(), call.callee->range, own_kind);
    if (typed::has_receiver(function.parameters)) {
        Draft object = receiver ? std::move(*receiver) : members_.this_value(call.callee->range);
        generics_.receive(object, *function.parameters.front(), use);
        node.arguments.push_back(std::move(object.expr));
        receiver.reset();
    }
    std::vector<typed::ExprPtr> arguments = arguments_.actuals(call, entry.ast->ins, function.parameters, use.arguments,
                                                               kind, name, {entry.module, entry.owner}, context);
    for (typed::ExprPtr& argument : arguments) {
        node.arguments.push_back(std::move(argument));
    }
    for (std::size_t i = 0; i < node.arguments.size(); ++i) {
        uses_.expect(*node.arguments[i], function.parameters[i]->type,
                     function.type_parameters.empty() ? std::nullopt
                                                      : std::optional(uses_.function_instantiations.size()));
    }
    Draft result = generics_.function_call(range, call.open_paren, std::move(node), std::move(use));
    return receiver ? lets_.beside(std::move(*receiver), std::move(result)) : std::move(result);
}

Draft Calls::not_a_function(SourceRange range, const ast::Call& call, Draft target, Context context) {
    heap_states_.previous_state(call, Called::Value, false, context);
    inference_.advance();
    inference_.decide_literal(target.type);
    PreType type = inference_.head(target.type);
    if (type.kind == PreKind::Hole) {
        std::vector<PreType> parameters(call.arguments.size());
        std::generate(parameters.begin(), parameters.end(), [this] { return inference_.hole(); });
        type = pre_arrow(std::move(parameters), inference_.hole());
        inference_.unify(target.type, type);
    }
    if (type.kind == PreKind::Arrow) {
        return functions_.apply_value(range, call, std::move(target), type, FunctionValues::Question::Value, context);
    }
    if (type.kind != PreKind::Unknown) {
        reporter().error(
            Rule::Type, call.open_paren,
            fmt::format("non-function expression (of type {}) is called with parameters", inference_.show(target.type)),
            call_of_value(call, inference_.family_of(type)));
    }
    drop(std::move(target.expr));
    arguments_.resolve_arguments(call, context);
    return wrong(range);
}

// value.F(…)
Draft Calls::call_member(SourceRange range, const ast::Call& call, const ast::Member& callee, Context context) {
    Draft object = suggestions_.used_as(NameUse::Qualifier, *callee.object, context);
    inference_.advance();
    const PreType type = inference_.head(object.type);
    if (Member* const member = meanings_.member_of(type, callee.name)) {
        if (const auto* function = std::get_if<FunctionEntry>(member)) {
            return call_function(range, call, *function, std::move(object), context);
        }
    }
    if (std::optional<Draft> rotated = operators_.rotation(range, call, callee, object, context)) {
        return std::move(*rotated);
    }
    if (type.kind == PreKind::Arrow && (callee.name.text == "requires" || callee.name.text == "reads")) {
        return functions_.apply_value(range, call, std::move(object), type,
                                      callee.name.text == "requires" ? FunctionValues::Question::Requires
                                                                     : FunctionValues::Question::Reads,
                                      context);
    }
    return not_a_function(range, call, members_.member_of(call.callee->range, callee.name, std::move(object)), context);
}

const MethodEntry* Calls::called_method(const ast::Expr& expr) {
    const auto* call = std::get_if<ast::Call>(&expr.node);
    invoked_ = call;
    invoked_alone_ = false;
    const std::optional<Meaning> found = call != nullptr ? meanings_.declared_meaning(*call->callee) : std::nullopt;
    if (found) {
        auto* const* member = std::get_if<Member*>(&*found);
        return member == nullptr ? nullptr : std::get_if<MethodEntry>(*member);
    }
    const auto* callee = call == nullptr ? nullptr : std::get_if<ast::Member>(&call->callee->node);
    if (callee == nullptr || !globals_.member_methods.contains(callee->name.text)) {
        return nullptr;
    }
    Draft object = expressions_.again(*callee->object, statement_context());
    inference_.advance();
    const PreType type = inference_.head(object.type);
    drop(std::move(object.expr));
    Member* const member = meanings_.member_of(type, callee->name);
    return member == nullptr ? nullptr : std::get_if<MethodEntry>(member);
}

// The value whose member is called; nothing for a static one.
std::optional<Draft> Calls::method_receiver(const ast::Call& call, const MethodEntry& entry, StmtList& before) {
    const bool instance = typed::has_receiver(entry.method->parameters);
    if (meanings_.declared_meaning(*call.callee)) {
        if (lacks_receiver(*call.callee, entry.method->parameters)) {
            return wrong(call.callee->range);
        }
        return instance ? std::optional(members_.this_value(call.callee->range)) : std::nullopt;
    }
    Draft object = expressions_.expression(*std::get<ast::Member>(call.callee->node).object, statement_context());
    if (!instance) {
        hold_value(std::move(object), before);
        return std::nullopt;
    }
    return object;
}

// In a variable that nobody reads.
void Calls::hold_value(Draft value, StmtList& out) {
    const SourceRange at = value.expr->range;
    auto variable = variables_.new_variable({kWhole, at}, nullptr, typed::VariableKind::Local, true);
    agree(type_of(*variable), value.type, value.expr->anchor, "{0} is not {1}");
    variables_.bind(*variable, *value.expr);
    typed::Assign assign;
    assign.targets.push_back({at, typed::VariableTarget{variable.get()}});
    assign.values.push_back({at, std::move(value.expr)});
    typed::VarDecl declaration;
    declaration.variables.push_back(std::move(variable));
    add(out, at, true, std::move(declaration));
    add(out, at, true, std::move(assign));
}

MethodArguments Calls::method_arguments(const ast::Call& call, const MethodEntry& entry) {
    const typed::Method& method = *entry.method;
    const std::string own_kind = method.kind == typed::MethodKind::Lemma ? "lemma" : "method";
    const std::string kind = method.two_state ? "twostate " + own_kind : own_kind;
    Instantiation use = generics_.instantiation(method, entry.owner, call.callee.get(), call.callee->range, own_kind);
    MethodArguments result;
    result.label = heap_states_.previous_state(call, Called::Lemma, method.two_state, statement_context());
    std::optional<Draft> receiver = method_receiver(call, entry, result.before);
    if (receiver) {
        generics_.receive(*receiver, *method.parameters.front(), use);
    }
    result.values = arguments_.actuals(call, entry.ast->ins, method.parameters, use.arguments, kind,
                                       entry.ast->name->text, {entry.module, entry.owner}, statement_context());
    if (receiver) {
        result.values.insert(result.values.begin(), std::move(receiver->expr));
    }
    if (!method.type_parameters.empty()) {
        result.instantiation = std::move(use);
    }
    return result;
}

} // namespace daphnia::resolve
