// Runs tasks in forked worker processes. A worker inherits everything that the parent has made by copy-on-write, so
// that only the answers are serialised; one that crashes, runs away or exceeds its memory limit costs its current
// task's open obligations and is replaced.
#pragma once

#include "verify/message.h"
#include "verify/task.h"

#include <functional>
#include <vector>

namespace daphnia::verify {

struct PoolOptions {
    unsigned workers = 1;
    std::uint64_t memory_mb = 0; // of one worker's address space; 0: no limit
};

// A unit of work for the pool: what runs in the worker, and what the parent needs to know about it.
struct Job {
    // Runs in a worker; its messages go to the parent.
    std::function<void(TaskListener&)> run;
    const support::SourceFiles* files = nullptr; // of the ranges in its messages; null: they belong to none
    // A worker that says nothing for this long is killed; 0: never.
    std::uint32_t silence_seconds = 0;
};

// How a job went, beyond what its messages said.
struct JobEnd {
    Limit stopped = Limit::None; // what ended the worker before the job was done
    std::string internal_error;  // Daphnia failed
};

class JobObserver : public TaskListener {
  public:
    // Called before the messages of a job are passed on.
    virtual void select(std::size_t job) = 0;
    virtual void end(const JobEnd& end) = 0;
};

// Runs all jobs; returns when the last has ended and no worker is left. The observer is called in this process.
void run_jobs(const std::vector<Job>& jobs, const PoolOptions& options, JobObserver& observer);

} // namespace daphnia::verify
