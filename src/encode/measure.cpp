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

struct Comparison {
    Term less;
    Term equal;
};

} // namespace

Term decreases(Vocabulary& vocabulary, const Measure& now, const Measure& before, bool bounded, bool or_same) {
    logic::TermStore& store = vocabulary.store();
    const auto compare = [&](const Measure::Part& a, const Measure::Part& b) -> Comparison {
        if (typed::has_rank(a.type)) {
            const Term one = vocabulary.rank(a.type, a.value);
            const Term other = vocabulary.rank(b.type, b.value);
            return {store.less(one, other), store.equal(one, other)};
        }
        switch (a.type.kind) {
        case TypeKind::Bool:
            return {store.and_(store.not_(a.value), b.value), store.equal(a.value, b.value)};
        case TypeKind::Int:
        case TypeKind::Nat:
        case TypeKind::Char: {
            const Term less = store.less(a.value, b.value);
            return {bounded ? store.and_(store.less_equal(store.integer(0), b.value), less) : less,
                    store.equal(a.value, b.value)};
        }
        case TypeKind::Real: { // in steps of at least one
            const Term less = store.less_equal(a.value, store.subtract(b.value, store.real(1)));
            return {bounded ? store.and_(store.less_equal(store.real(0), b.value), less) : less,
                    store.equal(a.value, b.value)};
        }
        case TypeKind::Bits:
            return {store.less(a.value, b.value), store.equal(a.value, b.value)};
        case TypeKind::Seq: {
            const logic::Function length = vocabulary.seq(a.type).length;
            const Term one = store.apply(length, {a.value});
            const Term other = store.apply(length, {b.value});
            return {store.less(one, other), store.equal(one, other)};
        }
        case TypeKind::Map: {
            const logic::Function keys = vocabulary.map(a.type).keys;
            const Term now_keys = store.apply(keys, {a.value});
            const Term before_keys = store.apply(keys, {b.value});
            const logic::Function subset = vocabulary.set(typed::set_type(a.type.arguments.at(0))).subset;
            return {store.and_(store.apply(subset, {now_keys, before_keys}),
                               store.not_(store.apply(subset, {before_keys, now_keys}))),
                    vocabulary.equal(a.type, a.value, b.value)};
        }
        case TypeKind::Iset: // no order that ends: only equal ones let a later part decide
        case TypeKind::Imap:
            return {store.false_(), vocabulary.equal(a.type, a.value, b.value)};
        case TypeKind::Set: {
            const logic::Function subset = vocabulary.set(a.type).subset;
            return {store.and_(store.apply(subset, {a.value, b.value}),
                               store.not_(store.apply(subset, {b.value, a.value}))),
                    vocabulary.equal(a.type, a.value, b.value)};
        }
        case TypeKind::Multiset: {
            const logic::Function subset = vocabulary.multiset(a.type).subset;
            return {store.and_(store.apply(subset, {a.value, b.value}),
                               store.not_(store.apply(subset, {b.value, a.value}))),
                    vocabulary.equal(a.type, a.value, b.value)};
        }
        case TypeKind::Tuple: // no order: only equal ones let a later part decide
        case TypeKind::Parameter:
        case TypeKind::Object:
        case TypeKind::Arrow:
        case TypeKind::Subset:
            return {store.false_(), vocabulary.equal(a.type, a.value, b.value)};
        case TypeKind::Datatype:
            break;
        case TypeKind::Array:
        case TypeKind::NullableArray:
            return {store.and_(store.equal(a.value, vocabulary.null()), store.not_equal(b.value, vocabulary.null())),
                    store.equal(a.value, b.value)};
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
    const bool all_compared = common == before.parts.size() && common == now.parts.size();
    Term result = store.bool_(top_wins || (or_same && all_compared));
    for (std::size_t i = common; i > 0; --i) {
        const Comparison comparison = compare(now.parts[i - 1], before.parts[i - 1]);
        result = store.or_(comparison.less, store.and_(comparison.equal, result));
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
