#include "encode/definite_assignment.h"

#include "encode/procedure.h"
#include "typed/walk.h"

#include <algorithm>

namespace daphnia::encode {

DefiniteAssignment::DefiniteAssignment(Procedure& all) : ProcedurePart(all.state) {}

// Dafny's rule: compiled variables always (with --relax-definite-assignment, and fields in constructors, only those
// whose type has no default value), ghost variables only when their type may be empty.
bool DefiniteAssignment::must_be_assigned(const typed::Variable& variable) const {
    if (variable.ghost || (state_.method != nullptr && state_.method->ghost)) {
        return !typed::is_nonempty(variable.type);
    }
    return !typed::has_default_value(variable.type) ||
           (variable.kind != typed::VariableKind::Cell && !vocabulary_.context().options.relax_definite_assignment);
}

bool DefiniteAssignment::is_initialised_by(const typed::Variable& variable, const typed::Stmt* next) const {
    if (next == nullptr) {
        return false;
    }
    const std::vector<typed::Target>* targets = nullptr;
    bool reads_itself = false;
    const typed::Children look{
        [&](const typed::Expr& expr) { reads_itself = reads_itself || typed::read_variable(expr) == &variable; },
        [](const typed::Stmt&) {}};
    if (const auto* such_that = std::get_if<typed::AssignSuchThat>(&next->node)) {
        // The constraint speaks of the new values, what the targets mention of those before.
        for (const typed::Target& target : such_that->targets) {
            if (const auto* element = std::get_if<typed::ElementTarget>(&target.node)) {
                typed::for_each_below(*element->array, look);
                for (const typed::ExprPtr& index : element->indices) {
                    typed::for_each_below(*index, look);
                }
            } else if (const auto* field = std::get_if<typed::FieldTarget>(&target.node)) {
                typed::for_each_below(*field->object, look);
            }
        }
    } else {
        typed::for_each_below(*next, look);
    }
    if (reads_itself) {
        return false;
    }
    if (const auto* assign = std::get_if<typed::Assign>(&next->node)) {
        targets = &assign->targets;
        for (std::size_t i = 0; i < targets->size(); ++i) {
            const auto* written = std::get_if<typed::VariableTarget>(&(*targets)[i].node);
            if (written != nullptr && written->variable == &variable && !is_given(assign->values[i], &variable)) {
                return false;
            }
        }
    } else if (const auto* such_that = std::get_if<typed::AssignSuchThat>(&next->node)) {
        targets = &such_that->targets;
    } else if (const auto* call = std::get_if<typed::Call>(&next->node)) {
        targets = &call->targets;
    }
    return targets != nullptr && std::any_of(targets->begin(), targets->end(), [&](const typed::Target& target) {
               const auto* written = std::get_if<typed::VariableTarget>(&target.node);
               return written != nullptr && written->variable == &variable;
           });
}

// Any value of a type is none when the type has no value: the variable is assigned afterwards if it was before.
bool DefiniteAssignment::is_given(const typed::Value& value, const Location& location) const {
    const typed::Variable* const variable = location.variable();
    if (variable == nullptr || !std::holds_alternative<typed::HavocValue>(value.node)) {
        return true;
    }
    const bool ghost = variable->ghost || (state_.method != nullptr && state_.method->ghost);
    return ghost ? typed::is_nonempty(variable->type) : typed::has_default_value(variable->type);
}

// Gives the variable a place to live, with an arbitrary value of its type and, where it must be assigned, a flag.
void DefiniteAssignment::track(const typed::Variable& variable) {
    const Term value = store_.fresh_variable(variable.name, vocabulary_.sorts.of(variable.type));
    scope_.values[&variable] = value;
    blocks_.emit(ivl::Havoc{value});
    if (must_be_assigned(variable)) {
        const Term flag = store_.fresh_variable("assigned " + variable.name, store_.bool_sort());
        flags_[&variable] = flag;
        blocks_.emit(ivl::Assign{flag, store_.false_()});
        state_.assume(store_.implies(flag, vocabulary_.membership.is(variable.type, value, &scope_.now)));
    } else {
        state_.assume(vocabulary_.membership.is(variable.type, value, &scope_.now));
    }
}

void DefiniteAssignment::mark(const Location& location) {
    const Term flag = flag_of(location);
    if (flag != nullptr) {
        blocks_.emit(ivl::Assign{flag, store_.true_()});
    }
}

void DefiniteAssignment::require_results(support::SourceRange at) {
    for (const auto& result : state_.method->results) {
        const typed::Variable* const variable = result.get();
        const Term flag = flag_of(variable);
        if (flag != nullptr) {
            state_.require(flag, {support::Rule::DefiniteAssignment,
                                  at,
                                  {},
                                  "out-parameter '" + result->name +
                                      "', which is subject to definite-assignment rules, might be uninitialized at "
                                      "this return point"});
        }
    }
}

Term DefiniteAssignment::flag_of(const Location& location) const {
    const auto flag = flags_.find(location);
    return flag == flags_.end() ? nullptr : flag->second;
}

} // namespace daphnia::encode
