// What an iteration of a loop may change: which variables, and what of the heap.
#pragma once

#include "typed/typed.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace daphnia::encode {

struct Effects {
    // In source order of declaration, for determinism.
    std::vector<const typed::Variable*> variables;
    // Element types (as printed) whose arrays are written, with the arrays where each is a variable …
    std::map<std::string, std::set<const typed::Variable*>> written;
    // … and the element types where some array is not, or where fresh arrays become visible.
    std::set<std::string> anything;
    bool allocates = false;

    bool touches_heap() const { return allocates || !written.empty() || !anything.empty(); }
};

// Of its natural loop: what changes on the way out of the loop is as it was at its head.
Effects effects_of(const typed::While& loop, const std::map<std::string, typed::Type>& heap_types);

// A call whose fresh arrays the caller can come to see: through a result or through an element that it may write.
bool publishes_arrays(const typed::Method& method);

} // namespace daphnia::encode
