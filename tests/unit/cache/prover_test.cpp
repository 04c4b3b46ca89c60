// What is remembered, for which budgets, and what is not.
#include "cache/prover.h"

#include "cache/key.h"
#include "fake.h"
#include "support/error.h"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

namespace daphnia::cache {
namespace {

using solver::Answer;
using solver::Budget;
using solver::Limit;
using Status = Answer::Status;

// What the solver says of a value, and how often it is asked.
class FakeModel final : public solver::CandidateModel {
  public:
    explicit FakeModel(int& asked) : asked_(asked) {}
    std::optional<bool> boolean(logic::Term) override { return ++asked_, true; }
    std::optional<support::Integer> integer(logic::Term) override { return ++asked_, support::Integer(-42); }
    std::optional<support::Rational> real(logic::Term) override { return ++asked_, support::Rational(1, 3); }
    std::string text(logic::Term) override { return ++asked_, "Thing!val!0"; }

  private:
    int& asked_;
};

class Remembering : public testing::Test {
  protected:
    Remembering() {
        settings.mode = Mode::Write;
        const logic::Term x = store.variable("x", store.int_sort());
        query = {{}, {store.less(x, store.integer(3))}, store.less(x, store.integer(4))};
    }

    // A run of its own, over what earlier ones have left.
    Answer ask(std::uint64_t resources, const solver::Attempt& attempt = {}) {
        std::vector<Cache::Place> places;
        places.push_back({std::make_unique<FakeStore>(texts), settings.mode == Mode::Write});
        cache = std::make_shared<Cache>(settings, std::move(places));
        prover = remembering_prover(std::make_unique<FakeProver>([this](const Asked& asked) {
                                        ++questions;
                                        return reply(asked);
                                    }),
                                    cache);
        return prover->prove(query, {resources, 0, 0}, attempt);
    }

