// daphnia run: what a program prints, how it ends, and what is said when it cannot go on.
#include "process.h"
#include "programs.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace daphnia::tests {
namespace {

class Run : public testing::Test {
  protected:
    // The command with the program behind its options.
    Finished run_text(const std::string& text, const std::vector<std::string>& options = {},
                      const std::vector<std::string>& arguments = {}) const {
        std::vector<std::string> command{"run"};
        command.insert(command.end(), options.begin(), options.end());
        command.push_back(scratch.file("a.dfy", text));
        command.insert(command.end(), arguments.begin(), arguments.end());
        return daphnia(command);
    }

    Finished unverified(const std::string& text) const { return run_text(text, {"--no-verify"}); }

    Scratch scratch;
};

TEST_F(Run, OnlyTheOutputOfTheProgramIsOnStandardOutput) {
    const Finished result = run_text("method Main() { print \"hello, \", [1, 2], \" \", (3, true), \"\\n\"; }\n");
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_EQ(result.out, "hello, [1, 2] (3, true)\n");
    EXPECT_EQ(result.err, "\nDaphnia program verifier finished with 1 verified, 0 errors\n");
}

TEST_F(Run, ArgumentsFollowThePathOfTheFile) {
    const std::string program = "method Main(args: seq<string>)\n"
                                "{\n"
                                "  if |args| == 3 { print args[0], \" \", args[1], \" \", args[2], \"\\n\"; }\n"
                                "}\n";
    const std::string path = scratch.path("a.dfy");
    EXPECT_EQ(run_text(program, {}, {"--", "--x", "ä"}).out, path + " --x ä\n");
    EXPECT_EQ(run_text(program, {}, {"b.dfy", "y"}).out, path + " b.dfy y\n");
    const Finished invalid = run_text(program, {}, {"\xC3("});
    EXPECT_EQ(invalid.exit_code, 1);
    EXPECT_TRUE(has(invalid.err, "argument 1 of the program is not UTF-8")) << invalid.err;
}

TEST_F(Run, NothingRunsThatIsNotProved) {
    const Finished result = run_text(std::string(kUnproved) + "method Main() { print \"never\"; }\n");
    EXPECT_EQ(result.exit_code, 4);
    EXPECT_EQ(result.out, "");
    EXPECT_TRUE(has(result.err, "a postcondition could not be proved")) << result.err;
    EXPECT_EQ(run_text(kBadSyntax).exit_code, 2);
    EXPECT_EQ(run_text(kIllTyped).exit_code, 2);
}

TEST_F(Run, AnExpectationThatFailsHaltsTheProgram) {
    const Finished result = run_text("method Main() {\n"
                                     "  print \"before\";\n"
                                     "  expect 1 + 1 == 3, \"no sum\";\n"
                                     "  print \"after\";\n"
                                     "}\n");
    EXPECT_EQ(result.exit_code, 3);
    EXPECT_EQ(result.out, "before");
    EXPECT_TRUE(has(result.err, "[Program halted] " + scratch.path("a.dfy") + "(3,2): no sum\n")) << result.err;
    EXPECT_TRUE(has(run_text("method Main() { expect false; }\n").err, "(1,16): expectation violation\n"));
}

TEST_F(Run, WithoutProofEveryRuleIsCheckedAsItRuns) {
    const Finished result = unverified("method Get(a: array<int>, i: int) returns (r: int)\n"
                                       "{\n"
                                       "  r := a[i];\n"
                                       "}\n"
                                       "method Main() {\n"
                                       "  print \"x\";\n"
                                       "  var a := new int[3];\n"
                                       "  var r := Get(a, 7);\n"
                                       "}\n");
    EXPECT_EQ(result.exit_code, 3);
    EXPECT_EQ(result.out, "x");
    EXPECT_TRUE(has(result.err, "a.dfy:3:9: error: ") || has(result.err, "a.dfy:3:10: error: ")) << result.err;
    EXPECT_TRUE(has(result.err, "index out of range")) << result.err;
    EXPECT_TRUE(has(result.err, "a.dfy:8:3: called from here\n")) << result.err;
    EXPECT_TRUE(has(result.err, "i = 7, a.Length = 3\n")) << result.err;
}

TEST_F(Run, WithoutProofContractsAndInvariantsAreChecked) {
    const Finished post = unverified("method Abs(x: int) returns (r: int)\n"
                                     "  ensures r >= 0\n"
                                     "{ r := x; }\n"
                                     "method Main() { var r := Abs(-4); }\n");
    EXPECT_EQ(post.exit_code, 3);
    EXPECT_TRUE(has(post.err, "r >= 0 is false: r = -4\n")) << post.err;
    const Finished invariant = unverified("method Main() {\n"
                                          "  var i := 0;\n"
                                          "  while i < 9\n"
                                          "    invariant i < 5\n"
                                          "  { i := i + 1; }\n"
                                          "}\n");
    EXPECT_EQ(invariant.exit_code, 3);
    EXPECT_TRUE(has(invariant.err, "i < 5 is false: i = 5\n")) << invariant.err;
    EXPECT_EQ(unverified("method Main() { assert 1 == 1; print \"fine\"; }\n").out, "fine");
}

TEST_F(Run, ALoopWithoutEndBreaksItsMeasure) {
    const Finished result = unverified("method Main() { var i := 5; while i > 0 decreases i { } }\n");
    EXPECT_EQ(result.exit_code, 3);
    EXPECT_TRUE(has(result.err, "decreas")) << result.err;
}

TEST_F(Run, TheStepLimitEndsALoopThatNeedNotEnd) {
    const Finished result = run_text("method Main() decreases * { print \"on\"; while true decreases * { } }\n",
                                     {"--main-method", "Main", "--step-limit", "100000"});
    EXPECT_EQ(result.exit_code, 3) << result.err;
    EXPECT_EQ(result.out, "on");
    EXPECT_TRUE(has(result.err, "does not end within 100000 steps")) << result.err;
}

TEST_F(Run, RecursionThatIsTooDeepIsNoCrash) {
    const char* const program = "function Count(n: nat): nat { if n == 0 then 0 else 1 + Count(n - 1) }\n"
                                "method Main() { print \"start \"; var n := Count(100000000); print n; }\n";
    for (const Finished& result : {run_text(program), unverified(program)}) {
        EXPECT_EQ(result.exit_code, 3) << result.err;
        EXPECT_EQ(result.out, "start ");
        EXPECT_TRUE(has(result.err, "nest too deep")) << result.err;
    }
}

TEST_F(Run, MemoryHasItsEndToo) {
    const Finished result = run_text("method Main() { print \"start \"; var a := new int[1000000000000]; }\n");
    EXPECT_EQ(result.exit_code, 3) << result.err;
    EXPECT_TRUE(has(result.err, "error: the program could not run on: ")) << result.err;
}

TEST_F(Run, FalseAssumptionsAreNoLicenceToCrash) {
    const Finished result = run_text("method {:verify false} Main() { var a := new int[2]; print a[5]; }\n");
    EXPECT_EQ(result.exit_code, 3) << result.err;
    EXPECT_TRUE(has(result.err, "index out of range")) << result.err;
}

TEST_F(Run, WhatCannotBeEvaluatedIsSaidOnce) {
    const Finished result = unverified("method Main() { assert forall x: int :: x * x >= 0; print \"done\"; }\n");
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_EQ(result.out, "done");
    EXPECT_TRUE(has(result.err, "note: 1 check could not be evaluated and was passed over\n")) << result.err;
}

TEST_F(Run, MainIsTheMethodThatIsMarkedOrNamed) {
    const char* const both = "method Main() { print \"Main\"; }\nmethod {:main} Other() { print \"Other\"; }\n";
    EXPECT_EQ(run_text(both).out, "Other");
    EXPECT_EQ(run_text(both, {"--main-method", "Main"}).out, "Main");
    const Finished unknown = run_text(both, {"--main-method", "Nobody"});
    EXPECT_EQ(unknown.exit_code, 2);
    EXPECT_TRUE(has(unknown.err, "could not find the method named by the --main-method option: Nobody"));
    const Finished none = run_text("method Other() { }\n");
    EXPECT_EQ(none.exit_code, 2);
    EXPECT_TRUE(has(none.err, "no method 'Main'")) << none.err;
    EXPECT_FALSE(has(none.err, "hint:")) << none.err;
    const Finished small = run_text("method main() { }\nmethod Other() { }\n");
    EXPECT_EQ(small.exit_code, 2);
    EXPECT_TRUE(has(small.err, "hint: call the method 'main' 'Main', or choose it by --main-method main")) << small.err;
    const Finished two = run_text("method {:main} A() { }\nmethod {:main} B() { }\n");
    EXPECT_EQ(two.exit_code, 2);
    EXPECT_TRUE(has(two.err, "more than one method is marked {:main}")) << two.err;
}

TEST_F(Run, MainMayStandInAModule) {
    const char* const text =
        "module A.B { method Main() { print \"in \", C.name; } module C { const name := \"B\" } }\n";
    EXPECT_EQ(run_text(text).out, "in B");
    const Finished two = run_text(std::string(text) + "method Main() { }\n");
    EXPECT_EQ(two.exit_code, 2);
    EXPECT_TRUE(has(two.err, "more than one method is declared as 'Main'")) << two.err;
}

TEST_F(Run, NotEveryMethodMayBeMain) {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"ghost method Main() { }", "the method is ghost"},
        {"method Main(x: int) { }", "the method's non-ghost argument type should be an seq<string>, got int"},
        {"method Main(a: seq<string>, b: int) { }", "the method has two or more non-ghost parameters"},
        {"method Main() returns (r: int) { r := 0; }", "the method has non-ghost out parameters"},
        {"method Main(a: seq<string>) requires |a| > 1 { }", "the method has requires clauses"},
    };
    for (const auto& [program, reason] : cases) {
        const Finished result = run_text(program + "\n");
        EXPECT_EQ(result.exit_code, 2) << program;
        EXPECT_TRUE(has(result.err, "this method 'Main' is not permitted as a main method (" + reason + ")"))
            << result.err;
    }
    const char* const marked = "method {:main} M(ghost g: int, a: seq<string>) requires |a| > 0 { print |a|; }\n";
    EXPECT_EQ(run_text(marked).out, "1");
}

