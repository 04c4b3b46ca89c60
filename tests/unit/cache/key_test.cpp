// Whatever an answer depends on changes the key, and nothing else does.
#include "cache/key.h"

#include "cache/generation.h"
#include "fake.h"
#include "support/error.h"

#include <gtest/gtest.h>

#include <set>

namespace daphnia::cache {
namespace {

using logic::Quantifier;
using logic::Sort;
using logic::Term;
using logic::TermStore;

// A query with something of everything. Each alternative changes one thing.
struct Sample {
    explicit Sample(int change = 0) {
        const Sort sort = store.named_sort(change == 1 ? "Other" : "Thing");
        const Sort array = store.array_sort(store.int_sort(), change == 2 ? store.bool_sort() : store.int_sort());
        const auto f = store.function(change == 3 ? "g" : "f", {sort, store.int_sort()}, store.int_sort());
        const auto p = store.function("p", {store.int_sort()}, store.bool_sort());
        const auto q = store.function("q", {store.int_sort()}, store.bool_sort());
        const Term x = store.variable(change == 4 ? "y" : "x", sort);
        const Term i = store.variable("i", store.int_sort());
        const Term a = store.variable("a", array);
        const Term fx = store.apply(f, {x, i});
        const Term bits = store.variable("bits", store.bits_sort(change == 5 ? 8 : 16));
        Quantifier quantifier;
        quantifier.name = change == 6 ? "other law" : "law";
        quantifier.variables = {i};
        quantifier.weight = change == 7 ? 4 : 3;
        quantifier.triggers = {{fx}};
        if (change == 8) {
            quantifier.triggers = {{fx, store.apply(p, {i})}};
        } else if (change == 9) {
            quantifier.triggers = {{fx}, {store.apply(p, {i})}};
        } else if (change == 10) {
            quantifier.triggers = {};
        }
        const Term body = store.less(fx, store.integer(change == 11 ? 8 : 7));
        axiom.formula = change == 12 ? store.exists(quantifier, body) : store.forall(quantifier, body);
        query.axioms = {&axiom};
        const Term number = store.integer(change == 13 ? -5 : 5);
        const Term real = store.less(store.variable("r", store.real_sort()), store.real(change == 14 ? 2 : 3));
        const Term ground = store.apply(change == 15 ? q : p, {number});
        const Term eight = store.bits(change == 16 ? 9 : 8, bits->sort->width);
        query.hypotheses = {ground, real, store.equal(bits, eight),
                            store.equal(store.select(a, number), store.select(a, number)) == store.true_()
                                ? store.equal(a, store.variable("b", array))
                                : store.true_()};
        if (change == 17) {
            std::swap(query.hypotheses[0], query.hypotheses[1]);
        } else if (change == 18) {
            query.hypotheses.pop_back();
        } else if (change == 19) {
            query.hypotheses.push_back(store.not_(store.apply(q, {number})));
        } else if (change == 20) {
            query.axioms.clear();
            query.hypotheses.insert(query.hypotheses.begin(), axiom.formula);
        }
        query.goal = change == 21 ? store.less_equal(fx, number) : store.less(fx, number);
    }

    TermStore store;
    logic::Axiom axiom;
    solver::Query query;
};
constexpr int kChanges = 22; // with none

const FakeProver kProver([](const Asked&) { return solver::Answer(); });

TEST(Key, IsTheSameForTheSameQueryOfAnotherStore) {
    Sample one;
    TermStore busy;
    Sample two;
    const Keys a(one.query, kProver, {});
    const Keys b(two.query, kProver, {});
    EXPECT_EQ(a.within(), b.within());
    EXPECT_EQ(a.exact(7), b.exact(7));
    EXPECT_EQ(a.within().size(), 64U);
}

// What was built before in the store changes the numbers of terms and not the key.
TEST(Key, DoesNotDependOnWhatElseIsInTheStore) {
    TermStore store;
    const auto query = [&](int before) {
        for (int i = 0; i < before; ++i) {
            store.fresh_variable("unrelated", store.named_sort("S" + std::to_string(i)));
        }
        const Term x = store.variable("x", store.int_sort());
        return solver::Query{{}, {store.less(x, store.integer(3))}, store.less(x, store.integer(4))};
    };
    TermStore other;
    const Term x = other.variable("x", other.int_sort());
    const solver::Query same{{}, {other.less(x, other.integer(3))}, other.less(x, other.integer(4))};
    EXPECT_EQ(query_bytes(query(20)), query_bytes(same));
}

TEST(Key, ChangesWithEachPartOfTheQuery) {
    std::set<std::string> seen;
    for (int change = 0; change < kChanges; ++change) {
        const Sample sample(change);
        EXPECT_TRUE(seen.insert(Keys(sample.query, kProver, {}).within()).second) << change;
    }
}

TEST(Key, ChangesWithEachPartOfTheAttempt) {
    const Sample sample;
    std::vector<solver::Attempt> attempts(11);
    attempts[1].role = solver::Attempt::Role::AfterAll;
    attempts[2].manner = solver::Manner::Deep;
    attempts[3].seed = 1;
    attempts[4].effort = logic::Effort::Further;
    attempts[5].products = solver::Products::Named;
    attempts[6].parts = 2;
    attempts[7].most.resources = 1;
    attempts[8].most.milliseconds = 1;
    attempts[9].most.memory_mb = 1;
    attempts[10].enough = 1;
    std::set<std::string> seen;
    for (const solver::Attempt& attempt : attempts) {
        EXPECT_TRUE(seen.insert(Keys(sample.query, kProver, attempt).within()).second) << seen.size();
    }
}

TEST(Key, ChangesWithTheProverItsParametersAndTheBudget) {
    const Sample sample;
    FakeProver prover([](const Asked&) { return solver::Answer(); });
    std::set<std::string> seen{Keys(sample.query, prover, {}).within()};
    prover.name_ = "fake 2";
    EXPECT_TRUE(seen.insert(Keys(sample.query, prover, {}).within()).second);
    prover.parameters_ = "seed=1";
    EXPECT_TRUE(seen.insert(Keys(sample.query, prover, {}).within()).second);
    EXPECT_TRUE(seen.insert(Keys(sample.query, prover, {}).exact(1)).second);
    EXPECT_TRUE(seen.insert(Keys(sample.query, prover, {}).exact(2)).second);
}

// What the user sets for Z3, and what the attempt does.
TEST(Key, KnowsAllParametersOfZ3) {
    std::set<std::string> seen;
    for (const solver::ProverOptions& options :
         {solver::ProverOptions{0, true}, solver::ProverOptions{5, true}, solver::ProverOptions{0, false}}) {
        for (const solver::Manner manner :
             {solver::Manner::Usual, solver::Manner::Deep, solver::Manner::OtherArithmetic}) {
            solver::Attempt attempt;
            attempt.manner = manner;
            EXPECT_TRUE(seen.insert(solver::z3_prover(options)->parameters(attempt)).second);
        }
    }
    EXPECT_EQ(generation().size(), 64U);
}

TEST(Key, RefusesTermsOfTwoStores) {
    TermStore one;
    TermStore two;
    const auto fact = [](TermStore& store, const char* name) { return store.variable(name, store.bool_sort()); };
    const solver::Query mixed{{}, {fact(one, "a")}, fact(two, "b")};
    EXPECT_THROW(query_bytes(mixed), support::InternalError);
}

} // namespace
} // namespace daphnia::cache
