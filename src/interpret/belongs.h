// Whether a value belongs to a type, when it is known to belong to another (see interpret.h for what belongs to a type
// at all).
#pragma once

#include "interpret/interpret.h"

namespace daphnia::interpret {

// Of a value of `from`: only what does not follow from that is looked at.
bool belongs(const Value& value, const typed::Type& from, const typed::Type& to, const Heap& heap,
             const Satisfies& satisfies);

// References of the type can refer to the object, which is not null. It is not if it is not allocated.
bool can_refer_to(const typed::Type& type, Reference object, const Heap& heap);

} // namespace daphnia::interpret
