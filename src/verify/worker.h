// One forked process that takes jobs by their index and answers with their messages, over one socket.
#pragma once

#include "support/descriptor.h"
#include "verify/pool.h"

#include <sys/types.h>

#include <string>
#include <vector>

namespace daphnia::verify {

// The parent's end of a worker. Destroying it kills the process and waits for it.
class Worker {
  public:
    // Forks. The child closes its copies of the other workers' sockets. InternalError when the system refuses.
    Worker(const std::vector<Job>& jobs, const PoolOptions& options, const std::vector<const Worker*>& others);
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;
    ~Worker();

    void start(std::size_t job);
    int socket() const { return socket_.number(); }
    struct Said {
        std::string bytes;  // that are there; empty when there are none yet
        bool ended = false; // there will be no more
    };
    // Does not wait.
    Said read();
    pid_t process() const { return process_; }

  private:
    pid_t process_ = -1;
    support::Descriptor socket_;
};

} // namespace daphnia::verify
