#include "resolve/failures.h"

#include "resolve/assignments.h"
#include "resolve/attributes.h"
#include "resolve/calls.h"
#include "resolve/expressions.h"
#include "resolve/generic_calls.h"
#include "resolve/lets.h"
#include "resolve/patterns.h"
#include "resolve/targets.h"
#include "resolve/values.h"
#include "typed/walk.h"

#include <fmt/format.h>

#include <algorithm>

namespace daphnia::resolve {

namespace {

// The variables that hold what may have failed, and the places of elements: no program can write the name.
constexpr const char* kFailable = "failable#";

const FunctionEntry* find_function(Globals& globals, const PreType& type, const std::string& name) {
    const auto& members = globals.datatypes.at(type.datatype)->members;
    const auto found = members.find(name);
    return found == members.end() ? nullptr : std::get_if<FunctionEntry>(&found->second);
}

bool has_member(Globals& globals, const PreType& type, const std::string& name) {
    return globals.datatypes.at(type.datatype)->members.count(name) != 0;
}

const char* spelled(ast::FailKeyword keyword) {
    switch (keyword) {
    case ast::FailKeyword::None:
        break;
    case ast::FailKeyword::Expect:
        return "expect";
    case ast::FailKeyword::Assert:
        return "assert";
    case ast::FailKeyword::Assume:
        return "assume";
    }
    return "";
}

} // namespace

// value.name()
Draft Failures::ask(SourceRange range, const typed::Variable& value, const std::string& name) {
    Draft object = read(value, range);
    inference_.advance();
    const FunctionEntry& entry = *find_function(globals_, inference_.head(object.type), name);
    if (!entry.ast->ins.empty()) {
        reporter().error(
            Rule::Arity, range,
            fmt::format("wrong number of arguments (function '{}' expects {}, got 0)", name, entry.ast->ins.size()));
        drop(std::move(object.expr));
        return wrong(range);
    }
    Instantiation use = generics_.instantiation(*entry.function, entry.owner, nullptr, range, "function");
    generics_.receive(object, *entry.function->parameters.front(), use);
    typed::FunctionCall call{entry.function, {}, range};
    call.arguments.push_back(std::move(object.expr));
    return generics_.function_call(range, range, std::move(call), std::move(use));
}

// Whether values of the type can be asked; `extract`: whether there is something to take out. Says what is missing.
bool Failures::supports_failure(SourceRange range, const PreType& type, bool extract, ast::FailKeyword keyword) {
    const bool plain = keyword == ast::FailKeyword::None;
    std::vector<std::string> needed{"IsFailure"};
    if (plain) {
        needed.emplace_back("PropagateFailure");
    }
    if (extract) {
        needed.emplace_back("Extract");
    }
    for (const std::string& name : needed) {
        if (!has_member(globals_, type, name)) {
            const char* const what = plain ? (extract ? "functions 'IsFailure()', 'PropagateFailure()', and 'Extract()'"
                                                      : "functions 'IsFailure()' and 'PropagateFailure()', but not "
                                                        "'Extract()'")
                                           : (extract ? "functions 'IsFailure()' and 'Extract()'"
                                                      : "function 'IsFailure()', but not 'Extract()'");
            reporter().error(Rule::Type, range,
                             plain
                                 ? fmt::format("the right-hand side of ':-', which is of type '{}', must have {}",
                                               inference_.show(type), what)
                                 : fmt::format("the right-hand side of ':- {}', which is of type '{}', with a keyword "
                                               "token must have {}",
                                               spelled(keyword), inference_.show(type), what));
            return false;
        }
        const FunctionEntry* const function = find_function(globals_, type, name);
        if (function == nullptr || !typed::has_receiver(function->function->parameters)) {
            reporter().error(Rule::Type, range,
                             fmt::format("member '{}' in type '{}' (used indirectly via a :- statement) is expected to "
                                         "be a function",
                                         name, inference_.show(type)));
            return false;
        }
    }
    return true;
}

// var p :- e; body  becomes  var t := e; if t.IsFailure() then t.PropagateFailure() else var p := t.Extract(); body
Draft Failures::let_or_fail(SourceRange range, const ast::LetOrFail& node, Context context) {
    Draft value = expressions_.expression(*node.value, context);
    inference_.advance();
    const PreType type = inference_.head(value.type);
    const bool extract = node.pattern != nullptr;
    if (type.kind != PreKind::Datatype || !supports_failure(node.op_range, type, extract, ast::FailKeyword::None)) {
        if (type.kind != PreKind::Datatype && type.kind != PreKind::Unknown) {
            reporter().error(Rule::Type, node.op_range,
                             fmt::format("the right-hand side of ':-', which is of type '{}', must have {}",
                                         inference_.show(type),
                                         extract ? "functions 'IsFailure()', 'PropagateFailure()', and 'Extract()'"
                                                 : "functions 'IsFailure()' and 'PropagateFailure()', but not "
                                                   "'Extract()'"));
        }
        drop(std::move(value.expr));
        const VariableScope::Frame frame(variables_.scope());
        if (extract) {
            variables_.declare_untyped(*node.pattern);
        }
        drop(expressions_.expression(*node.body, context).expr);
        return wrong(range);
    }
    auto whole = variables_.new_variable({kWhole, node.value->range}, nullptr, typed::VariableKind::Bound, false);
    agree(type_of(*whole), value.type, value.expr->anchor, "{0} is not {1}");
    variables_.bind(*whole, *value.expr);
    Draft failed = ask(node.op_range, *whole, "IsFailure");
    agree(failed.type, pre(PreKind::Bool), node.op_range, "{0} is not {1}");
    Draft passed_on = ask(node.op_range, *whole, "PropagateFailure");
    Draft body = extract ? extracted(range, node, *whole, context) : expressions_.expression(*node.body, context);
    agree(passed_on.type, body.type, node.op_range,
          "the two branches of an if-then-else expression must have the same type (got {0} and {1})");
    PreType result = body.type;
    Draft branches = make(range, node.op_range, result,
                          typed::IfThenElse{std::move(failed.expr), std::move(passed_on.expr), std::move(body.expr)});
    typed::Let let;
    let.variables.push_back(std::move(whole));
    let.values.push_back(std::move(value.expr));
    let.body = std::move(branches.expr);
    return make(range, node.op_range, std::move(result), std::move(let));
}

Draft Failures::extracted(SourceRange range, const ast::LetOrFail& node, const typed::Variable& held, Context context) {
    std::vector<Draft> values;
    values.push_back(ask(node.op_range, held, "Extract"));
    return lets_.let_in(range, {node.pattern.get()}, std::move(values), node.ghost, *node.body, context);
}

// The right-hand sides of :-, resolved: a call of a method, or values.
struct Failures::FailableValues {
    const MethodEntry* method = nullptr;
    const ast::Call* call = nullptr;
    MethodArguments arguments;
    std::vector<PendingValue> values;
    PreType type; // of the first
    std::size_t count = 0;
};

std::optional<Failures::FailableValues> Failures::failable_values(const ast::OrFailRhs& rhs) {
    FailableValues result;
    const auto* expr = std::get_if<ast::ExprPtr>(&rhs.value.node);
    result.method = expr != nullptr && rhs.rest.empty() ? calls_.called_method(**expr) : nullptr;
    if (result.method != nullptr) {
        check_attributes(reporter(), rhs.value.attributes, AttributePlace::Statement);
        result.call = &std::get<ast::Call>((*expr)->node);
        result.arguments = calls_.method_arguments(*result.call, *result.method);
        const auto& outs = result.method->method->results;
        if (outs.empty()) {
            reporter().error(Rule::Type, rhs.value.range,
                             fmt::format("expected {} to have a Success/Failure output value, but the method returns "
                                         "nothing",
                                         result.method->ast->name->text));
            return std::nullopt;
        }
        const TypeArguments none;
        result.type = variables_.declared_type(
            *outs.front(), result.arguments.instantiation ? result.arguments.instantiation->arguments : none);
        result.count = outs.size();
    } else {
        result.values.push_back(values_.value(rhs.value));
        for (const ast::Rhs& one : rhs.rest) {
            result.values.push_back(values_.value(one));
        }
        result.type = result.values.front().type;
        result.count = result.values.size();
    }
    inference_.advance();
    result.type = inference_.head(result.type);
    return result;
}

// Whether the first value has something to be taken out, when it can be asked and the numbers fit.
std::optional<bool> Failures::check_failable(const ast::OrFailRhs& rhs, const FailableValues& found,
                                             std::size_t targets) {
    const PreType& type = found.type;
    if (type.kind == PreKind::Unknown) {
        return std::nullopt;
    }
    if (type.kind != PreKind::Datatype) {
        reporter().error(Rule::Type, rhs.op_range,
                         fmt::format("the type of the first expression to the right of ':-' could not be determined to "
                                     "be a failure type (got '{}')",
                                     inference_.show(type)));
        return std::nullopt;
    }
    if (!has_member(globals_, type, "IsFailure")) {
        reporter().error(Rule::Type, rhs.op_range,
                         fmt::format("member IsFailure does not exist in {}, in :- statement", inference_.show(type)));
        return std::nullopt;
    }
    const bool extract = has_member(globals_, type, "Extract");
    const std::size_t expected = extract ? found.count : found.count - 1;
    if (targets != expected) {
        const std::string shown = inference_.show(type);
        const char* const member = extract ? "with" : "without";
        reporter().error(
            Rule::Arity, rhs.op_range,
            found.method != nullptr
                ? fmt::format("wrong number of method result arguments (got {}, expected {}) for a rhs type ({}) {} "
                              "member Extract",
                              targets, expected, shown, member)
                : fmt::format("number of lhs ({}) must {} number of rhs ({}) for a rhs type ({}) {} member Extract",
                              targets, extract ? "match" : "be one less than", found.count, shown, member));
        return std::nullopt;
    }
    return supports_failure(rhs.op_range, type, extract, rhs.keyword) ? std::optional(extract) : std::nullopt;
}

// x, y :- e, f;  becomes  var t; t, y := e, f; if t.IsFailure() { r := t.PropagateFailure(); return; } x :=
// t.Extract(); The left-hand sides come into scope when the right-hand sides are resolved.
void Failures::assign_or_fail(SourceRange range, const ast::OrFailRhs& rhs, std::size_t count,
                              const std::function<std::vector<PendingTarget>()>& make_targets, StmtList& out) {
    check_attributes(reporter(), rhs.keyword_attributes, AttributePlace::Statement);
    const bool plain = rhs.keyword == ast::FailKeyword::None;
    if (declaration_.method == nullptr && plain) {
        reporter().error(Rule::Misplaced, rhs.op_range, "a :- statement is allowed only in a method");
    } else if (plain && declaration_.method->results.empty()) {
        reporter().error(Rule::Misplaced, rhs.op_range,
                         fmt::format("a method containing a :- statement must have an out-parameter ({})",
                                     typed::own_name(declaration_.method->name)));
    }
    std::optional<FailableValues> found = failable_values(rhs);
    const std::optional<bool> extract = found ? check_failable(rhs, *found, count) : std::nullopt;
    std::vector<PendingTarget> targets = make_targets();
    targets_.check_distinct_variables(targets, ":- statement");
    if (!extract || (plain && (declaration_.method == nullptr || declaration_.method->results.empty()))) {
        if (found) {
            for (PendingValue& value : found->values) {
                values_.forget(std::move(value));
            }
            for (typed::ExprPtr& argument : found->arguments.values) {
                drop(std::move(argument));
            }
        }
        targets_.forget(std::move(targets));
        return;
    }
    auto whole = variables_.new_variable({kFailable, rhs.value.range}, nullptr, typed::VariableKind::Local, false);
    const typed::Variable& held = *whole;
    typed::VarDecl declaration;
    declaration.variables.push_back(std::move(whole));
    add(out, range, false, std::move(declaration));
    std::optional<PendingTarget> first;
    if (*extract) {
        first = std::move(targets.front());
        targets.erase(targets.begin());
        hold_place(range, *first, targets, out);
    }
    targets.insert(targets.begin(), targets_.variable_target(held, rhs.value.range));
    if (found->method != nullptr) {
        assignments_.call_method(range, rhs.op_range, *found->method, std::move(found->arguments), std::move(targets),
                                 out);
    } else {
        assignments_.assign_values(range, rhs.op_range, std::move(targets), std::move(found->values), out);
    }
    unless_failed(range, rhs, held, out);
    if (first) {
        std::vector<PendingTarget> into;
        into.push_back(std::move(*first));
        std::vector<PendingValue> taken_out;
        taken_out.push_back(values_.pending(ask(rhs.op_range, held, "Extract")));
        assignments_.assign_values(range, rhs.op_range, std::move(into), std::move(taken_out), out);
    }
}

// The element or field that is assigned to in the end is the one that is named before the call. Literals, and variables
// that are no other target, are the same then.
void Failures::hold_place(SourceRange range, PendingTarget& target, const std::vector<PendingTarget>& others,
                          StmtList& out) {
    const auto is_target = [&](const typed::Variable* variable) {
        return std::any_of(others.begin(), others.end(), [&](const PendingTarget& other) {
            const auto* written = std::get_if<typed::VariableTarget>(&other.target.node);
            return written != nullptr && written->variable == variable;
        });
    };
    const auto stays = [&](const typed::Expr& part) {
        const typed::Variable* const variable = typed::read_variable(part);
        return std::holds_alternative<typed::IntLiteral>(part.node) || (variable != nullptr && !is_target(variable));
    };
    std::vector<typed::ExprPtr*> parts;
    if (auto* element = std::get_if<typed::ElementTarget>(&target.target.node)) {
        parts.push_back(&element->array);
        for (typed::ExprPtr& index : element->indices) {
            parts.push_back(&index);
        }
    } else if (auto* field = std::get_if<typed::FieldTarget>(&target.target.node)) {
        parts.push_back(&field->object);
    }
    for (typed::ExprPtr* part : parts) {
        if (*part == nullptr || stays(**part)) {
            continue;
        }
        const SourceRange at = (*part)->range;
        auto variable = variables_.new_variable({kFailable, at}, nullptr, typed::VariableKind::Local, false);
        const typed::Variable& place = *variable;
        Draft value = state_.nodes.reclaim(std::move(*part));
        typed::VarDecl declaration;
        declaration.variables.push_back(std::move(variable));
        add(out, range, false, std::move(declaration));
        std::vector<PendingTarget> into;
        into.push_back(targets_.variable_target(place, at));
        std::vector<PendingValue> values;
        values.push_back(values_.pending(std::move(value)));
        assignments_.assign_values(range, at, std::move(into), std::move(values), out);
        *part = read(place, at).expr;
    }
}

void Failures::unless_failed(SourceRange range, const ast::OrFailRhs& rhs, const typed::Variable& held, StmtList& out) {
    Draft failed = ask(rhs.op_range, held, "IsFailure");
    agree(failed.type, pre(PreKind::Bool), rhs.op_range, "{0} is not {1}");
    if (rhs.keyword == ast::FailKeyword::None) {
        StmtList body;
        std::vector<PendingTarget> into;
        into.push_back(targets_.variable_target(*declaration_.method->results.front(), rhs.op_range));
        std::vector<PendingValue> values;
        values.push_back(values_.pending(ask(rhs.op_range, held, "PropagateFailure")));
        assignments_.assign_values(range, rhs.op_range, std::move(into), std::move(values), body);
        add(body, range, false, typed::Return{});
        typed::StmtPtr then = make_stmt(range, false, typed::Block{std::move(body), nullptr});
        add(out, range, false, typed::If{std::move(failed.expr), std::move(then), nullptr});
        return;
    }
    Draft holds =
        make(range, rhs.op_range, pre(PreKind::Bool), typed::Unary{typed::UnaryOp::Not, std::move(failed.expr)});
    switch (rhs.keyword) {
    case ast::FailKeyword::None:
        break;
    case ast::FailKeyword::Expect:
        add(out, range, false, typed::Expect{std::move(holds.expr), read(held, rhs.value.range).expr});
        break;
    case ast::FailKeyword::Assert:
        add(out, range, true,
            typed::Assert{typed::AssertKind::Assertion, std::move(holds.expr), nullptr,
                          error_message(rhs.keyword_attributes)});
        break;
    case ast::FailKeyword::Assume:
        add(out, range, true, typed::Assume{std::move(holds.expr), has_attribute(rhs.keyword_attributes, "axiom")});
        break;
    }
}

} // namespace daphnia::resolve
