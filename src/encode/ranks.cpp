#include "encode/ranks.h"

#include "encode/vocabulary.h"

namespace daphnia::encode {

using typed::Type;
using typed::TypeKind;

Ranks::Ranks(Vocabulary& vocabulary)
    : store_(vocabulary.store()), axioms_(vocabulary.own_axioms), sorts_(vocabulary.sorts),
      datatypes_(vocabulary.datatypes) {}

Term Ranks::of(const Type& type, Term value) {
    if (type.kind == TypeKind::Datatype) {
        return store_.apply(datatypes_.of(type).rank, {value});
    }
    const Sort own = sorts_.of(type);
    auto known = other_ranks_.find(own);
    if (known == other_ranks_.end()) {
        const logic::Function function = store_.function("rank " + own->name, {own}, store_.int_sort());
        known = other_ranks_.emplace(own, function).first;
        if (typed::has_rank(type)) {
            type.kind == TypeKind::Tuple ? define_tuple(type, function) : define_sequence(type, function);
        }
    }
    return store_.apply(known->second, {value});
}

void Ranks::find_components(const Type& tuple, const Inner& outer, const std::function<void(const Inner&)>& found) {
    for (std::size_t i = 0; i < tuple.arguments.size(); ++i) {
        Inner component = outer;
        component.value = store_.apply(datatypes_.tuple(tuple).select.at(i), {outer.value});
        component.pattern = {component.value};
        find_inner(tuple.arguments[i], std::move(component), found);
    }
}

void Ranks::find_inner(const Type& declared, Inner outer, const std::function<void(const Inner&)>& found) {
    const Type type = typed::carrier(declared);
    if (type.kind == TypeKind::Parameter || (type.kind == TypeKind::Tuple && typed::has_rank(type))) {
        Inner itself = outer; // of interest only where somebody compares such values by rank
        itself.type = type;
        itself.pattern = {of(type, outer.value)};
        found(itself);
    } else if (typed::has_rank(type)) {
        outer.type = type;
        found(outer);
    }
    if (type.kind == TypeKind::Tuple) {
        find_components(type, outer, found);
    } else if (type.kind == TypeKind::Set || type.kind == TypeKind::Multiset || type.kind == TypeKind::Map) {
        const Type& element = type.arguments.at(0);
        const Term x = store_.fresh_variable("x", sorts_.of(element));
        outer.variables.push_back(x);
        const Term whole = outer.value;
        if (type.kind == TypeKind::Multiset) {
            const Term count = store_.apply(sorts_.multiset(type).count, {whole, x});
            outer.guards.push_back(store_.less(store_.integer(0), count));
            outer.pattern = {count};
        } else {
            const Type set = typed::set_type(element);
            const Term elements = type.kind == TypeKind::Set ? whole : store_.apply(sorts_.map(type).keys, {whole});
            outer.guards.push_back(store_.apply(sorts_.set(set).contains, {elements, x}));
            outer.pattern = {outer.guards.back()};
        }
        outer.value = x;
        find_inner(element, outer, found);
        if (type.kind == TypeKind::Map) {
            outer.value = store_.apply(sorts_.map(type).value, {whole, x});
            outer.pattern = {outer.value};
            find_inner(type.arguments.at(1), std::move(outer), found);
        }
    }
}

// The rank of what is inside a value, also in tuples, sets and maps in it, is smaller and not negative.
void Ranks::define(const Type& type, std::size_t constructor) {
    const DatatypeSymbols& symbols = datatypes_.of(type);
    const typed::Constructor& declaration = type.datatype->constructors.at(constructor);
    const std::vector<Type> types = typed::field_types(type, constructor);
    std::vector<Term> fields;
    for (const Type& field : types) {
        fields.push_back(store_.fresh_variable("x", sorts_.of(field)));
    }
    const Term whole = of(type, store_.apply(symbols.constructors.at(constructor), fields));
    const std::string name = typed::unique_name(type) + "." + declaration.name + ".rank";
    for (std::size_t i = 0; i < fields.size(); ++i) {
        find_inner(types[i], {{}, fields[i], {}, {}, {}}, [&](const Inner& inner) {
            const Term part = of(inner.type, inner.value);
            logic::Trigger trigger{whole};
            trigger.insert(trigger.end(), inner.pattern.begin(), inner.pattern.end());
            const Term law = store_.and_(store_.less_equal(store_.integer(0), part), store_.less(part, whole));
            std::vector<Term> variables = fields;
            variables.insert(variables.end(), inner.variables.begin(), inner.variables.end());
            axioms_.add(name, "what is inside a value has a smaller rank",
                        store_.forall({name, variables, {trigger}, 0}, store_.implies(store_.and_(inner.guards), law)));
        });
    }
}

// So it is with the elements of a sequence, and with a sequence of which elements are left out.
void Ranks::define_sequence(const Type& type, logic::Function rank_of) {
    const logic::SeqTheory& theory = sorts_.seq(type);
    const auto rank_term = [&](Term value) { return store_.apply(rank_of, {value}); };
    const Term s = store_.fresh_variable("s", sorts_.of(type));
    const Term i = store_.fresh_variable("i", store_.int_sort());
    const Term j = store_.fresh_variable("j", store_.int_sort());
    const Term zero = store_.integer(0);
    const Term length = store_.apply(theory.length, {s});
    const auto law = [&](const char* label, const char* why, std::vector<Term> variables, logic::Trigger trigger,
                         std::vector<Term> guards, Term smaller) {
        const std::string name = rank_of->name + label;
        const Term claim = store_.and_(store_.less_equal(zero, smaller), store_.less(smaller, rank_term(s)));
        axioms_.add(name, why,
                    store_.forall({name, std::move(variables), {std::move(trigger)}, 0},
                                  store_.implies(store_.and_(std::move(guards)), claim)));
    };
    const Term element = store_.apply(theory.at, {s, i});
    find_inner(type.arguments.at(0), {{}, element, {element}, {}, {}}, [&](const Inner& inner) {
        logic::Trigger trigger{rank_term(s)};
        trigger.insert(trigger.end(), inner.pattern.begin(), inner.pattern.end());
        std::vector<Term> variables{s, i};
        variables.insert(variables.end(), inner.variables.begin(), inner.variables.end());
        std::vector<Term> guards{store_.less_equal(zero, i), store_.less(i, length)};
        guards.insert(guards.end(), inner.guards.begin(), inner.guards.end());
        law(".element", "what is inside a sequence has a smaller rank", std::move(variables), std::move(trigger),
            std::move(guards), of(inner.type, inner.value));
    });
    const Term taken = store_.apply(theory.take, {s, i});
    const Term dropped = store_.apply(theory.drop, {s, j});
    law(".take", "the beginning of a sequence has a smaller rank", {s, i}, {rank_term(taken)},
        {store_.less_equal(zero, i), store_.less(i, length)}, rank_term(taken));
    law(".drop", "the end of a sequence has a smaller rank", {s, j}, {rank_term(dropped)},
        {store_.less(zero, j), store_.less_equal(j, length)}, rank_term(dropped));
    const Term both = store_.apply(theory.append, {taken, dropped});
    law(".cut", "a sequence without a part in the middle has a smaller rank", {s, i, j}, {rank_term(both)},
        {store_.less_equal(zero, i), store_.less(i, j), store_.less_equal(j, length)}, rank_term(both));
}

// So it is with the components of a tuple.
void Ranks::define_tuple(const Type& type, logic::Function rank_of) {
    const Term t = store_.fresh_variable("t", sorts_.of(type));
    const Term whole = store_.apply(rank_of, {t});
    find_components(type, {{}, t, {}, {}, {}}, [&](const Inner& inner) {
        const Term part = of(inner.type, inner.value);
        logic::Trigger trigger{whole};
        trigger.insert(trigger.end(), inner.pattern.begin(), inner.pattern.end());
        const Term law = store_.and_(store_.less_equal(store_.integer(0), part), store_.less(part, whole));
        std::vector<Term> variables{t};
        variables.insert(variables.end(), inner.variables.begin(), inner.variables.end());
        axioms_.add(rank_of->name + ".component", "what is inside a tuple has a smaller rank",
                    store_.forall({rank_of->name + ".component", variables, {trigger}, 0},
                                  store_.implies(store_.and_(inner.guards), law)));
    });
}

} // namespace daphnia::encode
