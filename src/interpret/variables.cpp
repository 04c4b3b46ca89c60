// Variables and constants: their values, and those that nobody gave them.
#include "interpret/belongs.h"
#include "interpret/engine.h"

#include "support/error.h"

#include <fmt/format.h>

namespace daphnia::interpret {

// Dafny's rule: compiled variables always (with relaxed rules only those whose type has no default value), ghost
// variables only when their type may be empty.
bool Engine::must_be_assigned(const typed::Variable& variable) const {
    if (variable.ghost || (active_->method != nullptr && active_->method->ghost)) {
        return !typed::is_nonempty(variable.type);
    }
    return !typed::has_default_value(variable.type) || !options_.relax_definite_assignment;
}

const Value& Engine::read(const typed::Variable& variable, const typed::Expr& at) {
    Value& value = (*active_)[variable];
    if (!value.is_assigned()) {
        if (variable.ghost && !checking()) { // a guess here would be a contradiction elsewhere
            throw Unknown{fmt::format("the ghost variable '{}' is not there when a program runs", variable.name),
                          at.range};
        }
        if (checking() ? must_be_assigned(variable) : !typed::has_default_value(variable.type)) {
            fail({Rule::DefiniteAssignment, place_of(at),
                  fmt::format("variable '{}', which is subject to definite-assignment rules, is uninitialized here",
                              variable.name)});
        }
        value = any_value(variable.type, at.range);
    }
    return value;
}

Value Engine::any_value(const typed::Type& type, SourceRange place) {
    if (options_.choices != nullptr) {
        Value chosen = options_.choices->any_value(type, heap_);
        if (!typed::has_constraint(type) || belongs(chosen, type, heap_)) {
            return chosen;
        }
    }
    std::optional<Value> value = default_value(type);
    if (!value) {
        throw Unknown{fmt::format("there is no value of type '{}' to choose", typed::to_string(type)), place};
    }
    return *value;
}

std::optional<Value> Engine::default_value(const typed::Type& type) {
    return interpret::default_value(
        type, [this](const typed::SubsetType& subset) { return apply(*subset.witness, {}, subset.range); });
}

bool Engine::satisfies(const typed::SubsetType& subset, const Value& value) {
    return apply(*subset.constraint, {value}, subset.range).as_bool();
}

bool Engine::belongs(const Value& value, const typed::Type& type, const Heap& heap) {
    return interpret::belongs(value, type, heap, [this](const typed::SubsetType& subset, const Value& candidate) {
        return satisfies(subset, candidate);
    });
}

bool Engine::belongs(const Value& value, const typed::Type& from, const typed::Type& to) {
    return interpret::belongs(value, from, to, heap_, [this](const typed::SubsetType& subset, const Value& candidate) {
        return satisfies(subset, candidate);
    });
}

bool Engine::any_bool() {
    return options_.choices != nullptr && options_.choices->any_bool();
}

void Engine::declare(const typed::Variable& variable) {
    (*active_)[variable] = Value();
    if (options_.observer != nullptr || options_.abstraction != nullptr) {
        active_->visible.push_back(&variable);
    }
}

const Value& Engine::constant(const typed::Constant& constant) {
    Value& known = constants_.at(constant.place);
    if (known.is_assigned()) {
        return known;
    }
    if (constant.value == nullptr) { // a running program takes the default value; the proof holds for any
        std::optional<Value> value = options_.choices == nullptr ? default_value(constant.type) : std::nullopt;
        if (!value) {
            throw Unknown{fmt::format("the constant '{}' has no value", constant.name), constant.name_range};
        }
        known = std::move(*value);
        return known;
    }
    const Reading now(*this, heap_);
    Activation activation(*this, &constant, constant.slots, {});
    activation.reads_are_limited = true;
    activation.reads = FrameLimit{};
    activation.enter();
    Value value = eval(*constant.value);
    require_fits(constant.type, constant.value->type, value, *constant.value);
    known = std::move(value);
    return known;
}

State Engine::state() {
    State result;
    result.heap = &heap_;
    for (const typed::Variable* variable : active_->visible) {
        const Value& value = (*active_)[*variable];
        if (value.is_assigned()) {
            result.bindings.push_back({variable, value});
        }
    }
    return result;
}

void Engine::observe(const typed::Stmt& statement) {
    if (options_.observer != nullptr) {
        options_.observer->after(statement, state());
    }
}

} // namespace daphnia::interpret
