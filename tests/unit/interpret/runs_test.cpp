// Compiled mode, limits, what stays undetermined, and the hooks.
#include "running.h"

namespace daphnia::interpret {
namespace {

TEST(Runs, compiled_code) {
    EXPECT_EQ(output("method Main() { var i := 0; while i < 3 { print i, \" \"; i := i + 1; } }"), "0 1 2 ");
    EXPECT_EQ(output("function F(n: nat): nat { if n == 0 then 1 else n * F(n - 1) }\nmethod Main() { print F(25); }"),
              "15511210043330985984000000");
    // Ghosts and contracts are not there.
    EXPECT_EQ(output("method Main() { ghost var g := 1; assert g == 2; var x := 1; print x; }"), "1");
    EXPECT_EQ(output("method Main() { var x := 1;\n  expect x == 2, \"not two\"; }"), "|2:3 expect: not two {x = 1}");
    EXPECT_EQ(output("method Main() { var s := [1]; var i := 1; print s[i]; }"),
              "|1:51 index-range: index out of range {i = 1, |s| = 1}");
}

TEST(Runs, reals_are_exact) {
    EXPECT_EQ(output("method Main() { print 0.1 + 0.2, \" \", 1.0 / 3.0, \" \", -0.05, \" \", 2.0 * 3.0; }"),
              "0.3 (1.0 / 3.0) -0.05 6.0");
    EXPECT_EQ(output("method Main() { print (7.9).Floor, \" \", (-7.9).Floor, \" \", 8.0 as int; }"), "7 -8 8");
    EXPECT_EQ(output("method Main() { var x := 8.5; print x as int; }"),
              "|1:37 real-integer: the real-based number is not an integer (for truncation, apply .Floor to it) "
              "{x = 8.5}");
}

TEST(Runs, bits_wrap_around) {
    EXPECT_EQ(output("method Main() { var x: bv8 := 200; print x + 100, \" \", x << 1, \" \", !x, \" \", "
                     "x.RotateLeft(1), \" \", -x, \" \", x * x, \" \", x / 7, \" \", x ^ 255; }"),
              "44 144 55 145 56 64 28 55");
    EXPECT_EQ(output("method Main() { var x: bv8 := 1; var n := 9; print x << n; }"),
              "|1:57 shift-range: the amount is negative or exceeds the width of the result {n = 9}");
    EXPECT_EQ(output("method Main() { var n := 256; print n as bv8; }"),
              "|1:37 conversion-range: value to be converted does not fit {n = 256}");
}

TEST(Runs, jumps) {
    EXPECT_EQ(output("method Main() { label A: while true { var i := 0; while true { i := i + 1; "
                     "if i == 2 { continue; } if i == 4 { break A; } print i; } } print \".\"; }"),
              "13.");
    EXPECT_EQ(output("method Main() { for i := 0 to 5 { if i == 1 { continue; } if i == 4 { return; } print i; } }"),
              "023");
}

TEST(Runs, limits) {
    const Source endless("method M() decreases * { while true decreases * { } }");
    EXPECT_EQ(ended(Machine(endless.program, checking()).call(endless.method("M"), {})),
              "out of steps: the run does not end within 10000000 steps");
    const Source deep("method Main() decreases * { Main(); }");
    EXPECT_EQ(ended(Machine(deep.program, {}).call(deep.method("Main"), {})),
              "out of stack: the calls of 'Main' nest too deep");
    const Source large("method Main() { var a := new int[100000000000]; }");
    EXPECT_EQ(ended(Machine(large.program, {}).call(large.method("Main"), {})),
              "out of memory: a sequence or array gets too long");
    const Source squares("method Main() decreases * { var x := 3; while true decreases * { x := x * x; } }");
    EXPECT_EQ(ended(Machine(squares.program, {}).call(squares.method("Main"), {})),
              "out of memory: a number gets too large");
}

TEST(Runs, undetermined) {
    EXPECT_EQ(checked_body("assert forall x: int :: x * x >= 0;"),
              "undetermined: a quantifier ranges over more values than can be tried");
    EXPECT_EQ(checked_body("assert forall x: int :: x * x > x;"),
              "3:8 assertion: assertion does not hold {x = 0, x * x = 0}");
    EXPECT_EQ(checked_body("assert exists x: int :: x * x == 9;"), "finished");
    // The run goes on, and what breaks later is broken.
    EXPECT_EQ(checked_body("assert forall x: int :: x * x >= 0;\nassert false;"),
              "4:8 assertion: assertion does not hold {}");
    EXPECT_EQ(checked("method E() returns (r: int)\nmethod M() { var x := E(); }"),
              "undetermined: the method 'E' has no body");
    EXPECT_EQ(checked("method M()\n  requires forall x: int :: x * x >= 0\n{\n}"),
              "rejected: the precondition does not hold");
}

class Heads final : public Observer {
  public:
    void at_loop_head(const typed::While&, std::uint64_t iteration, const State& state) override {
        said += fmt::format("{}:", iteration);
        for (const Binding& binding : state.bindings) {
            said += " " + binding.variable->name + "=" + shown(binding.value, binding.variable->type, *state.heap);
        }
        said += "\n";
    }
    void after(const typed::Stmt&, const State&) override { ++assignments; }

