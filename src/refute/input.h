// Arguments and the objects that they refer to, before a heap exists for them; placed in a heap for each run.
#pragma once

#include "interpret/heap.h"
#include "interpret/value.h"
#include "typed/typed.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace daphnia::refute {

using interpret::Heap;
using interpret::Reference;
using interpret::Value;
using interpret::Values;
using Parameters = std::vector<typed::VariablePtr>;

struct Making;

// An array, or an object of a class.
struct ObjectDraft {
    typed::Type type; // its own: without null
    Values cells;     // the elements, or the values of the fields in the order of typed::cells_of
    std::shared_ptr<const Making> making = nullptr; // calls by which it was made; null: it was not made by calls
    interpret::Lengths lengths = {};                // of an array of several dimensions, as in the heap
};

// Calls that make an object: of a constructor, then of methods of the object.
struct Making {
    struct Call {
        const typed::Method* method = nullptr;
        Values arguments; // without the receiver; they refer to `objects`
    };
    std::vector<ObjectDraft> objects; // what is there before
    std::vector<Call> calls;
    typed::Type type; // of the object; constructors of generic classes are run for types of which nothing is known
};

// A reference n in the values means objects[n - 1]: what a fresh heap makes of them when they are allocated in order.
struct Input {
    Values arguments;
    std::vector<ObjectDraft> objects;
    // What the program leaves open: 0, as its compiler chooses; else at random with this seed.
    std::uint32_t choices = 0;
};

// Of arrays: how long it is in each dimension.
interpret::Lengths lengths_of(const ObjectDraft& array);
// The array with these of its indices in the dimension, in this order.
ObjectDraft with_indices(const ObjectDraft& array, std::size_t dimension, const std::vector<std::size_t>& indices);
// The array without an index of the dimension: a column of a matrix.
ObjectDraft without_index(const ObjectDraft& array, std::size_t dimension, std::size_t index);

// Of the cells that an object of the type has; of arrays, `count` of them.
std::vector<typed::Type> cell_types(const typed::Type& type, std::size_t count);
// An object of the type may be where references of the other are.
bool fits(const typed::Type& object, const typed::Type& reference);
// All cells have values of their types, and all references lead to objects that fit.
bool is_well_typed(const Input& input, const Parameters& parameters);

void allocate_objects(const Input& input, Heap& heap);
// The other way round: arguments with the objects of a heap.
Input input_of(Values arguments, const Heap& heap);

// The value with other references, in whatever is made of values.
Value with_references(const Value& value, const std::function<Reference(Reference)>& change);
// Adds the objects, whose references are among each other; gives how much larger their numbers have become.
std::uint32_t append(const std::vector<ObjectDraft>& more, std::vector<ObjectDraft>& objects);
// The same reference where all objects have numbers that are larger by so much.
Value moved(const Value& value, std::uint32_t by);

// The same arguments with only the objects that they reach, numbered in the order in which they are reached. Objects
// that are reached more than once stay one object, or (separate) become one for each place.
Input tidied(const Values& arguments, const std::vector<ObjectDraft>& objects, bool separate = false);

// Equal for inputs that are equal up to the numbering of objects, given tidied ones.
std::string key_of(const Input& input);

// How large it looks to a reader; shrinking makes it smaller. Numbers cost their magnitude, elements one each.
std::uint64_t weight_of(const Input& input);
std::uint64_t weight_of(const Value& value);
// Of how many values it is made, itself included; what is in objects counts for them.
std::size_t part_count(const Value& value);
std::size_t part_count(const Input& input);

// The parameters of a function or method; none of a constant.
const Parameters& parameters_of(const typed::Declaration& declaration);
// The name by which people know it; its address, as interpret::Failure::owner has it.
std::string name_of(const typed::Declaration& declaration);
const void* address_of(const typed::Declaration& declaration);

} // namespace daphnia::refute
