// Distances, and which names are near enough to be proposed.
#include "support/spelling.h"

#include <gtest/gtest.h>

namespace daphnia::support {
namespace {

using Names = std::vector<std::string>;

TEST(EditDistance, CountsLetters) {
    EXPECT_EQ(edit_distance("requires", "requires"), 0U);
    EXPECT_EQ(edit_distance("require", "requires"), 1U);
    EXPECT_EQ(edit_distance("invarient", "invariant"), 1U);
    EXPECT_EQ(edit_distance("", "abc"), 3U);
    EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
}

TEST(EditDistance, NeighboursThatChangePlacesAreOneSlip) {
    EXPECT_EQ(edit_distance("lenght", "length"), 1U);
    EXPECT_EQ(edit_distance("retrun", "return"), 1U);
}

TEST(EditDistance, CapitalsAreSmallLetters) {
    EXPECT_EQ(edit_distance("LENGTH", "Length"), 0U);
}

TEST(NearMisses, AreWithinTheDistanceOfTheirLength) {
    EXPECT_EQ(near_misses("sun", {"sum", "son", "max"}), (Names{"son", "sum"}));
    EXPECT_EQ(near_misses("smm", {"max"}), Names{});
    EXPECT_EQ(near_misses("cuonter", {"counter", "mounter"}), (Names{"counter"}));
    EXPECT_EQ(near_misses("conuters", {"counter"}), (Names{"counter"}));
    EXPECT_EQ(near_misses("zebra", {"counter"}), Names{});
}

TEST(NearMisses, TheNearestAlone) {
    EXPECT_EQ(near_misses("lenght", {"length", "height", "lengths"}), (Names{"length"}));
    EXPECT_EQ(near_misses("nil", {"Nil", "nib"}), (Names{"Nil"}));
}

TEST(NearMisses, NotForOneLetterAndHardlyForTwo) {
    EXPECT_EQ(near_misses("x", {"y", "X", "xs"}), Names{});
    EXPECT_EQ(near_misses("xs", {"ys", "x", "xss"}), Names{});
    EXPECT_EQ(near_misses("ab", {"ba", "AB"}), (Names{"AB"}));
    EXPECT_EQ(near_misses("fi", {"if"}), (Names{"if"}));
}

TEST(NearMisses, NotWhenTooManyAreEquallyNear) {
    EXPECT_EQ(near_misses("val0", {"val1", "val2", "val3"}).size(), 3U);
    EXPECT_EQ(near_misses("val0", {"val1", "val2", "val3", "val4"}), Names{});
}

TEST(NearMisses, TheNameItselfIsNone) {
    EXPECT_EQ(near_misses("count", {"count"}), Names{});
}

TEST(DidYouMean, IsASentence) {
    EXPECT_EQ(did_you_mean("zebra", {"lion"}), "");
    EXPECT_EQ(did_you_mean("requre", {"requires", "ensures"}), "did you mean 'requires'?");
    EXPECT_EQ(did_you_mean("val0", {"val2", "val1"}), "did you mean 'val1' or 'val2'?");
    EXPECT_EQ(did_you_mean("val0", {"val2", "val1", "val3"}), "did you mean 'val1', 'val2' or 'val3'?");
}

} // namespace
} // namespace daphnia::support
