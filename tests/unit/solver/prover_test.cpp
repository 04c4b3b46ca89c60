// Provers behind their common interface: what they say of what follows, and of what does not.
#include "judge.h"
#include "script.h"
#include "support/error.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>

namespace daphnia::solver {
namespace {

using Status = Answer::Status;
using Role = Attempt::Role;

Answer ask(const Prover& prover, const Query& query, Occasion occasion = Occasion::Together) {
    const Attempt attempt = prover.plan(occasion, false).attempts.front();
    return prover.prove(query, lesser(Budget{3'000'000, 0, 0}, attempt.most), attempt);
}

TEST(Z3Prover, ProvesAndNamesCandidates) {
    Judge judge;
    const auto prover = z3_prover({});
    EXPECT_EQ(prover->name(), version());
    EXPECT_EQ(ask(*prover, judge.query(judge.read("(< x (+ x 1))"))).status, Status::Proved);
    const Answer answer = ask(*prover, judge.query(judge.read("(< x y)")));
    EXPECT_EQ(answer.status, Status::CounterModel); // it is never sure
    EXPECT_NE(answer.model, nullptr);
}

TEST(Z3Prover, TriesMoreWhereProductsOccur) {
    const auto prover = z3_prover({});
    const std::vector<Attempt> plain = prover->plan(Occasion::Alone, false).attempts;
    ASSERT_EQ(plain.size(), 2U);
    EXPECT_EQ(plain[0].role, Role::Deciding);
    EXPECT_EQ(plain[1].role, Role::AfterGivingUp);
    EXPECT_EQ(plain[1].effort, logic::Effort::Further);
    const std::vector<Attempt> products = prover->plan(Occasion::Alone, true).attempts;
    ASSERT_EQ(products.size(), 6U);
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(products[i].seed, i);
        EXPECT_NE(products[i].most.resources, 0U);
        EXPECT_EQ(products[i].products, i % 2 == 0 ? Products::Native : Products::Named);
    }
    EXPECT_EQ(products[4].role, Role::Deciding);
    EXPECT_EQ(products[5].role, Role::AfterAll);
}

TEST(Z3Prover, HasALastResortForProductsOnly) {
    EXPECT_TRUE(z3_prover({})->plan(Occasion::LastResort, false).attempts.empty());
    EXPECT_TRUE(z3_prover({0, false})->plan(Occasion::LastResort, true).attempts.empty());
    const Plan last = z3_prover({})->plan(Occasion::LastResort, true);
    EXPECT_EQ(last.attempts.size(), 5U);
    EXPECT_NE(last.together.resources, 0U);
    for (const Attempt& attempt : last.attempts) {
        EXPECT_EQ(attempt.manner, Manner::OtherArithmetic);
    }
}

TEST(Z3Prover, RenamingChangesWordsAndNoMeaning) {
    Judge judge;
    const std::string law = "(=> (and (<= 0 n) (<= n (length s))) (equal (append (take s n) (drop s n)) s))";
    const Query holds = judge.query(judge.read(law));
    const Query fails = judge.query(judge.read("(=> (= (length s) (length t)) (equal (append s t) (append t s)))"));
    const Query alike = judge.query(judge.read("(= x (length s))")); // a variable and a function
    std::set<std::uint64_t> costs;
    for (std::uint32_t renaming = 0; renaming < 20; ++renaming) {
        ProverOptions options;
        options.renaming = renaming;
        const auto prover = z3_prover(options);
        const Answer answer = ask(*prover, holds);
        EXPECT_EQ(answer.status, Status::Proved) << renaming;
        EXPECT_EQ(answer.resources_used, ask(*prover, holds).resources_used);
        costs.insert(answer.resources_used);
        EXPECT_NE(ask(*prover, fails).status, Status::Proved) << renaming;
        EXPECT_EQ(ask(*prover, alike).status, Status::CounterModel) << renaming;
    }
    EXPECT_GT(costs.size(), 2U);
}

TEST(Z3Prover, OptionsAreHeard) {
    Judge judge;
    const Query squares = judge.query(judge.read("(<= 0 (* x x))"));
    EXPECT_EQ(ask(*z3_prover({7, true}), squares).status, Status::Proved);
    EXPECT_NE(ask(*z3_prover({0, false}), squares).status, Status::Proved);
}

TEST(Budget, TheSmallerLimitHolds) {
    EXPECT_EQ(lesser(3U, 5U), 3U);
    EXPECT_EQ(lesser(0U, 5U), 5U);
    EXPECT_EQ(lesser(3U, 0U), 3U);
    EXPECT_EQ(lesser(0U, 0U), 0U);
    const Budget both = lesser(Budget{10, 0, 7}, Budget{20, 5, 0});
    EXPECT_EQ(both.resources, 10U);
    EXPECT_EQ(both.milliseconds, 5U);
    EXPECT_EQ(both.memory_mb, 7U);
}

// A program that says which version of cvc5 it is, and does this with a query.
std::string plays(const std::string& answer) {
    return "if [ \"$1\" = --version ]; then echo 'This is cvc5 version 9.9 [git]'; exit 0; fi\n" + answer;
}

Answer answer_of(const std::string& body, Budget budget = {0, 200, 0}) {
    Judge judge;
    const Script script("cvc5", plays(body));
    const auto prover = cvc5_prover(script.path());
    EXPECT_EQ(prover->name(), "cvc5 9.9");
    return prover->prove(judge.query(judge.read("(< x y)")), budget, {});
}

TEST(Cvc5Prover, OneOfThreeWordsIsAnAnswer) {
    EXPECT_EQ(answer_of("echo unsat").status, Status::Proved);
    EXPECT_EQ(answer_of("echo sat").status, Status::Disproved);
    EXPECT_EQ(answer_of("echo unknown").status, Status::Unknown);
}

TEST(Cvc5Prover, WhatIsNoAnswerIsNone) {
    const Answer garbage = answer_of("echo 'unsat, probably'");
    EXPECT_EQ(garbage.status, Status::Failed);
    EXPECT_NE(garbage.reason.find("'unsat, probably'"), std::string::npos) << garbage.reason;
    EXPECT_EQ(answer_of("echo sat; echo unsat").status, Status::Failed);
    EXPECT_EQ(answer_of(":").status, Status::Failed);
    EXPECT_EQ(answer_of("echo unsat; exit 1").status, Status::Failed);
    EXPECT_EQ(answer_of("echo sat; exit 1").status, Status::Failed);
    EXPECT_EQ(answer_of("yes sat").status, Status::Failed);
    const Answer dead = answer_of("echo unsat; kill -ABRT $$");
    EXPECT_EQ(dead.status, Status::Failed);
    EXPECT_NE(dead.reason.find("signal 6"), std::string::npos) << dead.reason;
}

TEST(Cvc5Prover, LimitsAreNoAnswer) {
    const Answer hanging = answer_of("sleep 1000", {0, 100, 0});
    EXPECT_EQ(hanging.status, Status::OutOfBudget);
    EXPECT_EQ(hanging.limit, Limit::Time);
    const Answer large = answer_of("echo '(error \"std::bad_alloc\")'");
    EXPECT_EQ(large.status, Status::OutOfBudget);
    EXPECT_EQ(large.limit, Limit::Memory);
}

TEST(Cvc5Prover, WhatIsNotCvc5IsRefused) {
    EXPECT_THROW(cvc5_prover("/nowhere/cvc5"), support::InputError);
    for (const char* body : {"echo hello", ":", "echo 'This is cvc5 version 1'; exit 2", "kill -9 $$"}) {
        const Script script("cvc5", body);
        EXPECT_THROW(cvc5_prover(script.path()), support::InputError) << body;
    }
}

TEST(Cvc5Prover, TheProgramItselfAgrees) {
    if (std::system("cvc5 --version >/dev/null 2>&1") != 0) {
        GTEST_SKIP() << "cvc5 is not installed";
    }
    Judge judge;
    const auto prover = cvc5_prover("cvc5");
    for (const char* text : {"(< x (+ x 1))", "true", "(equal (append s empty) s)",
                             "(=> (and (<= i k) (< k j)) (= (at (slice row i j) (- k i)) (select row k)))"}) {
        EXPECT_EQ(ask(*prover, judge.query(judge.read(text))).status, Status::Proved) << text;
    }
    EXPECT_EQ(ask(*prover, judge.query(judge.read("(< x y)"))).status, Status::Disproved);
    // There are axioms here, of which it does not know a model.
    EXPECT_NE(ask(*prover, judge.query(judge.read("(equal (append s t) (append t s))"))).status, Status::Proved);
}

} // namespace
} // namespace daphnia::solver
