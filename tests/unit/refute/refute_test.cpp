// What is found out about obligations that are not proved: failing inputs, weak invariants and contracts, or nothing.
#include "refute/refute.h"

#include "parse/parse.h"
#include "refute/input.h"
#include "resolve/resolve.h"

#include <gtest/gtest.h>

namespace daphnia::refute {
namespace {

using support::ExplanationKind;

class Refute : public testing::Test {
  protected:
    void program(const std::string& text) {
        source_ = std::make_unique<support::SourceFile>("test.dfy", text);
        support::DiagnosticList said;
        program_ = resolve::resolve(parse::parse(*source_, said), said, {});
        ASSERT_TRUE(program_.has_value()) << (said.has_errors() ? said.sorted().front().message : std::string());
    }

    // The place of a piece of text, its first occurrence behind `behind`.
    support::SourceRange at(const std::string& piece, const std::string& behind = {}) const {
        const std::string_view text = source_->text();
        const std::size_t begin = text.find(piece, text.find(behind));
        EXPECT_NE(begin, std::string_view::npos) << piece;
        return {source_.get(), static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + piece.size())};
    }
    // Of the last declaration: where a postcondition is reported.
    support::SourceRange body() const {
        const auto begin = static_cast<std::uint32_t>(source_->text().rfind("\n{") + 1);
        return {source_.get(), begin, begin + 1};
    }
    // Of the index in `piece`, which is something like a[i].
    support::SourceRange index_of(const std::string& piece, const std::string& behind = {}) const {
        const support::SourceRange whole = at(piece, behind);
        return {whole.file, whole.begin + static_cast<std::uint32_t>(piece.find('[')) + 1, whole.end - 1};
    }

    // About one obligation of the last declaration.
    Finding find(const Target& target, std::uint64_t steps = 2'000'000) const {
        const Findings found = refute(*program_, program_->declarations.back(), {target}, {}, {steps, 1});
        return found.findings.at(0);
    }
    static Target target(Rule rule, support::SourceRange range, std::vector<support::SourceRange> clauses = {}) {
        Target result;
        result.rule = rule;
        result.range = range;
        result.clauses = std::move(clauses);
        return result;
    }

