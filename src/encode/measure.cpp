// Measures in, a term that says whether they decrease out: lexicographic tuples, with Dafny's order on each type.
#include "encode/measure.h"

#include "support/error.h"

namespace daphnia::encode {

using typed::TypeKind;

namespace {

// The sets or multisets that are compared; `set` is their type.
Comparison compare_sets(Vocabulary& vocabulary, const typed::Type& set, Term now, Term before) {
    logic::TermStore& store = vocabulary.store();
    const logic::Function subset =
        set.kind == TypeKind::Multiset ? vocabulary.sorts.multiset(set).subset : vocabulary.sorts.set(set).subset;
    return {store.and_(store.apply(subset, {now, before}), store.not_(store.apply(subset, {before, now}))),
            vocabulary.equality.equal(set, now, before), store.true_()};
}

} // namespace

Comparison compare(Vocabulary& vocabulary, const Measure::Part& now, const Measure::Part& before) {
    logic::TermStore& store = vocabulary.store();
    const auto downwards = [&](Term one, Term other) {
        return Comparison{store.less(one, other), store.equal(one, other), store.true_()};
    };
    switch (typed::measure_order(now.type)) {
    case typed::MeasureOrder::Truth:
        return {store.and_(store.not_(now.value), before.value), store.equal(now.value, before.value), store.true_()};
    case typed::MeasureOrder::Whole:
        return {store.less(now.value, before.value), store.equal(now.value, before.value),
                store.less_equal(store.integer(0), before.value)};
    case typed::MeasureOrder::Real:
        return {store.less_equal(now.value, store.subtract(before.value, store.real(1))),
                store.equal(now.value, before.value), store.less_equal(store.real(0), before.value)};
    case typed::MeasureOrder::Character:
    case typed::MeasureOrder::Bits:
        return downwards(now.value, before.value);
    case typed::MeasureOrder::Rank:
        return downwards(vocabulary.ranks.of(now.type, now.value), vocabulary.ranks.of(before.type, before.value));
    case typed::MeasureOrder::Length:
        return downwards(vocabulary.collections.size(now.type, now.value),
                         vocabulary.collections.size(before.type, before.value));
    case typed::MeasureOrder::Subset:
    case typed::MeasureOrder::Multiples:
        return compare_sets(vocabulary, now.type, now.value, before.value);
    case typed::MeasureOrder::Keys: {
        const logic::Function keys = vocabulary.sorts.map(now.type).keys;
        return compare_sets(vocabulary, typed::set_type(now.type.arguments.at(0)), store.apply(keys, {now.value}),
                            store.apply(keys, {before.value}));
    }
    case typed::MeasureOrder::Null: {
        const Term is_null = store.equal(now.value, vocabulary.heap.null());
        const Term was_null = store.equal(before.value, vocabulary.heap.null());
        return {store.and_(is_null, store.not_(was_null)), store.equal(is_null, was_null), store.true_()};
    }
    case typed::MeasureOrder::None:
        return {store.false_(), vocabulary.equality.equal(now.type, now.value, before.value), store.true_()};
    }
    DAPHNIA_CHECK(false, "no such order");
}

Term decreases(Vocabulary& vocabulary, const Measure& now, const Measure& before, bool bounded, bool or_same) {
    logic::TermStore& store = vocabulary.store();
    std::size_t common = 0;
    while (common < now.parts.size() && common < before.parts.size() &&
           typed::measures_compare(now.parts[common].type, before.parts[common].type)) {
        ++common;
    }
    const bool top_wins = common == before.parts.size() && common < now.parts.size();
    const bool all_compared = common == before.parts.size() && common == now.parts.size();
    Term result = store.bool_(top_wins || (or_same && all_compared));
    for (std::size_t i = common; i > 0; --i) {
        const Comparison part = compare(vocabulary, now.parts[i - 1], before.parts[i - 1]);
        const Term less = bounded ? store.and_(part.bound, part.less) : part.less;
        result = store.or_(less, store.and_(part.equal, result));
    }
    return result;
}

} // namespace daphnia::encode
