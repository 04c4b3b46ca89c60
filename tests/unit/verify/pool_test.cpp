// Workers that crash, hang, run out of memory or fail cost their own job, and nothing else.
#include "verify/pool.h"

#include "support/error.h"

#include <gtest/gtest.h>

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <map>
#include <thread>

namespace daphnia::verify {
namespace {

struct Seen {
    std::size_t announced = 0;
    std::vector<TaskAnswer> answers;
    std::uint64_t resources = 0;
    std::size_t starts = 0;
    std::size_t ends = 0;
    std::size_t cancellations = 0;
    JobEnd end;
};

class Recorder final : public JobObserver {
  public:
    void select(std::size_t job) override { current_ = &seen[job]; }
    void announce(const std::vector<ivl::Origin>& obligations) override { current_->announced += obligations.size(); }
    void spent(std::uint64_t resources, double) override { current_->resources += resources; }
    void answer(const TaskAnswer& answer) override { current_->answers.push_back(answer); }
    void explain(std::size_t, const refute::Finding&) override {}
    void vacuous(Vacuity) override {}
    void warn(const Warning&) override {}
    void cache_used(const cache::Usage&) override {}
    void second_opinion(std::size_t, const SecondOpinion&) override {}
    void started() override { ++current_->starts; }
    void cancelled() override { ++current_->cancellations; }
    void end(const JobEnd& end) override {
        ++current_->ends;
        current_->end = end;
    }

    std::map<std::size_t, Seen> seen;

  private:
    Seen* current_ = nullptr;
};

const ivl::Origin kOrigin{support::Rule::Assertion, {}, {}, {}};

void prove_one(TaskListener& listener) {
    listener.announce({kOrigin});
    listener.spent(10, 0.1);
    listener.answer({0, 1, Verdict::Proved, Limit::None, 10, 0.1});
}

Recorder run(const std::vector<Job>& jobs, const PoolOptions& options) {
    Recorder recorder;
    Pool pool(jobs, options, recorder);
    while (!pool.is_done()) {
        pool.wait();
        pool.step();
    }
    return recorder;
}

// All jobs but `bad` went through, and `bad` ended once.
void expect_only(Recorder& recorder, std::size_t count, std::size_t bad) {
    for (std::size_t i = 0; i < count; ++i) {
        EXPECT_EQ(recorder.seen[i].ends, 1U) << i;
        if (i != bad) {
            EXPECT_EQ(recorder.seen[i].answers.size(), 1U) << i;
            EXPECT_EQ(recorder.seen[i].end.stopped, Limit::None) << i;
        }
    }
}

class PoolWith : public testing::TestWithParam<unsigned> {};

TEST_P(PoolWith, RunsEveryJobOnce) {
    const std::vector<Job> jobs(40, Job{prove_one, nullptr, 0});
    Recorder recorder = run(jobs, {GetParam(), 0});
    EXPECT_EQ(recorder.seen.size(), jobs.size());
    expect_only(recorder, jobs.size(), jobs.size());
}

TEST_P(PoolWith, ACrashCostsOneJobAndKeepsWhatItSaid) {
    std::vector<Job> jobs(9, Job{prove_one, nullptr, 0});
    jobs[4].run = [](TaskListener& listener) {
        listener.announce({kOrigin, kOrigin});
        listener.answer({0, 1, Verdict::Proved, Limit::None, 10, 0.1});
        ::raise(SIGKILL);
    };
    Recorder recorder = run(jobs, {GetParam(), 0});
    expect_only(recorder, jobs.size(), 4);
    EXPECT_EQ(recorder.seen[4].end.stopped, Limit::Crash);
    EXPECT_EQ(recorder.seen[4].announced, 2U);
    EXPECT_EQ(recorder.seen[4].answers.size(), 1U);
}

TEST_P(PoolWith, ASilentWorkerIsKilled) {
    std::vector<Job> jobs(5, Job{prove_one, nullptr, 1});
    jobs[1].run = [](TaskListener&) { std::this_thread::sleep_for(std::chrono::hours(1)); };
    Recorder recorder = run(jobs, {GetParam(), 0});
    expect_only(recorder, jobs.size(), 1);
    EXPECT_EQ(recorder.seen[1].end.stopped, Limit::Time);
}

TEST_P(PoolWith, AnExceptionIsADefectOfTheJob) {
    std::vector<Job> jobs(5, Job{prove_one, nullptr, 0});
    jobs[2].run = [](TaskListener&) { throw support::InternalError("odd"); };
    Recorder recorder = run(jobs, {GetParam(), 0});
    expect_only(recorder, jobs.size(), 2);
    EXPECT_EQ(recorder.seen[2].end.internal_error, "odd");
}

INSTANTIATE_TEST_SUITE_P(Sizes, PoolWith, testing::Values(1U, 2U, 16U));

#ifndef __SANITIZE_ADDRESS__ // which reserves more than any limit
TEST(Pool, MemoryIsLimited) {
    std::vector<Job> jobs(3, Job{prove_one, nullptr, 0});
    jobs[0].run = [](TaskListener&) {
        std::vector<std::vector<char>> hoard;
        while (true) {
            hoard.emplace_back(1 << 20, 'x');
        }
    };
    Recorder recorder = run(jobs, {1, 1024});
    expect_only(recorder, jobs.size(), 0);
    EXPECT_EQ(recorder.seen[0].end.stopped, Limit::Memory);
}
#endif

// The first job waits for the second, which needs another worker.
TEST(Pool, OtherWorkersFollowTheFirst) {
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    const auto wait_for_the_other = [&](TaskListener& listener) {
        char said = 0;
        if (::read(ends[0], &said, 1) == 1) {
            prove_one(listener);
        }
    };
    const auto speak = [&](TaskListener& listener) {
        if (::write(ends[1], "x", 1) == 1) {
            prove_one(listener);
        }
    };
    Recorder recorder = run({Job{wait_for_the_other, nullptr, 60}, Job{speak, nullptr, 60}}, {2, 0});
    expect_only(recorder, 2, 2);
    ::close(ends[0]);
    ::close(ends[1]);
}

// A job that takes for ever.
const Job kEndless{[](TaskListener& listener) {
                       listener.announce({kOrigin});
                       std::this_thread::sleep_for(std::chrono::hours(1));
                   },
                   nullptr, 0};

// Steps until something is so, or until it takes too long.
template <typename Holds>
void step_until(Pool& pool, Holds holds) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (!holds() && std::chrono::steady_clock::now() < end) {
        std::vector<pollfd> polled;
        for (const int descriptor : pool.file_descriptors()) {
            polled.push_back({descriptor, POLLIN, 0});
        }
        const int timeout = static_cast<int>(pool.patience().value_or(std::chrono::milliseconds(100)).count());
        ::poll(polled.data(), polled.size(), std::min(timeout, 100));
        pool.step();
    }
    ASSERT_TRUE(holds());
}

TEST(SteppedPool, BeginsWithTheFirstStepAndNeverWaits) {
    Recorder recorder;
    Pool pool({kEndless, kEndless}, {1, 0}, recorder);
    EXPECT_TRUE(recorder.seen.empty());
    EXPECT_TRUE(pool.file_descriptors().empty());
    EXPECT_EQ(pool.patience(), std::chrono::milliseconds(0));
    EXPECT_FALSE(pool.is_done());
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < 100; ++i) {
        pool.step();
    }
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
    EXPECT_EQ(pool.file_descriptors().size(), 1U);
    EXPECT_EQ(recorder.seen[0].starts, 1U);
    EXPECT_EQ(recorder.seen[1].starts, 0U);
}