    std::unique_ptr<support::SourceFile> source_;
    std::optional<typed::Program> program_;
};

TEST_F(Refute, WhatIsNoFormulaIsNotFalse) {
    program(R"(method Set(a: array<int>)
  requires a.Length > 0
  modifies a
{
  a[0] := 1;
}

method Caller(a: array<int>)
  requires a.Length > 0
{
  Set(a);
})");
    const Finding frame = find(target(Rule::Modifies, at("Set(a);")));
    EXPECT_TRUE(frame.refuted);
    EXPECT_FALSE(frame.explanation.clause.has_file()) << frame.explanation.clause.text();
    program("method Down(n: int)\n{\n  for i := n downto 0 { }\n}\n");
    const Finding bounds = find(target(Rule::ForRange, at("n", ":=")));
    EXPECT_TRUE(bounds.refuted);
    EXPECT_FALSE(bounds.explanation.clause.has_file()) << bounds.explanation.clause.text();
    EXPECT_EQ(bounds.explanation.parts.front().name, "0") << "the lower bound first";
    EXPECT_EQ(bounds.explanation.hint, "the loop needs `0 <= n`, also where it is not to run at all");
}

TEST_F(Refute, ARealThatFallsTooLittle) {
    for (const auto& [step, said] : {std::pair{"0.5", true}, std::pair{"-0.5", false}}) {
        program(
            std::string("method M(x: real)\n{\n  var y := x;\n  while y > 0.0\n    decreases y\n  {\n    y := y - ") +
            step + ";\n  }\n}\n");
        const Finding found = find(target(
            Rule::Decreases, at("while y > 0.0\n    decreases y\n  {\n    y := y - " + std::string(step) + ";\n  }")));
        EXPECT_TRUE(found.refuted);
        EXPECT_EQ(found.explanation.headline.find("a real has to fall by at least 1.0") != std::string::npos, said)
            << found.explanation.headline;
    }
}

TEST_F(Refute, AnIndexOnePastTheEnd) {
    program(R"(method Sum(a: array<int>) returns (s: int)
{
  s := 0;
  var i := 0;
  while i <= a.Length
    invariant 0 <= i
  {
    s := s + a[i];
    i := i + 1;
  }
})");
    const Finding found = find(target(Rule::IndexRange, index_of("a[i]")));
    EXPECT_TRUE(found.refuted);
    EXPECT_EQ(found.explanation.kind, ExplanationKind::Counterexample);
    EXPECT_EQ(found.explanation.headline, "Sum fails for a = new int[] []");
    ASSERT_GE(found.explanation.trace.size(), 2U);
    EXPECT_EQ(found.explanation.trace.front().event, "entry");
    EXPECT_FALSE(found.explanation.reproducer.empty());
}

TEST_F(Refute, AWrongInitialValueWithTheSmallestInput) {
    program(R"(method Max(a: array<int>) returns (m: int)
  requires 0 < a.Length
  ensures exists i :: 0 <= i < a.Length && a[i] == m
{
  m := 0;
  var i := 0;
  while i < a.Length
    invariant 0 <= i <= a.Length
  {
    if a[i] > m { m := a[i]; }
    i := i + 1;
  }
})");
    const auto clause = at("exists i :: 0 <= i < a.Length && a[i] == m");
    const Finding found = find(target(Rule::Postcondition, body(), {clause}));
    EXPECT_TRUE(found.refuted);
    EXPECT_EQ(found.explanation.headline, "Max fails for a = new int[] [-1]");
    EXPECT_EQ(found.explanation.clause, clause);
}

TEST_F(Refute, ASortedInputIsFound) {
    program(R"(predicate Sorted(a: array<int>) reads a { forall i, j :: 0 <= i < j < a.Length ==> a[i] <= a[j] }
method Last(a: array<int>, n: int, wanted: int) returns (found: bool)
  requires Sorted(a) && n == a.Length && 3 <= n && a[0] < a[2]
  ensures found
{
  found := a[n - 1] == wanted;
})");
    const Finding found = find(target(Rule::Postcondition, body(), {at("found", "ensures")}));
    EXPECT_TRUE(found.refuted) << found.explanation.headline;
}

TEST_F(Refute, ArraysThatAreTheSame) {
    program(R"(method Copy(from: array<int>, to: array<int>)
  requires from.Length == to.Length && 0 < to.Length
  modifies to
  ensures from[0] == old(from[0])
{
  to[0] := 7;
})");
    const Finding found = find(target(Rule::Postcondition, body(), {at("from[0] == old(from[0])")}));
    EXPECT_TRUE(found.refuted);
    EXPECT_EQ(found.explanation.headline, "Copy fails for from = new int[] [0], to = from");
}

TEST_F(Refute, AFalseLemma) {
    program(R"(lemma Squares(n: nat)
  ensures n * n <= 2 * n
{
})");
    const Finding found = find(target(Rule::Postcondition, body(), {at("n * n <= 2 * n")}));
    EXPECT_TRUE(found.refuted);
    EXPECT_EQ(found.explanation.headline, "Squares fails for n = 3");
}

TEST_F(Refute, AnInvariantThatIsMissing) {
    program(R"(method Count(n: nat) returns (s: int)
  ensures s == n
{
  s := 0;
  var i := 0;
  while i < n
    invariant 0 <= i <= n
  {
    i := i + 1;
    s := s + 1;
  }
})");
    const Finding found = find(target(Rule::Postcondition, body(), {at("s == n")}));
    EXPECT_FALSE(found.refuted);
    EXPECT_EQ(found.explanation.kind, ExplanationKind::WeakInvariant) << found.explanation.headline;
    EXPECT_EQ(found.explanation.hint, "no invariant mentions s, which the loop changes");
    EXPECT_EQ(found.explanation.subject, at("while i < n"));
    EXPECT_NE(found.explanation.headline.find("the invariants permit s = "), std::string::npos)
        << found.explanation.headline;
}

TEST_F(Refute, AnInvariantWithoutMeaningInAStateItPermits) {
    program(R"(method M(a: array<int>)
{
  var k := 0;
  while k < a.Length
    invariant forall i :: 0 <= i < k ==> a[i] == a[i]
  {
    k := k + 1;
  }
})");
    const Finding found = find(target(Rule::IndexRange, index_of("a[i]")));
    EXPECT_EQ(found.explanation.kind, ExplanationKind::WeakInvariant) << found.explanation.headline;
    EXPECT_EQ(found.explanation.headline, "the invariants permit k = 1 at the start of an iteration");
}

TEST_F(Refute, AnInvariantThatIsNotInductive) {
    program(R"(method Count(n: nat)
{
  var i, s := 0, 0;
  while i < n
    invariant 0 <= i <= n
    invariant s <= 2 * n
  {
    i := i + 1;
    s := s + 2;
  }
})");
    const Finding found = find(target(Rule::InvariantMaintained, at("s <= 2 * n"), {}));
    EXPECT_FALSE(found.refuted);
    EXPECT_EQ(found.explanation.kind, ExplanationKind::WeakInvariant);
    EXPECT_NE(found.explanation.headline.find("but not after one more iteration"), std::string::npos)
        << found.explanation.headline;
}

TEST_F(Refute, AContractThatIsTooWeak) {
    program(R"(method Find(s: seq<int>, x: int) returns (r: int)
  ensures r < |s|
{
  r := 0;
  while r < |s| && s[r] != x
    invariant 0 <= r <= |s|
  {
    r := r + 1;
  }
  if r == |s| { r := -1; }
}
method Client(s: seq<int>) returns (y: int)
  requires 3 in s
{
  var r := Find(s, 3);
  y := s[r];
})");
    const Finding found = find(target(Rule::IndexRange, index_of("s[r]", "Client")));
    EXPECT_FALSE(found.refuted);
    EXPECT_EQ(found.explanation.kind, ExplanationKind::WeakContract);
    EXPECT_EQ(found.explanation.headline, "the contract of Find permits r = -1");
    EXPECT_EQ(found.explanation.subject, at("Find"));
}

TEST_F(Refute, MethodsWithoutBody) {
    program(R"(method {:axiom} Guess() returns (r: int)
method Client()
{
  var r := Guess();
  assert r == 0;
})");
    const Finding found = find(target(Rule::Assertion, at("r == 0")));
    EXPECT_FALSE(found.refuted);
    EXPECT_EQ(found.explanation.kind, ExplanationKind::NoDefinition);
    EXPECT_EQ(found.explanation.headline.find("nothing is known about Guess beyond its contract, which permits r = "),
              0U)
        << found.explanation.headline;
}

TEST_F(Refute, FunctionsWithoutBody) {
    program(R"(function Encrypt(x: int): int
lemma Same(x: int)
  ensures Encrypt(x) == x
{
})");
    const Finding found = find(target(Rule::Postcondition, body(), {at("Encrypt(x) == x")}));
    EXPECT_FALSE(found.refuted);
    EXPECT_EQ(found.explanation.kind, ExplanationKind::NoDefinition);
    EXPECT_EQ(found.explanation.headline, "nothing is known about Encrypt beyond its contract");
}

TEST_F(Refute, WhatIsTrueIsSaidToBeGivenUp) {
    program(R"(lemma Product(a: int, b: int)
  requires 0 <= a && 0 <= b
  ensures a <= a * b || b == 0
{
})");
    Target product = target(Rule::Postcondition, body(), {at("a <= a * b || b == 0")});
    product.has_products = true;
    const Finding found = find(product);
    EXPECT_FALSE(found.refuted);
    EXPECT_EQ(found.explanation.kind, ExplanationKind::GaveUp);
    EXPECT_NE(found.explanation.headline.find("the solver gave up on non-linear arithmetic"), std::string::npos);
    EXPECT_FALSE(found.explanation.hint.empty());
}

TEST_F(Refute, WhatIsProvedAndFailsIsAContradiction) {
    program(R"(method Wrong(x: int)
{
  assert x < 5;
  assert x < 7;
})");
    Target wrong = target(Rule::Assertion, at("x < 5"));
    wrong.proved = true;
    Target open = target(Rule::Assertion, at("x < 7"));
    const Findings found = refute(*program_, program_->declarations.back(), {wrong, open}, {}, {1'000'000, 1});
    ASSERT_EQ(found.contradictions.size(), 1U);
    EXPECT_EQ(found.contradictions.front().range, wrong.range);
    EXPECT_FALSE(found.findings.at(1).refuted);
}

TEST_F(Refute, AFailureOfACalleeRefutesNothing) {
    program(R"(method Callee() returns (r: int)
  ensures r == 1
{
  r := 2;
}
method Client()
{
  var r := Callee();
  assert r == 1;
})");
    EXPECT_FALSE(find(target(Rule::Assertion, at("r == 1", "assert"))).refuted);
}

TEST_F(Refute, WithoutBudgetNothingIsRun) {
    program("method Fails(x: int)\n{\n  assert x < 5;\n}");
    EXPECT_FALSE(find(target(Rule::Assertion, at("x < 5")), 0).refuted);
}

TEST_F(Refute, EndlessRunsDoNotTakeItAll) {
    program(R"(method Loop(x: int)
  decreases *
{
  while x == 0
    decreases *
  {
  }
  assert x < 3;
})");
    const Finding found = find(target(Rule::Assertion, at("x < 3")), 100'000);
    EXPECT_TRUE(found.refuted);
    EXPECT_EQ(found.explanation.headline, "Loop fails for x = 3");
}

TEST_F(Refute, TheSameTwice) {
    program(R"(method Count(s: seq<int>) returns (n: int)
  ensures n == |s|
{
  n := 0;
  var i := 0;
  while i < |s|
    invariant 0 <= i <= |s|
  {
    i, n := i + 1, n + 1;
  }
})");
    const Target weak = target(Rule::Postcondition, body(), {at("n == |s|")});
    EXPECT_EQ(find(weak).explanation.headline, find(weak).explanation.headline);
}

} // namespace
} // namespace daphnia::refute
