// Termination: lexicographic tuples that must decrease, with Dafny's order on each type.
#include "interpret/expressions.h"

#include "interpret/collections.h"
#include "interpret/sequences.h"
#include "support/error.h"
#include "typed/print.h"

#include <algorithm>

namespace daphnia::interpret {

using typed::TypeKind;

Measure Engine::measure_of(const typed::Decreases& decreases) {
    Measure result = measure_of(decreases.measures);
    result.wildcard = decreases.wildcard;
    result.inferred = decreases.inferred;
    return result;
}

Measure Engine::measure_of(const std::vector<typed::ExprPtr>& measures) {
    Measure result;
    for (const typed::ExprPtr& expr : measures) {
        const TypeKind kind = expr->type.kind;
        result.parts.push_back({kind == TypeKind::Nat     ? TypeKind::Int
                                : kind == TypeKind::Array ? TypeKind::NullableArray
                                                          : kind,
                                &expr->type, eval(*expr), expr.get()});
    }
    return result;
}

namespace {

struct Order {
    bool less;
    bool equal;
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

Order order(const Measure::Part& now, const Measure::Part& before, bool bounded) {
    if (typed::has_rank(*now.type)) {
        return rank_order(now, before);
    }
    switch (now.kind) {
    case TypeKind::Bool:
        return {!now.value.as_bool() && before.value.as_bool(), now.value == before.value};
    case TypeKind::Char:
        return {now.value.as_character() < before.value.as_character(), now.value == before.value};
    case TypeKind::Int:
    case TypeKind::Nat: {
        const bool is_bounded = !bounded || compare(before.value, Value::integer(std::int64_t{0})) >= 0;
        return {is_bounded && compare(now.value, before.value) < 0, now.value == before.value};
    }
    case TypeKind::Real: { // in steps of at least one
        const bool is_bounded = !bounded || before.value.as_real() >= 0;
        return {is_bounded && now.value.as_real() <= before.value.as_real() - 1, now.value == before.value};
    }
    case TypeKind::Bits:
        return {compare(now.value, before.value) < 0, now.value == before.value};
    case TypeKind::Seq:
        return {length(now.value) < length(before.value), length(now.value) == length(before.value)};
    case TypeKind::Map:
        return {is_proper_subset(keys(now.value), keys(before.value)), now.value == before.value};
    case TypeKind::Iset: // no order that ends: only equal ones let a later part decide
    case TypeKind::Imap:
        return {false, now.value == before.value};
    case TypeKind::Set:
    case TypeKind::Multiset:
        return {is_proper_subset(now.value, before.value), now.value == before.value};
    case TypeKind::Tuple: // no order: only equal ones let a later part decide
    case TypeKind::Parameter:
    case TypeKind::Object:
    case TypeKind::Arrow:
    case TypeKind::Subset:
        return {false, now.value == before.value};
    case TypeKind::Datatype:
        break;
    case TypeKind::Array:
    case TypeKind::NullableArray:
        return {now.value.as_reference().is_null() && !before.value.as_reference().is_null(),
                now.value == before.value};
    }
    DAPHNIA_CHECK(false, "unknown type kind");
}

bool is_comparable(const Measure::Part& a, const Measure::Part& b) {
    return (typed::has_rank(*a.type) && typed::has_rank(*b.type)) ||
           (a.kind == b.kind &&
            (a.kind == TypeKind::NullableArray || typed::base_type(*a.type) == typed::base_type(*b.type)));
}

std::vector<EvaluatedPart> measure_parts(Engine& engine, const Measure& measure) {
    std::vector<EvaluatedPart> result;
    for (const Measure::Part& part : measure.parts) {
        result.push_back(engine.part(*part.expr, part.value));
        if (measure.inferred) {
            result.back().text = typed::print(*part.expr); // nobody wrote it
        }
    }
    return result;
}

} // namespace

// now < before in the lexicographic order. A tuple that ends earlier is the larger one (the missing part is "top").
// `bounded`: an int counts as smaller only from values that are not negative. `or_same`: now <= before.
bool Engine::decreases(const Measure& now, const Measure& before, bool bounded, bool or_same) const {
    for (std::size_t i = 0; i < now.parts.size(); ++i) {
        if (i == before.parts.size()) {
            return true;
        }
        if (!is_comparable(now.parts[i], before.parts[i])) {
            return false;
        }
        const Order part = order(now.parts[i], before.parts[i], bounded);
        if (part.less || !part.equal) {
            return part.less;
        }
    }
    return or_same && now.parts.size() == before.parts.size();
}

bool Engine::is_same(const Measure& now, const Measure& before) {
    return std::equal(now.parts.begin(), now.parts.end(), before.parts.begin(), before.parts.end(),
                      [](const Measure::Part& a, const Measure::Part& b) { return a.value == b.value; });
}

bool Engine::is_recursive(typed::Callable callable) {
    if (!calls_) {
        calls_.emplace(program_);
    }
    return calls_->is_recursive(callable);
}

// The measure of the active activation, which the calls that it makes have to decrease. That it has a meaning may
// depend on the precondition, whose own calls are measured already: `sure` says that the precondition holds.
void Engine::fix_measure(const typed::Decreases& decreases, bool sure) {
    Activation& here = *active_;
    if (here.measure || !is_recursive(here.owner)) {
        return;
    }
    here.measuring = true;
    try {
        here.measure = measure_of(decreases);
    } catch (const Unknown&) {
        active_ = &here;
        here.measure.reset();
    } catch (const Broken&) {
        active_ = &here;
        here.measure.reset();
        if (sure) {
            throw;
        }
    }
    here.measuring = false;
}

// The callee's activation is the active one, and has its measure.
void Engine::require_termination(Activation& caller, typed::Callable callee, const typed::Decreases& callee_decreases,
                                 SourceRange at) {
    if (!is_recursive(callee) || !calls_->same_component(caller.owner, callee)) {
        return;
    }
    if (!caller.measure || caller.measure->wildcard || !active_->measure) {
        return;
    }
    if (!decreases(*active_->measure, *caller.measure, true)) {
        const bool inferred = callee_decreases.inferred || caller.measure->inferred;
        fail({&rules::kDecreases, at, inferred ? "the default decreases clause does not decrease" : ""}, {},
             measure_parts(*this, *active_->measure), &caller);
    }
}

void Engine::require_loop_decreases(const typed::While& loop, const Measure& before, SourceRange at) {
    const Measure now = measure_of(loop.decreases);
    if (!decreases(now, before, false)) {
        fail({&rules::kDecreases, at,
              before.inferred ? "the default decreases clause of the loop does not decrease"
                              : "decreases expression does not decrease"},
             {}, measure_parts(*this, now));
    }
    // A part that is an integer must be bounded below where it is the one that decreases.
    for (std::size_t i = 0; i < now.parts.size(); ++i) {
        const Order part = order(now.parts[i], before.parts[i], false);
        if (part.less && now.parts[i].kind == TypeKind::Int &&
            compare(before.parts[i].value, Value::integer(std::int64_t{0})) < 0) {
            fail({&rules::kDecreases, before.inferred ? at : place_of(*before.parts[i].expr),
                  "decreases expression is not bounded below by 0"},
                 {}, measure_parts(*this, before));
        }
        if (part.less) {
            return;
        }
    }
}

Value Expressions::operator()(const typed::DecreasesTo& node) const {
    const Measure before = engine_.measure_of(node.from);
    const Measure now = engine_.measure_of(node.to);
    return Value::boolean(engine_.decreases(now, before, false, node.or_same));
}

} // namespace daphnia::interpret
