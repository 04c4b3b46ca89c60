// Measures in, a term that says whether they decrease out: lexicographic tuples, with Dafny's order on each type.
#include "encode/measure.h"

#include "encode/expression.h"
#include "support/error.h"
#include "typed/walk.h"

#include <algorithm>
#include <set>

namespace daphnia::encode {

using typed::TypeKind;

namespace {

// The sets or multisets that are compared; `set` is their type.
Comparison compare_sets(Vocabulary& vocabulary, const typed::Type& set, Term now, Term before) {
    logic::TermStore& store = vocabulary.store();
    const logic::Function subset =
        set.kind == TypeKind::Multiset ? vocabulary.multiset(set).subset : vocabulary.set(set).subset;
    return {store.and_(store.apply(subset, {now, before}), store.not_(store.apply(subset, {before, now}))),
            vocabulary.equal(set, now, before), store.true_()};
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
        return downwards(vocabulary.rank(now.type, now.value), vocabulary.rank(before.type, before.value));
    case typed::MeasureOrder::Length:
        return downwards(vocabulary.size(now.type, now.value), vocabulary.size(before.type, before.value));
    case typed::MeasureOrder::Subset:
    case typed::MeasureOrder::Multiples:
        return compare_sets(vocabulary, now.type, now.value, before.value);
    case typed::MeasureOrder::Keys: {
        const logic::Function keys = vocabulary.map(now.type).keys;
        return compare_sets(vocabulary, typed::set_type(now.type.arguments.at(0)), store.apply(keys, {now.value}),
                            store.apply(keys, {before.value}));
    }
    case typed::MeasureOrder::Null: {
        const Term is_null = store.equal(now.value, vocabulary.heap().null());
        const Term was_null = store.equal(before.value, vocabulary.heap().null());
        return {store.and_(is_null, store.not_(was_null)), store.equal(is_null, was_null), store.true_()};
    }
    case typed::MeasureOrder::None:
        return {store.false_(), vocabulary.equal(now.type, now.value, before.value), store.true_()};
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

// The parts mean the same in every state, so only their values are compared.
Term Expressions::operator()(const typed::DecreasesTo& node) {
    const auto measure = [&](const std::vector<typed::ExprPtr>& parts) {
        Measure result;
        for (const typed::ExprPtr& part : parts) {
            const Term value = encode(*part);
            result.parts.push_back({typed::base_type(part->type), value, place_of(*part)});
        }
        return result;
    };
    const Measure before = measure(node.from);
    const Measure now = measure(node.to);
    return decreases(vocabulary_, now, before, false, node.or_same);
}

namespace {

// The variables of which values are put together or taken apart; nothing when functions take part.
std::set<const typed::Variable*> variables_of_structure(const typed::Expr& root) {
    std::set<const typed::Variable*> result;
    bool plain = true;
    typed::for_each_below(root, {[&](const typed::Expr& expr) {
                                     const auto& node = expr.node;
                                     if (const auto* read = std::get_if<typed::VariableRead>(&node)) {
                                         result.insert(read->variable);
                                     }
                                     plain = plain && (std::holds_alternative<typed::VariableRead>(node) ||
                                                       std::holds_alternative<typed::DatatypeValue>(node) ||
                                                       std::holds_alternative<typed::DatatypeSelect>(node) ||
                                                       std::holds_alternative<typed::SeqDisplay>(node) ||
                                                       std::holds_alternative<typed::SeqIndex>(node) ||
                                                       std::holds_alternative<typed::SetDisplay>(node) ||
                                                       std::holds_alternative<typed::MapDisplay>(node) ||
                                                       std::holds_alternative<typed::MapSelect>(node) ||
                                                       std::holds_alternative<typed::TupleDisplay>(node) ||
                                                       std::holds_alternative<typed::TupleSelect>(node) ||
                                                       std::holds_alternative<typed::IntLiteral>(node));
                                 },
                                 {}});
    return plain ? result : std::set<const typed::Variable*>();
}

// Whether the comparison may be about a value and a part of it.
bool asks_about_parts(const typed::Binary& node) {
    if (node.left->type.kind != TypeKind::Datatype ||
        (std::holds_alternative<typed::DatatypeValue>(node.left->node) &&
         std::holds_alternative<typed::DatatypeValue>(node.right->node))) {
        return false;
    }
    const auto left = variables_of_structure(*node.left);
    const auto right = variables_of_structure(*node.right);
    return std::any_of(left.begin(), left.end(), [&](const auto* each) { return right.count(each) != 0; });
}

} // namespace

// Equal values have the same rank; to say so brings what shows that no value is inside itself.
Term Expressions::equality(const typed::Binary& node, Term left, Term right) {
    const Term equal = vocabulary_.equal(node.left->type, left, right);
    if (!asks_about_parts(node)) {
        return equal;
    }
    const typed::Type type = typed::base_type(node.left->type);
    return store_.and_(equal, store_.equal(vocabulary_.rank(type, left), vocabulary_.rank(type, right)));
}

} // namespace daphnia::encode
