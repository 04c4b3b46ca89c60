#include "encode/heap.h"

#include "encode/vocabulary.h"
#include "support/error.h"

#include <algorithm>
#include <numeric>

namespace daphnia::encode {

using typed::Region;
using typed::Type;

namespace {

void append(std::vector<Term>& terms, const std::vector<Term>& more) {
    terms.insert(terms.end(), more.begin(), more.end());
}

} // namespace

// In the patterns below the read stands before the predicate: Z3 4.8.12 misses matches of (select (select h r) i) after
// another part of the pattern has bound h.

Heap::Heap(Vocabulary& vocabulary, const Reach& reach)
    : reaching_(vocabulary.context().reaching), store_(vocabulary.store()), axioms_(vocabulary.own_axioms),
      sorts_(vocabulary.sorts), membership_(vocabulary.membership), reach_(reach) {}

bool Heap::reaches(const Region& region) const {
    return std::binary_search(reach_.regions.begin(), reach_.regions.end(), region);
}

std::size_t Heap::number(const Region& region) const {
    const auto place = std::lower_bound(reach_.regions.begin(), reach_.regions.end(), region);
    DAPHNIA_CHECK(place != reach_.regions.end() && *place == region, "no region " + region.name);
    return static_cast<std::size_t>(place - reach_.regions.begin());
}

std::vector<std::size_t> Heap::all() const {
    std::vector<std::size_t> result(reach_.regions.size());
    std::iota(result.begin(), result.end(), std::size_t{0});
    return result;
}

std::vector<std::size_t> Heap::footprint(const typed::Function& function) const {
    const Reach own = reaching_.from(&function);
    if (own.reading_functions || own.is_open()) {
        return all();
    }
    std::vector<std::size_t> result;
    for (const Region& region : own.regions) {
        result.push_back(number(region));
    }
    return result;
}

Sort Heap::ref() const {
    return sorts_.ref();
}

Sort Heap::alloc_sort() const {
    return store_.array_sort(ref(), store_.bool_sort());
}

Sort Heap::row_sort(const Type& element, std::size_t dimensions) const {
    const Sort inner = dimensions == 1 ? sorts_.of(element) : row_sort(element, dimensions - 1);
    return store_.array_sort(store_.int_sort(), inner);
}

Sort Heap::object_sort(const Region& region) const {
    switch (region.kind) {
    case Region::Kind::Elements:
        return row_sort(region.content, region.dimensions);
    case Region::Kind::Field:
        return sorts_.of(region.content);
    case Region::Kind::Rest:
        return store_.named_sort("Rest");
    }
    DAPHNIA_CHECK(false, "no such region");
}

Sort Heap::map_sort(const Region& region) const {
    return store_.array_sort(ref(), object_sort(region));
}

State Heap::made_of(const std::string& prefix, const std::function<Term(std::string, Sort)>& variable) const {
    State result;
    for (const Region& region : regions()) {
        result.maps.push_back(variable(prefix + "heap<" + region.name + ">", map_sort(region)));
    }
    result.alloc = variable(prefix + "alloc", alloc_sort());
    return result;
}

State Heap::state(const std::string& prefix) const {
    return made_of(prefix, [this](const std::string& name, Sort sort) { return store_.variable(name, sort); });
}

State Heap::fresh_state(const std::string& prefix) const {
    return made_of(prefix, [this](const std::string& name, Sort sort) { return store_.fresh_variable(name, sort); });
}

// ---- objects

Term Heap::null() const {
    return store_.apply(store_.function("null", {}, ref()), {});
}

Term Heap::array_length(Term array, std::size_t dimension) {
    const std::string name = "array.length" + (dimension == 0 ? std::string() : std::to_string(dimension));
    const bool first = store_.find_function(name) == nullptr;
    const logic::Function length = store_.function(name, {ref()}, store_.int_sort());
    if (first) {
        const Term a = store_.fresh_variable("a", ref());
        const Term applied = store_.apply(length, {a});
        axioms_.add(name + ".nonnegative", "an array has no negative length",
                    store_.forall({name, {a}, {{applied}}, 0}, store_.less_equal(store_.integer(0), applied)));
    }
    return store_.apply(length, {array});
}

Term Heap::row(const State& state, const Type& type, Term array) const {
    return store_.select(map(state, typed::elements_region(type)), array);
}

Term Heap::element(Term row, const std::vector<Term>& indices) const {
    for (const Term index : indices) {
        row = store_.select(row, index);
    }
    return row;
}

Term Heap::updated(Term row, const std::vector<Term>& indices, Term value) const {
    if (indices.empty()) {
        return value;
    }
    const Term inner = store_.select(row, indices.front());
    return store_.store(row, indices.front(), updated(inner, {indices.begin() + 1, indices.end()}, value));
}

bool operator<(const ElementLocation& a, const ElementLocation& b) {
    const auto less = [](Term one, Term other) { return one->id < other->id; };
    return std::tie(a.region, a.array->id) != std::tie(b.region, b.array->id)
               ? std::tie(a.region, a.array->id) < std::tie(b.region, b.array->id)
               : std::lexicographical_compare(a.indices.begin(), a.indices.end(), b.indices.begin(), b.indices.end(),
                                              less);
}

Term Heap::written(const State& state, const ElementLocation& location, Term value) const {
    const Term before = map(state, location.region);
    const Term row = store_.select(before, location.array);
    return store_.store(before, location.array, updated(row, location.indices, value));
}

Term Heap::written(const State& state, const FieldLocation& location, Term value) const {
    return store_.store(map(state, location.region), location.object, value);
}

Term Heap::constant(const Type& type, const typed::Field& field, Term object) {
    const Region region = typed::field_region(type, field);
    const std::string name = "const " + region.name;
    const bool first = store_.find_function(name) == nullptr;
    const logic::Function symbol = store_.function(name, {ref()}, sorts_.of(region.content));
    if (first && membership_.is_constrained(region.content, false)) {
        const Term r = store_.fresh_variable("r", ref());
        const Term value = store_.apply(symbol, {r});
        axioms_.add(name, "a constant belongs to its declared type",
                    store_.forall({name, {r}, {{value}}, 0}, object_is_typed(region, r, value)));
    }
    return store_.apply(symbol, {object});
}

namespace {

// Different for different classes, and the same whatever else a program declares: the letters of the name, as a number.
// Of a generic class all instances have one number: what stands for type parameters may turn out to be the same.
support::Integer number_of(const typed::Class& klass) {
    support::Integer result = 0;
    for (const char letter : klass.name) {
        result = result * 256 + static_cast<unsigned char>(letter);
    }
    return result;
}

} // namespace

// Of a trait nothing is known but that the classes which extend it, as far as they are spoken of, have its objects; of
// a class also that no other class has its objects.
Term Heap::is_of_class(const Type& type, Term object) {
    const auto predicate_of = [&](const Type& klass) {
        return store_.function("object of " + typed::unique_name(klass), {ref()}, store_.bool_sort());
    };
    const Type klass = typed::non_null(type);
    const std::string name = "object of " + typed::unique_name(klass);
    const bool first = store_.find_function(name) == nullptr;
    const logic::Function predicate = predicate_of(klass);
    if (first) {
        const Term r = store_.fresh_variable("r", ref());
        const Term applied = store_.apply(predicate, {r});
        std::vector<Term> known;
        for (const Type& above : klass.klass->parents.empty() ? std::vector<Type>{} : typed::supertypes(klass)) {
            if (!(above == klass)) {
                known.push_back(is_of_class(above, r));
            }
        }
        if (!klass.klass->trait) {
            const logic::Function class_of = store_.function("class", {ref()}, store_.int_sort());
            known.push_back(store_.equal(store_.apply(class_of, {r}), store_.integer(number_of(*klass.klass))));
        }
        if (!known.empty()) {
            axioms_.add(name, "an object has one class, and what that extends",
                        store_.forall({name, {r}, {{applied}}, 0}, store_.implies(applied, store_.and_(known))));
        }
    }
    return store_.apply(predicate, {object});
}

// Where the element type may have no values, what is known of elements says that it has some: that has to be an array
// of this type, of which there may be none with elements. And of a value of type object it can be asked.
Term Heap::has_elements(const Region& region, Term array) {
    if (!typed::may_be_empty(region.content) && !tells_arrays()) {
        return store_.true_();
    }
    const logic::Function is_array = store_.function("array of " + region.name, {ref()}, store_.bool_sort());
    return store_.apply(is_array, {array});
}

// ---- what holds of states

// row<T>(m): all elements of the row belong to T. It survives the update of one element by a value of T. Of several
// dimensions: all that the row holds are such rows of one dimension less.
Term Heap::row_is_typed(const Type& element, std::size_t dimensions, Term row) {
    // What is beyond the end of an array would be a value of a type that may have none.
    if (!membership_.is_constrained(element, false) || typed::may_be_empty(element)) {
        return store_.true_();
    }
    const std::string name = "row<" + typed::elements_region(typed::array_type(element, dimensions)).name + ">";
    const bool first = store_.find_function(name) == nullptr;
    const logic::Function predicate = store_.function(name, {row->sort}, store_.bool_sort());
    if (first) {
        const Term m = store_.fresh_variable("m", row->sort);
        const Term i = store_.fresh_variable("i", store_.int_sort());
        const Term v =
            store_.fresh_variable("v", dimensions == 1 ? sorts_.of(element) : row_sort(element, dimensions - 1));
        const Term applied = store_.apply(predicate, {m});
        const Term at = store_.select(m, i);
        const auto belongs = [&](Term value) {
            return dimensions == 1 ? membership_.is(element, value, nullptr)
                                   : row_is_typed(element, dimensions - 1, value);
        };
        axioms_.add(name + ".element", "the elements of a row belong to its declared element type",
                    store_.forall({name, {m, i}, {{applied, at}}, 0}, store_.implies(applied, belongs(at))));
        const Term updated = store_.apply(predicate, {store_.store(m, i, v)});
        axioms_.add(name + ".update", "a row stays well-typed when a value of the element type is written",
                    store_.forall({name + ".update", {m, i, v}, {{updated}}, 0},
                                  store_.implies(store_.and_(applied, belongs(v)), updated)));
    }
    return store_.apply(predicate, {row});
}

std::vector<Term> Heap::any_indices(const Region& region) const {
    constexpr const char* kNames = "ijk";
    std::vector<Term> result;
    for (std::size_t i = 0; region.kind == Region::Kind::Elements && i < region.dimensions; ++i) {
        result.push_back(store_.fresh_variable(std::string(1, kNames[i % 3]), store_.int_sort()));
    }
    return result;
}

std::vector<Term> Heap::within(const Region& region, Term array, const std::vector<Term>& indices) {
    std::vector<Term> result{has_elements(region, array)};
    for (std::size_t i = 0; i < indices.size(); ++i) {
        result.push_back(store_.less_equal(store_.integer(0), indices[i]));
        result.push_back(store_.less(indices[i], array_length(array, i)));
    }
    return result;
}

Term Heap::object_is_typed(const Region& region, Term object, Term content) {
    const bool may_be_empty = typed::may_be_empty(region.content);
    switch (region.kind) {
    case Region::Kind::Rest:
        return store_.true_();
    case Region::Kind::Field: {
        const Term belongs = membership_.is(region.content, content, nullptr);
        return may_be_empty ? store_.implies(is_of_class(region.owner, object), belongs) : belongs;
    }
    case Region::Kind::Elements:
        break;
    }
    if (!may_be_empty || !membership_.is_constrained(region.content, false)) {
        return row_is_typed(region.content, region.dimensions, content);
    }
    const std::vector<Term> indices = any_indices(region);
    const Term value = element(content, indices);
    const Term inside = store_.and_(within(region, object, indices));
    return store_.forall({"elements", indices, {{value}}, 0},
                         store_.implies(inside, membership_.is(region.content, value, nullptr)));
}

// typed<T>(h): of all arrays, allocated or not, the elements belong to T; where T may be empty, of those that are known
// to be arrays of T, within their bounds.
Term Heap::is_typed(const Region& region, Term map) {
    if (region.kind == Region::Kind::Rest || !membership_.is_constrained(region.content, false)) {
        return store_.true_();
    }
    const std::string name = "typed<" + region.name + ">";
    const bool first = store_.find_function(name) == nullptr;
    const logic::Function predicate = store_.function(name, {map->sort}, store_.bool_sort());
    if (first) {
        const Term h = store_.fresh_variable("h", map->sort);
        const Term r = store_.fresh_variable("r", ref());
        const Term applied = store_.apply(predicate, {h});
        const Term row = store_.select(h, r);
        if (region.kind == Region::Kind::Field) {
            axioms_.add(name, "what a field holds belongs to its declared type",
                        store_.forall({name, {h, r}, {{row, applied}}, 0},
                                      store_.implies(applied, object_is_typed(region, r, row))));
        } else if (typed::may_be_empty(region.content)) {
            const std::vector<Term> indices = any_indices(region);
            const Term value = element(row, indices);
            std::vector<Term> inside{applied};
            append(inside, within(region, r, indices));
            std::vector<Term> variables{h, r};
            append(variables, indices);
            axioms_.add(name, "what arrays hold belongs to their declared element type",
                        store_.forall({name, variables, {{value, applied}}, 0},
                                      store_.implies(store_.and_(std::move(inside)),
                                                     membership_.is(region.content, value, nullptr))));
        } else {
            axioms_.add(name, "what arrays hold belongs to their declared element type",
                        store_.forall({name, {h, r}, {{row, applied}}, 0},
                                      store_.implies(applied, row_is_typed(region.content, region.dimensions, row))));
        }
    }
    return store_.apply(predicate, {map});
}

// An allocated object that has the field; where the field's type has a value that refers to nothing, any allocated one.
Term Heap::is_made(const Region& field, Term object, const State& state) {
    const Term allocated = store_.select(state.alloc, object);
    return typed::is_nonempty(field.content) ? allocated : store_.and_(allocated, is_of_class(field.owner, object));
}

Term Heap::is_closed(const typed::ConstantField& constant, Term alloc) {
    const Region& field = constant.region;
    const std::string name = "closed<const " + field.name + ">";
    const bool first = store_.find_function(name) == nullptr;
    const logic::Function predicate = store_.function(name, {alloc->sort}, store_.bool_sort());
    if (first) {
        const Term r = store_.fresh_variable("r", ref());
        State state;
        state.alloc = store_.fresh_variable("alloc", alloc_sort());
        const Term applied = store_.apply(predicate, {state.alloc});
        const Term value = this->constant(field.owner, *constant.field, r);
        axioms_.add(name, "what the constants of allocated objects refer to is allocated",
                    store_.forall({name, {state.alloc, r}, {{value, applied}}, 0},
                                  store_.implies(store_.and_(applied, is_made(field, r, state)),
                                                 membership_.is(field.content, value, &state))));
    }
    return store_.apply(predicate, {alloc});
}

// closed<T>(h, alloc): what is in an allocated array, within its bounds, is allocated.
Term Heap::is_closed(const Region& region, Term map, Term alloc) {
    if (region.kind == Region::Kind::Rest || !typed::contains_references(region.content)) {
        return store_.true_();
    }
    const std::string name = "closed<" + region.name + ">";
    const bool first = store_.find_function(name) == nullptr;
    const logic::Function predicate = store_.function(name, {map->sort, alloc->sort}, store_.bool_sort());
    if (first) {
        const Term h = store_.fresh_variable("h", map->sort);
        const Term r = store_.fresh_variable("r", ref());
        State state;
        state.alloc = store_.fresh_variable("alloc", alloc_sort());
        const Term applied = store_.apply(predicate, {h, state.alloc});
        if (region.kind == Region::Kind::Field) {
            const Term value = store_.select(h, r);
            axioms_.add(name, "what allocated objects hold is allocated",
                        store_.forall({name, {h, state.alloc, r}, {{value, applied}}, 0},
                                      store_.implies(store_.and_(applied, is_made(region, r, state)),
                                                     membership_.is(region.content, value, &state))));
            return store_.apply(predicate, {map, alloc});
        }
        const std::vector<Term> indices = any_indices(region);
        const Term value = element(store_.select(h, r), indices);
        std::vector<Term> inside{applied, store_.select(state.alloc, r)};
        append(inside, within(region, r, indices));
        std::vector<Term> variables{h, state.alloc, r};
        append(variables, indices);
        axioms_.add(name, "what allocated arrays hold is allocated",
                    store_.forall(
                        {name, variables, {{value, applied}}, 0},
                        store_.implies(store_.and_(std::move(inside)), membership_.is(region.content, value, &state))));
    }
    return store_.apply(predicate, {map, alloc});
}

Term Heap::is_good(const State& state, const std::vector<std::size_t>& regions) {
    std::vector<Term> result;
    for (const std::size_t region : regions) {
        result.push_back(is_typed(reach_.regions[region], state.maps[region]));
    }
    return store_.and_(std::move(result));
}

Term Heap::is_good(const State& state) {
    return is_good(state, all());
}

std::vector<Term> Heap::known_of(const State& state, const std::vector<std::size_t>& regions, bool allocated) {
    std::vector<Term> facts;
    for (const std::size_t region : regions) {
        facts.push_back(is_typed(reach_.regions[region], state.maps[region]));
    }
    for (const std::size_t region : allocated ? all() : regions) {
        facts.push_back(is_closed(reach_.regions[region], state.maps[region], state.alloc));
    }
    for (const typed::ConstantField& each : reach_.constants) {
        if (allocated && typed::contains_references(each.region.content)) {
            facts.push_back(is_closed(each, state.alloc));
        }
    }
    facts.push_back(is_sound(state));
    std::erase(facts, store_.true_());
    return facts;
}

// Where functions that read the heap may be met, a function takes all regions.
std::vector<Term> Heap::known_of_taken(const State& state, const std::vector<std::size_t>& regions) {
    std::vector<Term> facts;
    for (const std::size_t region : regions) {
        facts.push_back(is_typed(reach_.regions[region], state.maps[region]));
        facts.push_back(is_closed(reach_.regions[region], state.maps[region], state.alloc));
    }
    for (const typed::ConstantField& each : reach_.constants) {
        if (typed::contains_references(each.region.content)) {
            facts.push_back(is_closed(each, state.alloc));
        }
    }
    if (regions.size() == reach_.regions.size()) {
        facts.push_back(is_sound(state));
    }
    return facts;
}

std::vector<Term> Heap::known_of(const State& state) {
    return known_of(state, all(), true);
}

Term Heap::is_sound(const State& state) const {
    if (!has_reading_functions() || is_empty()) {
        return store_.true_();
    }
    std::vector<Term> terms = state.maps;
    terms.push_back(state.alloc);
    return said_of("sound state", std::move(terms));
}

Term Heap::follows(const State& before, const State& after) const {
    std::vector<Term> terms = before.maps;
    terms.insert(terms.end(), after.maps.begin(), after.maps.end());
    return compares_states() ? said_of("heap follows", std::move(terms)) : store_.true_();
}

Term Heap::said_of(const std::string& what, std::vector<Term> terms) const {
    std::vector<Sort> sorts;
    for (const Term term : terms) {
        sorts.push_back(term->sort);
    }
    return store_.apply(store_.function(what, std::move(sorts), store_.bool_sort()), std::move(terms));
}

Term Heap::agree(const State& before, const State& after, const std::vector<std::size_t>& regions, Term object) const {
    std::vector<Term> same;
    for (const std::size_t region : regions) {
        same.push_back(
            store_.equal(store_.select(before.maps[region], object), store_.select(after.maps[region], object)));
    }
    return store_.and_(std::move(same));
}

} // namespace daphnia::encode