    std::string said;
    int assignments = 0;
};

TEST(Runs, observer) {
    const Source source("method M(n: nat) returns (s: nat) {\n  s := 0;\n  var i := 0;\n"
                        "  while i < n { i := i + 1; s := s + i; }\n}");
    Heads heads;
    Options options = checking();
    options.observer = &heads;
    EXPECT_EQ(ended(Machine(source.program, options).call(source.method("M"), {number(2)})), "finished");
    EXPECT_EQ(heads.said, "0: n=2 s=0 i=0\n1: n=2 s=1 i=1\n2: n=2 s=3 i=2\n");
    EXPECT_EQ(heads.assignments, 6);
}

class Fixed final : public Abstraction {
  public:
    bool at_loop(const typed::While&, std::vector<Binding>& written, Heap&, const std::vector<Reference>&) override {
        for (Binding& binding : written) {
            binding.value = number(values[binding.variable->name]);
        }
        return loops;
    }
    bool at_call(const typed::Stmt&, const typed::Method&, const Values&, Values& results, Heap&,
                 const std::vector<Reference>&) override {
        for (Value& result : results) {
            result = number(values["result"]);
        }
        return !loops;
    }

    bool loops = true;
    std::map<std::string, std::int64_t> values;
};

TEST(Runs, giant_steps_of_loops) {
    const Source source(
        "method M(n: nat) returns (s: int)\n  ensures s >= n\n{\n  s := 0;\n  var i := 0;\n"
        "  while i < n\n    invariant i <= n\n    decreases n - i\n  {\n    i := i + 1;\n    s := s + 1;\n  }\n}");
    const auto run = [&](std::int64_t i, std::int64_t s) {
        Fixed fixed;
        fixed.values = {{"i", i}, {"s", s}};
        Options options = checking();
        options.abstraction = &fixed;
        return ended(Machine(source.program, options).call(source.method("M"), {number(3)}));
    };
    EXPECT_EQ(run(1, -7), "finished"); // one more iteration keeps the invariants
    EXPECT_EQ(run(4, 0), "rejected: an invariant does not hold");
    EXPECT_EQ(run(-1, 0), "rejected: the measure is larger than on entry");
    EXPECT_EQ(run(3, -7), "3:1 postcondition: a postcondition does not hold on this return path {s = -7, n = 3}");
}

TEST(Runs, giant_steps_of_calls) {
    const Source source("method Abs(x: int) returns (r: int)\n  ensures r >= 0\nmethod M() {\n  var y := Abs(-3);\n"
                        "  assert y == 3;\n}");
    const auto run = [&](std::int64_t value) {
        Fixed fixed;
        fixed.loops = false;
        fixed.values = {{"result", value}};
        Options options = checking();
        options.abstraction = &fixed;
        return ended(Machine(source.program, options).call(source.method("M"), {}));
    };
    EXPECT_EQ(run(3), "finished");
    EXPECT_EQ(run(-1), "rejected: a postcondition does not hold");
    EXPECT_EQ(run(5), "5:10 assertion: assertion does not hold {y = 5}");
}

TEST(Runs, failures_name_their_owner_and_calls) {
    const Source source("method A(n: int) returns (r: int)\n  requires n > 0\n{\n  r := B(n - 1);\n}\n"
                        "method B(n: int) returns (r: int)\n  requires n > 0\n{\n  r := n;\n}\n"
                        "method M() {\n  var x := A(1);\n}");
    const Result result = Machine(source.program, checking()).call(source.method("M"), {});
    ASSERT_TRUE(result.failure);
    EXPECT_EQ(result.failure->owner, &source.method("A"));
    EXPECT_EQ(result.failure->range.begin_place().line, 4U);
    EXPECT_EQ(result.failure->clause.begin_place().line, 7U);
    ASSERT_EQ(result.failure->calls.size(), 1U);
    EXPECT_EQ(result.failure->calls[0].begin_place().line, 12U);
}

} // namespace
} // namespace daphnia::interpret
