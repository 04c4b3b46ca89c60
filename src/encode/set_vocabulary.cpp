// Sets and multisets: what asks about them and what makes them, as terms with the axioms that say what they mean.
#include "encode/closing.h"
#include "encode/triggers.h"
#include "encode/vocabulary.h"
#include "support/error.h"

#include <algorithm>

namespace daphnia::encode {

using typed::Type;
using typed::TypeKind;

logic::Function Vocabulary::multiset_of(const Type& collection) {
    const Sort element = sort(collection.arguments.at(0));
    return collection.kind == TypeKind::Seq ? theories_.multiset_of_seq(element) : theories_.multiset_of_set(element);
}

Term Vocabulary::contains(const Type& collection, Term value, Term element) {
    switch (collection.kind) {
    case TypeKind::Seq:
        return store_.apply(seq(collection).contains, {value, element});
    case TypeKind::Set:
    case TypeKind::Iset:
        return store_.apply(set(collection).contains, {value, element});
    case TypeKind::Map:
    case TypeKind::Imap: {
        const logic::SetTheory& keys = set(typed::set_of(collection, collection.arguments.at(0)));
        return store_.apply(keys.contains, {store_.apply(map(collection).keys, {value}), element});
    }
    default:
        DAPHNIA_CHECK(collection.kind == TypeKind::Multiset, "membership in what is no collection");
        return store_.less(store_.integer(0), store_.apply(multiset(collection).count, {value, element}));
    }
}

Term Vocabulary::size(const Type& collection, Term value) {
    switch (collection.kind) {
    case TypeKind::Seq:
        return store_.apply(seq(collection).length, {value});
    case TypeKind::Set:
        return store_.apply(set(collection).size, {value});
    case TypeKind::Map: {
        const logic::SetTheory& keys = set(typed::set_type(collection.arguments.at(0)));
        return store_.apply(keys.size, {store_.apply(map(collection).keys, {value})});
    }
    default:
        DAPHNIA_CHECK(collection.kind == TypeKind::Multiset, "the size of what is no collection");
        return store_.apply(multiset(collection).size, {value});
    }
}

// A function `made` of what the comprehension mentions besides its variables (see Lifting):
//   contains: y in made(p) <==> exists x :: range(p, x) && element(p, x) == y
//   member:   range(p, x) ==> x in made(p), where the terms of the range occur and the element is the variable itself.
// Of other elements, member would make new elements to ask about, and contains new instances for member.
// That the sizes of finite sets may be used rests on the rule that every variable has finitely many values.
Term Vocabulary::set_comprehension(const Type& set_type, const std::vector<Term>& variables, Term range, Term element) {
    const Lifted made = lifting_("set comprehension", sort(set_type), variables, {range, element});
    const logic::Function symbol = store_.function(made.name, made.sorts(), sort(set_type));
    if (made.is_new) {
        define_set_comprehension(set_type, made, symbol);
    }
    return store_.apply(symbol, made.arguments);
}

void Vocabulary::define_set_comprehension(const Type& set_type, const Lifted& made, logic::Function symbol) {
    const Term applied = store_.apply(symbol, made.parameters);
    const Term own_range = made.parts[0];
    const Term own_element = made.parts[1];
    const Term y = store_.fresh_variable("y", own_element->sort);
    const Term asked = contains(set_type, applied, y);
    Closing some;
    some.forall = false;
    some.name = made.name + ".some";
    const bool plain = made.bound.size() == 1 && own_element == made.bound.front();
    const Term met = plain ? replaced(store_, own_range, made.bound, {y})
                           : close(*this, some, made.bound, own_range, equal(set_type.arguments.at(0), own_element, y));
    std::vector<Term> asking = made.parameters;
    asking.push_back(y);
    add_axiom(made.name + ".contains", "in a set comprehension is the element of each instance of its range",
              store_.forall({made.name + ".contains", asking, {{asked}}, 0}, store_.equal(asked, met)));

    std::vector<logic::Trigger> triggers =
        plain ? select_triggers(made.bound, own_range) : std::vector<logic::Trigger>{};
    for (logic::Trigger& trigger : triggers) {
        for (Term& term : trigger) {
            term = at_lowest_layer(term);
        }
        if (!made.parameters.empty()) {
            trigger.push_back(applied);
        }
    }
    if (!triggers.empty()) {
        std::vector<Term> all = made.parameters;
        all.insert(all.end(), made.bound.begin(), made.bound.end());
        add_axiom(made.name + ".member", "each instance of the range gives an element of a set comprehension",
                  store_.forall({made.name + ".member", all, std::move(triggers), 0},
                                store_.implies(own_range, contains(set_type, applied, own_element))),
                  symbol);
    }
}

} // namespace daphnia::encode
