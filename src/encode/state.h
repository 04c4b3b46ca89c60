// The heap as the logic sees it: one map from references to rows per declared element type of an array, and which
// references are allocated.
#pragma once

#include "logic/term.h"

#include <map>
#include <string>

namespace daphnia::encode {

struct State {
    std::map<std::string, logic::Term> heaps; // by the element type as printed, e.g. "nat"
    logic::Term alloc = nullptr;              // (Array Ref Bool)

    friend bool operator==(const State&, const State&) = default;
};

} // namespace daphnia::encode
