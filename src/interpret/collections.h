// Dafny's operations on sets and multisets, both kinds by the same names: values in, new ones or answers out. Both
// operands are of one kind.
#pragma once

#include "interpret/value.h"

namespace daphnia::interpret {

bool is_member(const Value& collection, const Value& element); // of a sequence, too
std::size_t count(const Value& multiset, const Value& element);
Value with_count(const Value& multiset, const Value& element, std::size_t count);
Value unite(const Value& left, const Value& right);
Value intersect(const Value& left, const Value& right);
Value subtract_elements(const Value& left, const Value& right);
bool is_subset(const Value& left, const Value& right);
bool is_proper_subset(const Value& left, const Value& right);
bool are_disjoint(const Value& left, const Value& right);

} // namespace daphnia::interpret
