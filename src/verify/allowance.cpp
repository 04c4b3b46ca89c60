#include "verify/allowance.h"

#include <algorithm>
#include <limits>

namespace daphnia::verify {

namespace {

constexpr double kMillisecondsPerSecond = 1000;
constexpr std::uint64_t kMostTimeParts = 4;

// Z3 counts what it allocates and stops in good order; the limit of the address space, which ends the worker, is to be
// the later of the two.
std::uint32_t solver_memory(std::uint64_t limit_mb) {
    return static_cast<std::uint32_t>(
        std::min<std::uint64_t>(limit_mb / 4 * 3, std::numeric_limits<std::uint32_t>::max()));
}

} // namespace

Allowance::Allowance(const Limits& limits)
    : limits_(limits), resources_left_(limits.resources), milliseconds_left_(limits.seconds * kMillisecondsPerSecond) {}

// A budget of 0 would be none, so that at least 1 is left of what is limited. Time is a net: it is not cut so small
// that it ends, on a slow machine, what the solver's units would not.
solver::Budget Allowance::share(std::uint64_t parts) const {
    solver::Budget budget;
    if (limits_.resources != 0) {
        budget.resources = std::max<std::uint64_t>(1, resources_left_ / parts);
    }
    if (limits_.seconds != 0) {
        const auto time_parts = static_cast<double>(std::min<std::uint64_t>(parts, kMostTimeParts));
        budget.milliseconds = std::max<std::uint32_t>(1, static_cast<std::uint32_t>(milliseconds_left_ / time_parts));
    }
    budget.memory_mb = solver_memory(limits_.memory_mb);
    return budget;
}

bool Allowance::is_spent() const {
    return (limits_.resources != 0 && resources_left_ == 0) || (limits_.seconds != 0 && milliseconds_left_ < 1);
}

void Allowance::spend(std::uint64_t resources, double processor_seconds) {
    resources_left_ -= std::min(resources, resources_left_);
    milliseconds_left_ = std::max(0.0, milliseconds_left_ - processor_seconds * kMillisecondsPerSecond);
}

solver::Limit Allowance::ended() const {
    return limits_.resources != 0 && resources_left_ == 0 ? solver::Limit::Resources : solver::Limit::Time;
}

} // namespace daphnia::verify
