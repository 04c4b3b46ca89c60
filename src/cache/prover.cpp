#include "cache/prover.h"

#include "cache/key.h"
#include "solver/memory.h"
#include "support/error.h"

#include <fmt/format.h>

#include <string>
#include <utility>

namespace daphnia::cache {

namespace {

using solver::Answer;
using solver::Attempt;
using solver::Budget;
using solver::Limit;
using solver::Query;
using Status = Answer::Status;

// The first digits of the key are as good as drawn by lot, and the same in every run.
bool is_in_sample(const std::string& key, unsigned percent) {
    constexpr std::size_t kDigits = 7;
    return std::stoul(key.substr(0, kDigits), nullptr, 16) % 100 < percent;
}

// Whether a budget of units ends nothing that costs so much.
bool is_enough(const Budget& budget, std::uint64_t resources) {
    return budget.resources == 0 || resources <= budget.resources;
}

// Whether there were units left.
bool has_left_some(const Budget& budget, const Answer& answer) {
    return budget.resources == 0 || answer.resources_used < budget.resources;
}

// Whether it says something about the query, and not about the machine.
bool is_the_same_each_time(const Budget& budget, const Answer& answer) {
    switch (answer.status) {
    case Status::Proved:
    case Status::Disproved:
    case Status::CounterModel:
        return true;
    case Status::OutOfBudget:
        return answer.limit == Limit::Resources && !has_left_some(budget, answer);
    case Status::Unknown: // also when the solver was refused something
    case Status::Failed:
        return false;
    }
    throw support::InternalError("an answer that nobody knows");
}

// What the workings of the machine have ended, and might not end another time.
bool is_an_accident(const Answer& answer) {
    return answer.status == Status::Failed || answer.limit == Limit::Time || answer.limit == Limit::Memory ||
           answer.limit == Limit::Crash;
}

class Remembering final : public solver::Prover {
  public:
    Remembering(std::unique_ptr<const Prover> asked, std::shared_ptr<Cache> cache)
        : asked_(std::move(asked)), cache_(std::move(cache)) {}

    std::string name() const override { return asked_->name(); }
    std::string parameters(const Attempt& attempt) const override { return asked_->parameters(attempt); }
    solver::Plan plan(solver::Occasion occasion, bool products) const override {
        return asked_->plan(occasion, products);
    }

    Answer prove(const Query& query, const Budget& budget, const Attempt& attempt) const override {
        if (solver::is_trivial(query)) {
            return asked_->prove(query, budget, attempt);
        }
        const Keys keys(query, *asked_, attempt);
        std::string key = keys.within();
        std::optional<Entry> entry = find(key, budget);
        if (!entry && budget.resources != 0) {
            key = keys.exact(budget.resources);
            entry = find(key, budget);
        }
        return entry ? known(query, budget, attempt, key, *entry) : unknown(query, budget, attempt, keys);
    }

  private:
    std::optional<Entry> find(const std::string& key, const Budget& budget) const {
        std::optional<Entry> entry = cache_->find(key);
        return entry && is_enough(budget, entry->resources) ? std::move(entry) : std::nullopt;
    }

    // The first time the process's memory is made ready, for which a process that never asks need not wait.
    Answer ask(const Query& query, const Budget& budget, const Attempt& attempt) const {
        if (!std::exchange(ready_, true)) {
            solver::keep_memory(budget.memory_mb);
        }
        ++cache_->usage().asked;
        Answer answer = asked_->prove(query, budget, attempt);
        if (!is_the_same_each_time(budget, answer)) {
            cache_->usage().repeatable = false;
        }
        return answer;
    }

    Answer known(const Query& query, const Budget& budget, const Attempt& attempt, const std::string& key,
                 const Entry& entry) const {
        ++cache_->usage().hits;
        if (is_in_sample(key, cache_->settings().recheck_percent)) {
            check_again(query, budget, attempt, entry);
        }
        Answer answer;
        answer.status = entry.status;
        answer.limit = entry.status == Status::OutOfBudget ? Limit::Resources : Limit::None;
        answer.resources_used = entry.resources;
        answer.reason = entry.reason;
        answer.cached = true;
        if (entry.status == Status::CounterModel) {
            KnownModel::Source source;
            if (cache_->settings().mode != Mode::Replay) {
                source = [this, query, budget, attempt] { return ask(query, budget, attempt).model; };
            }
            answer.model = model(entry, key, true, std::move(source));
        }
        return answer;
    }

    Answer unknown(const Query& query, const Budget& budget, const Attempt& attempt, const Keys& keys) const {
        ++cache_->usage().misses;
        Answer answer;
        if (cache_->settings().mode == Mode::Replay) {
            cache_->usage().repeatable = false;
            answer.status = Status::OutOfBudget;
            answer.limit = Limit::NotCached;
            answer.reason = "no answer is in the cache";
            return answer;
        }
        answer = ask(query, budget, attempt);
        if (!is_the_same_each_time(budget, answer)) {
            return answer;
        }
        const std::string key = has_left_some(budget, answer) ? keys.within() : keys.exact(budget.resources);
        const Entry entry{answer.status, answer.resources_used, answer.reason, {}};
        if (answer.model == nullptr) {
            cache_->keep(key, entry);
        } else if (cache_->settings().mode == Mode::Write) {
            answer.model = model(entry, key, false, [asked = answer.model] { return asked; });
        }
        return answer;
    }

    // A model from which later runs know what has been looked at in this one: the entry is kept when nobody looks any
    // more.
    std::shared_ptr<solver::CandidateModel> model(const Entry& entry, const std::string& key, bool is_kept,
                                                  KnownModel::Source source) const {
        return std::make_shared<KnownModel>(
            entry.model, is_kept, std::move(source),
            [cache = cache_, key, resources = entry.resources, reason = entry.reason](const ModelValues& values) {
                cache->keep(key, {Status::CounterModel, resources, reason, values});
            });
    }

    void check_again(const Query& query, const Budget& budget, const Attempt& attempt, const Entry& entry) const {
        const Answer answer = ask(query, budget, attempt);
        if (!is_an_accident(answer) && (answer.status != entry.status || answer.resources_used != entry.resources)) {
            throw support::InternalError(
                fmt::format("the cache has another answer than the solver: {} after {} units, where the solver says {} "
                            "after {} (daphnia cache clear removes it)",
                            solver::to_string(entry.status), entry.resources, solver::to_string(answer.status),
                            answer.resources_used));
        }
    }

    std::unique_ptr<const Prover> asked_;
    std::shared_ptr<Cache> cache_;
    mutable bool ready_ = false; // changes nothing that anybody is told
};

} // namespace

std::unique_ptr<const solver::Prover> remembering_prover(std::unique_ptr<const solver::Prover> asked,
                                                         std::shared_ptr<Cache> cache) {
    return std::make_unique<const Remembering>(std::move(asked), std::move(cache));
}

} // namespace daphnia::cache
