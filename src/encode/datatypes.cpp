#include "encode/datatypes.h"

#include "encode/vocabulary.h"
#include "support/error.h"

#include <algorithm>
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

Datatypes::Datatypes(Vocabulary& vocabulary)
    : store_(vocabulary.store()), axioms_(vocabulary.own_axioms), sorts_(vocabulary.sorts), ranks_(vocabulary.ranks),
      equality_(vocabulary.equality) {}

const DatatypeSymbols& Datatypes::of(const Type& of) {
    DAPHNIA_CHECK(of.kind == TypeKind::Datatype, "not a datatype");
    const Sort own = sorts_.of(of);
    const auto known = known_.find(own);
    if (known != known_.end()) {
        return known->second;
    }
    const Type type = typed::representative(of);
    const typed::Datatype& declaration = *type.datatype;
    const std::string name = typed::unique_name(type);
    DatatypeSymbols& symbols = known_[own];
    symbols.tag = store_.function(name + "#tag", {own}, store_.int_sort());
    symbols.rank = store_.function(name + "#rank", {own}, store_.int_sort());
    for (std::size_t i = 0; i < declaration.destructors.size(); ++i) {
        const typed::Destructor& destructor = declaration.destructors[i];
        const std::string label = destructor.name.empty() ? "#" + std::to_string(i) : destructor.name;
        symbols.select.push_back(
            store_.function(name + "." + label, {own}, sorts_.of(typed::destructor_type(type, i))));
    }
    for (std::size_t i = 0; i < declaration.constructors.size(); ++i) {
        std::vector<Sort> sorts;
        for (const Type& field : typed::field_types(type, i)) {
            sorts.push_back(sorts_.of(field));
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
        ranks_.define(type, i);
    }
    if (symbols.equal != nullptr) {
        equality_.define(type);
    }
    return symbols;
}

Term Datatypes::construct(const Type& type, std::size_t constructor, std::vector<Term> arguments) {
    return store_.apply(of(type).constructors.at(constructor), std::move(arguments));
}

Term Datatypes::is_made_by(const Type& type, Term value, std::size_t constructor) {
    const DatatypeSymbols& symbols = of(type);
    if (value->kind == logic::TermKind::Apply) {
        const auto made = constructors_.find(value->function);
        if (made != constructors_.end()) {
            return store_.bool_(made->second.number == constructor);
        }
    }
    return store_.equal(store_.apply(symbols.tag, {value}), store_.integer(static_cast<long>(constructor)));
}

Term Datatypes::destruct(const Type& type, Term value, std::size_t destructor) {
    const DatatypeSymbols& symbols = of(type);
    if (value->kind == logic::TermKind::Apply) {
        const auto made = constructors_.find(value->function);
        if (made != constructors_.end()) {
            const auto& field = type.datatype->destructors.at(destructor).fields.at(made->second.number);
            if (field) {
                return value->children.at(*field);
            }
        }
    }
    return store_.apply(symbols.select.at(destructor), {value});
}

// tag(C(x…)) == C && select(C(x…)) == x …
void Datatypes::define_constructor(const Type& type, std::size_t constructor) {
    const DatatypeSymbols& symbols = of(type);
    const typed::Constructor& declaration = type.datatype->constructors.at(constructor);
    const logic::Function function = symbols.constructors.at(constructor);
    std::vector<Term> fields;
    for (const Type& field : typed::field_types(type, constructor)) {
        fields.push_back(store_.fresh_variable("x", sorts_.of(field)));
    }
    const Term made = store_.apply(function, fields);
    std::vector<Term> laws{
        store_.equal(store_.apply(symbols.tag, {made}), store_.integer(static_cast<long>(constructor)))};
    for (std::size_t i = 0; i < fields.size(); ++i) {
        laws.push_back(store_.equal(store_.apply(symbols.select.at(declaration.destructors.at(i)), {made}), fields[i]));
    }
    const std::string name = typed::unique_name(type) + "." + declaration.name;
    const Term law = store_.and_(std::move(laws));
    axioms_.add(name, "a constructor can be told from the others, and gives back its fields",
                fields.empty() ? law : store_.forall({name, fields, {{made}}, 0}, law), function);
}

// d is what one of the constructors makes of what the selectors give. With only one constructor nobody asks for the
// tag.
void Datatypes::define_tag(const Type& type) {
    const DatatypeSymbols& symbols = of(type);
    const Term d = store_.fresh_variable("d", sorts_.of(type));
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
    axioms_.add(name, "a value is made by one of the constructors",
                store_.forall({name, {d}, std::move(triggers), 0}, store_.or_(std::move(cases))));
}

const TupleSymbols& Datatypes::tuple(const Type& type) {
    const Sort own = sorts_.of(type);
    const auto known = tuples_.find(own);
    if (known != tuples_.end()) {
        return known->second;
    }
    TupleSymbols symbols;
    std::vector<Sort> sorts;
    std::vector<Term> variables;
    for (const Type& component : type.arguments) {
        sorts.push_back(sorts_.of(component));
        variables.push_back(store_.fresh_variable("c", sorts.back()));
    }
    symbols.make = store_.function("make " + own->name, sorts, own);
    const Term made = store_.apply(symbols.make, variables);
    const Term t = store_.fresh_variable("t", own);
    std::vector<Term> selected;
    std::vector<Term> laws;
    for (std::size_t i = 0; i < sorts.size(); ++i) {
        symbols.select.push_back(store_.function(own->name + "." + std::to_string(i), {own}, sorts[i]));
        selected.push_back(store_.apply(symbols.select[i], {t}));
        laws.push_back(store_.equal(store_.apply(symbols.select[i], {made}), variables[i]));
    }
    axioms_.add(own->name + ".select", "selecting a component gives what the tuple was made of",
                store_.forall({own->name + ".select", variables, {{made}}, 0}, store_.and_(std::move(laws))));
    std::vector<logic::Trigger> triggers;
    for (const Term component : selected) {
        triggers.push_back({component});
    }
    const Term again = store_.equal(store_.apply(symbols.make, selected), t);
    axioms_.add(own->name + ".make", "a tuple is made of its components",
                store_.forall({own->name + ".make", {t}, std::move(triggers), 0}, again));
    return tuples_.emplace(own, std::move(symbols)).first->second;
}

const ConstructorOf* Datatypes::constructor(logic::Function symbol) const {
    const auto known = constructors_.find(symbol);
    return known == constructors_.end() ? nullptr : &known->second;
}

const DatatypeSymbols* Datatypes::of(Sort sort) const {
    const auto known = known_.find(sort);
    return known == known_.end() ? nullptr : &known->second;
}

} // namespace daphnia::encode
