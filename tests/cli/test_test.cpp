// daphnia test: each method marked {:test} by itself, and a total.
#include "process.h"
#include "programs.h"

#include <gtest/gtest.h>

namespace daphnia::tests {
namespace {

Finished test_text(const std::string& text, std::vector<std::string> options = {}) {
    const Scratch scratch;
    options.insert(options.begin(), "test");
    options.push_back(scratch.file("a.dfy", text));
    return daphnia(options);
}

TEST(Tests, AreRunInOrderWithATotal) {
    const Finished result = test_text("method Twice(x: int) returns (r: int) ensures r == 2 * x { r := x + x; }\n"
                                      "method {:test} Second() { var r := Twice(4); assert r == 8; }\n"
                                      "method {:test} First() returns (ignored: int) { ignored := 1; }\n"
                                      "method NoTest() { print 1; }\n");
    EXPECT_EQ(result.exit_code, 0) << result.out << result.err;
    EXPECT_EQ(result.out, "\nDaphnia program verifier finished with 4 verified, 0 errors\n"
                          "Second: PASSED\n"
                          "First: PASSED\n"
                          "\n"
                          "Daphnia test runner finished with 2 passed, 0 failed\n");
}

TEST(Tests, OneThatFailsStopsNoOther) {
    const Finished result = test_text("method {:test} Bad() {\n"
                                      "  print \"said \";\n"
                                      "  expect 1 == 2, \"not equal\";\n"
                                      "}\n"
                                      "method {:test} Good() { }\n");
    EXPECT_EQ(result.exit_code, 3) << result.err;
    EXPECT_TRUE(has(result.out, "Bad: said FAILED\n\t")) << result.out;
    EXPECT_TRUE(has(result.out, "a.dfy(3,2): not equal\nGood: PASSED\n")) << result.out;
    EXPECT_TRUE(has(result.out, "finished with 1 passed, 1 failed\n")) << result.out;
}

TEST(Tests, WithoutProofEveryRuleIsChecked) {
    const char* const program = "method {:test} Bad() { var a := new int[1]; var i := 1; a[i] := 2; }\n";
    EXPECT_EQ(test_text(program).exit_code, 4);
    const Finished result = test_text(program, {"--no-verify"});
    EXPECT_EQ(result.exit_code, 3);
    EXPECT_TRUE(has(result.out, "Bad: FAILED\n")) << result.out;
    EXPECT_TRUE(has(result.out, "error: index out of range")) << result.out;
}

TEST(Tests, HaveAnEnd) {
    const Finished result = test_text("method Recurse(n: nat) returns (r: nat) decreases * { r := Recurse(n + 1); }\n"
                                      "method {:test} Loops() decreases * { while true decreases * { } }\n"
                                      "method {:test} Recurses() decreases * { var r := Recurse(0); }\n"
                                      "method {:test} Fine() { }\n",
                                      {"--step-limit", "100000000"});
    EXPECT_EQ(result.exit_code, 3);
    EXPECT_TRUE(has(result.out, "Loops: FAILED\n")) << result.out;
    EXPECT_TRUE(has(result.out, "does not end within 100000000 steps")) << result.out;
    EXPECT_TRUE(has(result.out, "Recurses: FAILED\n")) << result.out;
    EXPECT_TRUE(has(result.out, "nest too deep")) << result.out;
    EXPECT_TRUE(has(result.out, "Fine: PASSED\n")) << result.out;
}

TEST(Tests, NotEveryMethodMayBeOne) {
    const Finished inputs = test_text("method {:test} T(x: int) { }\n");
    EXPECT_EQ(inputs.exit_code, 2);
    EXPECT_TRUE(has(inputs.out, "methods with the :test attribute may not have input arguments")) << inputs.out;
    const Finished results = test_text("method {:test} T() returns (x: int, y: int) { x, y := 1, 2; }\n");
    EXPECT_EQ(results.exit_code, 2);
    EXPECT_TRUE(has(results.out, "methods with the :test attribute can have at most one return value")) << results.out;
    const Finished ghost = test_text("lemma {:test} T() { }\n");
    EXPECT_EQ(ghost.exit_code, 2);
    EXPECT_TRUE(has(ghost.out, "methods with the :test attribute may not be ghost")) << ghost.out;
}

TEST(Tests, ThatThereAreNoneIsNoSuccess) {
    const Finished result = test_text(kProved);
    EXPECT_EQ(result.exit_code, 1);
    EXPECT_TRUE(has(result.err, "no method has the attribute {:test}")) << result.err;
}

TEST(Tests, AreFoundInFolders) {
    const Scratch scratch;
    scratch.file("p/a.dfy", "method {:test} A() { }\n");
    scratch.file("p/b.dfy", "method {:test} B() { }\n");
    const Finished result = daphnia({"test", scratch.path("p")});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_TRUE(has(result.out, "A: PASSED\nB: PASSED\n")) << result.out;
}

} // namespace
} // namespace daphnia::tests
