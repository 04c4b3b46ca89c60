// No folder of the suite is empty, and every kind of obligation is expected to fail by some program of it.
#include "annotations.h"
#include "obligation_ids.h"
#include "programs.h"

#include <gtest/gtest.h>

#include <set>

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
    for (const std::string_view id : kObligationIds) {
        const bool exempt = kExempt.contains(std::string(id));
        EXPECT_NE(expected.contains(std::string(id)), exempt)
            << id << (exempt ? ": covered now, remove the exemption" : ": no program expects it");
    }
}

} // namespace
} // namespace daphnia::harness