TEST_F(Run, OneFileIsRun) {
    scratch.file("folder/a.dfy", "method Main() { }\n");
    const Finished folder = daphnia({"run", scratch.path("folder")});
    EXPECT_EQ(folder.exit_code, 1);
    EXPECT_TRUE(has(folder.err, "only one file can be run")) << folder.err;
    EXPECT_EQ(daphnia({"run", scratch.path("missing.dfy")}).exit_code, 1);
    EXPECT_EQ(daphnia({"run"}).exit_code, 1);
}

TEST_F(Run, AbstractModulesAreNotCompiled) {
    const char* const text = "abstract module A { method {:main} Main() { print 1; } }\n";
    const Finished none = run_text(text);
    EXPECT_EQ(none.exit_code, 2);
    EXPECT_TRUE(has(none.err, "no method 'Main'")) << none.err;
    EXPECT_EQ(run_text(std::string(text) + "method Main() { print 2; }\n").out, "2");
}

constexpr const char* kPrintsForEver =
    "method {:main} Main() decreases * { while true decreases * { print \"y\\n\"; } }\n";

TEST_F(Run, EndsWhenNobodyReadsItsOutput) {
    const std::string file = scratch.file("a.dfy", kPrintsForEver);
    const std::string binary = daphnia_command({}).front();
    const Finished closed = run({"sh", "-c", "\"$0\" run \"$1\" | head -n 1", binary, file});
    EXPECT_EQ(closed.exit_code, 0);
    EXPECT_EQ(closed.out, "y\n");
    const Finished full = run({"sh", "-c", "exec \"$0\" run \"$1\" > /dev/full", binary, file});
    EXPECT_EQ(full.exit_code, 1);
    EXPECT_TRUE(has(full.err, "could not be written")) << full.err;
}

