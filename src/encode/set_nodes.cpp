// Sets, multisets and maps in expressions.
#include "encode/expression_nodes.h"
#include "support/error.h"

namespace daphnia::encode {

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

Term SetNodes::operation(const typed::Binary& node, Term left, Term right) {
    const typed::Type& type = node.left->type;
    return typed::is_set(type) ? apply_operator(store_, vocabulary_.sorts.set(type), node.op, left, right)
                               : apply_operator(store_, vocabulary_.sorts.multiset(type), node.op, left, right);
}

Term SetNodes::operator()(const typed::SetDisplay& node) {
    const typed::Type type = in_.current().type;
    const bool is_set = typed::is_set(type);
    Term result = store_.apply(is_set ? vocabulary_.sorts.set(type).empty : vocabulary_.sorts.multiset(type).empty, {});
    for (const auto& element : node.elements) {
        const Term value = in_.encode(*element);
        in_.require_fits(type.arguments.at(0), *element, value);
        result = store_.apply(is_set ? vocabulary_.sorts.set(type).insert : vocabulary_.sorts.multiset(type).insert,
                              {result, value});
    }
    return result;
}

// The range has to have a meaning for all values of the variables, what stands behind it within the range.
void SetNodes::assume_instance(const std::vector<typed::VariablePtr>& variables, const typed::ExprPtr& range) {
    for (const auto& variable : variables) {
        const Term any = store_.fresh_variable(variable->name, vocabulary_.sorts.of(variable->type));
        scope_.values[variable.get()] = any;
        in_.push_guard(vocabulary_.membership.is(variable->type, any, in_.existing()));
    }
    if (range != nullptr) {
        in_.push_guard(in_.encode(*range));
    }
}

SetNodes::Comprehended SetNodes::comprehend(const std::vector<typed::VariablePtr>& variables,
                                            const typed::ExprPtr& range, const std::vector<const typed::Expr*>& terms) {
    Comprehended result;
    std::vector<Term> belongs;
    for (const auto& variable : variables) {
        result.variables.push_back(store_.fresh_variable(variable->name, vocabulary_.sorts.of(variable->type)));
        scope_.values[variable.get()] = result.variables.back();
        belongs.push_back(vocabulary_.membership.is(variable->type, result.variables.back(), in_.existing()));
    }
    std::vector<CallFact> calls;
    const bool wanted = in_.takes_facts();
    Expressions inner(vocabulary_, scope_, nullptr, wanted ? &calls : nullptr);
    result.range = store_.and_(belongs);
    inner.push_guard(result.range);
    if (range != nullptr) {
        const Term written = inner.encode(*range);
        result.range = store_.and_(result.range, written);
        inner.push_guard(written);
    }
    for (const typed::Expr* term : terms) {
        result.terms.push_back(inner.encode(*term));
    }
    for (CallFact& fact : calls) {
        fact.variables.insert(fact.variables.end(), result.variables.begin(), result.variables.end());
        in_.record(std::move(fact));
    }
    return result;
}

Term SetNodes::operator()(const typed::SetComprehension& node) {
    const typed::Type type = in_.current().type;
    if (in_.definedness() != nullptr) {
        const std::size_t outer = in_.guard_depth();
        assume_instance(node.variables, node.range);
        in_.encode(*node.term);
        in_.leave_guards(outer);
    }
    const Comprehended made = comprehend(node.variables, node.range, {node.term.get()});
    return vocabulary_.comprehensions.set(type, made.variables, made.range, made.terms.front());
}

Term SetNodes::operator()(const typed::MultisetOf& node) {
    const Term collection = in_.encode(*node.collection);
    return store_.apply(vocabulary_.collections.multiset_of(node.collection->type), {collection});
}

Term SetNodes::operator()(const typed::Multiplicity& node) {
    const Term multiset = in_.encode(*node.multiset);
    const Term element = in_.encode(*node.element);
    return store_.apply(vocabulary_.sorts.multiset(node.multiset->type).count, {multiset, element});
}

Term SetNodes::operator()(const typed::MultiplicityUpdate& node) {
    const Term multiset = in_.encode(*node.multiset);
    const Term element = in_.encode(*node.element);
    const Term count = in_.encode(*node.count);
    in_.require(support::Rule::Multiplicity, *node.count, store_.less_equal(store_.integer(0), count));
    return store_.apply(vocabulary_.sorts.multiset(node.multiset->type).update, {multiset, element, count});
}

Term SetNodes::operator()(const typed::MapDisplay& node) {
    const typed::Type type = in_.current().type;
    const logic::MapTheory& theory = vocabulary_.sorts.map(type);
    Term result = store_.apply(theory.empty, {});
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        const Term key = in_.encode(*node.keys[i]);
        in_.require_fits(type.arguments.at(0), *node.keys[i], key);
        const Term value = in_.encode(*node.values[i]);
        in_.require_fits(type.arguments.at(1), *node.values[i], value);
        result = store_.apply(theory.update, {result, key, value});
    }
    return result;
}

// Two instances with the same key have the same value.
void SetNodes::check_map_comprehension(const typed::MapComprehension& node, const typed::Type& type) {
    const typed::Expr& expr = in_.current();
    const std::size_t outer = in_.guard_depth();
    assume_instance(node.variables, node.range);
    const Term first_key = node.key == nullptr ? nullptr : in_.encode(*node.key);
    const Term first_value = in_.encode(*node.value);
    if (node.key != nullptr) {
        const Comprehended other = comprehend(node.variables, node.range, {node.key.get(), node.value.get()});
        const Term same_key = vocabulary_.equality.equal(type.arguments.at(0), first_key, other.terms[0]);
        const Term same_value = vocabulary_.equality.equal(type.arguments.at(1), first_value, other.terms[1]);
        in_.require(support::Rule::MapKeys, expr, store_.implies(store_.and_(other.range, same_key), same_value));
    }
    in_.leave_guards(outer);
}

Term SetNodes::operator()(const typed::MapComprehension& node) {
    const typed::Type type = in_.current().type;
    if (in_.definedness() != nullptr) {
        check_map_comprehension(node, type);
    }
    std::vector<const typed::Expr*> terms{node.value.get()};
    if (node.key != nullptr) {
        terms.push_back(node.key.get());
    }
    const Comprehended made = comprehend(node.variables, node.range, terms);
    const Term key = node.key == nullptr ? made.variables.front() : made.terms[1];
    return vocabulary_.comprehensions.map(type, made.variables, made.range, key, made.terms[0]);
}

Term SetNodes::operator()(const typed::MapSelect& node) {
    const Term map = in_.encode(*node.map);
    const Term key = in_.encode(*node.key);
    in_.require(support::Rule::ElementInDomain, *node.key, vocabulary_.collections.contains(node.map->type, map, key));
    return store_.apply(vocabulary_.sorts.map(node.map->type).value, {map, key});
}

Term SetNodes::operator()(const typed::MapUpdate& node) {
    const Term map = in_.encode(*node.map);
    const Term key = in_.encode(*node.key);
    const Term value = in_.encode(*node.value);
    return store_.apply(vocabulary_.sorts.map(node.map->type).update, {map, key, value});
}

Term SetNodes::operator()(const typed::MapPart& node) {
    const Term map = in_.encode(*node.map);
    return vocabulary_.collections.map_part(node.map->type, node.kind, map);
}

} // namespace daphnia::encode
