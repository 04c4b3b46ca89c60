// Inputs, states and failures in, names with their values in the program's own syntax out.
#pragma once

#include "interpret/interpret.h"
#include "refute/input.h"
#include "support/explanation.h"

#include <string>
#include <vector>

namespace daphnia::refute {

using support::NamedValue;

// Objects of classes have the names of their classes with the numbers that they have in the heap, so that they are the
// same wherever a run is shown. The first variable that refers to one shows its fields, too:
// `C#1 { count := 3, next := C#2 }`. Those to which only others lead follow the variables.
std::vector<NamedValue> described(const Input& input, const Parameters& parameters);
// A variable that refers to the same array as one before it is shown by that one's name.
std::vector<NamedValue> described(const std::vector<interpret::Binding>& bindings, const Heap& heap);
std::vector<NamedValue> parts_of(const interpret::Failure& failure);
// The conjunct that is false; no place when what is shown of the failure is no formula: an array, the bound of a loop.
support::SourceRange broken_clause(const interpret::Failure& failure);
// "i = 3, s = 0": at most so many of them.
std::string listed(const std::vector<NamedValue>& values, std::size_t most);
// "1,234"
std::string with_separators(std::size_t number);

} // namespace daphnia::refute
