// Runs tasks in forked worker processes. A worker inherits everything that the parent has made by copy-on-write, so
// that only the answers are serialised; one that crashes, runs away or exceeds its memory limit costs its current
// task's open obligations and is replaced.
//
// A pool has no loop of its own: whoever has one waits until one of its descriptors can be read, or until its patience
// ends, and then lets it take a step. It forks from the process that steps it, which must have no other threads then.
#pragma once

#include "verify/message.h"
#include "verify/task.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace daphnia::verify {

struct PoolOptions {
    unsigned workers = 1;
    std::uint64_t memory_mb = 0; // of one worker's address space; 0: no limit
    bool asks_the_solver = true; // each worker surely does: it makes the solver's memory first
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

// Is called by `step` and `cancel`, in the process that calls these, and must call neither itself. Each job is either
// cancelled, once, or it starts and ends, once each, unless it is cancelled between.
class JobObserver : public TaskListener {
  public:
    // Called before anything else is said about a job.
    virtual void select(std::size_t job) = 0;
    virtual void started() = 0;
    virtual void end(const JobEnd& end) = 0;
    virtual void cancelled() = 0;
};

class Pool {
  public:
    // Jobs are known by their indices and begun in their order. Nothing happens before the first step.
    Pool(std::vector<Job> jobs, const PoolOptions& options, JobObserver& observer);
    // Kills the workers that are still there.
    ~Pool();
    Pool(const Pool&) = delete;
    Pool& operator=(const Pool&) = delete;

    // A step has something to do when one of these can be read, or after this time (nothing: not by time alone).
    std::vector<int> file_descriptors() const;
    std::optional<std::chrono::milliseconds> patience() const;
    // Does what can be done now, and does not wait for any worker.
    void step();
    // A job that waits is not begun, the worker of one that runs is killed; one that has ended stays as it ended.
    void cancel(std::size_t job);
    // All jobs have ended or been cancelled, and no worker is left.
    bool is_done() const;
    // For those who have no loop of their own: waits until a step has something to do. InternalError when the system
    // refuses.
    void wait() const;

  private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace daphnia::verify
