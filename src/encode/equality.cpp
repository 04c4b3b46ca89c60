#include "encode/equality.h"

#include "encode/vocabulary.h"

namespace daphnia::encode {

using typed::Type;
using typed::TypeKind;

Equality::Equality(Vocabulary& vocabulary)
    : store_(vocabulary.store()), axioms_(vocabulary.own_axioms), sorts_(vocabulary.sorts),
      datatypes_(vocabulary.datatypes) {}

Term Equality::equal(const Type& declared, Term a, Term b) {
    const Type type = typed::carrier(declared);
    if (type.kind == TypeKind::Seq) {
        return store_.apply(sorts_.seq(type).equal, {a, b});
    }
    if (typed::is_set(type)) {
        return store_.apply(sorts_.set(type).equal, {a, b});
    }
    if (typed::is_map(type)) {
        return store_.apply(sorts_.map(type).equal, {a, b});
    }
    if (type.kind == TypeKind::Multiset) {
        return store_.apply(sorts_.multiset(type).equal, {a, b});
    }
    if (type.kind == TypeKind::Tuple) {
        // Component by component, so that sequences inside are compared by their elements.
        const TupleSymbols& symbols = datatypes_.tuple(type);
        std::vector<Term> components{store_.true_()};
        for (std::size_t i = 0; i < type.arguments.size(); ++i) {
            components.push_back(
                equal(type.arguments[i], store_.apply(symbols.select[i], {a}), store_.apply(symbols.select[i], {b})));
        }
        return store_.and_(std::move(components));
    }
    if (type.kind == TypeKind::Datatype && type.datatype->constructors.size() == 1 &&
        type.datatype->destructors.empty()) {
        // True of all values; asking for the tags makes known that they are the same.
        const auto is_the_one = [&](Term value) {
            return store_.equal(store_.apply(datatypes_.of(type).tag, {value}), store_.integer(0));
        };
        return store_.and_(is_the_one(a), is_the_one(b));
    }
    if (type.kind == TypeKind::Datatype && datatypes_.of(type).equal != nullptr) {
        return store_.apply(datatypes_.of(type).equal, {a, b});
    }
    return store_.equal(a, b);
}

// Values with sequences in them are compared by content: equal(a, b) <==> a == b, shown by comparing fields. The fields
// are looked at where the constructor of one side is known, not for all that is inside.
void Equality::define(const Type& type) {
    const DatatypeSymbols& symbols = datatypes_.of(type);
    const Term a = store_.fresh_variable("a", sorts_.of(type));
    const Term b = store_.fresh_variable("b", sorts_.of(type));
    const Term equal = store_.apply(symbols.equal, {a, b});
    const Term tag_a = store_.apply(symbols.tag, {a});
    const Term tag_b = store_.apply(symbols.tag, {b});
    const std::string name = typed::unique_name(type) + ".equal";
    axioms_.add(name, "equal values are the same value",
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
    axioms_.add(
        name + ".fields", "values are equal when constructor and fields are",
        store_.forall({name + ".fields", {a, b}, {{equal, tag_a}, {equal, tag_b}}, 0}, store_.implies(alike, equal)));
}

} // namespace daphnia::encode