TEST(SteppedPool, ARunningJobIsCancelledInMidRun) {
    Recorder recorder;
    Pool pool({kEndless, Job{prove_one, nullptr, 0}}, {1, 0}, recorder);
    step_until(pool, [&] { return recorder.seen[0].announced == 1; });
    pool.cancel(0);
    EXPECT_EQ(recorder.seen[0].cancellations, 1U);
    step_until(pool, [&] { return pool.is_done(); });
    EXPECT_EQ(recorder.seen[0].ends, 0U);
    EXPECT_EQ(recorder.seen[1].answers.size(), 1U);
    EXPECT_EQ(recorder.seen[1].ends, 1U);
    EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1); // its worker is gone
    pool.cancel(0);
    pool.cancel(1); // nothing that has ended changes
    EXPECT_EQ(recorder.seen[0].cancellations, 1U);
    EXPECT_EQ(recorder.seen[1].cancellations, 0U);
}

TEST(SteppedPool, AWaitingJobIsCancelledBeforeItStarts) {
    Recorder recorder;
    Pool pool(std::vector<Job>(3, Job{prove_one, nullptr, 0}), {1, 0}, recorder);
    pool.cancel(1);
    step_until(pool, [&] { return pool.is_done(); });
    EXPECT_EQ(recorder.seen[1].cancellations, 1U);
    EXPECT_EQ(recorder.seen[1].starts, 0U);
    EXPECT_EQ(recorder.seen[0].ends + recorder.seen[2].ends, 2U);
}

TEST(SteppedPool, AllJobsCancelledAreAllDone) {
    Recorder recorder;
    Pool pool(std::vector<Job>(5, kEndless), {3, 0}, recorder);
    step_until(pool, [&] { return recorder.seen[2].announced == 1; });
    for (std::size_t i = 0; i < 5; ++i) {
        pool.cancel(i);
    }
    EXPECT_TRUE(pool.is_done());
    EXPECT_TRUE(pool.file_descriptors().empty());
    EXPECT_EQ(pool.patience(), std::nullopt);
    EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1);
}

TEST(SteppedPool, WorkersGoWithIt) {
    Recorder recorder;
    {
        Pool pool({kEndless}, {1, 0}, recorder);
        step_until(pool, [&] { return recorder.seen[0].announced == 1; });
    }
    EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1);
}

TEST(Pool, LeavesNoProcessBehind) {
    run(std::vector<Job>(8, Job{prove_one, nullptr, 0}), {4, 0});
    EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1);
    EXPECT_EQ(errno, ECHILD);
}

TEST(Pool, AWorkerDoesNotOutliveItsParent) {
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    const pid_t parent = ::fork();
    if (parent == 0) {
        const std::vector<Job> jobs{{[&](TaskListener&) {
                                         const pid_t worker = ::getpid();
                                         if (::write(ends[1], &worker, sizeof worker) == sizeof worker) {
                                             std::this_thread::sleep_for(std::chrono::hours(1));
                                         }
                                     },
                                     nullptr, 0}};
        run(jobs, {1, 0});
        ::_exit(0);
    }
    ::close(ends[1]);
    pid_t worker = 0;
    ASSERT_EQ(::read(ends[0], &worker, sizeof worker), static_cast<ssize_t>(sizeof worker));
    ::kill(parent, SIGKILL);
    ::waitpid(parent, nullptr, 0);
    // The worker holds the last writing end: reading comes back when it is gone.
    char nothing = 0;
    EXPECT_EQ(::read(ends[0], &nothing, 1), 0);
    ::close(ends[0]);
}

} // namespace
} // namespace daphnia::verify
