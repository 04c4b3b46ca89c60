// Questions beside a proof. They have an allowance of their own, as large as that of the declaration's checks, and no
// verdict depends on what is answered.
#pragma once

#include "solver/prover.h"
#include "vcgen/vcgen.h"
#include "verify/allowance.h"
#include "verify/task.h"

#include <cstdint>
#include <vector>

namespace daphnia::verify {

class Questions {
  public:
    // All of these must outlive it.
    Questions(const ivl::Program& program, const Provers& provers, const Limits& limits, TaskListener& listener);

    logic::TermStore& store() const { return *program_.store; }
    const std::vector<ivl::Procedure>& procedures() const { return program_.procedures; }
    // How the prover would go about it.
    std::vector<solver::Attempt> attempts(solver::Occasion occasion, const vcgen::Condition& condition) const;
    // For one of so many parts of what is left, and no more than `most` units; 0: as many as that part has.
    solver::Answer ask(const vcgen::Condition& condition, const solver::Attempt& attempt, std::uint64_t parts,
                       std::uint64_t most = 0);
    bool are_over() const { return allowance_.is_spent(); }

  private:
    const ivl::Program& program_;
    const Provers& provers_;
    TaskListener& listener_;
    Allowance allowance_;
};

} // namespace daphnia::verify
