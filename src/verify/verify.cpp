#include "verify/verify.h"

#include "cache/cache.h"
#include "cache/prover.h"
#include "support/error.h"
#include "typed/typed.h"
#include "verify/declaration.h"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

namespace daphnia::verify {

namespace {

// How much longer than the time limit a worker may be silent: encoding, the solver's own clock being late, and a busy
// machine that gives it less than all of its time.
constexpr std::uint32_t kGraceSeconds = 10;

} // namespace

// Collects what the workers say into outcomes.
class Verification::Collector final : public JobObserver {
  public:
    explicit Collector(Outcomes& observer) : observer_(observer) {}

    void add(Outcome blank) { outcomes_.push_back(std::move(blank)); }

    void select(std::size_t job) override {
        number_ = job;
        current_ = &outcomes_.at(job);
    }
    void started() override { observer_.started(number_); }
    void cancelled() override { observer_.cancelled(number_); }
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
            obligation.cached = answer.cached;
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
    void warn(const Warning& warning) override { current_->warnings.push_back(warning); }
    void cache_used(const cache::Usage& usage) override { current_->cache = usage; }
    void second_opinion(std::size_t number, const SecondOpinion& opinion) override {
        DAPHNIA_CHECK(number < current_->obligations.size(), "an opinion about no obligation");
        current_->obligations[number].second = opinion;
    }
    void end(const JobEnd& end) override {
        current_->internal_error = end.internal_error.empty() ? contradictions(*current_) : end.internal_error;
        settle(*current_, end.stopped);
        observer_.outcome(number_, std::move(*current_));
    }

  private:
    // The proofs that the second prover contradicts; empty when there are none.
    static std::string contradictions(const Outcome& outcome) {
        std::string result;
        for (const ObligationOutcome& obligation : outcome.obligations) {
            if (obligation.second.opinion == Opinion::Contradicts) {
                const support::LineColumn place = obligation.origin.range.begin_place();
                result += fmt::format("{}'{}' at {}:{}", result.empty() ? "" : ", ",
                                      support::info(obligation.rule()).id, place.line, place.column);
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

    Outcomes& observer_;
    std::vector<Outcome> outcomes_;
    std::size_t number_ = 0;
    Outcome* current_ = nullptr;
};

namespace {

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

std::unique_ptr<const solver::Prover> first_prover(const solver::ProverOptions& options,
                                                   const std::shared_ptr<cache::Cache>& cache) {
    std::unique_ptr<const solver::Prover> prover = solver::z3_prover(options);
    return cache == nullptr ? std::move(prover) : cache::remembering_prover(std::move(prover), cache);
}

} // namespace

Verification::Verification(const std::vector<Task>& tasks, const Options& options, Outcomes& outcomes)
    : cache_(options.cache.mode == cache::Mode::Off ? nullptr : std::make_shared<cache::Cache>(options.cache)),
      prover_(first_prover(options.prover, cache_)), second_prover_(options.second_prover),
      collector_(std::make_unique<Collector>(outcomes)) {
    std::vector<Job> jobs;
    for (const Task& task : tasks) {
        TaskOptions task_options = options.task;
        task_options.limits = limits_of(*task.declaration, options.task.limits);
        collector_->add(blank_outcome(*task.declaration, task_options.limits, second_prover_.get()));
        const std::uint32_t seconds = task_options.limits.seconds;
        const Provers provers{*prover_, second_prover_.get(), cache_.get()};
        jobs.push_back({[&task, task_options, provers](TaskListener& listener) {
                            run_task(task, task_options, provers, listener);
                        },
                        task.files, seconds == 0 ? 0 : seconds + kGraceSeconds});
    }
    const unsigned cores = options.cores != 0 ? options.cores : std::max(1U, std::thread::hardware_concurrency());
    pool_ = std::make_unique<Pool>(std::move(jobs),
                                   PoolOptions{cores, options.task.limits.memory_mb, cache_ == nullptr}, *collector_);
}

Verification::~Verification() = default;

std::vector<int> Verification::file_descriptors() const {
    return pool_->file_descriptors();
}

std::optional<std::chrono::milliseconds> Verification::patience() const {
    return pool_->patience();
}

void Verification::step() {
    pool_->step();
}

void Verification::cancel(std::size_t task) {
    pool_->cancel(task);
}

bool Verification::is_done() const {
    return pool_->is_done();
}

void Verification::wait() const {
    pool_->wait();
}

void verify(const std::vector<Task>& tasks, const Options& options, Outcomes& outcomes) {
    Verification verification(tasks, options, outcomes);
    while (!verification.is_done()) {
        verification.wait();
        verification.step();
    }
}

} // namespace daphnia::verify
