// The heap in the logic: what a state is, and what is known of the states that a program can be in.
//
// One map for each region, from references to what the objects hold there (the elements of an array: a row), and which
// references are allocated. Regions that a declaration does not reach have no map in its encoding.
//
// A row of an array of several dimensions is a map from the first index to a row of one dimension less: m[i, j] is
// select(select(row, i), j). So two places are the same exactly when all their indices are, which is all that there is
// to know of them, and needs no axiom; how long each dimension is plays no part in it.
//
// Two predicates for each region say what holds of every state, so that a state costs an atom and not a quantifier:
// typed(h), all that is held belongs to the declared type; closed(h, alloc), what allocated objects hold is allocated.
// The model of typed(h) is all maps of which that is true, and likewise of closed: a map that a program can have has
// both, whatever was written, as every value that is written is checked to belong to the type of its location.
#pragma once

#include "encode/own_axioms.h"
#include "encode/reach.h"
#include "encode/sorts.h"
#include "logic/term.h"
#include "typed/region.h"

#include <functional>
#include <string>
#include <tuple>
#include <vector>

namespace daphnia::encode {

class Membership;
class Vocabulary;

struct State {
    std::vector<Term> maps; // in the order of Heap::regions()
    Term alloc = nullptr;   // (Array Ref Bool)

    friend bool operator==(const State&, const State&) = default;
};

// A place in the heap that has been evaluated: an element of an array, with an index for each dimension.
struct ElementLocation {
    typed::Region region;
    Term array = nullptr;
    std::vector<Term> indices;

    friend bool operator==(const ElementLocation&, const ElementLocation&) = default;
    friend bool operator<(const ElementLocation& a, const ElementLocation& b);
};

// A field of an object, likewise.
struct FieldLocation {
    typed::Region region;
    Term object = nullptr;

    friend bool operator==(const FieldLocation&, const FieldLocation&) = default;
    friend bool operator<(const FieldLocation& a, const FieldLocation& b) {
        return std::tie(a.region, a.object->id) < std::tie(b.region, b.object->id);
    }
};

class Heap {
  public:
    Heap(Vocabulary& vocabulary, const Reach& reach);

    const std::vector<typed::Region>& regions() const { return reach_.regions; }
    // Nothing that is spoken of can refer to an object, so that there is no state to keep.
    bool is_empty() const { return reach_.regions.empty() && !reach_.references; }
    // There are values that may be functions which read the heap.
    bool has_reading_functions() const { return reach_.reading_functions; }
    // A value may be an array of some type, of another, or none.
    bool tells_arrays() const { return reach_.objects; }
    // What functions give in different states is compared.
    bool compares_states() const { return !is_empty() && (reach_.reading_functions || reach_.framed_functions); }
    bool reaches(const typed::Region& region) const;
    // Its place among the regions.
    std::size_t number(const typed::Region& region) const;
    // The regions that a function takes of the heap, by number: what can be reached from it. All of them where nobody
    // knows what it reads.
    std::vector<std::size_t> footprint(const typed::Function& function) const;

    Sort ref() const;
    Sort alloc_sort() const;
    Sort object_sort(const typed::Region& region) const; // what one object holds there
    Sort map_sort(const typed::Region& region) const;

    // A state of variables named prefix + region; the same prefix gives the same variables.
    State state(const std::string& prefix) const;
    // A state of variables that occur nowhere else.
    State fresh_state(const std::string& prefix) const;
    const Term& map(const State& state, const typed::Region& region) const { return state.maps.at(number(region)); }
    Term& map(State& state, const typed::Region& region) const { return state.maps.at(number(region)); }

    Term null() const;
    // How long it is in the dimension. An array has one type, so that the first length of all arrays is one function.
    Term array_length(Term array, std::size_t dimension = 0);
    // All elements of an array of the type.
    Term row(const State& state, const typed::Type& type, Term array) const;
    // What the row holds at the indices.
    Term element(Term row, const std::vector<Term>& indices) const;
    // The row with another element there.
    Term updated(Term row, const std::vector<Term>& indices, Term value) const;
    // Variables for the indices of an element in the region; none where it is no array.
    std::vector<Term> any_indices(const typed::Region& region) const;
    // The map of the region with the value at the location.
    Term written(const State& state, const ElementLocation& location, Term value) const;
    Term written(const State& state, const FieldLocation& location, Term value) const;
    // A constant field: it depends on the object alone.
    Term constant(const typed::Type& type, const typed::Field& field, Term object);
    // The object, which may be unallocated, is an array with its elements in the region. It is true of all where the
    // type of the elements surely has values and nobody can ask, as there are no values of type object.
    Term has_elements(const typed::Region& region, Term array);
    // The object, which may be unallocated, is one of the class or of a class that extends the trait.
    Term is_of_class(const typed::Type& type, Term object);

    // typed of all regions, or of these.
    Term is_good(const State& state);
    Term is_good(const State& state, const std::vector<std::size_t>& regions);
    // What holds of a state in which these regions have changed since it was last said, and perhaps what is allocated.
    std::vector<Term> known_of(const State& state, const std::vector<std::size_t>& regions, bool allocated);
    std::vector<Term> known_of(const State& state); // all that holds
    // The same of the regions alone that a function takes of the state.
    std::vector<Term> known_of_taken(const State& state, const std::vector<std::size_t>& regions);
    // closed of all regions, as one predicate that patterns can hold: where functions as values read the heap.
    Term is_sound(const State& state) const;
    // The second state comes after the first, so that what functions give in both is compared: the anchor in the
    // triggers of the law of frames (as Dafny's $HeapSucc).
    Term follows(const State& before, const State& after) const;
    // What an object holds is the same in both states.
    Term agree(const State& before, const State& after, const std::vector<std::size_t>& regions, Term object) const;

    // What an object holds in the region belongs to its type.
    Term object_is_typed(const typed::Region& region, Term object, Term content);
    // Of a region's map.
    Term is_typed(const typed::Region& region, Term map);

  private:
    State made_of(const std::string& prefix, const std::function<Term(std::string, Sort)>& variable) const;
    // What the elements of an array with so many dimensions are known to be: all of them belong to the element type.
    Term row_is_typed(const typed::Type& element, std::size_t dimensions, Term row);
    Sort row_sort(const typed::Type& element, std::size_t dimensions) const;
    // There is such an element in the array.
    std::vector<Term> within(const typed::Region& region, Term array, const std::vector<Term>& indices);
    Term is_closed(const typed::Region& region, Term map, Term alloc);
    Term is_closed(const typed::ConstantField& constant, Term alloc);
    Term is_made(const typed::Region& field, Term object, const State& state);
    Term said_of(const std::string& what, std::vector<Term> terms) const;
    std::vector<std::size_t> all() const;

    const Reaching& reaching_;
    logic::TermStore& store_;
    OwnAxioms& axioms_;
    Sorts& sorts_;
    Membership& membership_; // of what is held, in the type of its location
    const Reach& reach_;
};

} // namespace daphnia::encode
