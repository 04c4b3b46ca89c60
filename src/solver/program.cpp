#include "solver/program.h"

#include "support/descriptor.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <ctime>
#include <thread>

namespace daphnia::solver {

namespace {

using support::Descriptor;
using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

// No answer is as long as that.
constexpr std::size_t kMostOutput = 1 << 16;
// How often its processor time is looked at.
constexpr milliseconds kTick(20);
// A program that has closed its output is about to end.
constexpr milliseconds kLastTick(1);
// A busy machine gives it less than all of its time; one that waits for something else gets no more than this.
constexpr int kPatience = 5;

ProgramEnd not_started(int error) {
    ProgramEnd end;
    end.code = error;
    return end;
}

// A file without a name that holds the text and is at its beginning: unlike with a pipe, nobody has to wait until the
// program reads.
Descriptor file_with(const std::string& text) {
    Descriptor file(::memfd_create("input", MFD_CLOEXEC));
    std::size_t written = 0;
    while (file.is_open() && written < text.size()) {
        const ssize_t count = ::write(file.number(), text.data() + written, text.size() - written);
        if (count < 0 && errno != EINTR) {
            return {};
        }
        written += static_cast<std::size_t>(std::max<ssize_t>(count, 0));
    }
    if (file.is_open() && ::lseek(file.number(), 0, SEEK_SET) != 0) {
        return {};
    }
    return file;
}

// In the child: becomes the program, or writes the error number. Nothing here takes memory, which a forked process
// cannot rely on when its parent has threads.
[[noreturn]] void become(char* const* command, int input, int output, int failure, pid_t parent,
                         std::uint32_t memory_mb) {
    ::setpgid(0, 0); // so that what it starts can be killed with it
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) {
        ::_exit(0);
    }
    ::signal(SIGPIPE, SIG_DFL);
    if (memory_mb != 0) {
        const rlim_t bytes = static_cast<rlim_t>(memory_mb) << 20U;
        const rlimit limit{bytes, bytes};
        ::setrlimit(RLIMIT_AS, &limit); // refused: a stricter limit holds already
    }
    const int nothing = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (::dup2(input, STDIN_FILENO) >= 0 && ::dup2(output, STDOUT_FILENO) >= 0 && ::dup2(nothing, STDERR_FILENO) >= 0) {
        ::execvp(command[0], command);
    }
    const int error = errno;
    const ssize_t said = ::write(failure, &error, sizeof error);
    ::_exit(said == sizeof error ? 127 : 126);
}

class Child {
  public:
    explicit Child(pid_t id) : id_(id) {}
    ~Child() { kill(); }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    // What it has started goes with it, also when it has ended by itself.
    void kill() {
        if (!reaped_) {
            ::kill(-id_, SIGKILL);
            ::kill(id_, SIGKILL); // it may not have had the time to make a group of its own
            wait();
        }
    }

