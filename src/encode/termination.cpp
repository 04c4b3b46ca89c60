#include "encode/termination.h"

#include "encode/procedure.h"

#include <fmt/format.h>

namespace daphnia::encode {

Termination::Termination(Procedure& all) : ProcedurePart(all.state), claims_(all.claims) {}

Measure Termination::measure(const typed::Decreases& decreases, Scope& scope) {
    Measure result;
    result.wildcard = decreases.wildcard;
    result.inferred = decreases.inferred;
    for (const auto& expr : decreases.measures) {
        result.parts.push_back(
            {typed::base_type(expr->type), Expressions(vocabulary_, scope).encode(*expr), place_of(*expr)});
    }
    return result;
}

void Termination::check_measure(const typed::Decreases& decreases) {
    for (const auto& expr : decreases.measures) {
        claims_.checked(*expr);
    }
}

void Termination::require_termination(typed::Callable callee, const typed::Decreases& callee_decreases,
                                      Scope& callee_scope, Term guard, support::SourceRange at) {
    if (entry.wildcard || !vocabulary_.context().calls.same_component(state_.owner, callee)) {
        return;
    }
    const Measure now = measure(callee_decreases, callee_scope);
    state_.require(store_.implies(guard, decreases(vocabulary_, now, entry, true)),
                   {support::Rule::Decreases,
                    at,
                    {},
                    callee_decreases.inferred || entry.inferred
                        ? "cannot prove termination; try supplying a decreases clause"
                        : "decreases clause might not decrease"});
}

void Termination::require_below(const typed::Decreases& own, const typed::Decreases& base, Scope& scope,
                                const ivl::Origin& origin) {
    if (!base.wildcard) {
        state_.require(decreases(vocabulary_, measure(own, scope), measure(base, scope), true, true), origin);
    }
}

void Termination::require_loop_decreases(const typed::While& node, const Measure& before) {
    const Measure now = measure(node.decreases, scope_);
    state_.require(decreases(vocabulary_, now, before, false),
                   {support::Rule::Decreases,
                    state_.current->range,
                    {},
                    before.inferred ? "cannot prove termination; try supplying a decreases clause for the loop"
                                    : "decreases expression might not decrease"});
    // Where a part is the one that decreases, it must do so from a value from which its order ends.
    Term earlier_equal = store_.true_();
    for (std::size_t i = 0; i < now.parts.size(); ++i) {
        const Measure::Part& part = before.parts[i];
        const Comparison step = compare(vocabulary_, now.parts[i], part);
        if (step.bound != store_.true_()) {
            const bool real = typed::measure_order(part.type) == typed::MeasureOrder::Real;
            state_.require(store_.implies(store_.and_(earlier_equal, step.less), step.bound),
                           {support::Rule::Decreases,
                            before.inferred ? state_.current->range : part.range,
                            {},
                            fmt::format("decreases expression might not be bounded below by {}", real ? "0.0" : "0")});
        }
        earlier_equal = store_.and_(earlier_equal, step.equal);
    }
}

Measure Termination::hold(Measure measure) {
    for (Measure::Part& part : measure.parts) {
        part.value = state_.held(part.value);
    }
    return measure;
}

} // namespace daphnia::encode
