// Verifies the same programs several times, their conditions put to the solver in other words each time.
#pragma once

#include "driver/session.h"
#include "report/costs.h"
#include "verify/complexity.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace daphnia::driver {

struct ComplexityOptions {
    std::uint32_t mutations = 10;
    std::optional<report::Costs> baseline;
};

// Is told before each mutation: its number, from 0, and its seed.
using MutationStarts = std::function<void(std::uint32_t mutation, std::uint32_t seed)>;

// The first mutation is the program as `verify` puts it, with the seed of the options. Each other one has a seed that
// follows from the one before, as the solver's seed and for other names of everything and another order of the axioms.
// No runs are searched for: they change no proof. It ends early when there is something other to say of the programs
// than what is proved.
verify::Measurement measure(const std::vector<Input>& inputs, const Options& options,
                            const ComplexityOptions& complexity, const MutationStarts& starts);

} // namespace daphnia::driver
