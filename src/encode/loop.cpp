#include "encode/loop.h"

#include "encode/procedure.h"

namespace daphnia::encode {

Loops::Loops(Procedure& all)
    : ProcedurePart(all.state), claims_(all.claims), permissions_(all.permissions), assigned_(all.assigned),
      termination_(all.termination), statements_(all.statements) {}

void Loops::enter(const typed::Method& method) {
    intervals_ = loop_intervals(method);
}

void Loops::prove_invariants(const typed::While& node, support::Rule kind) {
    for (const typed::Clause& invariant : node.invariants) {
        Scope scope = scope_;
        claims_.for_each_premise(ivl::PremiseKind::Invariant, invariant.range, *invariant.expr,
                                 [&](const typed::Expr& part) {
                                     claims_.prove(part, scope, store_.true_(), [&](const typed::Expr& conjunct) {
                                         return ivl::Origin{kind, place_of(conjunct), {}, invariant.error_message};
                                     });
                                 });
    }
}

// The state of an arbitrary iteration: what the body changes is arbitrary, within types and frames.
void Loops::havoc(const typed::Effects& effects, const std::optional<FrameLimit>& own, const State& at_entry) {
    for (const typed::Variable* variable : effects.variables) {
        const auto value = scope_.values.find(variable);
        if (value == scope_.values.end()) {
            continue; // declared within the body
        }
        blocks_.emit(ivl::Havoc{value->second});
    }
    // Once assigned, a variable stays assigned.
    for (const typed::Variable* variable : effects.variables) {
        const Term flag = assigned_.flag_of(variable);
        if (flag != nullptr) {
            const Term before = state_.held(flag);
            blocks_.emit(ivl::Havoc{flag});
            state_.assume(store_.implies(before, flag));
        }
    }
    std::map<const typed::Variable*, Term> objects;
    for (const auto& [region, writes] : effects.writes) {
        for (const typed::Variable* variable : writes.to) {
            const auto value = scope_.values.find(variable);
            objects[variable] = value == scope_.values.end() ? nullptr : value->second; // null: not used
        }
    }
    state_.heap.havoc(effects, objects, permissions_.modifies, permissions_.modifies_since);
    if (own) {
        state_.heap.assume_unchanged(effects, *own, at_entry);
    }
    for (const typed::Variable* variable : effects.variables) {
        const auto value = scope_.values.find(variable);
        if (value != scope_.values.end()) {
            const Term is = vocabulary_.membership.is(variable->type, value->second, &scope_.now);
            const Term flag = assigned_.flag_of(variable);
            state_.assume(flag == nullptr ? is : store_.implies(flag, is));
        }
    }
}

// What assignments alone show of integers. A variable that is not assigned yet has no value of which to say it. The
// preconditions are in it, too: where each premise is to be missed, it would still be known.
void Loops::assume_intervals(const Intervals& intervals) {
    if (state_.names_premises) {
        return;
    }
    for (const auto& [variable, interval] : intervals) {
        const auto value = scope_.values.find(variable);
        if (value == scope_.values.end()) {
            continue;
        }
        const Term flag = assigned_.flag_of(variable);
        const Term has_value = flag == nullptr ? store_.true_() : flag;
        if (interval.low) {
            state_.assume(store_.implies(has_value, store_.less_equal(store_.integer(*interval.low), value->second)));
        }
        if (interval.high) {
            state_.assume(store_.implies(has_value, store_.less_equal(value->second, store_.integer(*interval.high))));
        }
    }
}

void Loops::operator()(const typed::While& node) {
    const typed::Effects effects = typed::effects_of(node);
    std::optional<FrameLimit> own;
    if (node.modifies.present) {
        permissions_.check_frame(node.modifies);
        permissions_.require_within(permissions_.modifies, node.modifies, scope_, store_.true_(),
                                    {support::Rule::Modifies,
                                     state_.current->range,
                                     {},
                                     "loop modifies clause might violate context's modifies clause"});
        own = permissions_.frame(node.modifies, scope_);
        if (own->alloc != nullptr) {
            own->alloc = state_.held(own->alloc);
        }
        for (FrameLimit::Entry& entry : own->entries) {
            entry.value = state_.held(entry.value);
        }
    }
    state_.record_label(node.label.get());
    prove_invariants(node, support::Rule::InvariantEntry);
    const Measure at_entry = termination_.hold(termination_.measure(node.decreases, scope_));
    const State at_entry_state = effects.touches_heap() || own ? state_.heap.snapshot("before loop") : scope_.now;
    const Exit before = blocks_.end();
    blocks_.start("loop head", {before});
    havoc(effects, own, at_entry_state);
    assume_intervals(intervals_[&node]);
    state_.capture(&node, effects.variables, scope_);
    if (!node.decreases.wildcard) {
        // Every iteration decreases the measure, so no iteration begins with more than the first.
        const Measure now = termination_.measure(node.decreases, scope_);
        std::vector<Term> same;
        for (std::size_t i = 0; i < now.parts.size(); ++i) {
            same.push_back(store_.equal(now.parts[i].value, at_entry.parts[i].value));
        }
        state_.assume(store_.or_(store_.and_(std::move(same)), decreases(vocabulary_, now, at_entry, false)));
    }
    claims_.check_and_assume(node.invariants, ivl::PremiseKind::Invariant);
    termination_.check_measure(node.decreases);
    const Term guard = node.guard == nullptr ? nullptr : claims_.checked(*node.guard);
    const Exit head = blocks_.end();

    blocks_.start("loop body", {head});
    if (node.body != nullptr) {
        if (guard != nullptr) {
            state_.assume(guard);
        }
        state_.mark_branch(*node.body);
        const Measure at_head = termination_.hold(termination_.measure(node.decreases, scope_));
        const FrameLimit enclosing = permissions_.modifies;
        const State enclosing_since = permissions_.modifies_since;
        if (own) {
            permissions_.modifies = *own;
            permissions_.modifies_since = at_entry_state;
        }
        statements_.run(*node.body);
        permissions_.modifies = enclosing;
        permissions_.modifies_since = enclosing_since;
        std::vector<Exit> continues = state_.arrivals(node.iteration.get());
        if (!continues.empty()) {
            continues.push_back(blocks_.end());
            blocks_.start("iteration end", continues);
        }
        prove_invariants(node, support::Rule::InvariantMaintained);
        if (!node.decreases.wildcard) {
            termination_.require_loop_decreases(node, at_head);
        }
    }
    blocks_.end();

    blocks_.start("loop exit", {head});
    if (guard != nullptr) {
        state_.assume(store_.not_(guard));
    }
    std::vector<Exit> exits = state_.arrivals(node.label.get());
    exits.push_back(blocks_.end());
    blocks_.start("after loop", exits);
}

} // namespace daphnia::encode
