#include "encode/collections.h"

#include "encode/vocabulary.h"
#include "support/error.h"

namespace daphnia::encode {

using typed::Type;
using typed::TypeKind;

Collections::Collections(Vocabulary& vocabulary)
    : store_(vocabulary.store()), sorts_(vocabulary.sorts), datatypes_(vocabulary.datatypes) {}

logic::Function Collections::multiset_of(const Type& collection) {
    const Sort element = sorts_.of(collection.arguments.at(0));
    return collection.kind == TypeKind::Seq ? sorts_.theories().multiset_of_seq(element)
                                            : sorts_.theories().multiset_of_set(element);
}

Term Collections::contains(const Type& collection, Term value, Term element) {
    switch (collection.kind) {
    case TypeKind::Seq:
        return store_.apply(sorts_.seq(collection).contains, {value, element});
    case TypeKind::Set:
    case TypeKind::Iset:
        return store_.apply(sorts_.set(collection).contains, {value, element});
    case TypeKind::Map:
    case TypeKind::Imap: {
        const logic::SetTheory& keys = sorts_.set(typed::set_of(collection, collection.arguments.at(0)));
        return store_.apply(keys.contains, {store_.apply(sorts_.map(collection).keys, {value}), element});
    }
    default:
        DAPHNIA_CHECK(collection.kind == TypeKind::Multiset, "membership in what is no collection");
        return store_.less(store_.integer(0), store_.apply(sorts_.multiset(collection).count, {value, element}));
    }
}

Term Collections::size(const Type& collection, Term value) {
    switch (collection.kind) {
    case TypeKind::Seq:
        return store_.apply(sorts_.seq(collection).length, {value});
    case TypeKind::Set:
        return store_.apply(sorts_.set(collection).size, {value});
    case TypeKind::Map: {
        const logic::SetTheory& keys = sorts_.set(typed::set_type(collection.arguments.at(0)));
        return store_.apply(keys.size, {store_.apply(sorts_.map(collection).keys, {value})});
    }
    default:
        DAPHNIA_CHECK(collection.kind == TypeKind::Multiset, "the size of what is no collection");
        return store_.apply(sorts_.multiset(collection).size, {value});
    }
}

namespace {

// Whether x is in A - B is often asked in terms of A alone, so that what holds of all of A - B has to be found by way
// of A; likewise of unions and intersections, by way of their parts.
template <typename Theory>
void ways_to_ask(logic::TermStore& store, const Theory& theory, logic::Function asks, Term value, Term element,
                 std::vector<logic::Trigger>& triggers) {
    triggers.push_back({store.apply(asks, {value, element})});
    if (value->kind != logic::TermKind::Apply) {
        return;
    }
    const bool difference = value->function == theory.difference;
    if (difference || value->function == theory.union_ || value->function == theory.intersection) {
        ways_to_ask(store, theory, asks, value->children.at(0), element, triggers);
    }
    if (value->function == theory.union_ || value->function == theory.intersection) {
        ways_to_ask(store, theory, asks, value->children.at(1), element, triggers);
    }
}

} // namespace

// Of a sequence: forall i :: 0 <= i < |s| ==> holds(s[i]). Of a set or multiset: forall x :: x in s ==> holds(x).
Term Collections::every_element(const std::string& name, const Type& collection, Term value,
                                const std::function<Term(Term)>& holds) {
    if (collection.kind == TypeKind::Seq) {
        const Term i = store_.fresh_variable("i", store_.int_sort());
        const Term at = store_.apply(sorts_.seq(collection).at, {value, i});
        const Term in_range = store_.and_(store_.less_equal(store_.integer(0), i),
                                          store_.less(i, store_.apply(sorts_.seq(collection).length, {value})));
        return store_.forall({name, {i}, {{at}}, 0}, store_.implies(in_range, holds(at)));
    }
    const Term x = store_.fresh_variable("x", sorts_.of(collection.arguments.at(0)));
    std::vector<logic::Trigger> triggers;
    if (typed::is_set(collection)) {
        const logic::SetTheory& theory = sorts_.set(collection);
        ways_to_ask(store_, theory, theory.contains, value, x, triggers);
    } else {
        const logic::MultisetTheory& theory = sorts_.multiset(collection);
        ways_to_ask(store_, theory, theory.count, value, x, triggers);
    }
    return store_.forall({name, {x}, std::move(triggers), 0}, store_.implies(contains(collection, value, x), holds(x)));
}

Term Collections::map_part(const Type& map_type, typed::MapPartKind kind, Term value) {
    const Sort key_sort = sorts_.of(map_type.arguments.at(0));
    const Sort value_sort = sorts_.of(map_type.arguments.at(1));
    const bool infinite = typed::is_infinite(map_type);
    switch (kind) {
    case typed::MapPartKind::Keys:
        return store_.apply(sorts_.map(map_type).keys, {value});
    case typed::MapPartKind::Values:
        return store_.apply(sorts_.theories().map_values(key_sort, value_sort, infinite), {value});
    case typed::MapPartKind::Items:
        break;
    }
    const TupleSymbols& pair = datatypes_.tuple(typed::tuple_type(map_type.arguments));
    return store_.apply(
        sorts_.theories().map_items(key_sort, value_sort, {pair.make, pair.select[0], pair.select[1]}, infinite),
        {value});
}

Term Collections::string(const std::u32string& text) {
    const logic::SeqTheory& theory = sorts_.theories().seq(store_.int_sort());
    Term result = store_.apply(theory.empty, {});
    for (const char32_t c : text) {
        result = store_.apply(theory.build, {result, store_.integer(static_cast<unsigned long>(c))});
    }
    return result;
}

} // namespace daphnia::encode
