// See the header.
#include "interpret/cycle.h"

#include <algorithm>

namespace daphnia::interpret {

std::uint64_t Cycle::returns(std::uint64_t iteration, std::span<const Value> values, const Heap& heap) {
    if (has_state_ && std::equal(values.begin(), values.end(), values_.begin(), values_.end()) && heap.is_same(heap_)) {
        return iteration - at_;
    }
    if (!has_state_ || iteration - at_ >= next_) {
        next_ = has_state_ ? 2 * next_ : 1;
        has_state_ = true;
        at_ = iteration;
        values_.assign(values.begin(), values.end());
        heap_ = heap;
    }
    return 0;
}

} // namespace daphnia::interpret
