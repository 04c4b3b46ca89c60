// Declarations in, outcomes out: the tasks of all files of a run, side by side in worker processes.
#pragma once

#include "cache/settings.h"
#include "verify/outcome.h"
#include "verify/pool.h"
#include "verify/task.h"

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace daphnia::verify {

struct Options {
    unsigned cores = 0; // worker processes; 0: as many as the machine has processors
    TaskOptions task;
    solver::ProverOptions prover;
    cache::Settings cache;
    // Is asked about what is proved; null: nobody is.
    std::shared_ptr<const solver::Prover> second_prover;
};

// Is told what becomes of tasks, which are known by their indices, as it becomes known: in any order. Each task is
// cancelled, once, or it starts and has an outcome, once each, unless it is cancelled between.
class Outcomes {
  public:
    virtual ~Outcomes() = default;
    virtual void started(std::size_t task) = 0;
    virtual void outcome(std::size_t task, Outcome outcome) = 0;
    virtual void cancelled(std::size_t task) = 0;
};

// The verification of some tasks, one step after the other: for those who have a loop of their own and wait for other
// things, too. The tasks and what they are made of must outlive it.
class Verification {
  public:
    // Nothing is forked, and no solver started, before the first step, and nothing at all when there are no tasks.
    Verification(const std::vector<Task>& tasks, const Options& options, Outcomes& outcomes);
    // Kills the workers that are still there; who has no outcome yet will have none.
    ~Verification();
    Verification(const Verification&) = delete;
    Verification& operator=(const Verification&) = delete;

    // As those of Pool. The observer is called by `step` and `cancel`, and must call neither.
    std::vector<int> file_descriptors() const;
    std::optional<std::chrono::milliseconds> patience() const;
    void step();
    void cancel(std::size_t task);
    bool is_done() const;
    void wait() const;

  private:
    class Collector;
    std::shared_ptr<cache::Cache> cache_; // null: there is none
    std::unique_ptr<const solver::Prover> prover_;
    std::shared_ptr<const solver::Prover> second_prover_;
    std::unique_ptr<Collector> collector_;
    std::unique_ptr<Pool> pool_;
};

// All of them: returns when each has its outcome.
void verify(const std::vector<Task>& tasks, const Options& options, Outcomes& outcomes);

} // namespace daphnia::verify
