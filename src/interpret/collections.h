// Dafny's operations on sets and multisets, both kinds by the same names, and on maps: values in, new ones or answers
// out. Both operands are of one kind.
#pragma once

#include "interpret/value.h"

namespace daphnia::interpret {

bool is_member(const Value& collection, const Value& element); // of a sequence, too; a key of a map
std::size_t count(const Value& multiset, const Value& element);
Value with_count(const Value& multiset, const Value& element, std::size_t count);
Value unite(const Value& left, const Value& right);
Value intersect(const Value& left, const Value& right);
Value subtract_elements(const Value& left, const Value& right);
bool is_subset(const Value& left, const Value& right);
bool is_proper_subset(const Value& left, const Value& right);
bool are_disjoint(const Value& left, const Value& right);

const Value* value_for(const Value& map, const Value& key); // null when it is no key
Value keys(const Value& map);
Value values(const Value& map);
Value items(const Value& map);
Value with_entry(const Value& map, const Value& key, const Value& value);
Value merge(const Value& left, const Value& right);
Value without_keys(const Value& map, const Value& keys);

} // namespace daphnia::interpret
