#include "verify/worker.h"

#include "solver/memory.h"
#include "support/error.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <new>

namespace daphnia::verify {

namespace {

using support::Descriptor;

[[noreturn]] void fail(const char* call) {
    throw support::InternalError(std::string(call) + " failed: " + std::strerror(errno));
}

bool write_all(int descriptor, const char* bytes, std::size_t count) {
    while (count > 0) {
        const ssize_t written = ::send(descriptor, bytes, count, MSG_NOSIGNAL);
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return false;
        }
        bytes += written;
        count -= static_cast<std::size_t>(written);
    }
    return true;
}

bool read_all(int descriptor, char* bytes, std::size_t count) {
    while (count > 0) {
        const ssize_t got = ::recv(descriptor, bytes, count, 0);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            return false;
        }
        bytes += got;
        count -= static_cast<std::size_t>(got);
    }
    return true;
}

// The child's end. Nothing here returns: a child that unwound its parent's stack would run the parent's destructors.
class Child final : public TaskListener {
  public:
    explicit Child(Descriptor socket) : socket_(std::move(socket)) {}

    [[noreturn]] void serve(const std::vector<Job>& jobs) {
        std::size_t job = 0;
        std::array<char, sizeof job> bytes{};
        while (read_all(socket_.number(), bytes.data(), bytes.size())) {
            std::memcpy(&job, bytes.data(), bytes.size());
            run(jobs[job]);
        }
        ::_exit(0);
    }

    void announce(const std::vector<ivl::Origin>& obligations) override { send(AnnounceMessage{obligations}); }
    void spent(std::uint64_t resources, double seconds) override { send(SpentMessage{resources, seconds}); }
    void answer(const TaskAnswer& answer) override { send(AnswerMessage{answer}); }
    void explain(std::size_t obligation, const refute::Finding& finding) override {
        send(ExplainMessage{obligation, finding});
    }
    void vacuous(Vacuity vacuity) override { send(VacuousMessage{vacuity}); }
    void warn(const Warning& warning) override { send(WarnMessage{warning}); }
    void cache_used(const cache::Usage& usage) override { send(CacheMessage{usage}); }
    void second_opinion(std::size_t obligation, const SecondOpinion& opinion) override {
        send(OpinionMessage{obligation, opinion});
    }

  private:
    void run(const Job& job) {
        files_ = job.files == nullptr ? support::SourceFiles() : *job.files;
        try {
            job.run(*this);
            send(DoneMessage{});
        } catch (const std::bad_alloc&) {
            send(StoppedMessage{Limit::Memory});
            ::_exit(0);
        } catch (const std::exception& error) {
            send(FailedMessage{error.what()});
        }
    }

    void send(const Message& message) {
        const std::string bytes = encode_message(message, files_);
        if (!write_all(socket_.number(), bytes.data(), bytes.size())) {
            ::_exit(0); // nobody listens any more
        }
    }

    Descriptor socket_;
    support::SourceFiles files_; // of the job
};

void limit_memory(std::uint64_t memory_mb) {
    if (memory_mb == 0) {
        return;
    }
    const rlim_t bytes = static_cast<rlim_t>(memory_mb) << 20U;
    const rlimit limit{bytes, bytes};
    if (::setrlimit(RLIMIT_AS, &limit) != 0) {
        ::_exit(1);
    }
}

} // namespace

Worker::Worker(const std::vector<Job>& jobs, const PoolOptions& options, const std::vector<const Worker*>& others) {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        fail("socketpair");
    }
    socket_ = Descriptor(ends[0]);
    Descriptor child_end(ends[1]);
    const pid_t parent = ::getpid();
    process_ = ::fork();
    if (process_ < 0) {
        fail("fork");
    }
    if (process_ == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL); // no worker outlives its parent
        if (::getppid() != parent) {
            ::_exit(0); // it died before the line above
        }
        for (const Worker* other : others) {
            ::close(other->socket());
        }
        socket_.close();
        limit_memory(options.memory_mb);
        if (options.asks_the_solver) {
            solver::keep_memory(options.memory_mb);
        }
        Child(std::move(child_end)).serve(jobs);
    }
}

Worker::~Worker() {
    ::kill(process_, SIGKILL);
    while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
    }
}

void Worker::start(std::size_t job) {
    std::array<char, sizeof job> bytes{};
    std::memcpy(bytes.data(), &job, bytes.size());
    // A worker that has died meanwhile is noticed when its results are read.
    write_all(socket_.number(), bytes.data(), bytes.size());
}

Worker::Said Worker::read() {
    std::array<char, 65536> bytes{};
    ssize_t got = 0;
    do {
        got = ::recv(socket_.number(), bytes.data(), bytes.size(), MSG_DONTWAIT);
    } while (got < 0 && errno == EINTR);
    if (got > 0) {
        return {std::string(bytes.data(), static_cast<std::size_t>(got)), false};
    }
    return {{}, got == 0 || (errno != EAGAIN && errno != EWOULDBLOCK)};
}

} // namespace daphnia::verify
