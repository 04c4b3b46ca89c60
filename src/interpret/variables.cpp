// See the header.
#include "interpret/variables.h"

#include "interpret/checks.h"
#include "interpret/evaluation.h"
#include "interpret/inhabitants.h"
#include "interpret/narrowing.h"

#include <algorithm>
#include <fmt/format.h>

namespace daphnia::interpret {

namespace {

std::size_t constant_count(const typed::Program& program) {
    return static_cast<std::size_t>(
        std::count_if(program.declarations.begin(), program.declarations.end(), [](const auto& declaration) {
            return std::holds_alternative<std::unique_ptr<typed::Constant>>(declaration);
        }));
}

} // namespace

Variables::Variables(Run& run, Checks& checks, Inhabitants& inhabitants, Evaluation& evaluation, Narrowing& narrowing)
    : run_(run), checks_(checks), inhabitants_(inhabitants), evaluation_(evaluation), narrowing_(narrowing),
      constants_(constant_count(run.program())) {}

// Dafny's rule: compiled variables always (with relaxed rules, and fields in constructors, only those whose type has no
// default value), ghost variables only when their type may be empty.
bool Variables::must_be_assigned(const typed::Variable& variable) const {
    if (variable.ghost || (run_.active()->method != nullptr && run_.active()->method->ghost)) {
        return !typed::is_nonempty(variable.type);
    }
    return !typed::has_default_value(variable.type) ||
           (variable.kind != typed::VariableKind::Cell && !run_.options().relax_definite_assignment);
}

const Value& Variables::read(const typed::Variable& variable, const typed::Expr& at) {
    Value& value = (*run_.active())[variable];
    if (!value.is_assigned() && run_.makes(variable)) { // a field will refer to it: it has its number from now on
        value = Value::reference(
            run_.heap().allocate_object(variable.type, Values(run_.layouts().cells_of(variable.type).size())));
    }
    if (!value.is_assigned()) {
        if (variable.ghost && !run_.checking()) { // a guess here would be a contradiction elsewhere
            throw Unknown{fmt::format("the ghost variable '{}' is not there when a program runs", variable.name),
                          at.range};
        }
        if (run_.checking() ? must_be_assigned(variable) : !typed::has_default_value(variable.type)) {
            const bool field = variable.kind == typed::VariableKind::Cell;
            checks_.fail({Rule::DefiniteAssignment, place_of(at),
                          fmt::format("{} '{}', which is subject to definite-assignment rules, is uninitialized {}",
                                      field ? "field" : "variable", variable.name,
                                      field ? "at this point in the constructor body" : "here")});
        }
        value = inhabitants_.any_value(variable.type, at.range);
    }
    return value;
}

void Variables::declare(const typed::Variable& variable) {
    (*run_.active())[variable] = Value();
    if (run_.options().observer != nullptr || run_.options().abstraction != nullptr) {
        run_.active()->visible.push_back(&variable);
    }
}

const Value& Variables::constant(const typed::Constant& constant) {
    Value& known = constants_.at(constant.place);
    if (known.is_assigned()) {
        return known;
    }
    if (constant.value == nullptr) { // a running program takes the default value; the proof holds for any
        std::optional<Value> value =
            run_.options().choices == nullptr ? inhabitants_.default_value(constant.type) : std::nullopt;
        if (!value) {
            throw Unknown{fmt::format("the constant '{}' has no value", constant.name), constant.name_range};
        }
        known = std::move(*value);
        return known;
    }
    const Run::Reading now(run_, run_.heap());
    Activation activation(run_, &constant, constant.slots, {});
    activation.reads_are_limited = true;
    activation.reads = FrameLimit{};
    activation.enter();
    Value value = evaluation_.eval(*constant.value);
    narrowing_.require_fits(constant.type, constant.value->type, value, *constant.value);
    known = std::move(value);
    return known;
}

State Variables::state() {
    State result;
    result.heap = &run_.heap();
    for (const typed::Variable* variable : run_.active()->visible) {
        const Value& value = (*run_.active())[*variable];
        if (value.is_assigned()) {
            result.bindings.push_back({variable, value});
        }
    }
    return result;
}

void Variables::observe(const typed::Stmt& statement) {
    if (run_.options().observer != nullptr) {
        run_.options().observer->after(statement, state());
    }
}

} // namespace daphnia::interpret
