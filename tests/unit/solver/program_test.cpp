// Programs that lie, hang, die or talk too much end as what they are, and leave nothing behind.
#include "solver/program.h"

#include "script.h"

#include <gtest/gtest.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <thread>

namespace daphnia::solver {
namespace {

using How = ProgramEnd::How;

ProgramEnd run(const std::string& body, const std::string& input = "", ProgramLimits limits = {10'000, 0}) {
    const Script script("program", body);
    return run_program({script.path(), "one", "two words"}, input, limits);
}

TEST(Program, GetsItsInputAndItsArguments) {
    const ProgramEnd end = run("cat; echo \"$1,$2\"; echo lost >&2; exit 3", "some text\n");
    EXPECT_EQ(end.how, How::Exited);
    EXPECT_EQ(end.code, 3);
    EXPECT_EQ(end.out, "some text\none,two words\n");
}

TEST(Program, NeedNotReadALongInput) {
    const ProgramEnd end = run("echo done", std::string(5'000'000, 'x'));
    EXPECT_EQ(end.how, How::Exited);
    EXPECT_EQ(end.out, "done\n");
    const ProgramEnd counted = run("wc -c", std::string(5'000'000, 'x'));
    EXPECT_EQ(counted.out, "5000000\n");
}

TEST(Program, ThatIsMissingIsNotStarted) {
    const ProgramEnd end = run_program({"/nowhere/cvc5"}, "", {});
    EXPECT_EQ(end.how, How::NotStarted);
    EXPECT_EQ(end.code, ENOENT);
}

TEST(Program, ThatDiesSaysByWhat) {
    const ProgramEnd end = run("echo unsat; kill -SEGV $$");
    EXPECT_EQ(end.how, How::Killed);
    EXPECT_EQ(end.code, SIGSEGV);
    EXPECT_EQ(end.out, "unsat\n");
}

TEST(Program, ThatSleepsIsNotWaitedFor) {
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(run("sleep 1000", "", {100, 0}).how, How::TimedOut);
    EXPECT_EQ(run("exec >&-; sleep 1000", "", {100, 0}).how, How::TimedOut);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
}

TEST(Program, ThatWorksForEverHasItsProcessorTime) {
    const ProgramEnd end = run("while :; do :; done", "", {200, 0});
    EXPECT_EQ(end.how, How::TimedOut);
    EXPECT_GE(end.seconds, 0.1);
}

TEST(Program, ThatTalksForEverIsCutOff) {
    const ProgramEnd end = run("yes");
    EXPECT_EQ(end.how, How::Talkative);
    EXPECT_EQ(end.out.substr(0, 4), "y\ny\n");
}

// What holds the other end of its output is no reason to wait, and does not outlive it.
TEST(Program, LeavesNothingThatItStarted) {
    const Script script("program", "sleep 1000 & echo $! > \"$1\"; echo done");
    const ProgramEnd end = run_program({script.path(), script.file("id")}, "", {10'000, 0});
    EXPECT_EQ(end.how, How::Exited);
    EXPECT_EQ(end.out, "done\n");
    pid_t id = 0;
    std::ifstream(script.file("id")) >> id;
    ASSERT_GT(id, 0);
    for (int i = 0; i < 500 && ::kill(id, 0) == 0; ++i) {
        std::ifstream state("/proc/" + std::to_string(id) + "/stat");
        if (std::string words(std::istreambuf_iterator<char>(state), {}); words.find(") Z") != std::string::npos) {
            return; // killed, and whoever inherits orphans has not looked yet
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    EXPECT_NE(::kill(id, 0), 0);
}

} // namespace
} // namespace daphnia::solver
