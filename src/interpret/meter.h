// What a run takes of steps, memory and stack, and its end where that is more than it may.
#pragma once

#include "interpret/run.h"

#include <cstdint>
#include <limits>
#include <string>

namespace daphnia::interpret {

class Meter {
  public:
    explicit Meter(Run& run)
        : run_(run), step_limit_(run.options().limits.steps == 0 ? std::numeric_limits<std::uint64_t>::max()
                                                                 : run.options().limits.steps) {}

    // A new run begins here.
    void start();
    std::uint64_t steps() const { return steps_; }
    void step(SourceRange place) {
        if (++steps_ > step_limit_ || static_cast<const char*>(__builtin_frame_address(0)) < stack_floor_) {
            exhausted(place);
        }
    }
    void charge(std::size_t elements, SourceRange place);       // for work on that many elements, and the room for them
    void charge_cells(std::size_t elements, SourceRange place); // of a new array
    void charge_product(const Value& left, const Value& right, SourceRange place);

  private:
    [[noreturn]] void exhausted(SourceRange place);
    std::string name_of(typed::Callable callable) const;

    Run& run_;
    std::uint64_t steps_ = 0;
    std::uint64_t step_limit_;
    const char* stack_floor_ = nullptr;
};

} // namespace daphnia::interpret
