// What the entries of reads and modifies clauses name.
#pragma once

#include "typed/region.h"
#include "typed/typed.h"

#include <optional>
#include <vector>

namespace daphnia::typed {

enum class FrameEntryKind {
    One,     // what the expression refers to; nothing where it is null
    AllOf,   // what the elements of a set or sequence refer to
    ReadsOf, // what applications of a function read
};
FrameEntryKind kind_of(const FrameEntry& entry);

// References that an entry names: of what they refer to, this field alone, or all that it holds (null).
struct Named {
    Type type;
    const Field* field = nullptr;
};
Named named_by(const FrameEntry& entry);
// What some object holds in the region may be named.
bool covers(const Named& named, const Region& region);
// What the first names of an object is all that the second names of the same object, and both may name the same one.
bool includes(const Named& larger, const Named& smaller);
// The regions in which what is named can change; nothing where nobody can list them: objects of any class, or of any
// class that extends a trait.
std::optional<std::vector<Region>> regions_of(const Named& named);

// The entry names nothing, whatever its value: a function that does not read the heap.
bool names_nothing(const FrameEntry& entry);

} // namespace daphnia::typed
