// Declarations in, outcomes out: the tasks of all files of a run, side by side in worker processes.
#pragma once

#include "verify/outcome.h"
#include "verify/task.h"

#include <functional>
#include <vector>

namespace daphnia::verify {

struct Options {
    unsigned cores = 0; // worker processes; 0: as many as the machine has processors
    TaskOptions task;
    solver::ProverOptions prover;
    // Is asked about what is proved; null: nobody is.
    std::shared_ptr<const solver::Prover> second_prover;
    // Told after each task, how many are done of how many.
    std::function<void(std::size_t done, std::size_t total)> progress;
};

// The outcomes of the tasks, in their order, whatever the order in which they were proved. Nothing is forked, and the
// solver not started, when there are no tasks.
std::vector<Outcome> verify(const std::vector<Task>& tasks, const Options& options);

} // namespace daphnia::verify
