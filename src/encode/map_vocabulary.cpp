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

// A function `made` of everything that the comprehension mentions:
//   keys:  its keys are those of the set comprehension over the same range
//   value: k in made(p) ==> exists x :: range(p, x) && key(p, x) == k && value(p, x) == made(p)[k]
// Not for all such x: where equal keys came with different values, which is checked elsewhere, that would be false.
Term Vocabulary::map_comprehension(const Type& map_type, const std::vector<Term>& variables, Term range, Term key,
                                   Term value) {
    if (const Term known = known_comprehension(sort(map_type), variables, {range, key, value})) {
        return known;
    }
    const Type key_set = typed::set_of(map_type, map_type.arguments.at(0));
    const Term keys = set_comprehension(key_set, variables, range, key);
    const std::string name = "map comprehension!" + std::to_string(set_and_map_comprehensions_.size());
    const MadeComprehension made = make_comprehension(name, sort(map_type), variables, {range, key, value});
    const auto rename = [&](Term term, const std::vector<Term>& from, const std::vector<Term>& to) {
        return logic::Substitution(store_, [&](Term v) -> Term {
            const auto found = std::find(from.begin(), from.end(), v);
            return found == from.end() ? nullptr : to[static_cast<std::size_t>(found - from.begin())];
        })(term);
    };
    const Term own_keys = store_.apply(map(map_type).keys, {made.applied});
    add_axiom(name + ".keys", "the keys of a map comprehension are those of each instance of its range",
              store_.forall({name + ".keys", made.parameters, {{made.applied}}, 0},
                            store_.equal(own_keys, rename(keys, made.outer, made.parameters))),
              made.symbol);
    const Term k = store_.fresh_variable("k", made.parts[1]->sort);
    const Term at = store_.apply(map(map_type).value, {made.applied, k});
    const bool plain = made.bound.size() == 1 && made.parts[1] == made.bound.front();
    Closing some;
    some.forall = false;
    some.split = false;
    some.name = name + ".some";
    const Term given =
        plain ? store_.equal(at, rename(made.parts[2], made.bound, {k}))
              : close(*this, some, made.bound, made.parts[0],
                      store_.and_(equal(map_type.arguments.at(0), made.parts[1], k), store_.equal(made.parts[2], at)));
    std::vector<Term> asking = made.parameters;
    asking.push_back(k);
    add_axiom(name + ".value", "the value for a key is that of an instance with this key",
              store_.forall({name + ".value", asking, {{at}}, 0},
                            store_.implies(contains(map_type, made.applied, k), given)));
    return store_.apply(made.symbol, made.outer);
}

} // namespace daphnia::encode
