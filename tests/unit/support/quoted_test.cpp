// What is quoted in the hints that there are.
#include "support/quoted.h"

#include "support/spelling.h"

#include <gtest/gtest.h>

namespace daphnia::support {
namespace {

using Texts = std::vector<std::string>;

TEST(Quoted, IsTheCodeBetweenBackquotes) {
    EXPECT_EQ(quoted_code("try `decreases n - i`: it decreases in each of the 7 iterations that were run"),
              (Texts{"decreases n - i"}));
    EXPECT_EQ(quoted_code("add `reads a` to F"), (Texts{"reads a"}));
    EXPECT_EQ(quoted_code("`assert x' == 1;` and `reveal F();`"), (Texts{"assert x' == 1;", "reveal F();"}));
    EXPECT_EQ(quoted_code("assert a step on the way"), Texts{});
    EXPECT_EQ(quoted_code("an open `quote"), Texts{});
}

TEST(Quoted, AreTheWordsBetweenSingleQuotes) {
    EXPECT_EQ(quoted_words(did_you_mean({"count"})), (Texts{"count"}));
    EXPECT_EQ(quoted_words(did_you_mean({"a'", "b", "c'"})), (Texts{"a'", "b", "c'"}));
    EXPECT_EQ(quoted_words("the loop's bound"), Texts{});
    EXPECT_EQ(quoted_words("'and' is written '&&'"), (Texts{"and", "&&"}));
}

} // namespace
} // namespace daphnia::support
