// A failure of a run in, the obligation that it breaks out.
#pragma once

#include "interpret/interpret.h"
#include "refute/refute.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace daphnia::refute {

class Targets {
  public:
    Targets(const std::vector<Target>& targets, const void* owner);

    // The target that the failure breaks, proved or not. Nothing for a failure of another declaration.
    std::optional<std::size_t> broken_by(const interpret::Failure& failure) const;

    const Target& operator[](std::size_t index) const { return targets_.at(index); }
    std::size_t size() const { return targets_.size(); }
    bool is_open(std::size_t index) const { return open_[index]; }
    void close(std::size_t index) { open_[index] = false; }
    bool any_open() const;

  private:
    const std::vector<Target>& targets_;
    const void* owner_;
    std::vector<bool> open_; // neither proved nor explained yet
};

} // namespace daphnia::refute
