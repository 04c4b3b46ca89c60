// How a run ends before its end: what is thrown through the passes and caught by Machine (or, where a check cannot be
// evaluated, by that check).
#pragma once

#include "interpret/interpret.h"

#include <string>

namespace daphnia::interpret {

// A check does not hold.
struct Broken {
    Failure failure;
};
// An assumption does not hold: the run says nothing.
struct Discarded {
    std::string reason;
    SourceRange place;
};
// Something cannot be evaluated.
struct Unknown {
    std::string reason;
    SourceRange place;
    bool sampled = false; // a quantifier of which all tried instances leave it open
};
// A limit is reached.
struct Exhausted {
    Status status;
    std::string reason;
    SourceRange place;
};
// The abstract iteration of a loop is over, and with it what the run can say.
struct PathEnd {};

} // namespace daphnia::interpret
