// What a call of a declaration has to meet, apart from what the declaration itself has to do.
#pragma once

#include "encode/observation.h"

namespace daphnia::encode {

enum class EntryPart {
    Types,    // of the parameters
    Contract, // these, and the preconditions
};

// Whether a call might be kept from being made: by a precondition, or by a type that may have no value.
bool asks_something(const typed::Declaration& declaration);

// A procedure that has arbitrary arguments which meet this, and ends in `assert false`: that is proved just when there
// is no such call. For a declaration that asks something, and whose encoding the observation knows.
ivl::Program entry(const typed::Declaration& declaration, EntryPart part, Observation& observation);

} // namespace daphnia::encode
