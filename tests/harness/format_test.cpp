// Formatting the programs of the examples and the suite: nothing but blanks at the beginning of lines changes, and
// what is formatted stays as it is.
#include "programs.h"

#include "ast/ast.h"
#include "layout/format.h"
#include "parse/parse.h"
#include "support/diagnostics.h"
#include "support/source.h"

#include <gtest/gtest.h>

#include <sstream>

namespace daphnia::harness {
namespace {

namespace fs = std::filesystem;
using support::SourceFile;

std::string formatted(const SourceFile& file) {
    const layout::Text text(file);
    const layout::Formatted result = layout::format(text);
    EXPECT_EQ(result.refused, "");
    EXPECT_TRUE(result.left_alone.empty());
    return layout::apply_edits(file, result.edits);
}

std::string without_indentation(const std::string& text) {
    std::istringstream lines(text);
    std::string result;
    for (std::string line; std::getline(lines, line);) {
        const std::size_t begin = line.find_first_not_of(" \t");
        result += (begin == std::string::npos ? line : line.substr(begin)) + "\n";
    }
    return result;
}

class Format : public ::testing::TestWithParam<fs::path> {};

TEST_P(Format, ChangesIndentationOnlyAndOnlyOnce) {
    support::DiagnosticList problems;
    const SourceFile file(GetParam().string(), read_text(GetParam()));
    const ast::Program before = parse::parse(file, problems);
    if (problems.has_errors()) {
        GTEST_SKIP() << "not a program";
    }
    const SourceFile once("once.dfy", formatted(file));
    EXPECT_EQ(without_indentation(std::string(file.text())), without_indentation(std::string(once.text())));
    const ast::Program after = parse::parse(once, problems);
    EXPECT_FALSE(problems.has_errors()) << once.text();
    EXPECT_TRUE(ast::same(before, after)) << once.text();
    EXPECT_EQ(formatted(once), once.text());
}

TEST_P(Format, DoesNotDependOnTheIndentationThatWasThere) {
    support::DiagnosticList problems;
    const std::string text = read_text(GetParam());
    const SourceFile file(GetParam().string(), text);
    parse::parse(file, problems);
    const bool keeps_lines = text.find("/*") != std::string::npos || text.find("@\"") != std::string::npos;
    if (problems.has_errors() || keeps_lines) {
        GTEST_SKIP() << "not a program, or with lines that move as a whole or stay as they are";
    }
    const SourceFile flat("flat.dfy", without_indentation(text));
    EXPECT_EQ(formatted(flat), formatted(file));
}

std::string name_of(const ::testing::TestParamInfo<fs::path>& info) {
    return test_name(info.param);
}

INSTANTIATE_TEST_SUITE_P(Programs, Format, ::testing::ValuesIn(all_programs()), name_of);

} // namespace
} // namespace daphnia::harness
