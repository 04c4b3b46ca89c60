// Which triggers are chosen for a quantifier that brings none.
#include "encode/triggers.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace daphnia::encode {
namespace {

using logic::Term;
using logic::Trigger;

class Triggers : public testing::Test {
  protected:
    Term at(Term sequence, Term index) {
        return store.apply(store.function("at", {seq, store.int_sort()}, store.int_sort()), {sequence, index});
    }
    Term f(Term x) { return store.apply(store.function("f", {store.int_sort()}, store.int_sort()), {x}); }
    Term next(Term x) { return store.add(x, store.integer(1)); }

    logic::TermStore store;
    logic::Sort seq = store.named_sort("Seq");
    Term s = store.variable("s", seq);
    Term i = store.variable("i", store.int_sort());
    Term j = store.variable("j", store.int_sort());
    Term n = store.variable("n", store.int_sort());
};

TEST_F(Triggers, OneTermThatCoversAllVariables) {
    EXPECT_EQ(select_triggers({i}, store.less(at(s, i), n)), (std::vector<Trigger>{{at(s, i)}}));
}

TEST_F(Triggers, SeveralTermsWhereNoneCoversAll) {
    const auto chosen = select_triggers({i, j}, store.less_equal(at(s, i), at(s, j)));
    ASSERT_EQ(chosen.size(), 1U);
    EXPECT_EQ(chosen[0], (Trigger{at(s, i), at(s, j)}));
}

TEST_F(Triggers, TheSmallerTermIsPreferred) {
    EXPECT_EQ(select_triggers({i}, store.less(f(at(s, i)), n)), (std::vector<Trigger>{{at(s, i)}}));
}

TEST_F(Triggers, ATermThatWouldLoopIsAvoided) {
    const auto chosen = select_triggers({i}, store.implies(store.less(f(i), n), store.less(at(s, i), at(s, next(i)))));
    EXPECT_EQ(chosen, (std::vector<Trigger>{{f(i)}}));
}

TEST_F(Triggers, ALoopIsBetterThanNothing) {
    EXPECT_EQ(select_triggers({i}, store.less(at(s, i), at(s, next(i)))), (std::vector<Trigger>{{at(s, i)}}));
}

TEST_F(Triggers, FreeVariablesDoNotMakeALoop) {
    const Term t = store.variable("t", seq);
    const auto chosen = select_triggers({i}, store.equal(at(s, i), at(t, store.subtract(f(i), n))));
    EXPECT_NE(std::find(chosen.begin(), chosen.end(), Trigger{at(s, i)}), chosen.end());
}

TEST_F(Triggers, ArithmeticIsTheLastResort) {
    EXPECT_EQ(select_triggers({i}, store.less(at(s, next(i)), n)), (std::vector<Trigger>{{at(s, next(i))}}));
}

TEST_F(Triggers, ArithmeticAloneGivesNone) {
    EXPECT_TRUE(select_triggers({i}, store.less_equal(store.integer(0), store.multiply(i, i))).empty());
}

TEST_F(Triggers, TermsOfInnerQuantifiersAreLeftAlone) {
    const Term k = store.variable("k", store.int_sort());
    const Term inner = store.forall({"inner", {k}, {}, 0}, store.less(at(s, store.add(k, i)), at(s, k)));
    EXPECT_TRUE(select_triggers({i}, inner).empty());
}

} // namespace
} // namespace daphnia::encode