// Each is wrong in one place only.
const std::vector<std::string> kWrong{
    "function Total(s: seq<int>): int { if |s| == 0 then 0 else s[0] + Total(s[1..]) }\n"
    "method Sum(a: array<int>) returns (s: int)\n"
    "  ensures s == Total(a[..])\n"
    "{\n"
    "  s := 0;\n"
    "  var i := 0;\n"
    "  while i < a.Length\n"
    "    invariant 0 <= i <= a.Length\n"
    "  { s := s + i; i := i + 1; }\n"
    "}\n",
    "method Move(a: array<int>, b: array<int>)\n"
    "  requires a.Length > 0 && b.Length > 0\n"
    "  modifies a, b\n"
    "  ensures a[0] == old(b[0])\n"
    "{ a[0] := b[0]; b[0] := a[0] + 1; }\n",
    "lemma Larger(x: int, c: char, t: (int, bool))\n  ensures x * x > x\n{ }\n",
    "ghost function Last(s: seq<string>): string { s[|s| - 1] }\n",
    "ghost method Ghost(n: nat) returns (r: int)\n  ensures r > n\n{ r := n; }\n",
    "method {:main} Main(args: seq<string>) { assert |args| > 2; }\n",
    "method Loops(n: nat) decreases * { var i := 0; while i != n decreases * { assert i < 3; i := i + 1; } }\n",
};

TEST_F(Run, AReproducerFailsWhereTheProofDid) {
    for (const std::string& program : kWrong) {
        const Finished verified = daphnia({"verify", "--format", "json", scratch.file("p.dfy", program)});
        ASSERT_EQ(verified.exit_code, 4) << program << verified.err;
        const auto document = nlohmann::json::parse(verified.out);
        const auto& diagnostic = document["files"][0]["diagnostics"][0];
        ASSERT_EQ(diagnostic["verdict"], "refuted") << program << verified.out;
        const std::string reproducer = diagnostic["counterexample"]["reproducer"];
        const Finished result = run_text(program + reproducer, {"--no-verify", "--main-method", "Counterexample"});
        EXPECT_EQ(result.exit_code, 3) << program << reproducer << result.err;
        const auto& start = diagnostic["range"]["start"];
        const std::string place = ":" + start["line"].dump() + ":" + start["column"].dump() + ": error: ";
        EXPECT_TRUE(has(result.err, place)) << program << reproducer << result.err;
    }
}

} // namespace
} // namespace daphnia::tests
