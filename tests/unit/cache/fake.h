// A prover and a store that do what a test says, and a query to ask.
#pragma once

#include "cache/store.h"
#include "solver/prover.h"

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace daphnia::cache {

struct Asked {
    solver::Query query;
    solver::Budget budget;
    solver::Attempt attempt;
};

class FakeProver final : public solver::Prover {
  public:
    using Reply = std::function<solver::Answer(const Asked&)>;
    explicit FakeProver(Reply reply) : reply_(std::move(reply)) {}

    std::string name() const override { return name_; }
    std::string parameters(const solver::Attempt&) const override { return parameters_; }
    solver::Plan plan(solver::Occasion, bool) const override { return {}; }
    solver::Answer prove(const solver::Query& query, const solver::Budget& budget,
                         const solver::Attempt& attempt) const override {
        return reply_({query, budget, attempt});
    }

    std::string name_ = "fake 1";
    std::string parameters_ = "seed=0";

  private:
    Reply reply_;
};

// Entries in memory, which the test can look at and change.
class FakeStore final : public Store {
  public:
    using Texts = std::map<std::string, std::string>;
    explicit FakeStore(Texts& texts) : texts_(texts) {}

    std::string name() const override { return "fake"; }
    std::optional<std::string> get(const std::string& key) override {
        const auto found = texts_.find(key);
        return found == texts_.end() ? std::nullopt : std::optional(found->second);
    }
    void put(const std::string& key, const std::string& value) override { texts_[key] = value; }

  private:
    Texts& texts_;
};

inline solver::Answer answer(solver::Answer::Status status, std::uint64_t resources,
                             solver::Limit limit = solver::Limit::None) {
    solver::Answer result;
    result.status = status;
    result.resources_used = resources;
    result.limit = limit;
    return result;
}

} // namespace daphnia::cache
