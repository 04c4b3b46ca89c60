// A seed in, a random program out: well typed, with contracts, about half of its declarations provable.
#pragma once

#include <cstdint>
#include <string>

namespace daphnia::oracle {

std::string generate(std::uint64_t seed);

} // namespace daphnia::oracle
