// One forked process that takes jobs by their index and answers with their messages, over one socket.
#pragma once

#include "support/descriptor.h"
#include "verify/pool.h"

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

namespace daphnia::verify {

// The parent's end of a worker. Destroying it kills the process and waits for it.
class Worker {
  public:
    // Forks. The child closes its copies of the other workers' sockets. InternalError when the system refuses.
    Worker(const std::vector<Job>& jobs, std::uint64_t memory_mb, const std::vector<const Worker*>& others);
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;
    ~Worker();

    void start(std::size_t job);
    int socket() const { return socket_.number(); }
    // The bytes that are there (blocks until there are some); nothing when the worker has ended.
    std::optional<std::string> read();
    pid_t process() const { return process_; }

  private:
    pid_t process_ = -1;
    support::Descriptor socket_;
};

} // namespace daphnia::verify
