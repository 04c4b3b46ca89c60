// Termination: lexicographic tuples that must decrease, with Dafny's order on each type.
#include "encode/procedure.h"

#include "support/error.h"

namespace daphnia::encode {

using ivl::ObligationKind;
using typed::TypeKind;

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

namespace {

struct Comparison {
    Term less;
    Term equal;
};

} // namespace

// now < before in the lexicographic order. A tuple that ends earlier is the larger one (the missing part is "top").
// `bounded`: an int counts as smaller only from values that are not negative.
Term ProcedureEncoder::decreases(const Measure& now, const Measure& before, bool bounded) {
    const auto compare = [&](const Measure::Part& a, const Measure::Part& b) -> Comparison {
        if (typed::has_rank(a.type)) {
            const Term one = vocabulary_.rank(a.type, a.value);
            const Term other = vocabulary_.rank(b.type, b.value);
            return {store_.less(one, other), store_.equal(one, other)};
        }
        switch (a.type.kind) {
        case TypeKind::Bool:
            return {store_.and_(store_.not_(a.value), b.value), store_.equal(a.value, b.value)};
        case TypeKind::Int:
        case TypeKind::Nat:
        case TypeKind::Char: {
            const Term less = store_.less(a.value, b.value);
            return {bounded ? store_.and_(store_.less_equal(store_.integer(0), b.value), less) : less,
                    store_.equal(a.value, b.value)};
        }
        case TypeKind::Real: { // in steps of at least one
            const Term less = store_.less_equal(a.value, store_.subtract(b.value, store_.real(1)));
            return {bounded ? store_.and_(store_.less_equal(store_.real(0), b.value), less) : less,
                    store_.equal(a.value, b.value)};
        }
        case TypeKind::Bits:
            return {store_.less(a.value, b.value), store_.equal(a.value, b.value)};
        case TypeKind::Seq: {
            const logic::Function length = vocabulary_.seq(a.type).length;
            const Term one = store_.apply(length, {a.value});
            const Term other = store_.apply(length, {b.value});
            return {store_.less(one, other), store_.equal(one, other)};
        }
        case TypeKind::Map: {
            const logic::Function keys = vocabulary_.map(a.type).keys;
            const Term now_keys = store_.apply(keys, {a.value});
            const Term before_keys = store_.apply(keys, {b.value});
            const logic::Function subset = vocabulary_.set(typed::set_type(a.type.arguments.at(0))).subset;
            return {store_.and_(store_.apply(subset, {now_keys, before_keys}),
                                store_.not_(store_.apply(subset, {before_keys, now_keys}))),
                    vocabulary_.equal(a.type, a.value, b.value)};
        }
        case TypeKind::Iset: // no order that ends: only equal ones let a later part decide
        case TypeKind::Imap:
            return {store_.false_(), vocabulary_.equal(a.type, a.value, b.value)};
        case TypeKind::Set: {
            const logic::Function subset = vocabulary_.set(a.type).subset;
            return {store_.and_(store_.apply(subset, {a.value, b.value}),
                                store_.not_(store_.apply(subset, {b.value, a.value}))),
                    vocabulary_.equal(a.type, a.value, b.value)};
        }
        case TypeKind::Multiset: {
            const logic::Function subset = vocabulary_.multiset(a.type).subset;
            return {store_.and_(store_.apply(subset, {a.value, b.value}),
                                store_.not_(store_.apply(subset, {b.value, a.value}))),
                    vocabulary_.equal(a.type, a.value, b.value)};
        }
        case TypeKind::Tuple: // no order: only equal ones let a later part decide
        case TypeKind::Parameter:
        case TypeKind::Arrow:
        case TypeKind::Subset:
            return {store_.false_(), vocabulary_.equal(a.type, a.value, b.value)};
        case TypeKind::Datatype:
            break;
        case TypeKind::Array:
        case TypeKind::NullableArray:
            return {
                store_.and_(store_.equal(a.value, vocabulary_.null()), store_.not_equal(b.value, vocabulary_.null())),
                store_.equal(a.value, b.value)};
        }
        DAPHNIA_CHECK(false, "unknown type kind");
    };
    std::size_t common = 0;
    while (common < now.parts.size() && common < before.parts.size() &&
           ((typed::has_rank(now.parts[common].type) && typed::has_rank(before.parts[common].type)) ||
            (now.parts[common].type.kind == before.parts[common].type.kind &&
             now.parts[common].value->sort == before.parts[common].value->sort))) {
        ++common;
    }
    const bool top_wins = common == before.parts.size() && common < now.parts.size();
    Term result = store_.bool_(top_wins);
    for (std::size_t i = common; i > 0; --i) {
        const Comparison comparison = compare(now.parts[i - 1], before.parts[i - 1]);
        result = store_.or_(comparison.less, store_.and_(comparison.equal, result));
    }
    return result;
}

void ProcedureEncoder::require_termination(typed::Callable callee, const typed::Decreases& callee_decreases,
                                           Scope& callee_scope, Term guard, support::SourceRange at) {
    if (entry_measure_.wildcard || !vocabulary_.context().calls.same_component(owner_, callee)) {
        return;
    }
    const Measure now = measure(callee_decreases, callee_scope);
    require(store_.implies(guard, decreases(now, entry_measure_, true)),
            {ObligationKind::Decreases,
             at,
             {},
             callee_decreases.inferred || entry_measure_.inferred
                 ? "cannot prove termination; try supplying a decreases clause"
                 : "decreases clause might not decrease"});
}

void ProcedureEncoder::require_loop_decreases(const typed::While& node, const Measure& before) {
    const Measure now = measure(node.decreases, scope_);
    require(decreases(now, before, false),
            {ObligationKind::Decreases,
             current_->range,
             {},
             before.inferred ? "cannot prove termination; try supplying a decreases clause for the loop"
                             : "decreases expression might not decrease"});
    // A part that is an integer must be bounded below wherever it is the one that decreases.
    Term earlier_equal = store_.true_();
    for (std::size_t i = 0; i < now.parts.size(); ++i) {
        const Measure::Part& part = before.parts[i];
        const Measure one_now{{now.parts[i]}, false, false};
        const Measure one_before{{part}, false, false};
        if (part.type.kind == TypeKind::Int) {
            require(store_.implies(store_.and_(earlier_equal, store_.less(now.parts[i].value, part.value)),
                                   store_.less_equal(store_.integer(0), part.value)),
                    {ObligationKind::Decreases,
                     before.inferred ? current_->range : part.range,
                     {},
                     "decreases expression might not be bounded below by 0"});
        }
        earlier_equal = store_.and_(earlier_equal, store_.not_(decreases(one_now, one_before, false)));
    }
}

} // namespace daphnia::encode