    Settings settings;
    FakeStore::Texts texts;
    FakeProver::Reply reply = [](const Asked&) { return answer(Status::Proved, 100); };
    logic::TermStore store;
    solver::Query query;
    int questions = 0;
    std::shared_ptr<Cache> cache;
    std::unique_ptr<const solver::Prover> prover;
};

TEST_F(Remembering, AProofHoldsForEachBudgetThatCoversItsCost) {
    EXPECT_FALSE(ask(1000).cached);
    for (const std::uint64_t budget : {1000U, 100U, 5000U, 0U}) {
        const Answer again = ask(budget);
        EXPECT_TRUE(again.cached);
        EXPECT_EQ(again.status, Status::Proved);
        EXPECT_EQ(again.resources_used, 100U);
    }
    EXPECT_EQ(questions, 1);
    EXPECT_FALSE(ask(99).cached);
    EXPECT_EQ(questions, 2);
}

TEST_F(Remembering, AProofThatUsedUpItsBudgetHoldsForThatOne) {
    ask(100);
    EXPECT_TRUE(ask(100).cached);
    EXPECT_FALSE(ask(0).cached);
    EXPECT_TRUE(ask(101).cached); // by what was found without a limit
}

TEST_F(Remembering, ThatUnitsRanOutHoldsForThatBudget) {
    reply = [](const Asked& asked) { return answer(Status::OutOfBudget, asked.budget.resources, Limit::Resources); };
    ask(100);
    const Answer again = ask(100);
    EXPECT_TRUE(again.cached);
    EXPECT_EQ(again.status, Status::OutOfBudget);
    EXPECT_EQ(again.limit, Limit::Resources);
    EXPECT_FALSE(ask(99).cached);
    EXPECT_FALSE(ask(101).cached);
    EXPECT_TRUE(ask(99).cached);
    EXPECT_TRUE(ask(100).cached);
}

TEST_F(Remembering, WhatTheMachineHasEndedIsForgotten) {
    for (const Limit limit : {Limit::Time, Limit::Memory, Limit::Crash}) {
        reply = [=](const Asked&) { return answer(Status::OutOfBudget, 50, limit); };
        ask(100);
        EXPECT_FALSE(ask(100).cached);
    }
    reply = [](const Asked&) { return answer(Status::OutOfBudget, 50, Limit::Resources); }; // and had some left
    ask(100);
    EXPECT_FALSE(ask(100).cached);
    for (const Status status : {Status::Unknown, Status::Failed}) {
        reply = [=](const Asked&) { return answer(status, 50); };
        ask(100);
        EXPECT_FALSE(ask(100).cached);
    }
    EXPECT_TRUE(texts.empty());
}

TEST_F(Remembering, TrivialQueriesAreNotKept) {
    query.goal = store.true_();
    EXPECT_FALSE(ask(100).cached);
    EXPECT_FALSE(ask(100).cached);
    EXPECT_TRUE(texts.empty());
}

TEST_F(Remembering, AnotherAttemptIsAnotherQuestion) {
    ask(100);
    solver::Attempt other;
    other.seed = 3;
    EXPECT_FALSE(ask(1000, other).cached);
}

TEST_F(Remembering, AModelIsKeptWithWhatWasLookedAt) {
    int looks = 0;
    reply = [&](const Asked&) {
        Answer result = answer(Status::CounterModel, 100);
        result.reason = "(incomplete quantifiers)";
        result.model = std::make_shared<FakeModel>(looks);
        return result;
    };
    const logic::Term x = store.variable("x", store.int_sort());
    const logic::Term y = store.variable("y", store.int_sort());
    const auto look = [&](Answer given) {
        EXPECT_EQ(given.status, Status::CounterModel);
        EXPECT_EQ(given.reason, "(incomplete quantifiers)");
        EXPECT_EQ(given.model->boolean(x), true);
        EXPECT_EQ(given.model->integer(x), support::Integer(-42));
        EXPECT_EQ(given.model->real(x), support::Rational(1, 3));
        EXPECT_EQ(given.model->text(x), "Thing!val!0");
    };
    look(ask(1000));
    EXPECT_EQ(looks, 4);
    look(ask(1000));
    EXPECT_EQ(looks, 4);
    EXPECT_EQ(questions, 1);
    EXPECT_EQ(cache->usage().asked, 0U);
    // Another question is the solver's, and known afterwards.
    EXPECT_EQ(ask(1000).model->integer(y), support::Integer(-42));
    EXPECT_EQ(questions, 2);
    EXPECT_EQ(cache->usage().asked, 1U);
    EXPECT_EQ(ask(1000).model->integer(y), support::Integer(-42));
    EXPECT_EQ(questions, 2);
    settings.mode = Mode::Replay;
    look(ask(1000));
    EXPECT_EQ(ask(1000).model->integer(store.variable("z", store.int_sort())), std::nullopt);
    EXPECT_EQ(questions, 2);
}

TEST_F(Remembering, ReplayAsksNobodyAndReadWritesNothing) {
    settings.mode = Mode::Replay;
    const Answer missed = ask(100);
    EXPECT_EQ(missed.status, Status::OutOfBudget);
    EXPECT_EQ(missed.limit, Limit::NotCached);
    EXPECT_EQ(cache->usage().misses, 1U);
    EXPECT_EQ(questions, 0);
    settings.mode = Mode::Read;
    EXPECT_EQ(ask(1000).status, Status::Proved);
    EXPECT_EQ(questions, 1);
    EXPECT_TRUE(texts.empty());
    settings.mode = Mode::Write;
    ask(1000);
    settings.mode = Mode::Replay;
    EXPECT_EQ(ask(1000).status, Status::Proved);
    EXPECT_EQ(questions, 2);
}

TEST_F(Remembering, AnotherQuerysProofIsNoProof) {
    ask(1000);
    const std::string proof = texts.begin()->second;
    query.goal = store.less(store.variable("x", store.int_sort()), store.integer(2));
    reply = [](const Asked&) { return answer(Status::CounterModel, 100); };
    const Keys keys(query, FakeProver(reply), {});
    texts = {{keys.within(), proof}, {keys.exact(1000), proof}};
    EXPECT_EQ(ask(1000).status, Status::CounterModel);
    EXPECT_EQ(cache->usage().notes.size(), 1U);
}

TEST_F(Remembering, TheSampleIsAskedAgain) {
    ask(1000);
    settings.recheck_percent = 100;
    EXPECT_EQ(ask(1000).status, Status::Proved);
    EXPECT_EQ(questions, 2);
    reply = [](const Asked&) { return answer(Status::OutOfBudget, 50, Limit::Time); }; // which says nothing
    EXPECT_EQ(ask(1000).status, Status::Proved);
    reply = [](const Asked&) { return answer(Status::Proved, 101); };
    EXPECT_THROW(ask(1000), support::InternalError);
    reply = [](const Asked&) { return answer(Status::CounterModel, 100); };
    EXPECT_THROW(ask(1000), support::InternalError);
    settings.recheck_percent = 0;
    EXPECT_EQ(ask(1000).status, Status::Proved);
}

class Stubborn final : public Store {
  public:
    explicit Stubborn(int& calls, std::chrono::milliseconds time = {}) : calls_(calls), time_(time) {}
    std::string name() const override { return "stubborn"; }
    std::optional<std::string> get(const std::string&) override {
        ++calls_;
        std::this_thread::sleep_for(time_);
        if (time_.count() > 0) {
            return std::nullopt;
        }
        throw StoreFailure(StoreFailure::Use::None, "stubborn does not answer");
    }
    void put(const std::string&, const std::string&) override { ++calls_; }

