#include "resolve/assignments.h"

#include "resolve/allocations.h"
#include "resolve/attributes.h"
#include "resolve/calls.h"
#include "resolve/expressions.h"
#include "resolve/failures.h"
#include "resolve/patterns.h"
#include "resolve/reveals.h"
#include "resolve/suggestions.h"
#include "resolve/targets.h"
#include "resolve/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace daphnia::resolve {

namespace {

const char* const kNotAssignable = "RHS (of type {1}) not assignable to LHS (of type {0})";

std::string names_of(const std::vector<typed::VariablePtr>& variables) {
    std::string result;
    for (const typed::VariablePtr& variable : variables) {
        result += (result.empty() ? "" : ", ") + variable->name;
    }
    return result;
}

// For s[a : b], which is several sequences.
const char* instead_of_parts(const typed::Expr* value) {
    const auto* let = value == nullptr ? nullptr : std::get_if<typed::Let>(&value->node);
    const auto* display = let == nullptr ? nullptr : std::get_if<typed::SeqDisplay>(&let->body->node);
    const bool parts = display != nullptr && !display->elements.empty() &&
                       std::holds_alternative<typed::SeqSlice>(display->elements.front()->node);
    return parts ? "a part is written 's[a..b]'" : "";
}

} // namespace

void Assignments::assign_values(SourceRange range, SourceRange at, std::vector<PendingTarget> targets,
                                std::vector<PendingValue> values, StmtList& out) {
    typed::Assign result;
    std::vector<std::pair<std::size_t, PreType>> allocations;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        PendingValue& value = values[i];
        agree(targets[i].type, value.type, at,
              value.allocation ? "type {1} is not assignable to LHS (of type {0})" : kNotAssignable,
              instead_of_parts(value.expr));
        if (const auto* variable = std::get_if<typed::VariableTarget>(&targets[i].target.node)) {
            VariableFacts& facts = variables_.facts(*variable->variable);
            if (value.expr != nullptr) {
                variables_.flow(*variable->variable, *value.expr);
                if (facts.type_given) {
                    uses_.expect(*value.expr, variable->variable->type);
                }
            } else if (value.allocation) {
                facts.allocated = true;
            }
        }
        if (value.allocation && inference_.head(value.type).kind != PreKind::Unknown) {
            allocations.emplace_back(i, value.type);
        }
        result.targets.push_back(std::move(targets[i].target));
        result.values.push_back(std::move(value.value));
    }
    auto stmt = std::make_unique<typed::Stmt>(typed::Stmt{range, false, std::move(result)});
    for (auto& [index, type] : allocations) {
        uses_.new_arrays.push_back({stmt.get(), index, std::move(type)});
    }
    out.push_back(std::move(stmt));
}

void Assignments::assign_statement(SourceRange range, const ast::Assign& node, StmtList& out) {
    if (const auto* such = std::get_if<ast::SuchThatRhs>(&node.assignment)) {
        std::vector<typed::Target> targets;
        for (const ast::ExprPtr& lhs : node.targets) {
            PendingTarget pending = targets_.target(*lhs);
            targets_.check_such_that_target(*lhs, pending.target, targets, such->assume.has_value());
            targets.push_back(std::move(pending.target));
        }
        such_that(range, std::move(targets), *such, out);
        return;
    }
    const auto make_targets = [&] {
        std::vector<PendingTarget> targets;
        for (const ast::ExprPtr& lhs : node.targets) {
            targets.push_back(targets_.target(*lhs));
        }
        return targets;
    };
    if (const auto* failable = std::get_if<ast::OrFailRhs>(&node.assignment)) {
        failures_.assign_or_fail(range, *failable, node.targets.size(), make_targets, out);
        return;
    }
    assign_all(range, std::get<ast::AssignRhs>(node.assignment), make_targets, out);
}

