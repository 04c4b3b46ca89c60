// Budgets end checks, killed workers cost their own declaration, and nothing of it is shown as a proof.
#include "process.h"
#include "programs.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <csignal>
#include <map>
#include <thread>

namespace daphnia::tests {
namespace {

using nlohmann::json;

// What became of the declarations of kEndless.
void expect_only_the_endless_one_exhausted(const Finished& result, const std::string& message) {
    ASSERT_EQ(result.exit_code, 4) << result.out << result.err;
    const json document = json::parse(result.out);
    const json& file = document["files"][0];
    ASSERT_EQ(file["declarations"].size(), 3U) << result.out;
    EXPECT_EQ(file["declarations"][0]["verdict"], "exhausted") << result.out;
    EXPECT_EQ(file["declarations"][1]["verdict"], "proved") << result.out;
    ASSERT_EQ(file["diagnostics"].size(), 1U) << result.out;
    EXPECT_EQ(file["diagnostics"][0]["verdict"], "exhausted");
    EXPECT_NE(file["diagnostics"][0]["message"].get<std::string>().find(message), std::string::npos) << result.out;
    EXPECT_EQ(document["summary"]["verified"], 2);
}

TEST(Budget, ResourcesEndACheckAlikeEveryTime) {
    const Scratch scratch;
    const std::vector<std::string> command{"verify",           "--format", "json",
                                           "--resource-limit", "200000",   scratch.file("a.dfy", kEndless)};
    const Finished first = daphnia(command);
    expect_only_the_endless_one_exhausted(first, "(verification of 'Endless' ran out of resources)");
    const auto resources = [](const Finished& result) {
        return json::parse(result.out)["files"][0]["declarations"][0]["resources"].get<std::uint64_t>();
    };
    EXPECT_EQ(resources(first), resources(daphnia(command)));
}

TEST(Budget, TimeIsTheNetBelowIt) {
    const Scratch scratch;
    expect_only_the_endless_one_exhausted(daphnia({"verify", "--format", "json", "--resource-limit", "0",
                                                   "--verification-time-limit", "1", scratch.file("a.dfy", kEndless)}),
                                          "(verification of 'Endless' timed out after 1 seconds)");
}

TEST(Budget, MemoryIsLimitedToo) {
    const Scratch scratch;
    expect_only_the_endless_one_exhausted(daphnia({"verify", "--format", "json", "--resource-limit", "0",
                                                   "--solver-memory-limit", "150", scratch.file("a.dfy", kEndless)}),
                                          "(verification of 'Endless' ran out of memory)");
}

// Whatever runs out, and in whatever words the solver says so: what could be proved with more is not unproved.
TEST(Budget, WhatALimitEndedIsExhausted) {
    const Scratch scratch;
    const std::string file = scratch.file("a.dfy", kDemanding);
    const auto verdicts = [&](const std::string& option, const std::string& value) {
        const Finished result = daphnia({"verify", "--format", "json", option, value, file});
        EXPECT_TRUE(result.exit_code == 0 || result.exit_code == 4) << option << value << result.err;
        const json document = json::parse(result.out);
        std::map<std::string, int> count;
        for (const json& declaration : document["files"][0]["declarations"]) {
            ++count[declaration["verdict"]];
        }
        return count;
    };
    EXPECT_EQ(verdicts("--resource-limit", "0")["proved"], 4);
    for (const char* units : {"1", "50", "200", "500", "2000", "10000", "50000"}) {
        EXPECT_EQ(verdicts("--resource-limit", units)["unproved"], 0) << units;
    }
    EXPECT_GT(verdicts("--resource-limit", "50")["exhausted"], 0);
    for (const char* megabytes : {"10", "20", "35", "50", "65", "80", "95", "110"}) {
        EXPECT_EQ(verdicts("--solver-memory-limit", megabytes)["unproved"], 0) << megabytes;
    }
    EXPECT_GT(verdicts("--solver-memory-limit", "10")["exhausted"], 0);
    EXPECT_EQ(verdicts("--verification-time-limit", "1")["unproved"], 0);
}

TEST(Budget, AttributesTakePrecedence) {
    const Scratch scratch;
    std::string program = kEndless;
    program.insert(program.find("Endless"), "{:resource_limit 100000} ");
    expect_only_the_endless_one_exhausted(
        daphnia({"verify", "--format", "json", "--resource-limit", "0", scratch.file("a.dfy", program)}),
        "ran out of resources");
}

// Starts a run without any budget and waits until its only worker has been busy for a while.
pid_t busy_worker(const Process& process) {
    for (int attempt = 0; attempt < 1000; ++attempt) {
        const std::vector<pid_t> children = process.children();
        if (!children.empty()) {
            std::this_thread::sleep_for(std::chrono::seconds(1));
            return children.front();
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return -1;
}

std::vector<std::string> endless_command(const Scratch& scratch) {
    return daphnia_command({"verify", "--format", "json", "--resource-limit", "0", "--verification-time-limit", "0",
                            "--cores", "1", scratch.file("a.dfy", kEndless)});
}

TEST(Worker, KilledInMidRunCostsItsDeclarationOnly) {
    const Scratch scratch;
    Process process(endless_command(scratch));
    const pid_t worker = busy_worker(process);
    ASSERT_GT(worker, 0);
    ::kill(worker, SIGKILL);
    expect_only_the_endless_one_exhausted(process.wait(), "crash");
}

TEST(Worker, DiesWithItsParent) {
    const Scratch scratch;
    Process process(endless_command(scratch));
    const pid_t worker = busy_worker(process);
    ASSERT_GT(worker, 0);
    ::kill(process.id(), SIGKILL);
    EXPECT_EQ(process.wait().exit_code, 128 + SIGKILL);
    bool gone = false;
    for (int attempt = 0; attempt < 500 && !gone; ++attempt) {
        const std::string stat = read_file("/proc/" + std::to_string(worker) + "/stat");
        gone = stat.empty() || stat.find(") Z ") != std::string::npos;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    EXPECT_TRUE(gone);
}

} // namespace
} // namespace daphnia::tests
