// Between which numbers the integer variables of a method lie at the heads of its loops: intervals (Cousot and Cousot,
// 1977), as Boogie infers them. What the assignments of a loop show by themselves needs no invariant.
#pragma once

#include "typed/typed.h"

#include <map>
#include <optional>

namespace daphnia::encode {

struct Interval {
    std::optional<support::Integer> low, high; // none: nothing is known

    bool operator==(const Interval&) const = default;
};

// Of the variables in it something is known; the values are those of any execution that fails no check.
// In the order in which the variables are declared, so that it does not hang on their addresses.
struct InOrderOfSlots {
    bool operator()(const typed::Variable* a, const typed::Variable* b) const { return a->slot < b->slot; }
};
using Intervals = std::map<const typed::Variable*, Interval, InOrderOfSlots>;

// What holds whenever control is at the head of a loop, before its guard; of the loops that are reached.
std::map<const typed::While*, Intervals> loop_intervals(const typed::Method& method);

} // namespace daphnia::encode
