// Dafny's operations on sequences: sequences in, new sequences or answers about them out. Indices are in range.
#pragma once

#include "interpret/value.h"

namespace daphnia::interpret {

// Of a sequence, and as well of a set or multiset.
inline std::size_t length(const Value& sequence) {
    return sequence.elements().size();
}
Value slice(const Value& sequence, std::size_t low, std::size_t high);  // low <= high <= length
Value slice(const Values& elements, std::size_t low, std::size_t high); // of an array's elements
Value concat(const Value& left, const Value& right);
Value update(const Value& sequence, std::size_t index, Value value);
bool contains(const Value& sequence, const Value& element);
bool is_prefix(const Value& left, const Value& right); // left is a prefix of right, or equal

} // namespace daphnia::interpret
