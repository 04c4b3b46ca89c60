// Arguments and the arrays that they refer to, before a heap exists for them; placed in a heap for each run.
#pragma once

#include "interpret/heap.h"
#include "interpret/value.h"
#include "typed/typed.h"

#include <cstdint>
#include <string>
#include <vector>

namespace daphnia::refute {

using interpret::Heap;
using interpret::Reference;
using interpret::Value;
using interpret::Values;
using Parameters = std::vector<typed::VariablePtr>;

struct ArrayDraft {
    typed::Type element;
    Values elements;
};

// A reference n in the values means arrays[n - 1]: what a fresh heap makes of them when they are allocated in order.
struct Input {
    Values arguments;
    std::vector<ArrayDraft> arrays;
    // What the program leaves open: 0, as its compiler chooses; else at random with this seed.
    std::uint32_t choices = 0;
};

void allocate_arrays(const Input& input, Heap& heap);
// The other way round: arguments with the arrays of a heap.
Input input_of(Values arguments, const Heap& heap);

// The same arguments with only the arrays that they reach, numbered in the order in which they are reached. Arrays that
// are reached more than once stay one array, or (separate) become one for each place.
Input tidied(const Values& arguments, const std::vector<ArrayDraft>& arrays, bool separate = false);

// Equal for inputs that are equal up to the numbering of arrays, given tidied ones.
std::string key_of(const Input& input);

// How large it looks to a reader; shrinking makes it smaller. Numbers cost their magnitude, elements one each.
std::uint64_t weight_of(const Input& input);
std::uint64_t weight_of(const Value& value);
// Of how many values it is made, itself included; what is in arrays counts for them.
std::size_t part_count(const Value& value);
std::size_t part_count(const Input& input);

// The parameters of a function or method; none of a constant.
const Parameters& parameters_of(const typed::Declaration& declaration);
// The name by which people know it; its address, as interpret::Failure::owner has it.
std::string name_of(const typed::Declaration& declaration);
const void* address_of(const typed::Declaration& declaration);

} // namespace daphnia::refute