// Where an object is initialized by a method of its class, which comes first, it has a name.
PendingValue Assignments::value(const ast::Rhs& rhs, StmtList& out) {
    const auto* made = std::get_if<ast::NewObject>(&rhs.node);
    const MethodEntry* const method = made == nullptr ? nullptr : allocations_.initializer(*made);
    PendingValue object = values_.value(rhs);
    if (method == nullptr) {
        return object;
    }
    typed::VarDecl declaration;
    declaration.variables.push_back(
        variables_.new_variable({kWhole, rhs.range}, nullptr, typed::VariableKind::Local, false));
    const typed::Variable& variable = *declaration.variables.back();
    add(out, rhs.range, false, std::move(declaration));
    std::vector<PendingTarget> targets;
    targets.push_back(targets_.variable_target(variable, rhs.range));
    std::vector<PendingValue> values;
    values.push_back(std::move(object));
    assign_values(rhs.range, rhs.range, std::move(targets), std::move(values), out);
    call_method(rhs.range, rhs.range, *method,
                allocations_.initializer_arguments(rhs.range, *made, *method, read(variable, rhs.range)), {}, out);
    return values_.pending(read(variable, rhs.range));
}

// The right-hand sides are resolved before the targets, which a declaration brings into scope only then.
void Assignments::assign_all(SourceRange range, const ast::AssignRhs& rhs,
                             const std::function<std::vector<PendingTarget>()>& make_targets, StmtList& out) {
    const MethodEntry* method = nullptr;
    SourceRange first_call;
    MethodArguments arguments;
    std::vector<PendingValue> values;
    for (const ast::Rhs& one : rhs.values) {
        const auto* expr = std::get_if<ast::ExprPtr>(&one.node);
        const auto* allocation = std::get_if<ast::NewObject>(&one.node);
        const MethodEntry* called = expr != nullptr         ? calls_.called_method(**expr)
                                    : allocation != nullptr ? allocations_.constructor(*allocation)
                                                            : nullptr;
        if (called == nullptr) {
            values.push_back(value(one, out));
            continue;
        }
        check_attributes(reporter(), one.attributes, AttributePlace::Statement);
        arguments = allocation != nullptr ? allocations_.constructor_arguments(one.range, *allocation, *called)
                                          : calls_.method_arguments(std::get<ast::Call>((*expr)->node), *called);
        if (method == nullptr) {
            method = called;
            first_call = one.range;
        }
    }
    std::vector<PendingTarget> targets = make_targets();
    targets_.check_distinct_variables(targets, method != nullptr ? "call statement" : "assignment");
    if (method != nullptr && rhs.values.size() > 1) {
        reporter().error(Rule::Misplaced, first_call,
                         "an update statement is allowed an effectful RHS only if there is just one RHS");
    } else if (method != nullptr) { // a result is no conjunct, which Dafny does not ask of calls
        call_method(range, rhs.op_range, *method, std::move(arguments), std::move(targets), out);
    } else if (targets.size() != values.size()) {
        const bool known = std::none_of(values.begin(), values.end(), [&](const PendingValue& pending) {
            return inference_.head(pending.type).kind == PreKind::Unknown;
        });
        if (known) {
            const auto* only = rhs.values.size() == 1 ? std::get_if<ast::ExprPtr>(&rhs.values.front().node) : nullptr;
            const bool tuple = only != nullptr && std::holds_alternative<ast::Tuple>((*only)->node);
            report_multi_assignment(rhs.op_range, targets.size(), values.size(),
                                    tuple ? "write the values without parentheses: 'x, y := e, f;'" : "");
        }
        for (PendingValue& pending : values) {
            values_.forget(std::move(pending));
        }
    } else {
        targets_.check_assumption_variables(targets, rhs);
        assign_values(range, rhs.op_range, std::move(targets), std::move(values), out);
    }
}

void Assignments::report_multi_assignment(SourceRange at, std::size_t targets, std::size_t values, const char* hint) {
    reporter().error(Rule::Arity, at,
                     fmt::format("the number of left-hand sides ({}) and right-hand sides ({}) must match for a "
                                 "multi-assignment",
                                 targets, values),
                     hint);
}

