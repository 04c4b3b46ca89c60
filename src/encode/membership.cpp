#include "encode/membership.h"

#include "encode/expression.h"
#include "support/error.h"
#include "typed/walk.h"

#include <algorithm>
#include <set>

namespace daphnia::encode {

using typed::Type;
using typed::TypeKind;

Membership::Membership(Vocabulary& vocabulary)
    : vocabulary_(vocabulary), store_(vocabulary.store()), axioms_(vocabulary.own_axioms), sorts_(vocabulary.sorts),
      heap_(vocabulary.heap), predicates_(vocabulary.predicates), collections_(vocabulary.collections),
      datatypes_(vocabulary.datatypes), functions_(vocabulary.functions),
      function_membership_(vocabulary.function_membership) {}

namespace {

bool is_constrained_within(const Type& type, bool allocation, const Heap& heap, std::set<std::string>& seen) {
    switch (type.kind) {
    case TypeKind::Bool:
    case TypeKind::Int:
    case TypeKind::Real:
        return false;
    case TypeKind::Bits:
        return type.width == 0;
    case TypeKind::Nat:
    case TypeKind::Char:
        return true;
    case TypeKind::Reference:
        return !type.nullable || allocation || typed::is_class(type) ||
               (typed::is_array(type) && (heap.tells_arrays() || typed::may_be_empty(type.arguments.at(0))));
    case TypeKind::Parameter: // it may be empty, its sort is not
    case TypeKind::Subset:
        return true;
    case TypeKind::Seq:
    case TypeKind::Set:
    case TypeKind::Iset:
    case TypeKind::Multiset:
    case TypeKind::Map:
    case TypeKind::Imap:
    case TypeKind::Tuple:
        return std::any_of(type.arguments.begin(), type.arguments.end(), [&](const Type& argument) {
            return is_constrained_within(argument, allocation, heap, seen);
        });
    case TypeKind::Arrow:
        return heap.has_reading_functions() || type.arrow == typed::ArrowKind::Total ||
               is_constrained_within(typed::result_type(type), allocation, heap, seen);
    case TypeKind::Datatype:
        if (seen.insert(typed::unique_name(type)).second) {
            for (std::size_t i = 0; i < type.datatype->destructors.size(); ++i) {
                if (is_constrained_within(typed::destructor_type(type, i), allocation, heap, seen)) {
                    return true;
                }
            }
        }
        return false;
    }
    return true;
}

} // namespace

bool Membership::is_constrained(const Type& type, bool allocation) const {
    std::set<std::string> seen;
    return is_constrained_within(type, allocation, heap_, seen);
}

Term Membership::is(const Type& type, Term value, const State* state) {
    const auto between = [&](long low, long high) {
        return store_.and_(store_.less_equal(store_.integer(low), value),
                           store_.less_equal(value, store_.integer(high)));
    };
    const auto is_allocated = [&] { return state == nullptr ? store_.true_() : store_.select(state->alloc, value); };
    switch (type.kind) {
    case TypeKind::Bool:
    case TypeKind::Int:
    case TypeKind::Real:
        return store_.true_();
    case TypeKind::Bits:
        return type.width > 0 ? store_.true_() : store_.equal(value, store_.bits(0, bits_held(type)));
    case TypeKind::Nat:
        return store_.less_equal(store_.integer(0), value);
    case TypeKind::Char: // the Unicode scalar values
        return store_.or_(between(0, 0xD7FF), between(0xE000, 0x10FFFF));
    case TypeKind::Reference: {
        const Term is_of_kind = typed::is_array(type)   ? heap_.has_elements(typed::elements_region(type), value)
                                : typed::is_class(type) ? heap_.is_of_class(type, value)
                                                        : store_.true_();
        const Term present = store_.and_(is_of_kind, is_allocated());
        if (!type.nullable) {
            return store_.and_(store_.not_equal(value, heap_.null()), present);
        }
        return present == store_.true_() ? present : store_.or_(store_.equal(value, heap_.null()), present);
    }
    case TypeKind::Parameter:
        return parameter_is(type, value, state);
    case TypeKind::Subset:
        return store_.and_(is(type.subset->base, value, state), satisfies(*type.subset->constraint, value));
    case TypeKind::Seq:
    case TypeKind::Set:
    case TypeKind::Iset:
    case TypeKind::Multiset:
    case TypeKind::Map:
    case TypeKind::Imap:
        return elements_are(type, value, state);
    case TypeKind::Tuple: {
        std::vector<Term> components;
        for (std::size_t i = 0; i < type.arguments.size(); ++i) {
            if (is_constrained(type.arguments[i], state != nullptr)) {
                components.push_back(
                    is(type.arguments[i], store_.apply(datatypes_.tuple(type).select[i], {value}), state));
            }
        }
        return store_.and_(std::move(components));
    }
    case TypeKind::Datatype:
        return datatype_is(type, value, state);
    case TypeKind::Arrow:
        return function_membership_.is(type, value, state);
    }
    DAPHNIA_CHECK(false, "unknown type kind");
}

namespace {

// Operators alone: what is shorter than a call, and leaves nothing to unfold.
bool is_plain(const typed::Expr& root) {
    bool plain = true;
    typed::for_each_below(root, {[&](const typed::Expr& expr) {
                                     plain = plain && (std::holds_alternative<typed::VariableRead>(expr.node) ||
                                                       std::holds_alternative<typed::BoolLiteral>(expr.node) ||
                                                       std::holds_alternative<typed::IntLiteral>(expr.node) ||
                                                       std::holds_alternative<typed::RealLiteral>(expr.node) ||
                                                       std::holds_alternative<typed::CharLiteral>(expr.node) ||
                                                       std::holds_alternative<typed::Unary>(expr.node) ||
                                                       std::holds_alternative<typed::Binary>(expr.node) ||
                                                       std::holds_alternative<typed::SeqLength>(expr.node) ||
                                                       std::holds_alternative<typed::DatatypeTest>(expr.node));
                                 },
                                 [&](const typed::Stmt&) { plain = false; }});
    return plain;
}

} // namespace

// A constraint reads no heap and has no precondition, and nothing that it is made of mentions its type: it is no part
// of any recursion, so that what it means may be said in place of a call.
Term Membership::satisfies(const typed::Function& constraint, Term value) {
    if (!is_plain(*constraint.body)) {
        std::vector<Term> arguments =
            functions_.heap_arguments(constraint, {value}, heap_.state("any "), heap_.state("any "));
        arguments.push_back(value);
        return store_.apply(functions_.symbols(constraint).layers.back(), std::move(arguments));
    }
    Scope scope;
    scope.values[constraint.parameters.front().get()] = value;
    scope.now = heap_.state("any ");
    scope.old = scope.now;
    return Expressions(vocabulary_, scope).encode(*constraint.body);
}

// is<T>(v): of which nothing is known, so that T may be empty or smaller than its sort. With a state: also every
// reference in v is allocated there, in<T>(v, r) saying which these are.
Term Membership::parameter_is(const Type& type, Term value, const State* state) {
    const std::string& name = type.parameter->unique;
    const Term belongs =
        store_.apply(store_.function("is<" + name + ">", {sorts_.of(type)}, store_.bool_sort()), {value});
    if (state == nullptr || type.parameter->no_references) {
        return belongs;
    }
    const logic::Function holds =
        store_.function("in<" + name + ">", {sorts_.of(type), heap_.ref()}, store_.bool_sort());
    const Term r = store_.fresh_variable("r", heap_.ref());
    const Term inside = store_.apply(holds, {value, r});
    return store_.and_(belongs, store_.forall({"allocated<" + name + ">", {r}, {{inside}}, 0},
                                              store_.implies(inside, store_.select(state->alloc, r))));
}

Term Membership::some_value(const Type& parameter) {
    const std::string name = "some " + parameter.parameter->unique;
    const bool first = store_.find_function(name) == nullptr;
    const logic::Function symbol = store_.function(name, {}, sorts_.of(parameter));
    const Term value = store_.apply(symbol, {});
    if (first) {
        axioms_.add(name, "a type declared to be nonempty has a value", is(parameter, value, nullptr), symbol);
    }
    return value;
}

// Of a map: forall k :: k in m ==> is<K>(k) && is<V>(m[k]). Of other collections: every element belongs.
Term Membership::elements_belong(const Type& type, Term value, const State* state) {
    const Type& element = type.arguments.at(0);
    const std::string name = "is<" + typed::unique_name(type) + ">.elements";
    if (!typed::is_map(type)) {
        return collections_.every_element(name, type, value, [&](Term each) { return is(element, each, state); });
    }
    const Term x = store_.fresh_variable("x", sorts_.of(element));
    const Term key = collections_.contains(type, value, x);
    const Term at = store_.apply(sorts_.map(type).value, {value, x});
    return store_.forall({name, {x}, {{key}, {at}}, 0},
                         store_.implies(key, store_.and_(is(element, x, state), is(type.arguments.at(1), at, state))));
}

// is<seq<T>>(s[, alloc]) <==> all its elements belong to T; so for all collections.
Term Membership::elements_are(const Type& type, Term value, const State* state) {
    const bool allocation = state != nullptr && typed::contains_references(type);
    if (!is_constrained(type, allocation)) {
        return store_.true_();
    }
    const TypePredicate is_of = predicates_.of(type, allocation);
    if (is_of.first) {
        const Term s = store_.fresh_variable("s", sorts_.of(type));
        const Term elements = elements_belong(type, s, is_of.state());
        const Term applied = predicates_.belongs(is_of, s, is_of.state());
        axioms_.add(is_of.name, "a collection belongs to a type when its elements belong to the element type",
                    store_.forall({is_of.name, predicates_.with_allocation(is_of, {s}), {{applied}}, 0},
                                  store_.equal(applied, elements)));
    }
    return predicates_.belongs(is_of, value, state);
}

// is<D>(C(x…)[, alloc]) <==> the fields belong to their types; and of any value that belongs to D, what is selected
// does.
Term Membership::datatype_is(const Type& type, Term value, const State* state) {
    const bool allocation = state != nullptr && typed::contains_references(type);
    if (!is_constrained(type, allocation)) {
        return store_.true_();
    }
    const TypePredicate is_of = predicates_.of(type, allocation);
    if (is_of.first) {
        define_datatype(type, is_of);
    }
    return predicates_.belongs(is_of, value, state);
}

void Membership::define_datatype(const Type& type, const TypePredicate& is_of) {
    const State* const inside = is_of.state();
    const DatatypeSymbols& symbols = datatypes_.of(type);
    for (std::size_t i = 0; i < symbols.constructors.size(); ++i) {
        const typed::Constructor& constructor = type.datatype->constructors[i];
        std::vector<Term> fields;
        std::vector<Term> all{store_.true_()};
        for (const Type& field : typed::field_types(type, i)) {
            fields.push_back(store_.fresh_variable("x", sorts_.of(field)));
            all.push_back(is(field, fields.back(), inside));
        }
        const Term made = predicates_.belongs(is_of, store_.apply(symbols.constructors[i], fields), inside);
        const std::vector<Term> variables = predicates_.with_allocation(is_of, fields);
        const Term law = store_.equal(made, store_.and_(std::move(all)));
        const std::string own = is_of.name + "." + constructor.name;
        axioms_.add(own, "a value belongs to its type when its fields belong to theirs",
                    variables.empty() ? law : store_.forall({own, variables, {{made}}, 0}, law));
    }
    const Term d = store_.fresh_variable("d", sorts_.of(type));
    const Term whole = predicates_.belongs(is_of, d, inside);
    if (is_of.allocation) {
        relate_allocations(type, is_of.predicate, d, is_of.inside.alloc);
    }
    for (std::size_t i = 0; i < symbols.select.size(); ++i) {
        const typed::Destructor& destructor = type.datatype->destructors[i];
        const Term selected = store_.apply(symbols.select[i], {d});
        const Term fits = is(typed::destructor_type(type, i), selected, inside);
        if (fits == store_.true_()) {
            continue;
        }
        std::vector<Term> makers;
        for (std::size_t j = 0; j < destructor.fields.size(); ++j) {
            if (destructor.fields[j]) {
                makers.push_back(datatypes_.is_made_by(type, d, j));
            }
        }
        const std::string own = is_of.name + ".select";
        axioms_.add(own, "what is selected from a value belongs to its type",
                    store_.forall({own, predicates_.with_allocation(is_of, {d}), {{whole, selected}}, 0},
                                  store_.implies(store_.and_(whole, store_.or_(std::move(makers))), fits)));
    }
}

// What is allocated belongs to its type, and stays allocated as allocations grow.
void Membership::relate_allocations(const Type& type, logic::Function predicate, Term d, Term alloc) {
    const Term now = store_.apply(predicate, {d, alloc});
    const Term plain = is(type, d, nullptr);
    if (plain != store_.true_()) {
        axioms_.add(predicate->name + ".plain", "what is allocated belongs to its type",
                    store_.forall({predicate->name + ".plain", {d, alloc}, {{now}}, 0}, store_.implies(now, plain)));
    }
    const Term more = store_.fresh_variable("alloc", heap_.alloc_sort());
    const Term later = store_.apply(predicate, {d, more});
    const Term r = store_.fresh_variable("r", heap_.ref());
    const Term grown = store_.forall({"allocations.grow", {r}, {{store_.select(more, r)}}, 0},
                                     store_.implies(store_.select(alloc, r), store_.select(more, r)));
    axioms_.add(predicate->name + ".later", "what is allocated stays allocated",
                store_.forall({predicate->name + ".later", {d, alloc, more}, {{now, later}}, 0},
                              store_.implies(store_.and_(now, grown), later)));
}

} // namespace daphnia::encode
