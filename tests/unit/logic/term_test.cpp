// Terms: sharing, sorts, local simplification, and walks that do not depend on depth.
#include "logic/term.h"

#include "support/error.h"

#include <gtest/gtest.h>

namespace daphnia::logic {
namespace {

class TermTest : public testing::Test {
  protected:
    TermStore store;
    Sort integer = store.int_sort();
    Term x = store.variable("x", integer);
    Term y = store.variable("y", integer);
    Term p = store.variable("p", store.bool_sort());
    Term q = store.variable("q", store.bool_sort());
    Function f = store.function("f", {store.int_sort()}, store.int_sort());

    Term number(long value) { return store.integer(value); }
    Term f_of(Term term) { return store.apply(f, {term}); }
};

TEST_F(TermTest, EqualTermsAreOneObject) {
    EXPECT_EQ(store.add(x, f_of(y)), store.add(x, f_of(y)));
    EXPECT_NE(store.add(x, y), store.add(y, x));
    EXPECT_EQ(number(5), number(5));
    EXPECT_NE(number(5), number(-5));
    support::Integer large("123456789012345678901234567890");
    EXPECT_EQ(store.integer(large), store.integer(large));
    EXPECT_EQ(store.array_sort(integer, integer), store.array_sort(integer, integer));
    EXPECT_EQ(store.named_sort("Ref"), store.named_sort("Ref"));
}

TEST_F(TermTest, QuantifiersDifferByWhatTheyBindAndByTriggers) {
    Term body = store.less(f_of(x), y);
    Term plain = store.forall({"q", {x}, {}, 0}, body);
    EXPECT_EQ(plain, store.forall({"q", {x}, {}, 0}, body));
    EXPECT_NE(plain, store.forall({"q", {x}, {{f_of(x)}}, 0}, body));
    EXPECT_NE(plain, store.forall({"q", {y}, {}, 0}, body));
    EXPECT_NE(plain, store.exists({"q", {x}, {}, 0}, body));
}

TEST_F(TermTest, IdsFollowCreationAndChildrenComeFirst) {
    Term sum = store.add(x, f_of(y));
    EXPECT_LT(sum->children[0]->id, sum->id);
    EXPECT_LT(sum->children[1]->id, sum->id);
}

TEST_F(TermTest, SortsMustFit) {
    EXPECT_THROW(store.add(x, p), support::InternalError);
    EXPECT_THROW(store.and_(p, x), support::InternalError);
    EXPECT_THROW(store.equal(x, p), support::InternalError);
    EXPECT_THROW(store.apply(f, {p}), support::InternalError);
    EXPECT_THROW(store.apply(f, {}), support::InternalError);
    EXPECT_THROW(store.ite(p, x, q), support::InternalError);
    EXPECT_THROW(store.select(x, y), support::InternalError);
    EXPECT_THROW(store.variable("x", store.bool_sort()), support::InternalError);
    EXPECT_THROW(store.function("f", {integer, integer}, integer), support::InternalError);
    EXPECT_THROW(store.forall({"", {number(1)}, {}, 0}, p), support::InternalError);
    EXPECT_THROW(store.named_sort("Int"), support::InternalError);
}

TEST_F(TermTest, FreshVariablesHaveNewNames) {
    Term other = store.fresh_variable("x", integer);
    EXPECT_EQ(other->name, "x!1");
    EXPECT_EQ(store.fresh_variable("x", store.bool_sort())->name, "x!2");
    EXPECT_EQ(store.fresh_variable("new", integer)->name, "new");
    EXPECT_EQ(store.find_variable("x!1"), other);
    EXPECT_EQ(store.find_variable("none"), nullptr);
    EXPECT_EQ(store.find_function("f"), f);
    EXPECT_EQ(store.find_function("g"), nullptr);
}

TEST_F(TermTest, ConnectivesSimplify) {
    EXPECT_EQ(store.not_(store.not_(p)), p);
    EXPECT_EQ(store.not_(store.true_()), store.false_());
    EXPECT_EQ(store.and_(std::vector<Term>{}), store.true_());
    EXPECT_EQ(store.and_({p, store.true_(), p}), p);
    EXPECT_EQ(store.and_(p, store.false_()), store.false_());
    EXPECT_EQ(store.or_(std::vector<Term>{}), store.false_());
    EXPECT_EQ(store.or_({p, store.false_(), p}), p);
    EXPECT_EQ(store.or_(p, store.true_()), store.true_());
    EXPECT_EQ(store.implies(store.true_(), p), p);
    EXPECT_EQ(store.implies(store.false_(), p), store.true_());
    EXPECT_EQ(store.implies(p, store.false_()), store.not_(p));
    EXPECT_EQ(store.implies(p, p), store.true_());
    EXPECT_EQ(store.equal(p, store.false_()), store.not_(p));
    EXPECT_EQ(store.equal(store.true_(), p), p);
    EXPECT_EQ(store.ite(p, x, x), x);
    EXPECT_EQ(store.ite(store.false_(), x, y), y);
    EXPECT_EQ(store.ite(p, store.false_(), store.true_()), store.not_(p));
}

TEST_F(TermTest, ArithmeticFoldsConstantsAndNothingThatIsUnspecified) {
    EXPECT_EQ(store.add(number(2), number(3)), number(5));
    EXPECT_EQ(store.subtract(x, number(0)), x);
    EXPECT_EQ(store.negate(number(7)), number(-7));
    EXPECT_EQ(store.multiply(number(1), x), x);
    EXPECT_EQ(store.multiply(number(0), x)->kind, TermKind::Multiply); // x stays where triggers can see it
    EXPECT_EQ(store.divide(number(7), number(0))->kind, TermKind::Divide);
    EXPECT_EQ(store.modulo(number(7), number(0))->kind, TermKind::Modulo);
    EXPECT_EQ(store.less_equal(x, x), store.true_());
    EXPECT_EQ(store.less(x, x), store.false_());
    EXPECT_EQ(store.equal(number(1), number(2)), store.false_());
}

TEST_F(TermTest, DivisionIsEuclidean) {
    for (long a = -7; a <= 7; ++a) {
        for (long b : {-3L, -1L, 1L, 2L, 5L}) {
            long quotient = store.divide(number(a), number(b))->value.get_si();
            long remainder = store.modulo(number(a), number(b))->value.get_si();
            EXPECT_EQ(a, b * quotient + remainder);
            EXPECT_LE(0, remainder);
            EXPECT_LT(remainder, std::abs(b));
        }
    }
}

TEST_F(TermTest, ReadingWhatWasWritten) {
    Term row = store.variable("row", store.array_sort(integer, integer));
    Term written = store.store(store.store(row, number(1), x), number(2), y);
    EXPECT_EQ(store.select(written, number(2)), y);
    EXPECT_EQ(store.select(written, number(1)), x);
    EXPECT_EQ(store.select(written, number(3)), store.select(row, number(3)));
    EXPECT_EQ(store.select(written, x)->children[0], written); // x may be 1 or 2
    EXPECT_EQ(store.select(store.store(row, x, y), x), y);
}

TEST_F(TermTest, SubstitutionReplacesFreeVariablesAndTheirTriggers) {
    Term bound = store.variable("b", integer);
    Term quantified = store.forall({"", {bound}, {{store.apply(f, {store.add(bound, x)})}}, 0},
                                   store.less(f_of(store.add(bound, x)), y));
    Substitution substitute(store, [&](Term variable) { return variable == x ? f_of(y) : nullptr; });
    Term result = substitute(store.and_(quantified, store.less(x, y)));
    Term expected = store.forall({"", {bound}, {{f_of(store.add(bound, f_of(y)))}}, 0},
                                 store.less(f_of(store.add(bound, f_of(y))), y));
    EXPECT_EQ(result, store.and_(expected, store.less(f_of(y), y)));
}

TEST_F(TermTest, BoundVariablesAreNotAskedFor) {
    Term quantified = store.forall({"", {x}, {}, 0}, store.less(f_of(x), y));
    Substitution substitute(store, [&](Term variable) {
        EXPECT_NE(variable, x);
        return variable == y ? number(3) : nullptr;
    });
    EXPECT_EQ(substitute(quantified), store.forall({"", {x}, {}, 0}, store.less(f_of(x), number(3))));
    EXPECT_EQ(free_variables(quantified), std::vector<Term>{y});
}

TEST_F(TermTest, WalksVisitEachTermOnceChildrenFirst) {
    Term shared = f_of(store.add(x, y));
    Term root = store.equal(store.multiply(shared, shared), x);
    std::vector<Term> order;
    for_each_subterm(root, [&](Term term) { order.push_back(term); });
    EXPECT_EQ(order.size(), 6U);
    EXPECT_EQ(order.back(), root);
    for (Term term : order) {
        for (Term child : term->children) {
            EXPECT_LT(std::find(order.begin(), order.end(), child), std::find(order.begin(), order.end(), term));
        }
    }
}

TEST_F(TermTest, DepthCostsNoStack) {
    Term deep = x;
    for (int i = 0; i < 100'000; ++i) {
        deep = f_of(deep);
    }
    EXPECT_EQ(free_variables(deep), std::vector<Term>{x});
    Substitution substitute(store, [&](Term) { return y; });
    EXPECT_EQ(free_variables(substitute(deep)), std::vector<Term>{y});
}

TEST_F(TermTest, SharedTermsAreWalkedOnce) {
    Term wide = x;
    for (int i = 0; i < 200; ++i) {
        wide = store.add(wide, wide); // 2^200 occurrences of x
    }
    Substitution substitute(store, [&](Term) { return y; });
    EXPECT_EQ(free_variables(substitute(wide)), std::vector<Term>{y});
}

} // namespace
} // namespace daphnia::logic
