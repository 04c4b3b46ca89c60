// When a measure decreases: the law of typed/measure_order.h, of measures whose values are known. What is asked of
// literals comes out as a truth value, as the factories of terms compute it.
#include "../interpret/running.h"
#include "encode/measure.h"
#include "logic/smtlib.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace daphnia::encode {
namespace {

using interpret::Source;

class Measures : public testing::Test {
  protected:
    Measure::Part part(const typed::Type& type, Term value) { return {type, value, {}}; }
    Measure::Part number(long value) { return part(typed::int_type(), store.integer(value)); }
    Measure::Part truth(bool value) { return part(typed::bool_type(), store.bool_(value)); }
    Measure::Part real(long value) { return part(typed::real_type(), store.real(value)); }

    Measure numbers(const std::vector<long>& values) {
        Measure result;
        for (const long value : values) {
            result.parts.push_back(number(value));
        }
        return result;
    }

    bool holds(Term term) {
        EXPECT_TRUE(term == store.true_() || term == store.false_()) << logic::print(term);
        return term == store.true_();
    }
    // As recursion asks: numbers decrease from values that are not negative.
    bool smaller(const Measure& now, const Measure& before) { return holds(decreases(vocabulary, now, before, true)); }

    Source source{"method Test() {}"};
    Context context{source.program, {}};
    logic::TermStore store;
    Vocabulary vocabulary{context, &source.method("Test"), store};
};

// All tuples of up to two numbers from -1 to 2.
std::vector<std::vector<long>> tuples() {
    std::vector<std::vector<long>> result{{}};
    for (long a = -1; a <= 2; ++a) {
        result.push_back({a});
        for (long b = -1; b <= 2; ++b) {
            result.push_back({a, b});
        }
    }
    return result;
}

// The first part that is not equal decides, and counts from a value that is not negative; where the tuples are equal as
// far as both go, the one that goes on is the smaller.
bool lexicographically_smaller(const std::vector<long>& now, const std::vector<long>& before) {
    const std::size_t common = std::min(now.size(), before.size());
    for (std::size_t i = 0; i < common; ++i) {
        if (now[i] != before[i]) {
            return now[i] < before[i] && before[i] >= 0;
        }
    }
    return now.size() > before.size();
}

TEST_F(Measures, OfNumbersDecreaseLexicographically) {
    for (const auto& now : tuples()) {
        for (const auto& before : tuples()) {
            EXPECT_EQ(smaller(numbers(now), numbers(before)), lexicographically_smaller(now, before))
                << testing::PrintToString(now) << " after " << testing::PrintToString(before);
        }
    }
}

TEST_F(Measures, NeverDecreaseInBothDirections) {
    for (const auto& now : tuples()) {
        for (const auto& before : tuples()) {
            EXPECT_FALSE(smaller(numbers(now), numbers(before)) && smaller(numbers(before), numbers(now)));
        }
        EXPECT_FALSE(smaller(numbers(now), numbers(now)));
    }
}

TEST_F(Measures, MayStayWhereThatIsAllowed) {
    EXPECT_TRUE(holds(decreases(vocabulary, numbers({2, 1}), numbers({2, 1}), false, true)));
    EXPECT_FALSE(holds(decreases(vocabulary, numbers({2, 1}), numbers({2, 1}), false, false)));
    EXPECT_FALSE(holds(decreases(vocabulary, numbers({2, 2}), numbers({2, 1}), false, true)));
    // What ends earlier is larger, not the same.
    EXPECT_FALSE(holds(decreases(vocabulary, numbers({2}), numbers({2, 1}), false, true)));
}

TEST_F(Measures, WithoutBoundsDecreaseFromNegativeNumbers) {
    EXPECT_TRUE(holds(decreases(vocabulary, numbers({-2}), numbers({-1}), false)));
    EXPECT_FALSE(smaller(numbers({-2}), numbers({-1})));
    EXPECT_EQ(compare(vocabulary, number(-2), number(-1)).bound, store.false_());
}

TEST_F(Measures, OfTypesThatDifferAreNotCompared) {
    EXPECT_FALSE(smaller({{truth(false)}}, {{number(5)}}));
    EXPECT_FALSE(smaller({{number(0)}}, {{truth(true)}}));
    // Nor does the tuple that goes on win where it goes on with something else.
    EXPECT_FALSE(smaller({{number(1), truth(false)}}, {{number(1), number(7)}}));
    EXPECT_TRUE(smaller({{number(0), truth(true)}}, {{number(1), number(7)}}));
}

TEST_F(Measures, OfTruthGoFromTrueToFalse) {
    EXPECT_TRUE(smaller({{truth(false)}}, {{truth(true)}}));
    EXPECT_FALSE(smaller({{truth(true)}}, {{truth(false)}}));
    EXPECT_FALSE(smaller({{truth(true)}}, {{truth(true)}}));
}

TEST_F(Measures, OfReferencesGoToNull) {
    const typed::Type type = typed::nullable_array_type(typed::int_type());
    const Term null = vocabulary.heap.null();
    const Term r = store.variable("r", vocabulary.heap.ref());
    const Term s = store.variable("s", vocabulary.heap.ref());
    const Comparison to_null = compare(vocabulary, part(type, null), part(type, r));
    EXPECT_EQ(to_null.less, store.not_equal(r, null));
    EXPECT_EQ(compare(vocabulary, part(type, r), part(type, null)).less, store.false_());
    // References are alike, whatever they refer to.
    EXPECT_EQ(compare(vocabulary, part(type, r), part(type, s)).equal,
              store.equal(store.equal(r, null), store.equal(s, null)));
}

TEST_F(Measures, OfSequencesAreTheirLengths) {
    const typed::Type type = typed::seq_type(typed::int_type());
    const Term s = store.variable("s", vocabulary.sorts.of(type));
    const Term t = store.variable("t", vocabulary.sorts.of(type));
    EXPECT_EQ(decreases(vocabulary, {{part(type, s)}}, {{part(type, t)}}, true),
              store.less(vocabulary.collections.size(type, s), vocabulary.collections.size(type, t)));
}

} // namespace
} // namespace daphnia::encode
