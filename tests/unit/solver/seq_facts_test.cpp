// What users of Dafny rely on about sequences, each put to the solver: the true facts are proved, the false ones not.
#include "judge.h"

#include <gtest/gtest.h>

namespace daphnia::solver {
namespace {

// Ranges that facts about positions need.
const std::string kRange = "(and (<= 0 i) (< i (length s)))";
const std::string kCut = "(and (<= 0 n) (<= n (length s)))";

std::string given(const std::string& guard, const std::string& fact) {
    return "(=> " + guard + " " + fact + ")";
}

class SeqTruth : public testing::TestWithParam<std::string> {};
class SeqFalsehood : public testing::TestWithParam<std::string> {};

TEST_P(SeqTruth, IsProved) {
    Judge judge;
    Answer answer = judge.ask(GetParam());
    EXPECT_EQ(answer.status, Answer::Status::Proved) << answer.reason;
    RecordProperty("resources", std::to_string(answer.resources_used));
}

TEST_P(SeqFalsehood, IsNotProved) {
    Judge judge;
    EXPECT_NE(judge.ask(GetParam()).status, Answer::Status::Proved);
}

INSTANTIATE_TEST_SUITE_P(
    Lengths, SeqTruth,
    testing::Values("(<= 0 (length s))", "(= (length empty) 0)", "(= (length (build empty x)) 1)",
                    "(= (length (build (build empty x) y)) 2)", "(= (length (append s t)) (+ (length s) (length t)))",
                    "(=> (= (length s) 0) (equal s empty))", "(=> (not (equal s empty)) (< 0 (length s)))",
                    given(kCut, "(= (length (take s n)) n)"), given(kCut, "(= (length (drop s n)) (- (length s) n))"),
                    given(kRange, "(= (length (update s i x)) (length s))"),
                    "(=> (and (<= 0 n) (<= n m) (<= m (length s))) (= (length (drop (take s m) n)) (- m n)))",
                    "(not (equal (build s x) s))", "(not (equal (build s x) empty))"));

INSTANTIATE_TEST_SUITE_P(
    Elements, SeqTruth,
    testing::Values("(= (at (build empty x) 0) x)", "(= (at (build (build (build empty x) y) z) 1) y)",
                    "(= (at (build s x) (length s)) x)", given(kRange, "(= (at (build s x) i) (at s i))"),
                    given(kRange, "(= (at (append s t) i) (at s i))"),
                    "(=> (and (<= 0 i) (< i (length t))) (= (at (append s t) (+ i (length s))) (at t i)))",
                    "(= (at (append s (build empty x)) (length s)) x)", "(= (at (append (build empty x) s) 0) x)",
                    given(kRange, "(= (at (append (build empty x) s) (+ i 1)) (at s i))"),
                    given(kRange, "(= (at (update s i x) i) x)"),
                    given(kRange,
                          "(=> (and (<= 0 j) (< j (length s)) (not (= i j))) (= (at (update s i x) j) (at s j)))"),
                    given(kRange, "(equal (update s i (at s i)) s)"),
                    given(kRange, "(equal (update (update s i x) i y) (update s i y))"),
                    given(kRange, "(=> (and (<= 0 j) (< j (length s)) (not (= i j)))"
                                  " (equal (update (update s i x) j y) (update (update s j y) i x)))"),
                    "(=> (and (<= 0 j) (< j n) (<= n (length s))) (= (at (take s n) j) (at s j)))",
                    "(=> (and (<= 0 n) (<= 0 j) (< (+ j n) (length s))) (= (at (drop s n) j) (at s (+ n j))))",
                    "(=> (and (<= 0 n) (<= n j) (< j (length s))) (= (at s j) (at (drop s n) (- j n))))",
                    "(=> (and (<= 0 n) (<= 0 j) (<= (+ n j) m) (< (+ n j) m) (<= m (length s)))"
                    " (= (at (drop (take s m) n) j) (at s (+ n j))))"));

INSTANTIATE_TEST_SUITE_P(
    Equalities, SeqTruth,
    testing::Values("(equal s s)", "(=> (equal s t) (equal t s))", "(=> (and (equal s t) (equal t u)) (equal s u))",
                    "(=> (equal s t) (= (length s) (length t)))",
                    "(=> (and (equal s t) (<= 0 i) (< i (length s))) (= (at s i) (at t i)))",
                    "(=> (and (= (length s) (length t)) (forall ((h Int)) (! (=> (and (<= 0 h) (< h (length s)))"
                    " (= (at s h) (at t h))) :pattern ((at s h))))) (equal s t))",
                    "(equal (append s empty) s)", "(equal (append empty s) s)",
                    "(equal (append (append s t) u) (append s (append t u)))",
                    "(equal (append s (build empty x)) (build s x))",
                    "(equal (append s (build t x)) (build (append s t) x))",
                    "(=> (equal (append s t) empty) (equal s empty))",
                    "(=> (equal (build s x) (build t y)) (and (equal s t) (= x y)))",
                    "(=> (equal (append s (build empty x)) (append t (build empty y))) (and (equal s t) (= x y)))",

                    "(not (equal (build (build empty 1) 2) (build (build empty 2) 1)))",
                    "(equal (build (build empty 1) 2) (append (build empty 1) (build empty 2)))",
                    "(=> (= (length s) 1) (equal s (build empty (at s 0))))",
                    "(=> (= (length s) 2) (equal s (build (build empty (at s 0)) (at s 1))))",
                    "(=> (equal s (build (build empty x) y)) (and (= (length s) 2) (= (at s 0) x) (= (at s 1) y)))"));

INSTANTIATE_TEST_SUITE_P(
    Slices, SeqTruth,
    testing::Values(
        "(equal (take s (length s)) s)", "(equal (take s 0) empty)", "(equal (drop s 0) s)",
        "(equal (drop s (length s)) empty)", given(kCut, "(equal (append (take s n) (drop s n)) s)"),
        "(equal (take (append s t) (length s)) s)", "(equal (drop (append s t) (length s)) t)",
        "(=> (< 0 (length s)) (equal s (append (build empty (at s 0)) (drop s 1))))",
        "(=> (< 0 (length s)) (equal s (append (take s (- (length s) 1)) (build empty (at s (- (length s) 1))))))",
        given(kRange, "(equal (take s (+ i 1)) (append (take s i) (build empty (at s i))))"),
        given(kRange, "(equal (take s (+ i 1)) (build (take s i) (at s i)))"),
        given(kRange, "(equal (drop s i) (append (build empty (at s i)) (drop s (+ i 1))))"),
        "(=> (and (<= 0 n) (<= n m) (<= m (length s))) (equal (take (take s m) n) (take s n)))",
        "(=> (and (<= 0 n) (<= 0 m) (<= (+ n m) (length s))) (equal (drop (drop s n) m) (drop s (+ n m))))",
        "(=> (and (<= 0 n) (<= n m) (<= m (length s))) (equal (drop (take s m) n) (take (drop s n) (- m n))))",
        "(=> (and (<= 0 n) (<= n m) (< m (length s)))"
        " (equal (drop (take s (+ m 1)) n) (append (drop (take s m) n) (build empty (at s m)))))",
        "(=> (and (<= 0 n) (<= n i) (< i (length s))) (equal (take (update s i x) n) (take s n)))",
        "(=> (and (<= 0 i) (< i n) (<= n (length s))) (equal (drop (update s i x) n) (drop s n)))",
        "(=> (and (<= 0 i) (< i n) (<= n (length s))) (equal (take (update s i x) n) (update (take s n) i x)))",
        given(kRange, "(equal (update s i x) (append (append (take s i) (build empty x)) (drop s (+ i 1))))"),
        "(equal (drop (append (build empty x) s) 1) s)", "(equal (take (build s x) (length s)) s)",
        given(kCut, "(equal (take (append s t) n) (take s n))"),
        "(=> (equal s (append t u)) (and (equal t (take s (length t))) (equal u (drop s (length t)))))",
        "(=> (and (= (length s) (length t)) (<= 0 n) (<= n (length s)) (equal (take s n) (take t n))"
        " (equal (drop s n) (drop t n))) (equal s t))"));

INSTANTIATE_TEST_SUITE_P(
    Membership, SeqTruth,
    testing::Values(
        "(not (contains empty x))", "(contains (build s x) x)", "(=> (contains s y) (contains (build s x) y))",
        "(=> (contains (build empty x) y) (= x y))", given(kRange, "(contains s (at s i))"),
        "(=> (contains s x) (exists ((h Int)) (! (and (<= 0 h) (< h (length s)) (= (at s h) x)) :pattern ((at s h)))))",
        "(=> (contains s x) (< 0 (length s)))", "(= (contains (append s t) x) (or (contains s x) (contains t x)))",
        "(= (contains (append s (build empty y)) x) (or (contains s x) (= x y)))",
        given(kRange, "(contains (update s i x) x)"),
        given(kRange, "(=> (and (contains s y) (not (= y (at s i)))) (contains (update s i x) y))"),
        given(kRange, "(=> (contains (update s i x) y) (or (= x y) (contains s y)))"),
        given(kCut, "(=> (contains (take s n) x) (contains s x))"),
        given(kCut, "(=> (contains (drop s n) x) (contains s x))"),
        given(kCut, "(= (contains s x) (or (contains (take s n) x) (contains (drop s n) x)))"),
        "(=> (and (not (contains s x)) (<= 0 i) (< i (length s))) (not (= (at s i) x)))",
        "(=> (and (<= 0 i) (< i n) (<= n (length s))) (contains (take s n) (at s i)))",
        "(=> (and (<= 0 n) (<= n i) (< i (length s))) (contains (drop s n) (at s i)))",
        "(=> (and (forall ((h Int)) (! (=> (contains s h) (< h x)) :pattern ((contains s h)))) (contains t y)"
        " (equal t (drop s 1)) (< 0 (length s))) (< y x))"));

INSTANTIATE_TEST_SUITE_P(Prefixes, SeqTruth,
                         testing::Values("(prefix s s)", "(prefix empty s)", "(prefix s (append s t))",
                                         "(prefix s (build s x))", given(kCut, "(prefix (take s n) s)"),
                                         "(=> (prefix s t) (<= (length s) (length t)))",
                                         "(=> (and (prefix s t) (<= 0 i) (< i (length s))) (= (at s i) (at t i)))",
                                         "(=> (and (prefix s t) (prefix t u)) (prefix s u))",
                                         "(=> (and (prefix s t) (prefix t s)) (equal s t))",
                                         "(=> (and (prefix s t) (= (length s) (length t))) (equal s t))",
                                         "(=> (prefix s t) (equal t (append s (drop t (length s)))))",
                                         "(=> (prefix (append s t) u) (prefix s u))",
                                         "(=> (prefix s empty) (equal s empty))"));

INSTANTIATE_TEST_SUITE_P(
    Rows, SeqTruth,
    testing::Values(
        "(=> (<= i j) (= (length (slice row i j)) (- j i)))",
        "(=> (and (<= i k) (< k j)) (= (at (slice row i j) (- k i)) (select row k)))",
        "(=> (and (<= 0 k) (< k (- j i))) (= (at (slice row i j) k) (select row (+ i k))))",
        "(equal (slice row i i) empty)",
        "(=> (<= i j) (equal (slice row i (+ j 1)) (build (slice row i j) (select row j))))",
        "(=> (<= 0 j) (equal (slice row 0 (+ j 1)) (append (slice row 0 j) (build empty (select row j)))))",
        "(=> (and (<= i k) (<= k j)) (equal (slice row i j) (append (slice row i k) (slice row k j))))",
        "(=> (and (<= i j) (or (< k i) (<= j k))) (equal (slice (store row k x) i j) (slice row i j)))",
        "(=> (and (<= i k) (< k j)) (equal (slice (store row k x) i j) (update (slice row i j) (- k i) x)))",
        "(=> (and (<= 0 n) (<= n m)) (equal (take (slice row 0 m) n) (slice row 0 n)))",
        "(=> (and (<= 0 n) (<= n m)) (equal (drop (slice row 0 m) n) (slice row n m)))",
        "(=> (and (<= i k) (< k j)) (contains (slice row i j) (select row k)))",
        "(=> (and (<= i j) (contains (slice row i j) x)) (exists ((h Int)) (! (and (<= i h) (< h j)"
        " (= (select row h) x)) :pattern ((select row h)))))",
        "(=> (and (<= i j) (forall ((h Int)) (! (=> (and (<= i h) (< h j)) (= (select row h) (select old h)))"
        " :pattern ((select row h))))) (equal (slice row i j) (slice old i j)))",
        "(=> (and (<= i j) (equal (slice row i j) (slice old i j)) (<= i k) (< k j)) (= (select row k) (select old "
        "k)))",
        "(let ((swapped (store (store row i (select row j)) j (select row i))))"
        " (=> (and (<= 0 i) (< i n) (<= 0 j) (< j n)) (equal (slice swapped 0 n)"
        " (update (update (slice row 0 n) i (select row j)) j (select row i)))))"));

// As deep as the weight of the axioms about reading through append and drop lets one look.
INSTANTIATE_TEST_SUITE_P(
    Depth, SeqTruth,
    testing::Values(
        "(=> (< 0 (length u)) (= (at (append s (append t (append r (append s (append t u))))) "
        "(+ (length s) (length t) (length r) (length s) (length t))) (at u 0)))",
        "(equal (append (append (append s t) u) r) (append s (append t (append u r))))",
        "(=> (and (<= 1 (length s)) (= x (at s 0)) (equal t (drop s 1)) (equal u (append (build empty x) t)))"
        " (equal u s))"));

INSTANTIATE_TEST_SUITE_P(
    All, SeqFalsehood,
    testing::Values(
        "false", "(< 0 (length s))", "(equal s t)", "(= (at s (- 1)) (at t (- 1)))", "(= (at empty 0) (at empty 1))",
        "(= (length (take s n)) n)", "(= (length (drop s n)) (- (length s) n))",
        "(= (length (update s i x)) (length s))", "(= (at (update s i x) i) x)", "(= (at (append s t) i) (at s i))",
        "(equal (append s t) (append t s))", "(=> (= (length s) (length t)) (equal s t))",
        "(=> (contains s x) (= (at s 0) x))", "(=> (contains (update s i x) y) (contains s y))", "(contains s x)",
        "(not (contains s x))", given(kRange, "(=> (contains s y) (contains (update s i x) y))"), "(prefix s t)",
        "(=> (prefix s t) (equal s t))", "(=> (prefix s t) (prefix t s))", "(equal (take (append s t) n) (take s n))",
        "(equal (take (build s x) n) (take s n))", "(= (length (slice row i j)) (- j i))",
        "(equal (slice (store row k x) i j) (slice row i j))", "(= (at (slice row i j) k) (select row (+ i k)))",
        "(=> (equal (append s t) (append u r)) (equal s u))", "(equal (drop (drop s n) m) (drop s (+ n m)))",
        "(= (at (append s t) (- 1)) (at s (- 1)))", "(= (at (append s t) (+ (length s) (length t))) (at t (length t)))",
        "(equal (build s x) (build s y))", "(=> (equal (take s 1) (take t 1)) (equal s t))",
        "(=> (equal (drop s 1) (drop t 1)) (equal s t))", "(not (equal (append s t) s))",
        "(=> (< j i) (equal (slice row i j) empty))"));

} // namespace
} // namespace daphnia::solver
