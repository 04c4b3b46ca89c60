// What a declaration may cost, and what is left of it: the solver's units, the same on every machine, and as a net
// below them processor time.
#pragma once

#include "solver/prover.h"
#include "verify/limits.h"

#include <cstdint>

namespace daphnia::verify {

class Allowance {
  public:
    explicit Allowance(const Limits& limits);

    // One of so many equal parts of what is left; of time a quarter at least. Memory is not divided.
    solver::Budget share(std::uint64_t parts) const;
    bool is_spent() const;
    void spend(std::uint64_t resources, double processor_seconds);
    // What ended when it is spent.
    solver::Limit ended() const;

  private:
    Limits limits_;
    std::uint64_t resources_left_;
    double milliseconds_left_;
};

} // namespace daphnia::verify
