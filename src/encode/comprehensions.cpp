#include "encode/comprehensions.h"

#include "encode/closing.h"
#include "encode/triggers.h"
#include "encode/vocabulary.h"

namespace daphnia::encode {

using typed::Type;

Comprehensions::Comprehensions(Vocabulary& vocabulary)
    : store_(vocabulary.store()), axioms_(vocabulary.own_axioms), sorts_(vocabulary.sorts),
      lifting_(vocabulary.lifting), collections_(vocabulary.collections), equality_(vocabulary.equality),
      functions_(vocabulary.functions) {}

Term Comprehensions::sequence(const typed::Type& seq_type, Term size, Term index, Term element) {
    const Lifted made = lifting_("comprehension", sorts_.of(seq_type), {index}, {size, element});
    const logic::Function symbol = store_.function(made.name, made.sorts(), sorts_.of(seq_type));
    if (made.is_new) {
        const logic::SeqTheory& theory = sorts_.seq(seq_type);
        const Term applied = store_.apply(symbol, made.parameters);
        const Term own_size = made.parts[0];
        const Term zero = store_.integer(0);
        axioms_.add(made.name + ".length", "a sequence comprehension has the given length",
                    store_.forall({made.name + ".length", made.parameters, {{applied}}, 0},
                                  store_.implies(store_.less_equal(zero, own_size),
                                                 store_.equal(store_.apply(theory.length, {applied}), own_size))));
        const Term i = made.bound.front();
        const Term at = store_.apply(theory.at, {applied, i});
        axioms_.add(made.name + ".element", "its elements are given by the expression",
                    store_.forall({made.name + ".element", joined(made.parameters, {i}), {{at}}, 0},
                                  store_.implies(store_.and_(store_.less_equal(zero, i), store_.less(i, own_size)),
                                                 store_.equal(at, made.parts[1]))));
    }
    return store_.apply(symbol, made.arguments);
}

// A function `made` of what the comprehension mentions besides its variables (see Lifting):
//   contains: y in made(p) <==> exists x :: range(p, x) && element(p, x) == y
//   member:   range(p, x) ==> x in made(p), where the terms of the range occur and the element is the variable itself.
// Of other elements, member would make new elements to ask about, and contains new instances for member.
// That the sizes of finite sets may be used rests on the rule that every variable has finitely many values.
Term Comprehensions::set(const Type& set_type, const std::vector<Term>& variables, Term range, Term element) {
    const Lifted made = lifting_("set comprehension", sorts_.of(set_type), variables, {range, element});
    const logic::Function symbol = store_.function(made.name, made.sorts(), sorts_.of(set_type));
    if (made.is_new) {
        define_set(set_type, made, symbol);
    }
    return store_.apply(symbol, made.arguments);
}

void Comprehensions::define_set(const Type& set_type, const Lifted& made, logic::Function symbol) {
    const Term applied = store_.apply(symbol, made.parameters);
    const Term own_range = made.parts[0];
    const Term own_element = made.parts[1];
    const Term y = store_.fresh_variable("y", own_element->sort);
    const Term asked = collections_.contains(set_type, applied, y);
    Closing some;
    some.forall = false;
    some.name = made.name + ".some";
    const bool plain = made.bound.size() == 1 && own_element == made.bound.front();
    const Term met = plain ? replaced(store_, own_range, made.bound, {y})
                           : close(store_, functions_, some, made.bound, own_range,
                                   equality_.equal(set_type.arguments.at(0), own_element, y));
    std::vector<Term> asking = made.parameters;
    asking.push_back(y);
    axioms_.add(made.name + ".contains", "in a set comprehension is the element of each instance of its range",
                store_.forall({made.name + ".contains", asking, {{asked}}, 0}, store_.equal(asked, met)));

    std::vector<logic::Trigger> triggers =
        plain ? select_triggers(made.bound, own_range) : std::vector<logic::Trigger>{};
    for (logic::Trigger& trigger : triggers) {
        for (Term& term : trigger) {
            term = functions_.at_lowest_layer(term);
        }
        if (!made.parameters.empty()) {
            trigger.push_back(applied);
        }
    }
    if (!triggers.empty()) {
        std::vector<Term> all = made.parameters;
        all.insert(all.end(), made.bound.begin(), made.bound.end());
        axioms_.add(made.name + ".member", "each instance of the range gives an element of a set comprehension",
                    store_.forall({made.name + ".member", all, std::move(triggers), 0},
                                  store_.implies(own_range, collections_.contains(set_type, applied, own_element))),
                    symbol);
    }
}

// A function `made` of what the comprehension mentions besides its variables (see Lifting):
//   keys:  its keys are those of the set comprehension over the same range
//   value: k in made(p) ==> exists x :: range(p, x) && key(p, x) == k && value(p, x) == made(p)[k]
// Not for all such x: where equal keys came with different values, which is checked elsewhere, that would be false.
Term Comprehensions::map(const Type& map_type, const std::vector<Term>& variables, Term range, Term key, Term value) {
    const Lifted made = lifting_("map comprehension", sorts_.of(map_type), variables, {range, key, value});
    const logic::Function symbol = store_.function(made.name, made.sorts(), sorts_.of(map_type));
    if (made.is_new) {
        define_map(map_type, made, symbol);
    }
    return store_.apply(symbol, made.arguments);
}

void Comprehensions::define_map(const Type& map_type, const Lifted& made, logic::Function symbol) {
    const Term applied = store_.apply(symbol, made.parameters);
    const Type key_set = typed::set_of(map_type, map_type.arguments.at(0));
    const Term keys = set(key_set, made.bound, made.parts[0], made.parts[1]);
    const Term own_keys = store_.apply(sorts_.map(map_type).keys, {applied});
    axioms_.add(made.name + ".keys", "the keys of a map comprehension are those of each instance of its range",
                store_.forall({made.name + ".keys", made.parameters, {{applied}}, 0}, store_.equal(own_keys, keys)),
                symbol);
    const Term k = store_.fresh_variable("k", made.parts[1]->sort);
    const Term at = store_.apply(sorts_.map(map_type).value, {applied, k});
    const bool plain = made.bound.size() == 1 && made.parts[1] == made.bound.front();
    Closing some;
    some.forall = false;
    some.split = false;
    some.name = made.name + ".some";
    const Term given = plain ? store_.equal(at, replaced(store_, made.parts[2], made.bound, {k}))
                             : close(store_, functions_, some, made.bound, made.parts[0],
                                     store_.and_(equality_.equal(map_type.arguments.at(0), made.parts[1], k),
                                                 store_.equal(made.parts[2], at)));
    std::vector<Term> asking = made.parameters;
    asking.push_back(k);
    axioms_.add(made.name + ".value", "the value for a key is that of an instance with this key",
                store_.forall({made.name + ".value", asking, {{at}}, 0},
                              store_.implies(collections_.contains(map_type, applied, k), given)));
}

// No axiom is needed: where a choice has a meaning, it is known to meet its condition.
std::vector<Term> Comprehensions::choice(const std::vector<Term>& variables, Term condition) {
    const Lifted made = lifting_("choice", variables.front()->sort, variables, {condition});
    std::vector<Term> result;
    for (std::size_t i = 0; i < variables.size(); ++i) {
        const std::string name = made.name + "." + std::to_string(i);
        result.push_back(store_.apply(store_.function(name, made.sorts(), variables[i]->sort), made.arguments));
    }
    return result;
}

} // namespace daphnia::encode