void Assignments::such_that(SourceRange range, std::vector<typed::Target> targets, const ast::SuchThatRhs& rhs,
                            StmtList& out) {
    check_attributes(reporter(), rhs.assume_attributes, AttributePlace::Statement);
    Draft constraint = expressions_.condition(*rhs.condition, statement_context(),
                                              "type of RHS of assign-such-that statement must be boolean (got {})");
    add(out, range, false,
        typed::AssignSuchThat{std::move(targets), std::move(constraint.expr), rhs.assume.has_value()});
}

void Assignments::call_method(SourceRange range, SourceRange at, const MethodEntry& entry, MethodArguments arguments,
                              std::vector<PendingTarget> targets, StmtList& out) {
    const std::vector<typed::VariablePtr>& results = entry.method->results;
    // Of a target that is none something has been said.
    const bool refused = std::any_of(targets.begin(), targets.end(), [](const PendingTarget& target) {
        const auto* element = std::get_if<typed::ElementTarget>(&target.target.node);
        return element != nullptr && element->array == nullptr;
    });
    if (results.size() != targets.size() && !refused) {
        reporter().error(Rule::Arity, at,
                         fmt::format("wrong number of method result arguments (got {}, expected {})", targets.size(),
                                     results.size()),
                         results.size() > 1 ? fmt::format("write a variable for each result: '{} := {}(…);'",
                                                          names_of(results), entry.method->name)
                                            : "");
    }
    typed::Call call{entry.method, std::move(arguments.values), {}};
    call.label = arguments.label;
    for (std::size_t i = 0; i < call.arguments.size() && i < entry.method->parameters.size(); ++i) {
        const std::optional<std::size_t> generic =
            arguments.instantiation ? std::optional(uses_.method_instantiations.size()) : std::nullopt;
        uses_.expect(*call.arguments[i], entry.method->parameters[i]->type, std::nullopt, generic);
        uses_.passed.push_back({call.arguments[i].get(), entry.method->parameters[i]->type, generic});
    }
    const TypeArguments none;
    const TypeArguments& type_arguments = arguments.instantiation ? arguments.instantiation->arguments : none;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        if (i < results.size()) {
            const std::string where = results.size() > 1 ? fmt::format("at index {} ", i) : std::string();
            agree(targets[i].type, variables_.declared_type(*results[i], type_arguments), at,
                  fmt::format("incorrect return type {}for method out-parameter '{}' (expected {{1}}, got {{0}})",
                              where, results[i]->name)
                      .c_str());
            if (const auto* variable = std::get_if<typed::VariableTarget>(&targets[i].target.node)) {
                if (arguments.instantiation) {
                    variables_.facts(*variable->variable)
                        .sources.push_back({nullptr, typed::int_type(), uses_.method_instantiations.size(), i});
                } else {
                    variables_.flow(*variable->variable, results[i]->type);
                }
            }
        }
        call.targets.push_back(std::move(targets[i].target));
    }
    if (entry.may_diverge && !declaration_.may_diverge) {
        reporter().error(Rule::DecreasesStar, at,
                         "a call to a possibly non-terminating method is allowed only if the calling method is also "
                         "declared (with 'decreases *') to be possibly non-terminating");
    }
    const bool ghost = entry.method->ghost;
    auto stmt = std::make_unique<typed::Stmt>(typed::Stmt{range, ghost, std::move(call)});
    if (arguments.instantiation) {
        arguments.instantiation->method = std::get_if<typed::Call>(&stmt->node);
        uses_.method_instantiations.push_back(std::move(*arguments.instantiation));
    }
    std::move(arguments.before.begin(), arguments.before.end(), std::back_inserter(out));
    out.push_back(std::move(stmt));
}

