// Deep, long and large programs: refused or read, but never a crash or a wait.
#include "parsing.h"

#include <chrono>

namespace daphnia::parse {
namespace {

std::string repeat(const std::string& text, int times) {
    std::string result;
    result.reserve(text.size() * static_cast<std::size_t>(times));
    for (int i = 0; i < times; ++i) {
        result += text;
    }
    return result;
}

// The only error of a program, without its place.
std::string complaint(const std::string& text) {
    const auto errors = errors_of(text);
    EXPECT_EQ(errors.size(), 1U);
    return errors.empty() ? "" : errors.front().substr(errors.front().find(": ") + 2);
}

const std::string kTooDeep = "this is nested too deeply: more than 1000 levels of brackets and operators";

TEST(Limits, deepBrackets) {
    EXPECT_EQ(complaint("const c := " + repeat("(", 10000) + "1" + repeat(")", 10000)), kTooDeep);
    EXPECT_EQ(complaint("const c := " + repeat("[", 10000)), kTooDeep);
    EXPECT_EQ(complaint("method M() " + repeat("{", 10000) + repeat("}", 10000)), kTooDeep);
    EXPECT_EQ(complaint("const c := " + repeat("f(", 10000) + "1" + repeat(")", 10000)), kTooDeep);
    EXPECT_EQ(complaint("const c := " + repeat("|", 10000)), kTooDeep);
}

TEST(Limits, longChains) {
    EXPECT_EQ(complaint("const c := " + repeat("!", 10000) + "a"), kTooDeep);
    EXPECT_EQ(complaint("const c := a" + repeat(" + a", 100000)), kTooDeep);
    EXPECT_EQ(complaint("const c := a" + repeat(".b", 100000)), kTooDeep);
    EXPECT_EQ(complaint("const c := a" + repeat("(b)", 10000)), kTooDeep);
    EXPECT_EQ(complaint("const c := a" + repeat("[b]", 10000)), kTooDeep);
    EXPECT_EQ(complaint("const c := a" + repeat(" ==> a", 10000)), kTooDeep);
    EXPECT_EQ(complaint("const c := " + repeat("x => ", 10000) + "x"), kTooDeep);
    EXPECT_EQ(complaint("const c := " + repeat("if a then b else ", 10000) + "c"), kTooDeep);
    EXPECT_EQ(complaint("method M() { if a { }" + repeat(" else if a { }", 10000) + " }"), kTooDeep);
    EXPECT_EQ(complaint("method M() { " + repeat("match a case B => ", 10000) + " }"), kTooDeep);
    EXPECT_EQ(complaint("const c := " + repeat("var x := 1; ", 10000) + "x"), kTooDeep);
    EXPECT_EQ(complaint("function F(): " + repeat("int -> ", 10000) + "int"), kTooDeep);
}

TEST(Limits, whatIsDeepButReasonable) {
    printed("const c := " + repeat("(", 300) + "1" + repeat(")", 300));
    printed("const c := a" + repeat(" + a", 900));
    printed("method M() " + repeat("{", 200) + repeat("}", 200));
    printed("method M() { if a { }" + repeat(" else if a { }", 200) + " }");
}

TEST(Limits, deepTypesAndPatterns) {
    EXPECT_NE(joined_errors_of("method M(x: " + repeat("seq<", 10000) + "int" + repeat(">", 10000) + ")"), "");
    EXPECT_NE(joined_errors_of("const c := match x case " + repeat("A(", 10000) + "b" + repeat(")", 10000) + " => 1"),
              "");
    EXPECT_NE(joined_errors_of(repeat("/*", 10000)), "");
    EXPECT_NE(joined_errors_of(repeat("module M {", 10000)), "");
}

TEST(Limits, wideIsNoProblem) {
    const Parsed parsed("const c := [" + repeat("1, ", 50000) + "1]\nmethod M() { " + repeat("x := x + 1; ", 20000) +
                        "}");
    EXPECT_FALSE(parsed.errors.has_errors());
}

TEST(Limits, largeFile) {
    const Parsed parsed(repeat("method M(x: int) returns (y: int)\n  ensures y > x\n{\n  y := x + 1;\n}\n", 8000));
    EXPECT_FALSE(parsed.errors.has_errors());
    EXPECT_EQ(parsed.program.decls.size(), 8000U);
}

} // namespace
} // namespace daphnia::parse
