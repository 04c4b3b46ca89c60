// What is had from a cache.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace daphnia::cache {

struct Usage {
    std::uint64_t hits = 0;   // questions whose answers were there
    std::uint64_t misses = 0; // questions whose answers were not
    std::uint64_t asked = 0;  // the solver: misses, but in replay; for models that are not kept; to be sure
    // Each answer would be the same another time. No accident has ended a search for one.
    bool repeatable = true;
    std::vector<std::string> notes; // trouble with a store, each once in a run
};

} // namespace daphnia::cache
