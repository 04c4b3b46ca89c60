// Programs with the verdicts that they must have, by the condition of the whole and by those of single assertions.
#include "judge.h"

#include "support/error.h"

#include <gtest/gtest.h>

namespace daphnia::vcgen {
namespace {

struct Case {
    const char* blocks;
    const char* verdicts; // per assertion
};

void PrintTo(const Case& one, std::ostream* out) {
    *out << one.blocks;
}

class Verdicts : public testing::TestWithParam<Case> {};

TEST_P(Verdicts, AreTheExpectedOnes) {
    Judge judge(GetParam().blocks);
    EXPECT_EQ(judge.singles(), GetParam().verdicts) << print(judge.passive);
    bool all = std::string(GetParam().verdicts).find('x') == std::string::npos;
    EXPECT_EQ(judge.whole(), all) << print(whole(judge.passive, judge.store));
}

INSTANTIATE_TEST_SUITE_P(
    StraightLine, Verdicts,
    testing::Values(
        Case{"(block a)", ""}, Case{"(block a (assert assertion true))", "v"},
        Case{"(block a (assert assertion false))", "x"}, Case{"(block a (assert assertion p))", "x"},
        Case{"(block a (assume p) (assert assertion p))", "v"},
        Case{"(block a (assert assertion p) (assume p))", "x"}, // what is assumed later helps nothing before
        Case{"(block a (assume (< x y)) (assert assertion (< x (+ y 1))) (assert assertion (< x (- y 1))))", "vx"},
        Case{"(block a (assert assertion p) (assert assertion p))", "xv"}, // a failed one is assumed afterwards
        Case{"(block a (assert assertion p) (assert assertion q) (assert assertion (and p q)))", "xxv"},
        Case{"(block a (assume false) (assert assertion false))", "v"},
        Case{"(block a (assert assertion false) (assert assertion (= x y)))", "xv"}));

INSTANTIATE_TEST_SUITE_P(
    Assignment, Verdicts,
    testing::Values(Case{"(block a (assign x 1) (assert assertion (= x 1)) (assign x 2) (assert assertion (= x 2))"
                         " (assert assertion (= x 1)))",
                         "vvx"},
                    Case{"(block a (assign y x) (assign x (+ x 1)) (assert assertion (= x (+ y 1))))", "v"},
                    Case{"(block a (assign z x) (assign x y) (assign y z) (assert assertion (= y x)))", "x"}, // a swap
                    Case{"(block a (assume (= x 5)) (havoc x) (assert assertion (= x 5)))", "x"},
                    Case{"(block a (assign y x) (havoc x) (assume (= x 5)) (assert assertion (= y 5)))", "x"},
                    Case{"(block a (havoc x) (assign y x) (havoc x) (assert assertion (= x y)))", "x"},
                    Case{"(block a (assign x (+ x 1)) (assign x (+ x 1)) (assign x (+ x 1)) (assume (= x 3)) (havoc x)"
                         " (assign x 0) (assert assertion (= x 0)))",
                         "v"},
                    Case{"(block a (assign x x) (assign y (* x x)) (assert assertion (= y (* x x))))", "v"}));

INSTANTIATE_TEST_SUITE_P(
    Joins, Verdicts,
    testing::Values(
        Case{"(block a (goto t e)) (block t (assume p) (assign x 1) (goto j)) (block e (assume (not p)) (assign x 2)"
             " (goto j)) (block j (assert assertion (< 0 x)) (assert assertion (= x 1)) (assert assertion (= p (= x "
             "1))))",
             "vxv"},
        // the value from before the branch on one side
        Case{"(block a (assign x 7) (goto t j)) (block t (assume p) (assign x 1) (goto j))"
             " (block j (assert assertion (or (= x 7) (= x 1))) (assert assertion (=> (= x 1) p)) (assert assertion (= "
             "x 7)))",
             "vvx"},
        // havoc on one side
        Case{"(block a (assign x 7) (goto t j)) (block t (havoc x) (assume (< x 5)) (goto j))"
             " (block j (assert assertion (< x 8)) (assert assertion (= x 7)))",
             "vx"},
        // three ways into one join, and a way past it
        Case{"(block a (goto b c d k)) (block b (assign x 1) (goto j)) (block c (assign x 2) (goto j))"
             " (block d (assign x 3) (goto j)) (block j (assert assertion (and (<= 1 x) (<= x 3)))"
             " (assert assertion (distinct x 2)) (goto k)) (block k (assert assertion (and (<= 1 x) (<= x 3))))",
             "vxx"},
        // a path that ends does not join
        Case{"(block a (goto t e)) (block t (assume p) (assert assertion p)) (block e (assume (not p)) (goto j))"
             " (block j (assert assertion (not p)))",
             "vv"},
        Case{"(block a (goto t e)) (block t (assume false) (goto j)) (block e (assign x 1) (goto j))"
             " (block j (assert assertion (= x 1)))",
             "v"},
        // an assertion that fails on one side is assumed on that side only
        Case{"(block a (goto t e)) (block t (assert assertion (= x 1)) (goto j)) (block e (assume (= x 2)) (goto j))"
             " (block j (assert assertion (or (= x 1) (= x 2))) (assert assertion (= x 1)))",
             "xvx"},
        // joins in a row
        Case{"(block a (assign x 0) (goto b c)) (block b (assign x (+ x 1)) (goto d)) (block c (goto d))"
             " (block d (goto e f)) (block e (assign x (+ x 1)) (goto g)) (block f (goto g))"
             " (block g (assert assertion (and (<= 0 x) (<= x 2))) (assert assertion (< x 2))"
             " (assert assertion (< 0 x)) (assert assertion (distinct x 1)))",
             "vxxx"},
        // a value that is read only some blocks after the join
        Case{"(block a (goto t e)) (block t (assign x 1) (goto j)) (block e (assign x 2) (goto j)) (block j (goto k l))"
             " (block k (assume p) (assert assertion (= x 1))) (block l (assert assertion (= x 2)))",
             "xx"},
        // a branch within a branch: what it assumes holds only there
        Case{"(block a (goto b k)) (block b (assume p) (assume (= x 1)) (goto c d)) (block c (goto k)) (block d (goto "
             "k))"
             " (block k (assert assertion p) (assert assertion (=> p (= x 1))))",
             "xx"},
        Case{"(block a (goto b e)) (block b (assume (= x 1)) (goto c d)) (block c (goto k)) (block d (goto k))"
             " (block e (assume (= x 1)) (goto k)) (block k (assert assertion (= x 1)) (assert assertion (= y 1)))",
             "vx"},
        // an edge from a branch straight to a join that another edge of the same branch reaches too
        Case{"(block a (assign x 0) (goto b j)) (block b (assign x 1) (goto c j)) (block c (assign x 2) (goto j))"
             " (block j (assert assertion (and (<= 0 x) (<= x 2))) (assert assertion (< x 2)) (assert assertion (< 0 "
             "x)))",
             "vxx"},
        // two variables that change together
        Case{"(block a (assign x 0) (assign y 0) (goto t e)) (block t (assign x 1) (assign y 1) (goto j))"
             " (block e (goto j)) (block j (assert assertion (= x y)))",
             "v"},
        Case{"(block a (goto b b)) (block b (assert assertion p))", "x"}));

INSTANTIATE_TEST_SUITE_P(
    Unreachable, Verdicts,
    testing::Values(Case{"(block a) (block b (assert assertion false))", "v"},
                    Case{"(block a (goto c)) (block b (assign x 1) (goto c)) (block c (assert assertion (= x 1)))",
                         "x"},
                    Case{"(block a (assume false) (goto b)) (block b (assert assertion false))", "v"}));

// A loop as the encoder cuts it: check the invariant, forget what changes, assume the invariant, and stop after one
// round.
INSTANTIATE_TEST_SUITE_P(
    Loops, Verdicts,
    testing::Values(
        Case{
            "(block a (assume (<= 0 y)) (assign x 0) (assert invariant-entry (<= x y)) (havoc x) (assume (<= x y))"
            " (goto body after)) (block body (assume (< x y)) (assign x (+ x 1)) (assert invariant-maintained (<= x y))"
            " (assume false)) (block after (assume (not (< x y))) (assert postcondition (= x y)))",
            "vvv"},
        Case{
            "(block a (assume (<= 0 y)) (assign x 0) (assert invariant-entry (<= x y)) (havoc x) (assume (<= x y))"
            " (goto body after)) (block body (assume (< x y)) (assign x (+ x 2)) (assert invariant-maintained (<= x y))"
            " (assume false)) (block after (assume (not (< x y))) (assert postcondition (= x y)))",
            "vxv"},
        Case{"(block a (assign x 1) (assert invariant-entry (<= x y)) (havoc x) (assume (<= x y)) (goto after))"
             " (block after (assume (not (< x y))) (assert postcondition (= x y)) (assert assertion (<= 1 y)))",
             "xvv"},
        // what was known before the loop is not known after it
        Case{"(block a (assign x 0) (havoc x) (goto body after)) (block body (assume false))"
             " (block after (assert postcondition (= x 0)))",
             "x"}));

TEST(Conditions, UseAxioms) {
    const char* declarations = "(declare-fun f (Int) Int)(axiom f.grows \"f grows.\" (forall ((i Int)) (! (< i (f i))"
                               " :pattern ((f i)))))";
    EXPECT_EQ(Judge("(block a (assert assertion (< x (f x))) (assert assertion (< (f x) x)))", declarations).singles(),
              "vx");
}

TEST(Conditions, ListTrivialAssertions) {
    Judge judge("(block a (assert assertion true) (assert index-range (= x x)) (assert assertion \"words\" p))");
    std::vector<Obligation> all = obligations(judge.passive);
    ASSERT_EQ(all.size(), 3U);
    EXPECT_TRUE(all[0].trivial);
    EXPECT_TRUE(all[1].trivial);
    EXPECT_FALSE(all[2].trivial);
    EXPECT_EQ(all[1].origin.rule, support::Rule::IndexRange);
    EXPECT_EQ(all[2].origin.message, "words");
    EXPECT_EQ(all[2].index, 2U);
}

TEST(Conditions, SingleDropsWhatCannotReachTheAssertion) {
    Judge judge("(block a (goto t e)) (block t (assume (= x 77)) (assert assertion p)) (block e (assume (= y 88))"
                " (assert assertion q) (assume (= z 99)))");
    std::string text = print(single(judge.passive, obligations(judge.passive)[1], judge.store));
    EXPECT_EQ(text, "(hypothesis (= y 88))\n(goal q)\n");
}

TEST(Conditions, NameTheFirstFailingAssertion) {
    Judge judge("(block a (goto t e)) (block t (assume (= x 1)) (assert assertion (= y 1))) (block e"
                " (assume (= x 2)) (assert assertion (= x 2)) (assert assertion (= y 2)) (assert assertion (= y 3)))");
    auto state = [&](long x, long y) {
        return [&judge, x, y](logic::Term term) -> std::optional<bool> {
            logic::Substitution value(
                judge.store, [&](logic::Term variable) { return judge.store.integer(variable->name == "x" ? x : y); });
            return value(term) == judge.store.true_();
        };
    };
    EXPECT_EQ(failing(judge.passive, state(1, 1)), std::nullopt);
    EXPECT_EQ(failing(judge.passive, state(1, 2)), 0U);
    EXPECT_EQ(failing(judge.passive, state(2, 1)), 2U);
    EXPECT_EQ(failing(judge.passive, state(2, 2)), 3U);
    EXPECT_EQ(failing(judge.passive, state(3, 9)), std::nullopt);
}

// n branches in a row, each of which may add one to x.
std::string branches(int n, const std::string& end) {
    std::string text = "(block start (assign x 0) (goto t0 e0))";
    for (int i = 0; i < n; ++i) {
        std::string number = std::to_string(i);
        std::string next = std::to_string(i + 1);
        text += "(block t" + number + " (assign x (+ x 1)) (goto j" + number + ")) (block e" + number + " (goto j" +
                number + ")) (block j" + number + " (assert assertion (<= 0 x)) (goto " +
                (i + 1 < n ? "t" + next + " e" + next : "end") + "))";
    }
    return text + "(block end " + end + ")";
}

TEST(Conditions, ManyBranchesStaySmallAndAreJudged) {
    Judge judge(branches(12, "(assert assertion (<= x 12)) (assert assertion (< x 12))"));
    EXPECT_EQ(judge.singles(), std::string(13, 'v') + "x");
    EXPECT_LT(print(whole(judge.passive, judge.store)).size(), 4'000U);
    EXPECT_TRUE(Judge(branches(12, "(assert assertion (<= x 12))")).whole());
}

TEST(Conditions, AreLinearInTheNumberOfBlocks) {
    auto size = [](int n) {
        Judge judge(branches(n, ""));
        std::size_t single_size = print(single(judge.passive, obligations(judge.passive).back(), judge.store)).size();
        return print(whole(judge.passive, judge.store)).size() + single_size;
    };
    EXPECT_LT(size(2000), 12 * size(200));
}

TEST(Conditions, DepthCostsNoStack) {
    std::string text = "(block a";
    for (int i = 0; i < 20'000; ++i) {
        text += " (assign x (+ x y)) (assert assertion (=> (= y 0) (= x " + std::string(i == 0 ? "x" : "z") + ")))";
    }
    Judge judge(text + ")");
    Condition condition = whole(judge.passive, judge.store);
    EXPECT_GT(print(condition).size(), 1'000'000U);
}

TEST(Passify, ShowsIncarnationsAndEdges) {
    Judge judge("(block a (assign x (+ x 1)) (goto t j)) (block t (havoc x) (havoc z) (assign y x) (goto j))"
                " (block j (assert assertion (< x y)))");
    EXPECT_EQ(print(judge.passive), "(procedure test\n"
                                    "  (block a\n"
                                    "    (assume (= x@1 (+ x 1)))\n"
                                    "    (goto t a@j))\n"
                                    "  (block a@j\n"
                                    "    (assume (= x@3 x@1))\n"
                                    "    (assume (= y@1 y))\n"
                                    "    (goto j))\n"
                                    "  (block t\n"
                                    "    (assume (= x@3 x@2))\n"
                                    "    (assume (= y@1 x@2))\n"
                                    "    (goto j))\n"
                                    "  (block j\n"
                                    "    (assert assertion (< x@3 y@1))))\n");
}

TEST(Passify, CapturesValuesOfTheirMoment) {
    Judge judge("(block a (capture 0 x) (assign x (+ x 1)) (capture 1 x (* x y)) (assert assertion (< 0 x)))");
    ASSERT_EQ(judge.passive.captures.size(), 2U);
    EXPECT_EQ(judge.passive.captures[0].values[0]->name, "x");
    EXPECT_EQ(judge.passive.captures[1].moment, 1U);
    EXPECT_EQ(judge.passive.captures[1].values[0]->name, "x@1");
    EXPECT_EQ(judge.passive.captures[1].values[1]->children[0]->name, "x@1");
}

TEST(Passify, ConditionsAreTheSameWithCaptures) {
    const std::string start = "(block a (goto t e)) (block t (assign x 1) (goto j)) (block e (assign x 2) (goto j)) ";
    Judge without(start + "(block j (assert assertion (< 0 y)))");
    Judge with(start + "(block j (capture 0 x) (assert assertion (< 0 y)))");
    EXPECT_EQ(print(whole(with.passive, with.store)), print(whole(without.passive, without.store)));
}

TEST(Passify, RefusesNamesThatItMakesItself) {
    EXPECT_THROW(Judge("(block a (assert assertion |x@1|))", "(declare-const |x@1| Bool)"), support::InternalError);
    EXPECT_THROW(Judge("(block |a@b|)"), support::InternalError);
}

} // namespace
} // namespace daphnia::vcgen
