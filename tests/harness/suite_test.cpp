// Every program below tests/suite does what its annotations say; every program below examples verifies.
#include "annotations.h"
#include "daphnia_process.h"
#include "obligation_ids.h"
#include "programs.h"

#include <gtest/gtest.h>

namespace daphnia::harness {
namespace {

namespace fs = std::filesystem;

std::string name_of(const ::testing::TestParamInfo<fs::path>& info) {
    return test_name(info.param);
}

std::string lines(const std::vector<std::string>& texts) {
    std::string result;
    for (const std::string& text : texts) {
        result += "\n  " + text;
    }
    return result;
}

// 2 when something is wrong before anything is proved, 4 when a proof is missing.
int expected_exit_code(const std::vector<Expectation>& expectations) {
    int code = 0;
    for (const Expectation& expectation : expectations) {
        if (expectation.word != Word::Warning) {
            const bool proof = expectation.word != Word::Error || is_obligation(expectation.id);
            code = proof && code != 2 ? 4 : 2;
        }
    }
    return code;
}

class Suite : public ::testing::TestWithParam<fs::path> {};

TEST_P(Suite, DoesWhatItsAnnotationsSay) {
    const Annotations annotations = read_annotations(read_text(GetParam()));
    ASSERT_TRUE(annotations.mistakes.empty()) << GetParam() << lines(annotations.mistakes);
    const ProcessResult result = run_daphnia(annotations.command, GetParam().string());
    ASSERT_TRUE(result.trouble.empty()) << GetParam() << " exit code " << result.exit_code << "\n" << result.trouble;
    const std::vector<std::string> wrong = differences(annotations.expectations, result.findings);
    EXPECT_TRUE(wrong.empty()) << GetParam() << lines(wrong);
    EXPECT_EQ(result.exit_code, expected_exit_code(annotations.expectations)) << GetParam();
}

INSTANTIATE_TEST_SUITE_P(Programs, Suite, ::testing::ValuesIn(programs_below("tests/suite")), name_of);

class Examples : public ::testing::TestWithParam<fs::path> {};

TEST_P(Examples, Verify) {
    const ProcessResult result = run_daphnia({"verify"}, GetParam().string());
    ASSERT_TRUE(result.trouble.empty()) << GetParam() << " exit code " << result.exit_code << "\n" << result.trouble;
    EXPECT_EQ(lines(differences({}, result.findings)), "") << GetParam();
    EXPECT_EQ(result.exit_code, 0) << GetParam();
}

INSTANTIATE_TEST_SUITE_P(Programs, Examples, ::testing::ValuesIn(programs_below("examples")), name_of);

} // namespace
} // namespace daphnia::harness
