// Termination: that the measures of recursive calls and of loops decrease.
#include "encode/procedure.h"

#include <fmt/format.h>

namespace daphnia::encode {

using support::Rule;

Measure ProcedureEncoder::measure(const typed::Decreases& decreases, Scope& scope) {
    Measure result;
    result.wildcard = decreases.wildcard;
    result.inferred = decreases.inferred;
    for (const auto& expr : decreases.measures) {
        result.parts.push_back(
            {typed::base_type(expr->type), Expressions(vocabulary_, scope).encode(*expr), place_of(*expr)});
    }
    return result;
}

void ProcedureEncoder::check_measure(const typed::Decreases& decreases) {
    for (const auto& expr : decreases.measures) {
        checked(*expr);
    }
}

void ProcedureEncoder::require_termination(typed::Callable callee, const typed::Decreases& callee_decreases,
                                           Scope& callee_scope, Term guard, support::SourceRange at) {
    if (entry_measure_.wildcard || !vocabulary_.context().calls.same_component(owner_, callee)) {
        return;
    }
    const Measure now = measure(callee_decreases, callee_scope);
    require(store_.implies(guard, decreases(vocabulary_, now, entry_measure_, true)),
            {support::Rule::Decreases,
             at,
             {},
             callee_decreases.inferred || entry_measure_.inferred
                 ? "cannot prove termination; try supplying a decreases clause"
                 : "decreases clause might not decrease"});
}

void ProcedureEncoder::require_loop_decreases(const typed::While& node, const Measure& before) {
    const Measure now = measure(node.decreases, scope_);
    require(decreases(vocabulary_, now, before, false),
            {support::Rule::Decreases,
             current_->range,
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
            require(store_.implies(store_.and_(earlier_equal, step.less), step.bound),
                    {support::Rule::Decreases,
                     before.inferred ? current_->range : part.range,
                     {},
                     fmt::format("decreases expression might not be bounded below by {}", real ? "0.0" : "0")});
        }
        earlier_equal = store_.and_(earlier_equal, step.equal);
    }
}

} // namespace daphnia::encode
