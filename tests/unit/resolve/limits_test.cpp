// Programs that nobody writes: they end in a diagnostic, soon.
#include "resolving.h"

#include <gtest/gtest.h>

namespace daphnia::resolve {
namespace {

std::string repeated(const std::string& text, int times) {
    std::string result;
    for (int i = 0; i < times; ++i) {
        result += text;
    }
    return result;
}

TEST(Limits, ChainsInChainsAreNotSpelledOutForever) {
    const std::string program =
        "predicate P(x: bool) { " + repeated("x == (", 60) + "x" + repeated(") == x", 60) + " }";
    const Said found = said(program);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_NE(found.front().find("too large"), std::string::npos) << found.front();
}

TEST(Limits, LongWaysBetweenConstantsAndSynonyms) {
    std::string constants = "const c0 := 1\n";
    std::string synonyms = "type T0 = int\n";
    for (int i = 1; i < 3000; ++i) {
        constants = fmt::format("const c{} := c{}\n", i, i - 1) + constants;
        synonyms += fmt::format("type T{} = seq<T{}>\n", i, i - 1);
    }
    EXPECT_FALSE(said(constants).empty());
    EXPECT_FALSE(said(synonyms + "method M(t: T2999) { }").empty());
}

TEST(Limits, LongChainsOfInferredVariables) {
    std::string body = "var x0 := n;\n";
    for (int i = 1; i < 2000; ++i) {
        body += fmt::format("var x{} := x{};\n", i, i - 1);
    }
    EXPECT_EQ(said_in_body(body + "r := x1999;"), Said{});
}

} // namespace
} // namespace daphnia::resolve
