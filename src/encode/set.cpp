// Sets and multisets in expressions.
#include "encode/expression.h"
#include "support/error.h"

namespace daphnia::encode {

using ivl::ObligationKind;
using typed::BinaryOp;

namespace {

// The symbols of an operator, whose names the theories of sets and multisets share.
template <typename Theory>
Term apply_operator(logic::TermStore& store, const Theory& theory, BinaryOp op, Term left, Term right) {
    switch (op) {
    case BinaryOp::Union:
        return store.apply(theory.union_, {left, right});
    case BinaryOp::Intersection:
        return store.apply(theory.intersection, {left, right});
    case BinaryOp::Difference:
        return store.apply(theory.difference, {left, right});
    case BinaryOp::Subset:
        return store.apply(theory.subset, {left, right});
    case BinaryOp::ProperSubset:
        return store.and_(store.apply(theory.subset, {left, right}),
                          store.not_(store.apply(theory.subset, {right, left})));
    case BinaryOp::Disjoint:
        return store.apply(theory.disjoint, {left, right});
    default:
        DAPHNIA_CHECK(false, "not an operator on sets");
    }
}

} // namespace

Term Expressions::set_operation(const typed::Binary& node, Term left, Term right) {
    const typed::Type& type = node.left->type;
    return type.kind == typed::TypeKind::Set ? apply_operator(store_, vocabulary_.set(type), node.op, left, right)
                                             : apply_operator(store_, vocabulary_.multiset(type), node.op, left, right);
}

Term Expressions::operator()(const typed::SetDisplay& node) {
    const typed::Type type = current_->type;
    const bool is_set = type.kind == typed::TypeKind::Set;
    Term result = store_.apply(is_set ? vocabulary_.set(type).empty : vocabulary_.multiset(type).empty, {});
    for (const auto& element : node.elements) {
        const Term value = encode(*element);
        require_fits(type.arguments.at(0), *element, value);
        result =
            store_.apply(is_set ? vocabulary_.set(type).insert : vocabulary_.multiset(type).insert, {result, value});
    }
    return result;
}

// The range has to have a meaning for all values of the variables, the element within the range.
void Expressions::check_set_comprehension(const typed::SetComprehension& node) {
    const std::size_t outer = guards_.size();
    for (const auto& variable : node.variables) {
        const Term any = store_.fresh_variable(variable->name, vocabulary_.sort(variable->type));
        scope_.values[variable.get()] = any;
        guards_.push_back(vocabulary_.is(variable->type, any, &scope_.now));
    }
    if (node.range != nullptr) {
        guards_.push_back(encode(*node.range));
    }
    encode(*node.term);
    guards_.resize(outer);
}

Term Expressions::operator()(const typed::SetComprehension& node) {
    const typed::Type type = current_->type;
    if (definedness_ != nullptr) {
        check_set_comprehension(node);
    }
    std::vector<Term> variables;
    std::vector<Term> belongs;
    for (const auto& variable : node.variables) {
        variables.push_back(store_.fresh_variable(variable->name, vocabulary_.sort(variable->type)));
        scope_.values[variable.get()] = variables.back();
        belongs.push_back(vocabulary_.is(variable->type, variables.back(), &scope_.now));
    }
    std::vector<CallFact> calls;
    const bool wanted = definedness_ != nullptr || facts_ != nullptr;
    Expressions inner(vocabulary_, scope_, nullptr, wanted ? &calls : nullptr);
    Term range = store_.and_(belongs);
    inner.push_guard(range);
    if (node.range != nullptr) {
        const Term written = inner.encode(*node.range);
        range = store_.and_(range, written);
        inner.push_guard(written);
    }
    const Term element = inner.encode(*node.term);
    for (CallFact& fact : calls) {
        fact.variables.insert(fact.variables.end(), variables.begin(), variables.end());
        record(std::move(fact));
    }
    return vocabulary_.set_comprehension(type, variables, range, element);
}

Term Expressions::operator()(const typed::MultisetOf& node) {
    const Term collection = encode(*node.collection);
    return store_.apply(vocabulary_.multiset_of(node.collection->type), {collection});
}

Term Expressions::operator()(const typed::Multiplicity& node) {
    const Term multiset = encode(*node.multiset);
    const Term element = encode(*node.element);
    return store_.apply(vocabulary_.multiset(node.multiset->type).count, {multiset, element});
}

Term Expressions::operator()(const typed::MultiplicityUpdate& node) {
    const Term multiset = encode(*node.multiset);
    const Term element = encode(*node.element);
    const Term count = encode(*node.count);
    require(ObligationKind::Multiplicity, *node.count, store_.less_equal(store_.integer(0), count));
    return store_.apply(vocabulary_.multiset(node.multiset->type).update, {multiset, element, count});
}

} // namespace daphnia::encode
