// Datatypes as uninterpreted sorts: constructors, a tag, selectors and a rank, with the axioms that say what they mean.
//
// Every value is what one of its constructors makes of its fields (the axiom of the tag), and constructors are
// injective and disjoint, as selectors and tag give back what went in. The standard model are finite trees, with the
// size as rank: the axioms hold there, so they are consistent. They are triggered by terms of the condition only: no
// axiom brings a tag of what it selects, so that none unfolds a value without end. A generic datatype has sorts and
// symbols for each of its base types; what its fields are there follows from the type arguments.
#include "encode/vocabulary.h"

#include "support/error.h"

#include <algorithm>
#include <functional>
#include <set>

namespace daphnia::encode {

using typed::Type;
using typed::TypeKind;

namespace {

bool contains_collections(const Type& declared, std::set<std::string>& seen) {
    const Type type = typed::carrier(declared);
    if (typed::is_collection(type)) {
        return true;
    }
    if (type.kind == TypeKind::Datatype) {
        if (seen.insert(typed::unique_name(type)).second) {
            for (std::size_t i = 0; i < type.datatype->destructors.size(); ++i) {
                if (contains_collections(typed::destructor_type(type, i), seen)) {
                    return true;
                }
            }
        }
        return false;
    }
    return type.kind == TypeKind::Tuple &&
           std::any_of(type.arguments.begin(), type.arguments.end(),
                       [&](const Type& each) { return contains_collections(each, seen); });
}

} // namespace

const Vocabulary::DatatypeSymbols& Vocabulary::datatype(const Type& of) {
    DAPHNIA_CHECK(of.kind == TypeKind::Datatype, "not a datatype");
    const Sort own = sort(of);
    const auto known = datatypes_.find(own);
    if (known != datatypes_.end()) {
        return known->second;
    }
    const Type type = typed::base_type(of);
    const typed::Datatype& declaration = *type.datatype;
    const std::string name = typed::unique_name(type);
    DatatypeSymbols& symbols = datatypes_[own];
    symbols.tag = store_.function(name + "#tag", {own}, store_.int_sort());
    symbols.rank = store_.function(name + "#rank", {own}, store_.int_sort());
    for (std::size_t i = 0; i < declaration.destructors.size(); ++i) {
        const typed::Destructor& destructor = declaration.destructors[i];
        const std::string label = destructor.name.empty() ? "#" + std::to_string(i) : destructor.name;
        symbols.select.push_back(store_.function(name + "." + label, {own}, sort(typed::destructor_type(type, i))));
    }
    for (std::size_t i = 0; i < declaration.constructors.size(); ++i) {
        std::vector<Sort> sorts;
        for (const Type& field : typed::field_types(type, i)) {
            sorts.push_back(sort(field));
        }
        symbols.constructors.push_back(
            store_.function(name + "!" + declaration.constructors[i].name, std::move(sorts), own));
        constructors_[symbols.constructors.back()] = {&declaration, i};
    }
    std::set<std::string> seen;
    if (contains_collections(type, seen)) {
        symbols.equal = store_.function(name + "#equal", {own, own}, store_.bool_sort());
    }
    define_tag(type);
    for (std::size_t i = 0; i < declaration.constructors.size(); ++i) {
        define_constructor(type, i);
        define_rank(type, i);
    }
    if (symbols.equal != nullptr) {
        define_equality(type);
    }
    return symbols;
}

Term Vocabulary::construct(const Type& type, std::size_t constructor, std::vector<Term> arguments) {
    return store_.apply(datatype(type).constructors.at(constructor), std::move(arguments));
}

Term Vocabulary::is_made_by(const Type& type, Term value, std::size_t constructor) {
    const DatatypeSymbols& symbols = datatype(type);
    if (value->kind == logic::TermKind::Apply) {
        const auto made = constructors_.find(value->function);
        if (made != constructors_.end()) {
            return store_.bool_(made->second.second == constructor);
        }
    }
    return store_.equal(store_.apply(symbols.tag, {value}), store_.integer(static_cast<long>(constructor)));
}

Term Vocabulary::destruct(const Type& type, Term value, std::size_t destructor) {
    const DatatypeSymbols& symbols = datatype(type);
    if (value->kind == logic::TermKind::Apply) {
        const auto made = constructors_.find(value->function);
        if (made != constructors_.end()) {
            const auto& field = type.datatype->destructors.at(destructor).fields.at(made->second.second);
            if (field) {
                return value->children.at(*field);
            }
        }
    }
    return store_.apply(symbols.select.at(destructor), {value});
}

Term Vocabulary::rank(const Type& type, Term value) {
    if (type.kind == TypeKind::Datatype) {
        return store_.apply(datatype(type).rank, {value});
    }
    const Sort own = sort(type);
    auto known = other_ranks_.find(own);
    if (known == other_ranks_.end()) {
        const logic::Function function = store_.function("rank " + own->name, {own}, store_.int_sort());
        known = other_ranks_.emplace(own, function).first;
        if (typed::has_rank(type)) {
            type.kind == TypeKind::Tuple ? define_tuple_rank(type, function) : define_sequence_rank(type, function);
        }
    }
    return store_.apply(known->second, {value});
}

// tag(C(x…)) == C && select(C(x…)) == x …
void Vocabulary::define_constructor(const Type& type, std::size_t constructor) {
    const DatatypeSymbols& symbols = datatype(type);
    const typed::Constructor& declaration = type.datatype->constructors.at(constructor);
    const logic::Function function = symbols.constructors.at(constructor);
    std::vector<Term> fields;
    for (const Type& field : typed::field_types(type, constructor)) {
        fields.push_back(store_.fresh_variable("x", sort(field)));
    }
    const Term made = store_.apply(function, fields);
    std::vector<Term> laws{
        store_.equal(store_.apply(symbols.tag, {made}), store_.integer(static_cast<long>(constructor)))};
    for (std::size_t i = 0; i < fields.size(); ++i) {
        laws.push_back(store_.equal(store_.apply(symbols.select.at(declaration.destructors.at(i)), {made}), fields[i]));
    }
    const std::string name = typed::unique_name(type) + "." + declaration.name;
    const Term law = store_.and_(std::move(laws));
    add_axiom(name, "a constructor can be told from the others, and gives back its fields",
              fields.empty() ? law : store_.forall({name, fields, {{made}}, 0}, law), function);
}

// d is what one of the constructors makes of what the selectors give. With only one constructor nobody asks for the
// tag.
void Vocabulary::define_tag(const Type& type) {
    const DatatypeSymbols& symbols = datatype(type);
    const Term d = store_.fresh_variable("d", sort(type));
    const Term tag = store_.apply(symbols.tag, {d});
    std::vector<logic::Trigger> triggers{{tag}};
    std::vector<Term> cases;
    for (std::size_t i = 0; i < symbols.constructors.size(); ++i) {
        std::vector<Term> fields;
        for (const std::size_t destructor : type.datatype->constructors[i].destructors) {
            fields.push_back(store_.apply(symbols.select.at(destructor), {d}));
            if (symbols.constructors.size() == 1) {
                triggers.push_back({fields.back()});
            }
        }
        cases.push_back(store_.and_(store_.equal(tag, store_.integer(static_cast<long>(i))),
                                    store_.equal(d, store_.apply(symbols.constructors[i], std::move(fields)))));
    }
    const std::string name = typed::unique_name(type) + ".tag";
    add_axiom(name, "a value is made by one of the constructors",
              store_.forall({name, {d}, std::move(triggers), 0}, store_.or_(std::move(cases))));
}

namespace {

// A value with a rank within another value.
struct Inner {
    Type type;
    Term value;
    std::vector<Term> pattern;   // what a condition speaks of when it speaks of this value
    std::vector<Term> variables; // the elements of sets on the way
    std::vector<Term> guards;
};

void find_inner(Vocabulary& vocabulary, const Type& declared, Inner outer,
                const std::function<void(const Inner&)>& found);

void find_components(Vocabulary& vocabulary, const Type& tuple, const Inner& outer,
                     const std::function<void(const Inner&)>& found) {
    for (std::size_t i = 0; i < tuple.arguments.size(); ++i) {
        Inner component = outer;
        component.value = vocabulary.store().apply(vocabulary.tuple(tuple).select.at(i), {outer.value});
        component.pattern = {component.value};
        find_inner(vocabulary, tuple.arguments[i], std::move(component), found);
    }
}

void find_inner(Vocabulary& vocabulary, const Type& declared, Inner outer,
                const std::function<void(const Inner&)>& found) {
    const Type type = typed::carrier(declared);
    logic::TermStore& store = vocabulary.store();
    if (type.kind == TypeKind::Parameter || (type.kind == TypeKind::Tuple && typed::has_rank(type))) {
        Inner itself = outer; // of interest only where somebody compares such values by rank
        itself.type = type;
        itself.pattern = {vocabulary.rank(type, outer.value)};
        found(itself);
    } else if (typed::has_rank(type)) {
        outer.type = type;
        found(outer);
    }
    if (type.kind == TypeKind::Tuple) {
        find_components(vocabulary, type, outer, found);
    } else if (type.kind == TypeKind::Set || type.kind == TypeKind::Multiset || type.kind == TypeKind::Map) {
        const Type& element = type.arguments.at(0);
        const Term x = store.fresh_variable("x", vocabulary.sort(element));
        outer.variables.push_back(x);
        const Term whole = outer.value;
        if (type.kind == TypeKind::Multiset) {
            const Term count = store.apply(vocabulary.multiset(type).count, {whole, x});
            outer.guards.push_back(store.less(store.integer(0), count));
            outer.pattern = {count};
        } else {
            const Type set = typed::set_type(element);
            const Term elements = type.kind == TypeKind::Set ? whole : store.apply(vocabulary.map(type).keys, {whole});
            outer.guards.push_back(store.apply(vocabulary.set(set).contains, {elements, x}));
            outer.pattern = {outer.guards.back()};
        }
        outer.value = x;
        find_inner(vocabulary, element, outer, found);
        if (type.kind == TypeKind::Map) {
            outer.value = store.apply(vocabulary.map(type).value, {whole, x});
            outer.pattern = {outer.value};
            find_inner(vocabulary, type.arguments.at(1), std::move(outer), found);
        }
    }
}

} // namespace

// The rank of what is inside a value, also in tuples, sets and maps in it, is smaller and not negative.
void Vocabulary::define_rank(const Type& type, std::size_t constructor) {
    const DatatypeSymbols& symbols = datatype(type);
    const typed::Constructor& declaration = type.datatype->constructors.at(constructor);
    const std::vector<Type> types = typed::field_types(type, constructor);
    std::vector<Term> fields;
    for (const Type& field : types) {
        fields.push_back(store_.fresh_variable("x", sort(field)));
    }
    const Term whole = rank(type, store_.apply(symbols.constructors.at(constructor), fields));
    const std::string name = typed::unique_name(type) + "." + declaration.name + ".rank";
    for (std::size_t i = 0; i < fields.size(); ++i) {
        find_inner(*this, types[i], {{}, fields[i], {}, {}, {}}, [&](const Inner& inner) {
            const Term part = rank(inner.type, inner.value);
            logic::Trigger trigger{whole};
            trigger.insert(trigger.end(), inner.pattern.begin(), inner.pattern.end());
            const Term law = store_.and_(store_.less_equal(store_.integer(0), part), store_.less(part, whole));
            std::vector<Term> variables = fields;
            variables.insert(variables.end(), inner.variables.begin(), inner.variables.end());
            add_axiom(name, "what is inside a value has a smaller rank",
                      store_.forall({name, variables, {trigger}, 0}, store_.implies(store_.and_(inner.guards), law)));
        });
    }
}

// So it is with the elements of a sequence, and with a sequence of which elements are left out.
void Vocabulary::define_sequence_rank(const Type& type, logic::Function rank_of) {
    const logic::SeqTheory& theory = seq(type);
    const auto rank_term = [&](Term value) { return store_.apply(rank_of, {value}); };
    const Term s = store_.fresh_variable("s", sort(type));
    const Term i = store_.fresh_variable("i", store_.int_sort());
    const Term j = store_.fresh_variable("j", store_.int_sort());
    const Term zero = store_.integer(0);
    const Term length = store_.apply(theory.length, {s});
    const auto law = [&](const char* label, const char* why, std::vector<Term> variables, logic::Trigger trigger,
                         std::vector<Term> guards, Term smaller) {
        const std::string name = rank_of->name + label;
        const Term claim = store_.and_(store_.less_equal(zero, smaller), store_.less(smaller, rank_term(s)));
        add_axiom(name, why,
                  store_.forall({name, std::move(variables), {std::move(trigger)}, 0},
                                store_.implies(store_.and_(std::move(guards)), claim)));
    };
    const Term element = store_.apply(theory.at, {s, i});
    find_inner(*this, type.arguments.at(0), {{}, element, {element}, {}, {}}, [&](const Inner& inner) {
        logic::Trigger trigger{rank_term(s)};
        trigger.insert(trigger.end(), inner.pattern.begin(), inner.pattern.end());
        std::vector<Term> variables{s, i};
        variables.insert(variables.end(), inner.variables.begin(), inner.variables.end());
        std::vector<Term> guards{store_.less_equal(zero, i), store_.less(i, length)};
        guards.insert(guards.end(), inner.guards.begin(), inner.guards.end());
        law(".element", "what is inside a sequence has a smaller rank", std::move(variables), std::move(trigger),
            std::move(guards), rank(inner.type, inner.value));
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
void Vocabulary::define_tuple_rank(const Type& type, logic::Function rank_of) {
    const Term t = store_.fresh_variable("t", sort(type));
    const Term whole = store_.apply(rank_of, {t});
    find_components(*this, type, {{}, t, {}, {}, {}}, [&](const Inner& inner) {
        const Term part = rank(inner.type, inner.value);
        logic::Trigger trigger{whole};
        trigger.insert(trigger.end(), inner.pattern.begin(), inner.pattern.end());
        const Term law = store_.and_(store_.less_equal(store_.integer(0), part), store_.less(part, whole));
        std::vector<Term> variables{t};
        variables.insert(variables.end(), inner.variables.begin(), inner.variables.end());
        add_axiom(rank_of->name + ".component", "what is inside a tuple has a smaller rank",
                  store_.forall({rank_of->name + ".component", variables, {trigger}, 0},
                                store_.implies(store_.and_(inner.guards), law)));
    });
}

// Values with sequences in them are compared by content: equal(a, b) <==> a == b, shown by comparing fields. The fields
// are looked at where the constructor of one side is known, not for all that is inside.
void Vocabulary::define_equality(const Type& type) {
    const DatatypeSymbols& symbols = datatype(type);
    const Term a = store_.fresh_variable("a", sort(type));
    const Term b = store_.fresh_variable("b", sort(type));
    const Term equal = store_.apply(symbols.equal, {a, b});
    const Term tag_a = store_.apply(symbols.tag, {a});
    const Term tag_b = store_.apply(symbols.tag, {b});
    const std::string name = typed::unique_name(type) + ".equal";
    add_axiom(name, "equal values are the same value",
              store_.forall({name, {a, b}, {{equal}}, 0}, store_.equal(equal, store_.equal(a, b))));
    std::vector<Term> cases;
    for (std::size_t i = 0; i < symbols.constructors.size(); ++i) {
        std::vector<Term> same{store_.equal(tag_a, store_.integer(static_cast<long>(i)))};
        for (const std::size_t destructor : type.datatype->constructors[i].destructors) {
            const logic::Function select = symbols.select.at(destructor);
            same.push_back(this->equal(typed::destructor_type(type, destructor), store_.apply(select, {a}),
                                       store_.apply(select, {b})));
        }
        cases.push_back(store_.and_(std::move(same)));
    }
    const Term alike = store_.and_(store_.equal(tag_a, tag_b), store_.or_(std::move(cases)));
    add_axiom(
        name + ".fields", "values are equal when constructor and fields are",
        store_.forall({name + ".fields", {a, b}, {{equal, tag_a}, {equal, tag_b}}, 0}, store_.implies(alike, equal)));
}

// is<D>(C(x…)[, alloc]) <==> the fields belong to their types; and of any value that belongs to D, what is selected
// does.
Term Vocabulary::datatype_is(const Type& type, Term value, const State* state) {
    const bool allocation = state != nullptr && typed::contains_references(type);
    if (!is_constrained(type, allocation)) {
        return store_.true_();
    }
    const Membership is_of = membership(type, allocation);
    if (is_of.first) {
        define_membership(type, is_of);
    }
    return belongs(is_of, value, state);
}

void Vocabulary::define_membership(const Type& type, const Membership& is_of) {
    const State* const inside = is_of.state();
    const DatatypeSymbols& symbols = datatype(type);
    for (std::size_t i = 0; i < symbols.constructors.size(); ++i) {
        const typed::Constructor& constructor = type.datatype->constructors[i];
        std::vector<Term> fields;
        std::vector<Term> all{store_.true_()};
        for (const Type& field : typed::field_types(type, i)) {
            fields.push_back(store_.fresh_variable("x", sort(field)));
            all.push_back(is(field, fields.back(), inside));
        }
        const Term made = belongs(is_of, store_.apply(symbols.constructors[i], fields), inside);
        const std::vector<Term> variables = with_allocation(is_of, fields);
        const Term law = store_.equal(made, store_.and_(std::move(all)));
        const std::string own = is_of.name + "." + constructor.name;
        add_axiom(own, "a value belongs to its type when its fields belong to theirs",
                  variables.empty() ? law : store_.forall({own, variables, {{made}}, 0}, law));
    }
    const Term d = store_.fresh_variable("d", sort(type));
    const Term whole = belongs(is_of, d, inside);
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
                makers.push_back(is_made_by(type, d, j));
            }
        }
        const std::string own = is_of.name + ".select";
        add_axiom(own, "what is selected from a value belongs to its type",
                  store_.forall({own, with_allocation(is_of, {d}), {{whole, selected}}, 0},
                                store_.implies(store_.and_(whole, store_.or_(std::move(makers))), fits)));
    }
}

// What is allocated belongs to its type, and stays allocated as allocations grow.
void Vocabulary::relate_allocations(const Type& type, logic::Function predicate, Term d, Term alloc) {
    const Term now = store_.apply(predicate, {d, alloc});
    const Term plain = is(type, d, nullptr);
    if (plain != store_.true_()) {
        add_axiom(predicate->name + ".plain", "what is allocated belongs to its type",
                  store_.forall({predicate->name + ".plain", {d, alloc}, {{now}}, 0}, store_.implies(now, plain)));
    }
    const Term more = store_.fresh_variable("alloc", heap_.alloc_sort());
    const Term later = store_.apply(predicate, {d, more});
    const Term r = store_.fresh_variable("r", heap_.ref());
    const Term grown = store_.forall({"allocations.grow", {r}, {{store_.select(more, r)}}, 0},
                                     store_.implies(store_.select(alloc, r), store_.select(more, r)));
    add_axiom(predicate->name + ".later", "what is allocated stays allocated",
              store_.forall({predicate->name + ".later", {d, alloc, more}, {{now, later}}, 0},
                            store_.implies(store_.and_(now, grown), later)));
}

} // namespace daphnia::encode
