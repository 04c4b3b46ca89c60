// Loops: proved by their invariants (Floyd 1967, Hoare 1969), cut at the head.
#include "encode/procedure.h"
#include "typed/walk.h"

#include <algorithm>

namespace daphnia::encode {

using ivl::ObligationKind;

void ProcedureEncoder::prove_invariants(const typed::While& node, ObligationKind kind) {
    for (const typed::Clause& invariant : node.invariants) {
        Scope scope = scope_;
        prove(*invariant.expr, scope, store_.true_(), [&](const typed::Expr& conjunct) {
            return ivl::Origin{kind, place_of(conjunct), {}, invariant.error_message};
        });
    }
}

// The state of an arbitrary iteration: what the body changes is arbitrary, within types and frames.
void ProcedureEncoder::havoc_for_loop(const typed::Effects& effects, const std::optional<FrameLimit>& own,
                                      const State& at_entry) {
    for (const typed::Variable* variable : effects.variables) {
        const auto value = scope_.values.find(variable);
        if (value == scope_.values.end()) {
            continue; // declared within the body
        }
        blocks_.emit(ivl::Havoc{value->second});
    }
    // Once assigned, a variable stays assigned.
    for (const typed::Variable* variable : effects.variables) {
        const auto flag = assigned_.find(variable);
        if (flag != assigned_.end()) {
            const Term before = held(flag->second);
            blocks_.emit(ivl::Havoc{flag->second});
            assume(store_.implies(before, flag->second));
        }
    }
    std::map<const typed::Variable*, Term> objects;
    for (const auto& [region, writes] : effects.writes) {
        for (const typed::Variable* variable : writes.to) {
            const auto value = scope_.values.find(variable);
            objects[variable] = value == scope_.values.end() ? nullptr : value->second; // null: not used
        }
    }
    heap_.havoc(effects, objects, modifies_, modifies_since_);
    if (own) {
        heap_.assume_unchanged(effects, *own, at_entry);
    }
    for (const typed::Variable* variable : effects.variables) {
        const auto value = scope_.values.find(variable);
        if (value != scope_.values.end()) {
            const Term is = vocabulary_.membership.is(variable->type, value->second, &scope_.now);
            const auto flag = assigned_.find(variable);
            assume(flag == assigned_.end() ? is : store_.implies(flag->second, is));
        }
    }
}

// What assignments alone show of integers. A variable that is not assigned yet has no value of which to say it.
void ProcedureEncoder::assume_intervals(const Intervals& intervals) {
    for (const auto& [variable, interval] : intervals) {
        const auto value = scope_.values.find(variable);
        if (value == scope_.values.end()) {
            continue;
        }
        const auto flag = assigned_.find(variable);
        const Term has_value = flag == assigned_.end() ? store_.true_() : flag->second;
        if (interval.low) {
            assume(store_.implies(has_value, store_.less_equal(store_.integer(*interval.low), value->second)));
        }
        if (interval.high) {
            assume(store_.implies(has_value, store_.less_equal(value->second, store_.integer(*interval.high))));
        }
    }
}

Measure ProcedureEncoder::hold(Measure measure) {
    for (Measure::Part& part : measure.parts) {
        part.value = held(part.value);
    }
    return measure;
}

void ProcedureEncoder::operator()(const typed::While& node) {
    const typed::Effects effects = typed::effects_of(node);
    std::optional<FrameLimit> own;
    if (node.modifies.present) {
        check_frame(node.modifies);
        require_within(modifies_, node.modifies, scope_, store_.true_(),
                       {ObligationKind::Modifies,
                        current_->range,
                        {},
                        "loop modifies clause might violate context's modifies clause"});
        own = frame(node.modifies, scope_);
        if (own->alloc != nullptr) {
            own->alloc = held(own->alloc);
        }
        for (FrameLimit::Entry& entry : own->entries) {
            entry.value = held(entry.value);
        }
    }
    record_label(node.label.get());
    prove_invariants(node, ObligationKind::InvariantEntry);
    const Measure at_entry = hold(measure(node.decreases, scope_));
    const State at_entry_state = effects.touches_heap() || own ? heap_.snapshot("before loop") : scope_.now;
    const Exit before = blocks_.end();
    blocks_.start("loop head", {before});
    havoc_for_loop(effects, own, at_entry_state);
    assume_intervals(intervals_[&node]);
    capture(&node, effects.variables, scope_);
    if (!node.decreases.wildcard) {
        // Every iteration decreases the measure, so no iteration begins with more than the first.
        const Measure now = measure(node.decreases, scope_);
        std::vector<Term> same;
        for (std::size_t i = 0; i < now.parts.size(); ++i) {
            same.push_back(store_.equal(now.parts[i].value, at_entry.parts[i].value));
        }
        assume(store_.or_(store_.and_(std::move(same)), decreases(vocabulary_, now, at_entry, false)));
    }
    check_and_assume(node.invariants);
    check_measure(node.decreases);
    const Term guard = node.guard == nullptr ? nullptr : checked(*node.guard);
    const Exit head = blocks_.end();

    blocks_.start("loop body", {head});
    if (node.body != nullptr) {
        if (guard != nullptr) {
            assume(guard);
        }
        const Measure at_head = hold(measure(node.decreases, scope_));
        const FrameLimit enclosing = modifies_;
        const State enclosing_since = modifies_since_;
        if (own) {
            modifies_ = *own;
            modifies_since_ = at_entry_state;
        }
        stmt(*node.body);
        modifies_ = enclosing;
        modifies_since_ = enclosing_since;
        std::vector<Exit> continues = std::move(exits_[node.iteration.get()]);
        exits_.erase(node.iteration.get());
        if (!continues.empty()) {
            continues.push_back(blocks_.end());
            blocks_.start("iteration end", continues);
        }
        prove_invariants(node, ObligationKind::InvariantMaintained);
        if (!node.decreases.wildcard) {
            require_loop_decreases(node, at_head);
        }
    }
    blocks_.end();

    blocks_.start("loop exit", {head});
    if (guard != nullptr) {
        assume(store_.not_(guard));
    }
    std::vector<Exit> exits = std::move(exits_[node.label.get()]);
    exits_.erase(node.label.get());
    exits.push_back(blocks_.end());
    blocks_.start("after loop", exits);
}

} // namespace daphnia::encode
