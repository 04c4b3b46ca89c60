// The limits that a user sets, for each declaration.
#pragma once

#include <cstdint>

namespace daphnia::verify {

// What the checks of one declaration may cost together.
struct Limits {
    std::uint64_t resources = 0; // in units of the prover; 0: none
    std::uint32_t seconds = 0;   // of processor time; 0: none
    std::uint64_t memory_mb = 0; // 0: none
};

} // namespace daphnia::verify
