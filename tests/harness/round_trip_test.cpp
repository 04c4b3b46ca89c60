// What the source printer prints of a program is the same program.
#include "annotations.h"
#include "programs.h"

#include "ast/ast.h"
#include "ast/print.h"
#include "parse/parse.h"
#include "support/diagnostics.h"
#include "support/source.h"

#include <gtest/gtest.h>

namespace daphnia::harness {
namespace {

namespace fs = std::filesystem;

class RoundTrip : public ::testing::TestWithParam<fs::path> {};

TEST_P(RoundTrip, PrintedProgramIsTheSameTree) {
    support::DiagnosticList problems;
    const support::SourceFile original(GetParam().string(), read_text(GetParam()));
    const ast::Program first = parse::parse(original, problems);
    if (problems.has_errors()) {
        GTEST_SKIP() << "not a program";
    }
    const std::string printed = ast::print(first);
    const support::SourceFile reprinted("printed.dfy", printed);
    const ast::Program second = parse::parse(reprinted, problems);
    EXPECT_FALSE(problems.has_errors()) << printed;
    EXPECT_TRUE(ast::same(first, second)) << printed;
    EXPECT_EQ(ast::print(second), printed);
}

std::string name_of(const ::testing::TestParamInfo<fs::path>& info) {
    return test_name(info.param);
}

INSTANTIATE_TEST_SUITE_P(Programs, RoundTrip, ::testing::ValuesIn(all_programs()), name_of);

} // namespace
} // namespace daphnia::harness
