// States of a loop in, whether one has come back out.
#pragma once

#include "interpret/heap.h"
#include "interpret/value.h"

#include <cstdint>
#include <span>

namespace daphnia::interpret {

// Remembers one state, and a later one in its place whenever twice as many iterations have passed (Brent 1980): a state
// that comes back is seen within three times as many iterations as it takes, at the price of one comparison each.
class Cycle {
  public:
    // After how many iterations the remembered state is the present one again; 0: it is not, or cannot be told.
    std::uint64_t returns(std::uint64_t iteration, std::span<const Value> values, const Heap& heap);

  private:
    bool has_state_ = false;
    std::uint64_t at_ = 0; // the iteration of the remembered state
    std::uint64_t next_ = 1;
    Values values_;
    Heap heap_;
};

} // namespace daphnia::interpret
