// No folder of the suite is empty, every kind of obligation is expected to fail by some program of it, and every rule
// is used by the code: an id that is used is one of the table already because it compiles.
#include "annotations.h"
#include "programs.h"
#include "support/rules.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <string>

namespace daphnia::harness {
namespace {

namespace fs = std::filesystem;

// Kinds that no program of the suite expects yet. Only ever to be shortened.
const std::set<std::string> kExempt = {};

TEST(Coverage, NoFolderIsEmpty) {
    EXPECT_FALSE(programs_below("tests/suite").empty());
    EXPECT_FALSE(programs_below("examples").empty());
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(project_root() / "tests/suite")) {
        if (entry.is_directory()) {
            EXPECT_FALSE(programs_below(fs::relative(entry.path(), project_root()).string()).empty()) << entry.path();
        }
    }
}

TEST(Coverage, EveryObligationKindIsExpectedSomewhere) {
    std::set<std::string> expected;
    for (const fs::path& program : programs_below("tests/suite")) {
        for (const Expectation& expectation : read_annotations(read_text(program)).expectations) {
            expected.insert(expectation.id);
        }
    }
    for (const support::RuleInfo& rule : support::rules()) {
        if (rule.is_obligation()) {
            const std::string id(rule.id);
            EXPECT_NE(expected.contains(id), kExempt.contains(id))
                << id << ": no program expects it, or an exempted one";
        }
    }
}

TEST(Coverage, EveryRuleIsUsedAndSaysWhatItAsksFor) {
    std::string code;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(project_root() / "src")) {
        if (entry.path().extension() == ".cpp" || entry.path().extension() == ".h") {
            code += read_text(entry.path());
        }
    }
    std::set<std::string_view> ids;
    for (const support::RuleInfo& rule : support::rules()) {
        const std::regex use(fmt::format(R"(\bRule::{}\b)", rule.name));
        EXPECT_TRUE(std::regex_search(code, use)) << rule.id << ": nothing uses it";
        EXPECT_TRUE(ids.insert(rule.id).second) << rule.id << ": two rules have this id";
        EXPECT_TRUE(rule.help.ends_with('.')) << rule.id << ": its help is a sentence";
        EXPECT_FALSE(rule.unproved.ends_with('.')) << rule.id;
        EXPECT_EQ(support::info(support::rule_named(rule.id).value()).name, rule.name);
    }
    EXPECT_FALSE(support::rule_named("no such rule").has_value());
}

} // namespace
} // namespace daphnia::harness
