// Some declarations on their way through the prover.
#pragma once

#include "lsp/verdict.h"
#include "verify/verify.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace daphnia::lsp {

// What comes first; nothing: neither comes.
inline std::optional<std::chrono::milliseconds> sooner(std::optional<std::chrono::milliseconds> a,
                                                       std::optional<std::chrono::milliseconds> b) {
    return a && b ? std::min(*a, *b) : a ? a : b;
}

class ProvingObserver {
  public:
    virtual ~ProvingObserver() = default;
    virtual void started(std::size_t number) = 0;
    virtual void ended(std::size_t number, const std::shared_ptr<const Moment>& moment, verify::Outcome outcome) = 0;
};

class Proving final : private verify::Outcomes {
  public:
    // `numbers`: of the moment's tasks, in the order in which they are proved. Workers are killed with it.
    Proving(std::shared_ptr<const Moment> moment, std::vector<std::size_t> numbers, const verify::Options& options,
            ProvingObserver& observer)
        : moment_(std::move(moment)), numbers_(std::move(numbers)), observer_(observer) {
        for (const std::size_t number : numbers_) {
            tasks_.push_back(moment_->program.tasks()[number]);
        }
        verification_ = std::make_unique<verify::Verification>(tasks_, options, static_cast<verify::Outcomes&>(*this));
    }

    verify::Verification& verification() { return *verification_; }
    const verify::Verification& verification() const { return *verification_; }

    // Nobody will hear of it any more.
    void cancel(std::size_t number) {
        for (std::size_t i = 0; i < numbers_.size(); ++i) {
            if (numbers_[i] == number) {
                verification_->cancel(i);
            }
        }
    }

  private:
    void started(std::size_t task) override { observer_.started(numbers_[task]); }
    void outcome(std::size_t task, verify::Outcome outcome) override {
        observer_.ended(numbers_[task], moment_, std::move(outcome));
    }
    void cancelled(std::size_t) override {}

    std::shared_ptr<const Moment> moment_;
    std::vector<std::size_t> numbers_;
    ProvingObserver& observer_;
    std::vector<verify::Task> tasks_;
    std::unique_ptr<verify::Verification> verification_; // before the tasks
};

} // namespace daphnia::lsp
