// Which calls are computed, what is said of them, and where computation ends.
#include "../interpret/running.h"
#include "encode/computation.h"
#include "encode/expression.h"
#include "logic/smtlib.h"

#include <gtest/gtest.h>

namespace daphnia::encode {
namespace {

using interpret::Source;

// The program, and what computing a condition in `Test` over unknown `n`, `b` and `s` comes to.
class Computed {
  public:
    Computed(const std::string& program, const std::string& condition, const std::string& revealed = {})
        : source_(program + "\nmethod Test(n: int, b: bool, s: seq<int>)\n{\n  assert " + condition + ";\n}\n"),
          context_(source_.program, {}), vocabulary_(context_, &source_.method("Test"), store_) {
        const typed::Method& method = source_.method("Test");
        for (const auto& parameter : method.parameters) {
            scope_.values[parameter.get()] =
                store_.fresh_variable(parameter->name, vocabulary_.sorts.of(parameter->type));
        }
        if (!revealed.empty()) {
            vocabulary_.functions.reveal(revealed);
        }
        const auto& statements = std::get<typed::Block>(method.body->node).statements;
        const Term term =
            Expressions(vocabulary_, scope_).encode(*std::get<typed::Assert>(statements.back()->node).condition);
        facts_ = Computation(vocabulary_).facts({term});
    }

    std::size_t size() const { return facts_.size(); }
    std::string all() const {
        std::string result;
        for (const Term fact : facts_) {
            result += logic::print(fact) + "\n";
        }
        return result;
    }

  private:
    Source source_;
    Context context_;
    logic::TermStore store_;
    Vocabulary vocabulary_;
    Scope scope_;
    std::vector<Term> facts_;
};

const char* const kSum = R"(
function Sum(n: nat): int
{
  if n == 0 then 0 else n + Sum(n - 1)
})";

TEST(Computation, UnfoldsCallsOfLiteralsToTheirEnd) {
    const Computed sum(kSum, "Sum(4) == 10");
    EXPECT_EQ(sum.size(), 5U) << sum.all(); // of 4, 3, 2, 1 and 0
}

TEST(Computation, LeavesAloneWhatIsNotKnown) {
    EXPECT_EQ(Computed(kSum, "Sum(if n < 0 then 0 else n) == 10").size(), 0U);
    EXPECT_EQ(Computed("function Twice(n: int): int { n + n }", "Twice(n) == 4").size(), 0U);
    EXPECT_EQ(Computed("function Twice(n: int): int { n + n }", "Twice(2) == 4").size(), 1U);
}

TEST(Computation, UnfoldsForAllValuesOfWhatTheEndDoesNotDependOn) {
    const char* const power = R"(
function Power(x: int, k: nat): int
  decreases k
{
  if k == 0 then 1 else x * Power(x, k - 1)
})";
    const Computed computed(power, "Power(n, 3) == n * n * n");
    EXPECT_EQ(computed.size(), 4U) << computed.all();
    EXPECT_NE(computed.all().find("(forall ((any "), std::string::npos) << computed.all();
}

TEST(Computation, DoesNotLookBehindConditionsThatAreNotKnown) {
    const char* const loop = R"(
function Down(b: bool, k: nat): int
  decreases k
{
  if k == 0 || b then 0 else Down(b, k - 1)
})";
    // The first unfolding ends at a condition over b.
    const Computed computed(loop, "Down(b, 3) == 0");
    EXPECT_EQ(computed.size(), 1U) << computed.all();
}

TEST(Computation, KnowsSequencesAndDatatypes) {
    const char* const list = R"(
datatype List = Nil | Cons(head: int, tail: List)
function Length(l: List): nat
{
  if l.Nil? then 0 else 1 + Length(l.tail)
}
function Total(s: seq<int>): int
{
  if s == [] then 0 else s[0] + Total(s[1..])
})";
    EXPECT_EQ(Computed(list, "Length(Cons(1, Cons(2, Nil))) == 2").size(), 3U);
    const Computed total(list, "Total([1, 2, 3]) == 6");
    EXPECT_EQ(total.all().find("|Total#0|"), std::string::npos) << total.all(); // as user text calls it
    EXPECT_GE(total.size(), 4U) << total.all();                                 // of the four ends of the sequence
    EXPECT_EQ(Computed(list, "Total(s) == 6").size(), 0U);
}

