// The checks of a declaration share one budget.
#include "verify/allowance.h"

#include <gtest/gtest.h>

namespace daphnia::verify {
namespace {

TEST(Allowance, SharesWhatIsLeft) {
    Allowance allowance({1'000, 8, 400});
    EXPECT_EQ(allowance.share(1).resources, 1'000U);
    EXPECT_EQ(allowance.share(4).resources, 250U);
    EXPECT_EQ(allowance.share(4).milliseconds, 2'000U);
    EXPECT_EQ(allowance.share(4).memory_mb, 300U);
    allowance.spend(600, 4);
    EXPECT_EQ(allowance.share(4).resources, 100U);
    EXPECT_EQ(allowance.share(2).milliseconds, 2'000U);
    EXPECT_FALSE(allowance.is_spent());
}

TEST(Allowance, CutsTimeIntoFewParts) {
    EXPECT_EQ(Allowance({1'000, 8, 0}).share(100).milliseconds, 2'000U);
}

TEST(Allowance, EndsWithWhatEndsFirst) {
    Allowance units({1'000, 8, 0});
    units.spend(2'000, 1);
    EXPECT_TRUE(units.is_spent());
    EXPECT_EQ(units.ended(), solver::Answer::Limit::Resources);
    Allowance time({1'000, 8, 0});
    time.spend(10, 9);
    EXPECT_TRUE(time.is_spent());
    EXPECT_EQ(time.ended(), solver::Answer::Limit::Time);
}

// 0 would be no limit.
TEST(Allowance, NeverGivesNoLimitForLittle) {
    Allowance allowance({10, 1, 0});
    allowance.spend(9, 0.9995);
    EXPECT_EQ(allowance.share(8).resources, 1U);
    EXPECT_GE(allowance.share(8).milliseconds, 1U);
}

TEST(Allowance, WithoutLimitsNeverEnds) {
    Allowance allowance({0, 0, 0});
    allowance.spend(1'000'000, 1'000);
    EXPECT_FALSE(allowance.is_spent());
    EXPECT_EQ(allowance.share(4).resources, 0U);
    EXPECT_EQ(allowance.share(4).milliseconds, 0U);
    EXPECT_EQ(allowance.share(4).memory_mb, 0U);
}

} // namespace
} // namespace daphnia::verify
