#include "verify/verify.h"

#include "support/error.h"
#include "typed/typed.h"
#include "verify/declaration.h"
#include "verify/pool.h"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

namespace daphnia::verify {

namespace {

// How much longer than the time limit a worker may be silent: encoding, the solver's own clock being late, and a busy
// machine that gives it less than all of its time.
constexpr std::uint32_t kGraceSeconds = 10;

// Collects what the workers say into outcomes.
class Collector final : public JobObserver {
  public:
    Collector(std::vector<Outcome>& outcomes, const Options& options) : outcomes_(outcomes), options_(options) {}

    void select(std::size_t job) override { current_ = &outcomes_[job]; }
    void announce(const std::vector<ivl::Origin>& obligations) override {
        for (const ivl::Origin& origin : obligations) {
            current_->obligations.push_back({origin, Verdict::Exhausted, Limit::None, 0, 0});
        }
    }
    void spent(std::uint64_t resources, double seconds) override {
        current_->resources += resources;
        current_->seconds += seconds;
    }
    void answer(const TaskAnswer& answer) override {
        DAPHNIA_CHECK(answer.first + answer.count <= current_->obligations.size(), "an answer to no obligation");
        for (std::size_t i = answer.first; i < answer.first + answer.count; ++i) {
            ObligationOutcome& obligation = current_->obligations[i];
            obligation.verdict = answer.verdict;
            obligation.limit = answer.limit;
            obligation.resources = answer.resources;
            obligation.seconds = answer.seconds;
            obligation.explanation = nullptr;
        }
    }
    void explain(std::size_t number, const refute::Finding& finding) override {
        DAPHNIA_CHECK(number < current_->obligations.size(), "an explanation of no obligation");
        ObligationOutcome& obligation = current_->obligations[number];
        if (finding.refuted) {
            obligation.verdict = Verdict::Refuted;
            obligation.limit = Limit::None;
        }
        obligation.explanation = std::make_shared<const support::Explanation>(finding.explanation);
    }
    void vacuous(Vacuity vacuity) override { current_->vacuity = vacuity; }
    void second_opinion(std::size_t number, const SecondOpinion& opinion) override {
        DAPHNIA_CHECK(number < current_->obligations.size(), "an opinion about no obligation");
        current_->obligations[number].second = opinion;
    }
    void end(const JobEnd& end) override {
        current_->internal_error = end.internal_error.empty() ? contradictions(*current_) : end.internal_error;
        settle(*current_, end.stopped);
        if (options_.progress) {
            options_.progress(++done_, outcomes_.size());
        }
    }

  private:
    // The proofs that the second prover contradicts; empty when there are none.
    static std::string contradictions(const Outcome& outcome) {
        std::string result;
        for (const ObligationOutcome& obligation : outcome.obligations) {
            if (obligation.second.opinion == Opinion::Contradicts) {
                const support::LineColumn place = obligation.origin.range.begin_place();
                result += fmt::format("{}'{}' at {}:{}", result.empty() ? "" : ", ", obligation.id(), place.line,
                                      place.column);
            }
        }
        return result.empty() ? result
                              : fmt::format("{} contradicts the proof of {}: it knows a state in which that does not "
                                            "hold",
                                            outcome.second_prover, result);
    }

    // An obligation without an answer is exhausted for what ended the worker; when none is known yet, the declaration
    // is.
    static void settle(Outcome& outcome, Limit stopped) {
        if (outcome.obligations.empty()) {
            outcome.stopped = stopped;
        }
        for (ObligationOutcome& obligation : outcome.obligations) {
            if (obligation.verdict == Verdict::Exhausted && obligation.limit == Limit::None) {
                DAPHNIA_CHECK(stopped != Limit::None || !outcome.internal_error.empty(),
                              "an obligation without an answer");
                obligation.limit = stopped;
            }
        }
    }

    std::vector<Outcome>& outcomes_;
    const Options& options_;
    Outcome* current_ = nullptr;
    std::size_t done_ = 0;
};

Outcome blank_outcome(const typed::Declaration& declaration, const Limits& limits,
                      const solver::Prover* second_prover) {
    const DeclarationInfo about = describe(declaration);
    Outcome outcome;
    outcome.name = about.name;
    outcome.kind = about.kind;
    outcome.name_range = about.name_range;
    outcome.time_limit = limits.seconds;
    outcome.second_prover = second_prover == nullptr ? "" : second_prover->name();
    return outcome;
}

} // namespace

std::vector<Outcome> verify(const std::vector<Task>& tasks, const Options& options) {
    std::vector<Outcome> outcomes;
    std::vector<Job> jobs;
    const std::unique_ptr<const solver::Prover> prover = solver::z3_prover(options.prover);
    const Provers provers{*prover, options.second_prover.get()};
    for (const Task& task : tasks) {
        TaskOptions task_options = options.task;
        task_options.limits = limits_of(*task.declaration, options.task.limits);
        outcomes.push_back(blank_outcome(*task.declaration, task_options.limits, provers.second));
        const std::uint32_t seconds = task_options.limits.seconds;
        jobs.push_back({[&task, task_options, &provers](TaskListener& listener) {
                            run_task(task, task_options, provers, listener);
                        },
                        task.files, seconds == 0 ? 0 : seconds + kGraceSeconds});
    }
    if (jobs.empty()) {
        return outcomes;
    }
    const unsigned cores = options.cores != 0 ? options.cores : std::max(1U, std::thread::hardware_concurrency());
    const auto workers = static_cast<unsigned>(std::min<std::size_t>(cores, jobs.size()));
    Collector collector(outcomes, options);
    run_jobs(jobs, {workers, options.task.limits.memory_mb}, collector);
    return outcomes;
}

} // namespace daphnia::verify
