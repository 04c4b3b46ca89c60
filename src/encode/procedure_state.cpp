#include "encode/procedure_state.h"

namespace daphnia::encode {

ProcedureState::ProcedureState(Vocabulary& vocabulary_, std::string name, std::vector<Moment>* moments)
    : vocabulary(vocabulary_), store(vocabulary_.store()), blocks(std::move(name)),
      heap(vocabulary_, blocks, scope.now), moments_(moments) {}

void ProcedureState::assume(Term condition) {
    if (condition != store.true_()) {
        blocks.emit(ivl::Assume{condition, premise});
    }
}

void ProcedureState::require(Term condition, ivl::Origin origin) {
    if (assuming) {
        assume(condition);
        return;
    }
    blocks.emit(ivl::Assert{condition, std::move(origin), premise});
}

// What `resolve` makes of other constructs has branches that nobody wrote.
void ProcedureState::mark_branch(const typed::Stmt& body) {
    const bool is_written = body.range.has_file() && body.range.text().starts_with('{');
    if (names_premises && is_written) {
        blocks.emit(ivl::Assert{store.true_(), {support::Rule::UnreachableBranch, body.range, {}, {}}});
    }
}

Term ProcedureState::held(Term value) {
    if (logic::free_variables(value).empty()) {
        return value;
    }
    const Term result = store.fresh_variable("held", value->sort);
    blocks.emit(ivl::Assign{result, value});
    return result;
}

Term ProcedureState::fresh(const typed::Variable& variable) {
    const Term value = store.fresh_variable(variable.name, vocabulary.sorts.of(variable.type));
    assume(vocabulary.membership.is(variable.type, value, &scope.now));
    return value;
}

void ProcedureState::bind_arbitrary(const std::vector<typed::VariablePtr>& variables) {
    for (const auto& variable : variables) {
        scope.values[variable.get()] = fresh(*variable);
    }
}

void ProcedureState::aside(const std::string& label, const std::function<void()>& work) {
    const Exit base = blocks.end();
    blocks.start(label, {base});
    work();
    blocks.end();
    blocks.start("after " + label, {base});
}

void ProcedureState::record_label(const typed::Label* label) {
    if (label != nullptr && !label->name.empty()) {
        scope.labels[label] = heap.snapshot("at " + label->name);
    }
}

void ProcedureState::capture(const void* site, const std::vector<const typed::Variable*>& variables,
                             const Scope& seen) {
    if (moments_ == nullptr) {
        return;
    }
    Moment moment{site, {}};
    ivl::Capture capture{moments_->size(), {}};
    for (const typed::Variable* variable : variables) {
        const auto value = seen.values.find(variable);
        if (value != seen.values.end()) {
            moment.variables.push_back(variable);
            capture.values.push_back(value->second);
        }
    }
    capture.values.insert(capture.values.end(), scope.now.maps.begin(), scope.now.maps.end());
    moments_->push_back(std::move(moment));
    blocks.emit(std::move(capture));
}

void ProcedureState::capture(const void* site, const std::vector<typed::VariablePtr>& variables, const Scope& seen) {
    std::vector<const typed::Variable*> addresses;
    for (const auto& variable : variables) {
        addresses.push_back(variable.get());
    }
    capture(site, addresses, seen);
}

void ProcedureState::leave(const typed::Label* label, Exit from) {
    exits_[label].push_back(from);
}

std::vector<Exit> ProcedureState::arrivals(const typed::Label* label) {
    std::vector<Exit> result = std::move(exits_[label]);
    exits_.erase(label);
    return result;
}

} // namespace daphnia::encode