void Assignments::call_statement(SourceRange range, const ast::ExprStmt& node, StmtList& out) {
    check_attributes(reporter(), node.attributes, AttributePlace::Statement);
    if (const MethodEntry* method = calls_.called_method(*node.expr)) {
        const auto& call = std::get<ast::Call>(node.expr->node);
        MethodArguments arguments = calls_.method_arguments(call, *method);
        call_method(range, call.open_paren, *method, std::move(arguments), {}, out);
        return;
    }
    if (reveals_.reveal_call(range, *node.expr, out)) {
        return;
    }
    const std::size_t errors = reporter().error_count();
    calls_.stands_alone();
    Draft draft = suggestions_.used_as(NameUse::Invoked, *node.expr, statement_context());
    if (reporter().error_count() == errors && inference_.head(draft.type).kind != PreKind::Unknown) {
        reporter().error(Rule::Misplaced, draft.expr->anchor, "expected method call, found expression");
    }
    drop(std::move(draft.expr));
}

namespace {

bool is_tuple(const std::vector<ast::Rhs>& values) {
    const auto* expr = values.size() == 1 ? std::get_if<ast::ExprPtr>(&values.front().node) : nullptr;
    return expr != nullptr && std::holds_alternative<ast::Tuple>((*expr)->node);
}

} // namespace

void Assignments::return_statement(SourceRange range, const ast::Return& node, StmtList& out) {
    const SourceRange keyword = first_token(range, 6);
    if (declaration_.method == nullptr) {
        reporter().error(Rule::Misplaced, keyword, "return statement is allowed only in method");
        return;
    }
    if (state_.cells != nullptr) {
        reporter().error(Rule::Misplaced, keyword, "return statement is not allowed before 'new;' in a constructor");
        return;
    }
    const auto* made = node.values.size() == 1 ? std::get_if<ast::NewObject>(&node.values.front().node) : nullptr;
    if (const MethodEntry* const constructor = made == nullptr ? nullptr : allocations_.constructor(*made);
        constructor != nullptr && declaration_.method->results.size() == 1) {
        MethodArguments arguments = allocations_.constructor_arguments(node.values.front().range, *made, *constructor);
        std::vector<PendingTarget> targets;
        targets.push_back(targets_.variable_target(*declaration_.method->results.front(), keyword));
        call_method(range, keyword, *constructor, std::move(arguments), std::move(targets), out);
        add(out, range, false, typed::Return{});
        return;
    }
    if (!node.values.empty()) {
        if (node.values.size() != declaration_.method->results.size()) {
            for (const ast::Rhs& rhs : node.values) {
                const auto* expr = std::get_if<ast::ExprPtr>(&rhs.node);
                if (expr == nullptr || calls_.called_method(**expr) == nullptr) {
                    values_.forget(values_.value(rhs));
                }
            }
            reporter().error(
                Rule::Arity, keyword,
                fmt::format("number of return parameters does not match declaration (found {}, expected {})",
                            node.values.size(), declaration_.method->results.size()),
                is_tuple(node.values)                  ? "write the values without parentheses: 'return e, f;'"
                : declaration_.method->results.empty() ? "results are declared in the head: 'returns (r: int)'"
                                                       : "");
            return;
        }
        std::vector<PendingValue> values;
        std::vector<PendingTarget> targets;
        for (std::size_t i = 0; i < node.values.size(); ++i) {
            const auto* expr = std::get_if<ast::ExprPtr>(&node.values[i].node);
            if (expr != nullptr && calls_.called_method(**expr) != nullptr) {
                reporter().error(Rule::Misplaced, std::get<ast::Call>((*expr)->node).open_paren,
                                 node.values.size() == 1 ? "cannot have method call in return statement"
                                                         : "cannot have effectful parameter in multi-return statement");
                return;
            }
            values.push_back(value(node.values[i], out));
            targets.push_back(targets_.variable_target(*declaration_.method->results[i], keyword));
        }
        assign_values(range, keyword, std::move(targets), std::move(values), out);
    }
    add(out, range, false, typed::Return{});
}

} // namespace daphnia::resolve
