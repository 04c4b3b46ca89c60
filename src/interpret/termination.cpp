// See the header.
#include "interpret/termination.h"

#include "interpret/checks.h"
#include "interpret/collections.h"
#include "interpret/evaluation.h"
#include "interpret/sequences.h"
#include "support/error.h"
#include "typed/measure_order.h"
#include "typed/print.h"

#include <algorithm>

namespace daphnia::interpret {

Measure Termination::measure_of(const typed::Decreases& decreases) {
    Measure result = measure_of(decreases.measures);
    result.wildcard = decreases.wildcard;
    result.inferred = decreases.inferred;
    return result;
}

Measure Termination::measure_of(const std::vector<typed::ExprPtr>& measures) {
    Measure result;
    result.of_instance = run_.active()->is_of_instance();
    for (const typed::ExprPtr& expr : measures) {
        result.parts.push_back({&expr->type, evaluation_.eval(*expr), expr.get()});
    }
    return result;
}

namespace {

// Of two values of parts at the same place: the law of typed/measure_order.h.
struct Order {
    bool less;
    bool equal;
    bool bound = true; // the larger value is one from which the order ends
};

// The sizes of values: what is inside a value, or a part of a sequence, is smaller.
Order rank_order(const Measure::Part& now, const Measure::Part& before) {
    const std::uint64_t one = now.value.rank();
    const std::uint64_t other = before.value.rank();
    if (one >= Value::kLargestRank && other >= Value::kLargestRank) {
        throw Unknown{"the values to compare are too large", now.expr->range};
    }
    return {one < other, one == other};
}

Order length_order(const Value& now, const Value& before) {
    return {length(now) < length(before), length(now) == length(before)};
}

// In a generic declaration a sequence of a type parameter counts by length. Where the type that takes its place makes
// that a rank, only what both orders say is known.
Order rank_in_instance(const Measure::Part& now, const Measure::Part& before) {
    const Order rank = rank_order(now, before);
    if (now.value.is_sequence() && before.value.is_sequence()) {
        const Order by_length = length_order(now.value, before.value);
        if (rank.less != by_length.less || rank.equal != by_length.equal) {
            throw Unknown{"whether rank or length counts depends on the generic declaration", now.expr->range};
        }
    }
    return rank;
}

Order order(const Measure::Part& now, const Measure::Part& before, bool in_instance) {
    const Value& one = now.value;
    const Value& other = before.value;
    switch (typed::measure_order(*now.type)) {
    case typed::MeasureOrder::Truth:
        return {!one.as_bool() && other.as_bool(), one == other};
    case typed::MeasureOrder::Whole:
        return {compare(one, other) < 0, one == other, compare(other, Value::integer(std::int64_t{0})) >= 0};
    case typed::MeasureOrder::Real:
        return {one.as_real() <= other.as_real() - 1, one == other, other.as_real() >= 0};
    case typed::MeasureOrder::Character:
        return {one.as_character() < other.as_character(), one == other};
    case typed::MeasureOrder::Bits:
        return {compare(one, other) < 0, one == other};
    case typed::MeasureOrder::Rank:
        return in_instance ? rank_in_instance(now, before) : rank_order(now, before);
    case typed::MeasureOrder::Length:
        return length_order(one, other);
    case typed::MeasureOrder::Subset:
    case typed::MeasureOrder::Multiples:
        return {is_proper_subset(one, other), one == other};
    case typed::MeasureOrder::Keys:
        return {is_proper_subset(keys(one), keys(other)), keys(one) == keys(other)};
    case typed::MeasureOrder::Null: {
        const bool is_null = one.as_reference().is_null();
        const bool was_null = other.as_reference().is_null();
        return {is_null && !was_null, is_null == was_null};
    }
    case typed::MeasureOrder::None:
        return {false, one == other};
    }
    DAPHNIA_CHECK(false, "no such order");
}

std::vector<EvaluatedPart> measure_parts(Checks& checks, const Measure& measure) {
    std::vector<EvaluatedPart> result;
    for (const Measure::Part& part : measure.parts) {
        result.push_back(checks.part(*part.expr, part.value));
        if (measure.inferred) {
            result.back().text = typed::print(*part.expr); // nobody wrote it
        }
    }
    return result;
}

const std::vector<typed::VariablePtr>& parameters_of(const Activation& activation) {
    static const std::vector<typed::VariablePtr> kNone;
    return activation.function != nullptr ? activation.function->parameters
           : activation.method != nullptr ? activation.method->parameters
                                          : kNone; // of a lambda
}

std::vector<Binding> arguments_of(Activation& activation) {
    std::vector<Binding> result;
    for (const typed::VariablePtr& parameter : parameters_of(activation)) {
        result.push_back({parameter.get(), activation[*parameter]});
    }
    return result;
}

// How many calls ago the same was called with the same arguments and has not returned: then it never will. Where arrays
// may have changed in between that says nothing, and 0 is the answer, as it is where there is no such call.
std::uint64_t calls_since_same(Activation& callee) {
    constexpr std::uint64_t kFarthest = 64;
    const std::vector<typed::VariablePtr>& parameters = parameters_of(callee);
    const bool changes = callee.method != nullptr &&
                         (callee.method->two_state || // the previous state may be another
                          (callee.method->kind != typed::MethodKind::Lemma &&
                           std::any_of(parameters.begin(), parameters.end(), [](const typed::VariablePtr& parameter) {
                               return typed::contains_arrays(parameter->type);
                           })));
    if (changes || (callee.function == nullptr && callee.method == nullptr)) {
        return 0;
    }
    std::uint64_t distance = 1;
    for (Activation* other = callee.caller; other != nullptr && distance <= kFarthest;
         other = other->caller, ++distance) {
        if (other->owner == callee.owner && other->function == callee.function && other->method == callee.method &&
            std::all_of(parameters.begin(), parameters.end(), [&](const typed::VariablePtr& parameter) {
                return !callee[*parameter].holds_functions() && (*other)[*parameter] == callee[*parameter];
            })) {
            return distance;
        }
    }
    return 0;
}

} // namespace

// now < before in the lexicographic order. A tuple that ends earlier is the larger one (the missing part is "top").
// `bounded`: numbers count as smaller only from values that are not negative. `or_same`: now <= before.
bool Termination::decreases(const Measure& now, const Measure& before, bool bounded, bool or_same) const {
    for (std::size_t i = 0; i < now.parts.size(); ++i) {
        if (i == before.parts.size()) {
            return true;
        }
        if (!typed::measures_compare(*now.parts[i].type, *before.parts[i].type)) {
            return false;
        }
        const Order part = order(now.parts[i], before.parts[i], before.of_instance);
        if (part.less || !part.equal) {
            return part.less && (part.bound || !bounded);
        }
    }
    return or_same && now.parts.size() == before.parts.size();
}

bool Termination::is_same(const Measure& now, const Measure& before) {
    return std::equal(now.parts.begin(), now.parts.end(), before.parts.begin(), before.parts.end(),
                      [](const Measure::Part& a, const Measure::Part& b) { return a.value == b.value; });
}

bool Termination::is_recursive(typed::Callable callable) {
    if (!calls_) {
        calls_.emplace(run_.program());
    }
    return calls_->is_recursive(callable);
}

bool Termination::calls_back(typed::Callable caller, typed::Callable callee) {
    return is_recursive(callee) && calls_->same_component(caller, callee);
}

// The measure of the active activation, which the calls that it makes have to decrease. That it has a meaning may
// depend on the precondition, whose own calls are measured already: `sure` says that the precondition holds.
void Termination::fix_measure(const typed::Decreases& decreases, bool sure) {
    Activation& here = *run_.active();
    if (here.measure || !is_recursive(here.owner)) {
        return;
    }
    here.measuring = true;
    try {
        here.measure = measure_of(decreases);
    } catch (const Unknown&) {
        here.measure.reset();
    } catch (const Broken&) {
        here.measure.reset();
        if (sure) {
            throw;
        }
    }
    here.measuring = false;
}

// The callee's activation is the active one, and has its measure.
void Termination::require_termination(Activation& caller, typed::Callable callee,
                                      const typed::Decreases& callee_decreases, SourceRange at) {
    if (!calls_back(caller.owner, callee)) {
        return;
    }
    if (!caller.measure || caller.measure->wildcard || !run_.active()->measure) {
        return;
    }
    if (run_.options().observer != nullptr) {
        observe_step(
            {caller.owner, at, nullptr, callee, arguments_of(caller), arguments_of(*run_.active()), &run_.heap()},
            *caller.measure, *run_.active()->measure);
    }
    if (!decreases(*run_.active()->measure, *caller.measure, true)) {
        const bool inferred = callee_decreases.inferred || caller.measure->inferred;
        const std::uint64_t repeats_after =
            inferred && run_.options().notes_guesses ? calls_since_same(*run_.active()) : 0;
        if (inferred && repeats_after == 0 && is_noted(at)) {
            return;
        }
        Failure failure =
            checks_.failure_of({Rule::Decreases, at, inferred ? "the default decreases clause does not decrease" : ""},
                               {}, measure_parts(checks_, *run_.active()->measure), &caller);
        failure.before = measure_parts(checks_, *caller.measure);
        failure.repeats_after = repeats_after;
        fail_measure(std::move(failure), inferred);
    }
}

// A failure of a measure that nobody wrote is none of the program, unless the run shows that it has no end.
void Termination::fail_measure(Failure failure, bool inferred) {
    if (!inferred || !run_.options().notes_guesses || failure.repeats_after > 0) {
        throw Broken{std::move(failure)};
    }
    constexpr std::size_t kMost = 32;
    const bool known = std::any_of(guesses_.begin(), guesses_.end(), [&](const Failure& other) {
        return other.owner == failure.owner && other.range == failure.range;
    });
    if (!known && guesses_.size() < kMost) {
        guesses_.push_back(std::move(failure));
    }
}

bool Termination::has_guess_at(SourceRange place) const {
    return std::any_of(guesses_.begin(), guesses_.end(), [&](const Failure& guess) { return guess.range == place; });
}

// The guess has failed at the place before, so that nothing new is to be said: a run without end gets there very often.
bool Termination::is_noted(SourceRange place) const {
    return run_.options().notes_guesses && has_guess_at(place);
}

void Termination::observe_step(MeasuredStep step, const Measure& before, const Measure& now) {
    step.measure_before = measure_parts(checks_, before);
    step.measure_after = measure_parts(checks_, now);
    for (const Measure::Part& part : before.parts) {
        step.values_before.push_back(part.value);
    }
    for (const Measure::Part& part : now.parts) {
        step.values_after.push_back(part.value);
    }
    run_.options().observer->at_step(step);
}

void Termination::require_loop_decreases(const typed::While& loop, const Measure& before, SourceRange at) {
    const Measure now = measure_of(loop.decreases);
    if (before.inferred && is_noted(at)) {
        return;
    }
    if (!decreases(now, before, false)) {
        Failure failure =
            checks_.failure_of({Rule::Decreases, at,
                                before.inferred ? "the default decreases clause of the loop does not decrease"
                                                : "decreases expression does not decrease"},
                               {}, measure_parts(checks_, now), nullptr);
        failure.before = measure_parts(checks_, before);
        fail_measure(std::move(failure), before.inferred);
        return;
    }
    // Where a part is the one that decreases, it must do so from a value from which its order ends.
    for (std::size_t i = 0; i < now.parts.size(); ++i) {
        const Order part = order(now.parts[i], before.parts[i], before.of_instance);
        if (part.less && !part.bound) {
            const bool real = typed::measure_order(*now.parts[i].type) == typed::MeasureOrder::Real;
            Failure failure =
                checks_.failure_of({Rule::Decreases, before.inferred ? at : place_of(*before.parts[i].expr),
                                    real ? "decreases expression is not bounded below by 0.0"
                                         : "decreases expression is not bounded below by 0"},
                                   {}, measure_parts(checks_, now), nullptr);
            failure.before = measure_parts(checks_, before);
            fail_measure(std::move(failure), before.inferred);
        }
        if (part.less) {
            return;
        }
    }
}

Value Termination::operator()(const typed::DecreasesTo& node, const typed::Expr&) {
    const Measure before = measure_of(node.from);
    const Measure now = measure_of(node.to);
    return Value::boolean(decreases(now, before, false, node.or_same));
}

} // namespace daphnia::interpret
