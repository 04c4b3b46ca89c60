// Giant steps: what stands for a loop or a call, and whether it meets what the invariants or the contract say.
#include "interpret/engine.h"

#include "typed/effects.h"

#include <algorithm>

namespace daphnia::interpret {

namespace {

std::vector<Reference> allowed(const FrameLimit& limit, const Heap& heap) {
    std::vector<Reference> result;
    for (std::uint32_t object = 1; object <= heap.object_count(); ++object) {
        if (limit.allows({object})) {
            result.push_back({object});
        }
    }
    return result;
}

// Only those arrays have changed, and all they hold belongs to its type.
bool keeps_frame(Engine& engine, const Heap& before, const std::vector<Reference>& writable) {
    const Heap& now = engine.heap();
    for (std::uint32_t object = 1; object <= now.object_count(); ++object) {
        const Reference array{object};
        const Values& elements = now.elements(array);
        const bool may_change =
            !before.is_allocated(array) || std::find(writable.begin(), writable.end(), array) != writable.end();
        if (!may_change) {
            if (&before.elements(array) != &elements && !(before.elements(array) == elements)) {
                return false;
            }
        } else if (!std::all_of(elements.begin(), elements.end(), [&](const Value& element) {
                       return element.is_assigned() && engine.belongs(element, now.element_type(array), now);
                   })) {
            return false;
        }
    }
    return true;
}

} // namespace

void Engine::assume(const typed::Expr& condition, const char* reason) {
    Activation* const here = active_;
    bool is_true = false;
    try {
        is_true = holds(condition);
    } catch (const Unknown&) {
        active_ = here;
    }
    if (!is_true) {
        throw Discarded{reason, place_of(condition)};
    }
}

void Engine::assume_of_abstract_state(const typed::Expr& condition, const char* reason) {
    const auto* both = std::get_if<typed::Binary>(&condition.node);
    if (both != nullptr && both->op == typed::BinaryOp::And) {
        assume_of_abstract_state(*both->left, reason);
        assume_of_abstract_state(*both->right, reason);
        return;
    }
    const auto* quantifier = std::get_if<typed::Quantifier>(&condition.node);
    if (quantifier == nullptr || quantifier->kind != typed::QuantifierKind::Forall) {
        assume(condition, reason);
        return;
    }
    Activation* const here = active_;
    bool is_true = false;
    try {
        is_true = holds(condition);
    } catch (const Unknown& unknown) {
        active_ = here;
        is_true = unknown.sampled;
        sampled_assumptions_ += is_true ? 1 : 0;
    }
    if (!is_true) {
        throw Discarded{reason, place_of(condition)};
    }
}

// The objects, of those that there are, in which the effects may change something.
std::vector<Reference> Engine::writable_by(const typed::Effects& effects) {
    const auto is_anywhere = [](const auto& entry) { return entry.second.anywhere; };
    if (effects.everything || std::any_of(effects.writes.begin(), effects.writes.end(), is_anywhere)) {
        return allowed(active_->modifies, heap_);
    }
    std::vector<Reference> result;
    for (const auto& [region, writes] : effects.writes) {
        for (const typed::Variable* variable : writes.to) {
            const Value& object = (*active_)[*variable];
            if (object.is_assigned() && !object.as_reference().is_null() &&
                active_->modifies.allows(object.as_reference())) {
                result.push_back(object.as_reference());
            }
        }
    }
    return result;
}

// An arbitrary iteration in place of all: false when the loop is to be run.
bool Engine::run_abstractly(const typed::While& loop, const typed::Stmt& statement, Flow& flow) {
    if (options_.abstraction == nullptr || !checking()) {
        return false;
    }
    const typed::Effects effects = typed::effects_of(loop);
    std::vector<Binding> written;
    for (const typed::Variable* variable : effects.variables) {
        written.push_back({variable, (*active_)[*variable]});
    }
    const std::vector<Reference> writable = writable_by(effects);
    const Heap before = heap_;
    const Measure at_entry = measure_of(loop.decreases);
    if (!options_.abstraction->at_loop(loop, written, heap_, writable)) {
        return false;
    }
    for (const Binding& binding : written) {
        if (binding.value.is_assigned() && !belongs(binding.value, binding.variable->type, heap_)) {
            throw Discarded{"a value does not belong to its type", statement.range};
        }
        (*active_)[*binding.variable] = binding.value;
    }
    if (!keeps_frame(*this, before, writable)) {
        throw Discarded{"an array changes that the loop cannot change", statement.range};
    }
    // Before the invariants: one that has no meaning in this state fails in it.
    if (options_.observer != nullptr) {
        options_.observer->at_loop_head(loop, 0, state());
    }
    for (const typed::Clause& invariant : loop.invariants) {
        assume_of_abstract_state(*invariant.expr, "an invariant does not hold");
    }
    // Every iteration decreases the measure, so none begins with more than the first.
    const Measure now = measure_of(loop.decreases);
    if (!now.wildcard && !is_same(now, at_entry) && !decreases(now, at_entry, false)) {
        throw Discarded{"the measure is larger than on entry", statement.range};
    }
    if (iterate(loop, statement, flow)) {
        throw PathEnd{};
    }
    return true;
}

// The contract in place of the body; the callee's activation is the active one. False when the body is to be run.
bool Engine::abstract_call(Activation& callee, const typed::Stmt& statement) {
    const typed::Method& method = *callee.method;
    Values arguments;
    for (const typed::VariablePtr& parameter : method.parameters) {
        arguments.push_back(callee[*parameter]);
    }
    Values results(method.results.size());
    FrameLimit frame = callee.modifies;
    frame.allocated.reset(); // arrays that the call allocates are not there yet
    const std::vector<Reference> writable = allowed(frame, heap_);
    const Heap before = heap_;
    if (!options_.abstraction->at_call(statement, method, arguments, results, heap_, writable)) {
        return false;
    }
    if (!keeps_frame(*this, before, writable)) {
        throw Discarded{"an array changes that the call cannot change", statement.range};
    }
    for (std::size_t i = 0; i < results.size(); ++i) {
        const typed::Variable& result = *method.results[i];
        if (!results[i].is_assigned() || !belongs(results[i], result.type, heap_)) {
            throw Discarded{"a result does not belong to its type", statement.range};
        }
        callee[result] = results[i];
    }
    for (const typed::Clause& clause : method.postconditions) {
        try {
            assume_of_abstract_state(*clause.expr, "a postcondition does not hold");
        } catch (const Broken&) {
            throw Discarded{"a postcondition has no meaning", place_of(*clause.expr)};
        }
    }
    return true;
}

} // namespace daphnia::interpret