TEST(Computation, HeedsWhatIsOpaque) {
    const char* const secret = "function {:opaque} Of(n: int): int { n }";
    EXPECT_EQ(Computed(secret, "Of(3) == 3").size(), 0U);
    const Computed revealed(secret, "Of(3) == 3", "Of");
    EXPECT_EQ(revealed.size(), 1U) << revealed.all();
    EXPECT_NE(revealed.all().find("|reveal Of|"), std::string::npos) << revealed.all();
}

TEST(Computation, SaysNothingOfWhatIsBeingChecked) {
    const char* const program = R"(
function F(n: nat): int
{
  if n == 0 then 0 else F(n - 1)
}
)";
    const Source source(program);
    const Context context(source.program, {});
    logic::TermStore store;
    const auto& function = source.find<typed::Function>("F");
    Vocabulary vocabulary(context, &function, store);
    const Term call = store.apply(vocabulary.functions.symbols(function).layers.back(), {store.integer(3)});
    EXPECT_TRUE(Computation(vocabulary).facts({call}).empty());
}

TEST(Computation, DoesNotUnfoldWhatReadsTheHeap) {
    const char* const reads =
        "function First(a: array<int>, k: nat): int reads a { if k == 0 then 0 else First(a, k - 1) }";
    const Source source(std::string(reads) + "\nmethod Test(a: array<int>) { assert First(a, 3) == 0; }");
    const Context context(source.program, {});
    logic::TermStore store;
    Vocabulary vocabulary(context, &source.method("Test"), store);
    const auto& function = source.find<typed::Function>("First");
    const FunctionSymbols& symbols = vocabulary.functions.symbols(function);
    const Term row = store.variable("row", symbols.layers.back()->arguments.front());
    const Term a = store.variable("a", vocabulary.heap.ref());
    EXPECT_TRUE(
        Computation(vocabulary).facts({store.apply(symbols.layers.back(), {row, a, store.integer(3)})}).empty());
}

TEST(Computation, EndsAfterSoManyUnfoldings) {
    EXPECT_EQ(Computed(kSum, "Sum(2000) == 2001000").size(), 2001U);
    EXPECT_EQ(Computed(kSum, "Sum(100000) == 0").size(), 3000U);
}

TEST(Computation, TakesNothingForALiteralThatIsTooLarge) {
    const Source source("method Test() {}");
    const Context context(source.program, {});
    logic::TermStore store;
    Vocabulary vocabulary(context, &source.method("Test"), store);
    Computation computation(vocabulary);
    EXPECT_TRUE(computation.is_literal(store.integer(support::Integer(1) << 9'999)));
    EXPECT_FALSE(computation.is_literal(store.integer(support::Integer(1) << 10'000)));
    EXPECT_FALSE(computation.is_literal(store.negate(store.variable("n", store.int_sort()))));
}

TEST(Computation, KnowsLambdasButTakesThemForNoLiterals) {
    const Source source("method Test() {}");
    const Context context(source.program, {});
    logic::TermStore store;
    Vocabulary vocabulary(context, &source.method("Test"), store);
    Computation computation(vocabulary);
    const Term x = store.variable("x", store.int_sort());
    const typed::Type type = typed::arrow_type({typed::int_type()}, typed::int_type(), typed::ArrowKind::Total);
    const Term lambda =
        vocabulary.function_values.lambda(type, {{}, {x}, store.true_(), store.add(x, store.integer(1))});
    EXPECT_TRUE(computation.is_known(lambda));
    EXPECT_FALSE(computation.is_literal(lambda));
}

} // namespace
} // namespace daphnia::encode
