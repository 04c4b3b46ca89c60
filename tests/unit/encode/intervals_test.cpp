// What assignments and guards alone show of the numbers at the head of a loop.
#include "../interpret/running.h"
#include "encode/intervals.h"

#include <gtest/gtest.h>

namespace daphnia::encode {
namespace {

using interpret::Source;

std::string bound(const std::optional<support::Integer>& number) {
    return number ? number->get_str() : "";
}

// "i: 0.., k: 3..3": of the variables of which something is known at the head of the only loop.
std::string at_head(const std::string& body) {
    const Source source("method Test(n: int, m: nat, s: seq<int>) returns (r: int)\n  decreases *\n{\n" + body +
                        "\n}\n");
    const auto loops = loop_intervals(source.method("Test"));
    EXPECT_EQ(loops.size(), 1U) << body;
    std::string result;
    for (const auto& [variable, interval] : loops.begin()->second) {
        result +=
            (result.empty() ? "" : ", ") + variable->name + ": " + bound(interval.low) + ".." + bound(interval.high);
    }
    return result;
}

TEST(Intervals, OfWhatOnlyGrowsHaveALowerEnd) {
    EXPECT_EQ(at_head("r := 0; while * decreases * { r := r + 1; }"), "r: 0..");
    EXPECT_EQ(at_head("r := 5; while * decreases * { r := r - 2; }"), "r: ..5");
    EXPECT_EQ(at_head("r := 5; while * decreases * { r := r * 2; }"), "r: 5..");
}

TEST(Intervals, OfWhatStaysAreOneNumber) {
    EXPECT_EQ(at_head("r := 5; var i := 0; while * decreases * { i := i + 1; }"), "i: 0.., r: 5..5");
}

TEST(Intervals, KnowGuards) {
    EXPECT_EQ(at_head("r := 9; while r > 0 { r := r - 1; }"), "r: 0..9");
    EXPECT_EQ(at_head("r := 0; while r < 10 { r := r + 1; }"), "r: 0..10");
    EXPECT_EQ(at_head("r := 0; while r < 10 { if r < 3 { r := r + 1; } else { r := r + 2; } }"), "r: 0..11");
}

TEST(Intervals, KnowTheirTypes) {
    EXPECT_EQ(at_head("var k: nat := *; r := 0; while * decreases * { k := *; r := k; }"), "k: 0.., r: 0..");
    EXPECT_EQ(at_head("r := 0; while * decreases * { r := |s|; }"), "r: 0..");
    EXPECT_EQ(at_head("r := 0; while * decreases * { r := n % 7; }"), "r: 0..6");
}

TEST(Intervals, AreNothingWhereAnythingIsAssigned) {
    EXPECT_EQ(at_head("r := 0; while * decreases * { r := n; }"), "");
    EXPECT_EQ(at_head("r := 0; while * decreases * { r := *; }"), "");
}

TEST(Intervals, DoNotCountWhatHappensOnTheWayOut) {
    EXPECT_EQ(at_head("r := 0; while * decreases * { if n == r { r := -1; break; } r := r + 1; }"), "r: 0..");
}

TEST(Intervals, CountJumpsToTheHead) {
    EXPECT_EQ(at_head("r := 0; while * decreases * { if n == r { r := -1; continue; } r := 4; }"), "r: -1..4");
}

} // namespace
} // namespace daphnia::encode
