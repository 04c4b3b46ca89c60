// What the entries of reads and modifies clauses name.
#pragma once

#include "typed/region.h"
#include "typed/typed.h"

#include <optional>

namespace daphnia::typed {

enum class FrameEntryKind {
    One,     // what the expression refers to; nothing where it is null
    AllOf,   // what the elements of a set or sequence refer to
    ReadsOf, // what applications of a function read
};
FrameEntryKind kind_of(const FrameEntry& entry);

// The region in which the entry's locations are; nothing where they may be in several.
std::optional<Region> region_of(const FrameEntry& entry);

// The entry names nothing, whatever its value: a function that does not read the heap.
bool names_nothing(const FrameEntry& entry);

} // namespace daphnia::typed
