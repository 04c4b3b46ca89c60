// What the proof of a declaration is about, before anybody is asked: for those who have a proof and want to know
// whether it still is one.
#pragma once

#include "ivl/ivl.h"
#include "verify/task.h"

#include <string>
#include <vector>

namespace daphnia::verify {

struct Conditions {
    // Of the declaration's procedures with all that they may assume, and of its limits: equal digests, equal
    // conditions. Places are not in it.
    std::string digest;
    std::vector<ivl::Origin> obligations; // in the order of the outcome's
};

// Encodes the declaration. `limits`: those of the options.
Conditions conditions(const Task& task, const Limits& limits);

} // namespace daphnia::verify
