// Maps: their parts and comprehensions, as terms with the axioms that say what they mean.
#include "encode/closing.h"
#include "encode/vocabulary.h"

#include <algorithm>

namespace daphnia::encode {

using typed::Type;

Term Vocabulary::map_part(const Type& map_type, typed::MapPartKind kind, Term value) {
    const Sort key_sort = sort(map_type.arguments.at(0));
    const Sort value_sort = sort(map_type.arguments.at(1));
    const bool infinite = typed::is_infinite(map_type);
    switch (kind) {
    case typed::MapPartKind::Keys:
        return store_.apply(map(map_type).keys, {value});
    case typed::MapPartKind::Values:
        return store_.apply(theories_.map_values(key_sort, value_sort, infinite), {value});
    case typed::MapPartKind::Items:
        break;
    }
    const TupleSymbols& pair = tuple(typed::tuple_type(map_type.arguments));
    return store_.apply(
        theories_.map_items(key_sort, value_sort, {pair.make, pair.select[0], pair.select[1]}, infinite), {value});
}

// A function `made` of what the comprehension mentions besides its variables (see Lifting):
//   keys:  its keys are those of the set comprehension over the same range
//   value: k in made(p) ==> exists x :: range(p, x) && key(p, x) == k && value(p, x) == made(p)[k]
// Not for all such x: where equal keys came with different values, which is checked elsewhere, that would be false.
Term Vocabulary::map_comprehension(const Type& map_type, const std::vector<Term>& variables, Term range, Term key,
                                   Term value) {
    const Lifted made = lifting_("map comprehension", sort(map_type), variables, {range, key, value});
    const logic::Function symbol = store_.function(made.name, made.sorts(), sort(map_type));
    if (made.is_new) {
        define_map_comprehension(map_type, made, symbol);
    }
    return store_.apply(symbol, made.arguments);
}

void Vocabulary::define_map_comprehension(const Type& map_type, const Lifted& made, logic::Function symbol) {
    const Term applied = store_.apply(symbol, made.parameters);
    const Type key_set = typed::set_of(map_type, map_type.arguments.at(0));
    const Term keys = set_comprehension(key_set, made.bound, made.parts[0], made.parts[1]);
    const Term own_keys = store_.apply(map(map_type).keys, {applied});
    add_axiom(made.name + ".keys", "the keys of a map comprehension are those of each instance of its range",
              store_.forall({made.name + ".keys", made.parameters, {{applied}}, 0}, store_.equal(own_keys, keys)),
              symbol);
    const Term k = store_.fresh_variable("k", made.parts[1]->sort);
    const Term at = store_.apply(map(map_type).value, {applied, k});
    const bool plain = made.bound.size() == 1 && made.parts[1] == made.bound.front();
    Closing some;
    some.forall = false;
    some.split = false;
    some.name = made.name + ".some";
    const Term given =
        plain ? store_.equal(at, replaced(store_, made.parts[2], made.bound, {k}))
              : close(*this, some, made.bound, made.parts[0],
                      store_.and_(equal(map_type.arguments.at(0), made.parts[1], k), store_.equal(made.parts[2], at)));
    std::vector<Term> asking = made.parameters;
    asking.push_back(k);
    add_axiom(made.name + ".value", "the value for a key is that of an instance with this key",
              store_.forall({made.name + ".value", asking, {{at}}, 0},
                            store_.implies(contains(map_type, applied, k), given)));
}

} // namespace daphnia::encode
