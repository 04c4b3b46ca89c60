#include "verify/success.h"

#include <gtest/gtest.h>

namespace daphnia::verify {
namespace {

TEST(Success, EachObligationHasWordsForItsProof) {
    for (std::size_t i = 0; i < support::rules().size(); ++i) {
        if (support::rules()[i].is_obligation()) {
            EXPECT_FALSE(success(static_cast<support::Rule>(i)).empty()) << support::rules()[i].id;
        }
    }
}

} // namespace
} // namespace daphnia::verify
