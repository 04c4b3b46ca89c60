// Objects of classes in, the ways in which programs tie them together out: which objects there can be, ghost fields
// that say what the others hold, objects that are shared or lead back to themselves.
#pragma once

#include "refute/input.h"
#include "refute/vocabulary.h"

#include <cstddef>
#include <vector>

namespace daphnia::refute {

// The types of objects of classes that may be where references of the type are: of a trait, those that extend it.
std::vector<typed::Type> object_types(const typed::Type& reference, const Vocabulary& vocabulary);
// Those to which values of these types lead, over all that they hold.
std::vector<typed::Type> reached_types(const std::vector<typed::Type>& types, const Vocabulary& vocabulary);

// A ghost field usually says what the fields that are not ghost lead to: the set of the objects that are reached, the
// sequence of what a chain holds, or how much that is.
bool is_mirror(const typed::Cell& cell);
// In how many ways one can guess what such fields are to hold, and one of them, for all objects alike.
std::size_t mirror_count(const Input& input);
Input mirrored(Input input, std::size_t guess);

// By number, from 0: what calls have made, with all that it leads to. It stays as they have made it, so that it can be
// made again.
std::vector<bool> made_parts(const Input& input);

// The input with one reference that leads elsewhere: to an object that is there already, so that it is shared, or to
// one from which it came, so that there is a cycle. A few of them, of small inputs.
std::vector<Input> rewired(const Input& input);

} // namespace daphnia::refute
