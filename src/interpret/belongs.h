// Whether a value belongs to a type, when it is known to belong to another (see interpret.h for what belongs to a type
// at all).
#pragma once

#include "interpret/interpret.h"

namespace daphnia::interpret {

// Of a value of `from`: only what does not follow from that is looked at.
bool belongs(const Value& value, const typed::Type& from, const typed::Type& to, const Heap& heap,
             const Satisfies& satisfies);

} // namespace daphnia::interpret
