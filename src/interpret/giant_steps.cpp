// See the header.
#include "interpret/giant_steps.h"

#include "interpret/conditions.h"
#include "interpret/inhabitants.h"
#include "interpret/loops.h"
#include "interpret/termination.h"
#include "interpret/variables.h"
#include "typed/effects.h"

#include <algorithm>

namespace daphnia::interpret {

namespace {

// Objects that are no arrays stay as they are, which is one of the things that may happen to them.
std::vector<Reference> allowed(const FrameLimit& limit, const Heap& heap) {
    std::vector<Reference> result;
    for (std::uint32_t object = 1; object <= heap.object_count(); ++object) {
        if (typed::is_array(heap.type_of({object})) && limit.allows({object})) {
            result.push_back({object});
        }
    }
    return result;
}

bool has_all_values(const Cells& cells) {
    return std::all_of(cells.begin(), cells.end(), [](const Value& cell) { return cell.is_assigned(); });
}

} // namespace

// Only those arrays have changed, and all they hold belongs to its type.
bool GiantSteps::keeps_frame(const Heap& before, const std::vector<Reference>& writable) {
    for (std::uint32_t number = 1; number <= run_.heap().object_count(); ++number) {
        const Reference object{number};
        const bool may_change =
            !before.is_allocated(object) || std::find(writable.begin(), writable.end(), object) != writable.end();
        if (!(may_change ? has_all_values(run_.heap().cells_of(object)) && inhabitants_.cells_belong(object)
                         : before.cells_of(object) == run_.heap().cells_of(object))) {
            return false;
        }
    }
    return true;
}

// The arrays, of those that there are, in which the effects may change something.
std::vector<Reference> GiantSteps::writable_by(const typed::Effects& effects) {
    const auto is_anywhere = [](const auto& entry) { return entry.second.anywhere; };
    if (effects.everything || std::any_of(effects.writes.begin(), effects.writes.end(), is_anywhere)) {
        return allowed(run_.active()->modifies, run_.heap());
    }
    std::vector<Reference> result;
    for (const auto& [region, writes] : effects.writes) {
        if (region.kind != typed::Region::Kind::Elements) {
            continue;
        }
        for (const typed::Variable* variable : writes.to) {
            const Value& object = (*run_.active())[*variable];
            if (object.is_assigned() && !object.as_reference().is_null() &&
                run_.active()->modifies.allows(object.as_reference())) {
                result.push_back(object.as_reference());
            }
        }
    }
    return result;
}

// An arbitrary iteration in place of all: false when the loop is to be run.
bool GiantSteps::run_abstractly(const typed::While& loop, const typed::Stmt& statement, Flow& flow) {
    if (run_.options().abstraction == nullptr || !run_.checking()) {
        return false;
    }
    const typed::Effects effects = typed::effects_of(loop);
    std::vector<Binding> written;
    for (const typed::Variable* variable : effects.variables) {
        written.push_back({variable, (*run_.active())[*variable]});
    }
    const std::vector<Reference> writable = writable_by(effects);
    const Heap before = run_.heap();
    const Measure at_entry = termination_.measure_of(loop.decreases);
    if (!run_.options().abstraction->at_loop(loop, written, run_.heap(), writable)) {
        return false;
    }
    for (const Binding& binding : written) {
        if (binding.value.is_assigned() && !inhabitants_.belongs(binding.value, binding.variable->type, run_.heap())) {
            throw Discarded{"a value does not belong to its type", statement.range};
        }
        (*run_.active())[*binding.variable] = binding.value;
    }
    if (!keeps_frame(before, writable)) {
        throw Discarded{"an object changes that the loop cannot change", statement.range};
    }
    // Before the invariants: one that has no meaning in this state fails in it.
    if (run_.options().observer != nullptr) {
        run_.options().observer->at_loop_head(loop, 0, variables_.state());
    }
    for (const typed::Clause& invariant : loop.invariants) {
        conditions_.assume_of_abstract_state(*invariant.expr, "an invariant does not hold");
    }
    // Every iteration decreases the measure, so none begins with more than the first.
    const Measure now = termination_.measure_of(loop.decreases);
    if (!now.wildcard && !termination_.is_same(now, at_entry) && !termination_.decreases(now, at_entry, false)) {
        throw Discarded{"the measure is larger than on entry", statement.range};
    }
    if (loops_.iterate(loop, statement, flow)) {
        throw PathEnd{};
    }
    return true;
}

// The contract in place of the body; the callee's activation is the active one. False when the body is to be run.
bool GiantSteps::abstract_call(Activation& callee, const typed::Stmt& statement) {
    const typed::Method& method = *callee.method;
    Values arguments;
    for (const typed::VariablePtr& parameter : method.parameters) {
        arguments.push_back(callee[*parameter]);
    }
    Values results(method.results.size());
    FrameLimit frame = callee.modifies;
    frame.allocated.reset(); // objects that the call allocates are not there yet
    const std::vector<Reference> writable = allowed(frame, run_.heap());
    const Heap before = run_.heap();
    if (!run_.options().abstraction->at_call(statement, method, arguments, results, run_.heap(), writable)) {
        return false;
    }
    if (!keeps_frame(before, writable)) {
        throw Discarded{"an object changes that the call cannot change", statement.range};
    }
    for (std::size_t i = 0; i < results.size(); ++i) {
        const typed::Variable& result = *method.results[i];
        if (!results[i].is_assigned() || !inhabitants_.belongs(results[i], result.type, run_.heap())) {
            throw Discarded{"a result does not belong to its type", statement.range};
        }
        callee[result] = results[i];
    }
    if (method.kind == typed::MethodKind::Constructor && before.is_allocated(results.front().as_reference())) {
        throw Discarded{"what a constructor makes was there before", statement.range};
    }
    for (const typed::Clause& clause : method.postconditions) {
        try {
            conditions_.assume_of_abstract_state(*clause.expr, "a postcondition does not hold");
        } catch (const Broken&) {
            throw Discarded{"a postcondition has no meaning", place_of(*clause.expr)};
        }
    }
    return true;
}

} // namespace daphnia::interpret