    bool has_ended() {
        siginfo_t info{};
        if (!reaped_ && ::waitid(P_PID, static_cast<id_t>(id_), &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
            info.si_pid == id_) {
            kill(); // while its number is still its own
        }
        return reaped_;
    }

    int status() const { return status_; } // once it has ended, as of waitpid

    milliseconds processor_time() const {
        clockid_t clock{};
        timespec time{};
        if (::clock_getcpuclockid(id_, &clock) == 0 && ::clock_gettime(clock, &time) == 0) {
            return std::chrono::duration_cast<milliseconds>(std::chrono::seconds(time.tv_sec) +
                                                            std::chrono::nanoseconds(time.tv_nsec));
        }
        return milliseconds(0);
    }

    double seconds() const { return seconds_; } // once it has ended

  private:
    void wait() {
        int status = 0;
        rusage usage{};
        pid_t got = 0;
        do {
            got = ::wait4(id_, &status, 0, &usage);
        } while (got < 0 && errno == EINTR);
        reaped_ = true;
        if (got == id_) {
            status_ = status;
            constexpr double kMicro = 1e-6;
            seconds_ = static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
                       kMicro * static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
        }
    }

    pid_t id_;
    bool reaped_ = false;
    int status_ = SIGKILL; // unless somebody can say better how it ended
    double seconds_ = 0;
};

// Waits so long for more of its output and reads what is there; false at the end of it.
bool read_some(int descriptor, milliseconds patience, std::string& out) {
    pollfd polled{descriptor, POLLIN, 0};
    if (::poll(&polled, 1, static_cast<int>(patience.count())) <= 0) {
        return true;
    }
    std::array<char, 4096> bytes{};
    const ssize_t got = ::read(descriptor, bytes.data(), bytes.size());
    if (got > 0) {
        out.append(bytes.data(), static_cast<std::size_t>(got));
    }
    return got > 0 || (got < 0 && errno == EINTR);
}

ProgramEnd watch(Child& child, const Descriptor& output, const ProgramLimits& limits) {
    ProgramEnd end;
    const auto give_up = [&](ProgramEnd::How how) {
        child.kill();
        end.how = how;
        end.seconds = child.seconds();
        return end;
    };
    const milliseconds limit(limits.milliseconds);
    const auto last = Clock::now() + kPatience * limit;
    bool open = true;
    bool ended = false;
    while (!ended) {
        if (open) {
            open = read_some(output.number(), kTick, end.out);
        } else {
            std::this_thread::sleep_for(kLastTick);
        }
        ended = child.has_ended();
        if (ended && open) {
            std::size_t before = 0;
            do { // what it has left behind; something that it had started may hold the other end
                before = end.out.size();
                open = read_some(output.number(), milliseconds(0), end.out);
            } while (open && end.out.size() > before && end.out.size() <= kMostOutput);
        }
        if (end.out.size() > kMostOutput) {
            return give_up(ProgramEnd::How::Talkative);
        }
        if (!ended && limits.milliseconds != 0 && (Clock::now() >= last || child.processor_time() >= limit)) {
            return give_up(ProgramEnd::How::TimedOut);
        }
    }
    const int status = child.status();
    end.how = WIFSIGNALED(status) ? ProgramEnd::How::Killed : ProgramEnd::How::Exited;
    end.code = WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status);
    end.seconds = child.seconds();
    return end;
}

} // namespace

ProgramEnd run_program(const std::vector<std::string>& command, const std::string& input, const ProgramLimits& limits) {
    std::vector<std::string> words = command;
    std::vector<char*> addresses;
    for (std::string& word : words) {
        addresses.push_back(word.data());
    }
    addresses.push_back(nullptr);
    const Descriptor file = file_with(input);
    std::array<int, 2> output_ends{-1, -1};
    std::array<int, 2> failure_ends{-1, -1};
    const bool made =
        file.is_open() && ::pipe2(output_ends.data(), O_CLOEXEC) == 0 && ::pipe2(failure_ends.data(), O_CLOEXEC) == 0;
    const int refusal = errno;
    Descriptor output(output_ends[0]);
    Descriptor child_output(output_ends[1]);
    Descriptor failure(failure_ends[0]);
    Descriptor child_failure(failure_ends[1]);
    if (!made) {
        return not_started(refusal);
    }
    const pid_t parent = ::getpid();
    const pid_t id = ::fork();
    if (id < 0) {
        return not_started(errno);
    }
    if (id == 0) {
        become(addresses.data(), file.number(), child_output.number(), child_failure.number(), parent,
               limits.memory_mb);
    }
    Child child(id);
    child_output.close();
    child_failure.close();
    int error = 0;
    ssize_t got = 0;
    do {
        got = ::read(failure.number(), &error, sizeof error); // until the program has begun
    } while (got < 0 && errno == EINTR);
    if (got == sizeof error) {
        return not_started(error);
    }
    return watch(child, output, limits);
}

} // namespace daphnia::solver
