// Sets and multisets: what asks about them and what makes them, as terms with the axioms that say what they mean.
#include "encode/closing.h"
#include "encode/triggers.h"
#include "encode/vocabulary.h"
#include "support/error.h"

#include <algorithm>

namespace daphnia::encode {

using typed::Type;
using typed::TypeKind;

namespace {

bool is_among(const std::vector<Term>& terms, Term term) {
    return std::find(terms.begin(), terms.end(), term) != terms.end();
}

Term renamed(logic::TermStore& store, Term term, const std::vector<Term>& from, const std::vector<Term>& to) {
    return logic::Substitution(store, [&](Term v) -> Term {
        const auto found = std::find(from.begin(), from.end(), v);
        return found == from.end() ? nullptr : to[static_cast<std::size_t>(found - from.begin())];
    })(term);
}

} // namespace

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

Term Vocabulary::known_comprehension(Sort sort, const std::vector<Term>& variables, const std::vector<Term>& parts) {
    for (const Comprehension& known : set_and_map_comprehensions_) {
        const bool same_sorts = known.sort == sort && known.parts.size() == parts.size() &&
                                std::equal(known.variables.begin(), known.variables.end(), variables.begin(),
                                           variables.end(), [](Term x, Term y) { return x->sort == y->sort; });
        if (same_sorts && std::equal(known.parts.begin(), known.parts.end(), parts.begin(), [&](Term x, Term y) {
                return renamed(store_, y, variables, known.variables) == x;
            })) {
            return known.made;
        }
    }
    return nullptr;
}

Vocabulary::MadeComprehension Vocabulary::make_comprehension(const std::string& name, Sort sort,
                                                             const std::vector<Term>& variables,
                                                             const std::vector<Term>& parts) {
    MadeComprehension result;
    for (const Term mentioned : parts) {
        for (const Term free : logic::free_variables(mentioned)) {
            if (!is_among(variables, free) && !is_among(result.outer, free)) {
                result.outer.push_back(free);
            }
        }
    }
    std::vector<Sort> sorts;
    std::vector<Term> from = result.outer;
    for (const Term variable : result.outer) {
        sorts.push_back(variable->sort);
        result.parameters.push_back(store_.fresh_variable("p", variable->sort));
    }
    std::vector<Term> to = result.parameters;
    for (const Term variable : variables) {
        from.push_back(variable);
        to.push_back(store_.fresh_variable(variable->name, variable->sort));
        result.bound.push_back(to.back());
    }
    for (const Term part : parts) {
        result.parts.push_back(renamed(store_, part, from, to));
    }
    result.symbol = store_.function(name, sorts, sort);
    result.applied = store_.apply(result.symbol, result.parameters);
    set_and_map_comprehensions_.push_back({sort, variables, parts, store_.apply(result.symbol, result.outer)});
    return result;
}

// A function `made` of everything that the comprehension mentions, so that it means the same wherever it occurs:
//   contains: y in made(p) <==> exists x :: range(p, x) && element(p, x) == y
//   member:   range(p, x) ==> x in made(p), where the terms of the range occur and the element is the variable itself.
// Of other elements, member would make new elements to ask about, and contains new instances for member.
// That the sizes of finite sets may be used rests on the rule that every variable has finitely many values.
Term Vocabulary::set_comprehension(const Type& set_type, const std::vector<Term>& variables, Term range, Term element) {
    if (const Term known = known_comprehension(sort(set_type), variables, {range, element})) {
        return known;
    }
    const std::string name = "set comprehension!" + std::to_string(set_and_map_comprehensions_.size());
    const MadeComprehension made = make_comprehension(name, sort(set_type), variables, {range, element});
    const Term own_range = made.parts[0];
    const Term own_element = made.parts[1];
    const Term y = store_.fresh_variable("y", own_element->sort);
    const Term asked = contains(set_type, made.applied, y);
    Closing some;
    some.forall = false;
    some.name = name + ".some";
    const bool plain = made.bound.size() == 1 && own_element == made.bound.front();
    const Term met = plain ? renamed(store_, own_range, made.bound, {y})
                           : close(*this, some, made.bound, own_range, equal(set_type.arguments.at(0), own_element, y));
    std::vector<Term> asking = made.parameters;
    asking.push_back(y);
    add_axiom(name + ".contains", "in a set comprehension is the element of each instance of its range",
              store_.forall({name + ".contains", asking, {{asked}}, 0}, store_.equal(asked, met)));

    std::vector<logic::Trigger> triggers =
        plain ? select_triggers(made.bound, own_range) : std::vector<logic::Trigger>{};
    for (logic::Trigger& trigger : triggers) {
        for (Term& term : trigger) {
            term = at_lowest_layer(term);
        }
        if (!made.parameters.empty()) {
            trigger.push_back(made.applied);
        }
    }
    if (!triggers.empty()) {
        std::vector<Term> all = made.parameters;
        all.insert(all.end(), made.bound.begin(), made.bound.end());
        add_axiom(name + ".member", "each instance of the range gives an element of a set comprehension",
                  store_.forall({name + ".member", all, std::move(triggers), 0},
                                store_.implies(own_range, contains(set_type, made.applied, own_element))),
                  made.symbol);
    }
    return store_.apply(made.symbol, made.outer);
}

} // namespace daphnia::encode