  private:
    int& calls_;
    std::chrono::milliseconds time_;
};

TEST(Stores, OneThatFailsIsGivenUpWithOneNote) {
    Settings settings;
    settings.mode = Mode::Write;
    int calls = 0;
    std::vector<Cache::Place> places;
    places.push_back({std::make_unique<Stubborn>(calls)});
    Cache cache(settings, std::move(places));
    for (int i = 0; i < 10; ++i) {
        EXPECT_FALSE(cache.find(std::string(64, 'a')));
        cache.keep(std::string(64, 'a'), {});
    }
    EXPECT_EQ(calls, 1);
    EXPECT_EQ(cache.usage().notes.size(), 1U);
}

TEST(Stores, OneThatIsSlowIsGivenUpWithOneNote) {
    Settings settings;
    settings.mode = Mode::Write;
    settings.remote.emplace();
    settings.remote->milliseconds = 20; // and five times as much in all
    int calls = 0;
    std::vector<Cache::Place> places;
    places.push_back({std::make_unique<Stubborn>(calls, std::chrono::milliseconds(60))});
    Cache cache(settings, std::move(places));
    for (int i = 0; i < 10; ++i) {
        EXPECT_FALSE(cache.find(std::string(64, 'a')));
    }
    EXPECT_LE(calls, 2);
    EXPECT_EQ(cache.usage().notes.size(), 1U);
}

TEST(Stores, WhatIsFoundFarAwayIsKeptNear) {
    Settings settings;
    settings.mode = Mode::Write;
    FakeStore::Texts near;
    FakeStore::Texts far{{std::string(64, 'a'), write_entry({Status::Proved, 7, "", {}}, std::string(64, 'a'), "")}};
    std::vector<Cache::Place> places;
    places.push_back({std::make_unique<FakeStore>(near)});
    places.push_back({std::make_unique<FakeStore>(far), false});
    Cache cache(settings, std::move(places));
    EXPECT_TRUE(cache.find(std::string(64, 'a')));
    EXPECT_EQ(near, far);
    cache.keep(std::string(64, 'b'), {Status::Proved, 7, "", {}});
    EXPECT_EQ(near.size(), 2U);
    EXPECT_EQ(far.size(), 1U);
}

} // namespace
} // namespace daphnia::cache
