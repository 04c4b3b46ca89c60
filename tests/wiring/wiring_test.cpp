// The files that wire Daphnia into other people's pipelines, run as these would run them.
#include "process.h"
#include "programs.h"

#include <gtest/gtest.h>

namespace daphnia::tests {
namespace {

namespace fs = std::filesystem;

class Wiring : public testing::Test {
  protected:
    void SetUp() override {
        fs::create_directories(scratch_.path("bin"));
        fs::create_symlink(DAPHNIA_BINARY, scratch_.path("bin/daphnia"));
        scratch_.file("specs/right.dfy", kProved);
        scratch_.file("other/wrong.dfy", kUnproved);
    }

    // In the scratch folder, with the built program in the path.
    Finished shell(const std::string& script, const std::vector<std::string>& variables = {}) const {
        std::vector<std::string> command{"env", "PATH=" + scratch_.path("bin") + ":" + std::getenv("PATH"),
                                         "HOME=" + scratch_.path("home")};
        command.insert(command.end(), variables.begin(), variables.end());
        command.insert(command.end(), {"bash", "--noprofile", "--norc", "-eo", "pipefail", "-c",
                                       "cd " + scratch_.path("") + "\n" + script});
        return run(command);
    }

    const Scratch scratch_;
};

// A part of a YAML file, by Python's reader: an expression over `file`.
std::string part_of(const std::string& path, const std::string& expression) {
    const Finished result =
        run({"/usr/bin/python3", "-c",
             "import sys, yaml; file = yaml.safe_load(open(sys.argv[1])); print(" + expression + ")", path});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    return result.out;
}

TEST_F(Wiring, PreCommitRunsItsHooks) {
    const Finished made = shell("git init -q hooks && cp " DAPHNIA_ROOT "/.pre-commit-hooks.yaml hooks && cd hooks && "
                                "git add -A && git -c user.name=T -c user.email=t@t.example commit -qm hooks\n"
                                "cd .. && git init -q work && cp -r specs other work && cd work && git add -A");
    ASSERT_EQ(made.exit_code, 0) << made.err;
    for (const std::string hook : {"daphnia-verify", "daphnia-resolve"}) {
        const auto commit = [&](const std::string& files) {
            return shell("cd work && pre-commit try-repo ../hooks " + hook + " --files " + files);
        };
        const Finished right = commit("specs/right.dfy");
        EXPECT_EQ(right.exit_code, 0) << right.out << right.err;
        EXPECT_TRUE(has(right.out, "Passed")) << right.out;
        const Finished wrong = commit("specs/right.dfy other/wrong.dfy");
        EXPECT_EQ(wrong.exit_code, hook == "daphnia-verify" ? 1 : 0) << wrong.out << wrong.err;
    }
    EXPECT_TRUE(
        has(shell("cd work && pre-commit try-repo ../hooks daphnia-verify --all-files").out, "other/wrong.dfy:"));
}

TEST_F(Wiring, TheActionForGitHubAnnotatesAndReports) {
    const std::string action = DAPHNIA_ROOT "/examples/ci/action.yml";
    const std::string script = part_of(action, "[s for s in file['runs']['steps'] if s['name'] == 'Verify'][0]['run']");
    const Finished right = shell(script, {"PATHS=specs", "OPTIONS=", "DAPHNIA_CACHE_DIR=.cache"});
    EXPECT_EQ(right.exit_code, 0) << right.out << right.err;
    const Finished wrong = shell(script, {"PATHS=specs other", "OPTIONS=--cores 1 --refute-limit 0",
                                          "DAPHNIA_CACHE_DIR=.cache", "GITHUB_STEP_SUMMARY=summary.md"});
    EXPECT_EQ(wrong.exit_code, 4) << wrong.out << wrong.err;
    EXPECT_TRUE(has(wrong.out, "::error file=other/wrong.dfy,")) << wrong.out;
    EXPECT_TRUE(has(read_file(scratch_.path("daphnia.sarif")), "other/wrong.dfy"));
    EXPECT_TRUE(has(read_file(scratch_.path("daphnia.xml")), "other/wrong.dfy"));
    EXPECT_TRUE(has(read_file(scratch_.path("summary.md")), "other/wrong.dfy"));
}

// What a workflow passes on is data: nothing of it is run.
TEST_F(Wiring, TheActionForGitHubRunsNothingOfItsInputs) {
    const std::string action = DAPHNIA_ROOT "/examples/ci/action.yml";
    EXPECT_FALSE(has(part_of(action, "[s.get('run', '') for s in file['runs']['steps']]"), "${{"));
}

TEST_F(Wiring, TheJobForGitLabLeavesItsReports) {
    const std::string job = DAPHNIA_ROOT "/examples/ci/gitlab-ci.yml";
    const std::string script = part_of(job, "'\\n'.join(file['daphnia']['script'])");
    const Finished wrong = shell(script, {"DAPHNIA_PATHS=specs other", "DAPHNIA_CACHE_DIR=.cache"});
    EXPECT_EQ(wrong.exit_code, 4) << wrong.out << wrong.err;
    for (const std::string report : {"codequality", "junit"}) {
        std::string name = part_of(job, "file['daphnia']['artifacts']['reports']['" + report + "']");
        name.pop_back(); // the end of the line
        EXPECT_TRUE(has(read_file(scratch_.path(name)), "other/wrong.dfy")) << name;
    }
}

} // namespace
} // namespace daphnia::tests
