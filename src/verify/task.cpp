#include "verify/task.h"

#include "encode/entry.h"
#include "solver/solver.h"
#include "support/error.h"
#include "support/processor_time.h"
#include "vcgen/vcgen.h"
#include "verify/allowance.h"
#include "verify/candidate.h"
#include "verify/declaration.h"
#include "verify/doubt.h"
#include "verify/query.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace daphnia::verify {

namespace {

// The weight of the theories' axioms at the second attempt: deeper chains of instances, at a higher price.
constexpr int kRetryWeight = 3;
constexpr std::uint32_t kRetrySeed = 7;
constexpr std::uint64_t kRetryResources = 1'000'000; // what it takes for it to be an attempt

// Of what is left of the declaration's allowance. A check of a whole procedure that goes through is cheap; one that
// does not had better end soon. What the candidate model of one names is mostly wrong, and its check short.
constexpr std::uint64_t kWholeParts = 8;
constexpr std::uint64_t kSuspectParts = 4;
// What all obligations get for a brief look, before the first of them gets a long one.
constexpr std::uint64_t kBriefParts = 4;
// A model with small inputs is welcome, but not worth much.
constexpr std::uint64_t kSmallParts = 16;

// The other arithmetic solver, for products only and with little of everything, for all of them together.
constexpr std::uint32_t kOtherArithmetic = 6;
constexpr std::uint64_t kOtherResources = 2'000'000;
constexpr std::uint32_t kOtherSeconds = 2;

// What the solver's arithmetic finds out about products is luck, and when it is found, it is found soon: a few short
// attempts with different seeds are worth more than a long one (Gomes, Selman, Kautz: Boosting Combinatorial Search
// through Randomization, 1998).
constexpr std::uint32_t kRestarts = 4;
constexpr std::uint64_t kBriefResources = 60'000;
constexpr std::uint32_t kBriefMilliseconds = 400;

// Whether a contract can be met at all is looked at briefly.
constexpr std::uint64_t kEntryResources = 20'000;

// A procedure of the task, ready to be asked about.
struct Part {
    vcgen::PassiveProcedure procedure;
    std::vector<vcgen::Obligation> open; // without an answer so far
    std::size_t first = 0;               // index of its first obligation in the task
};

Limit limit_of(const solver::Answer& answer) {
    switch (answer.limit) {
    case solver::Answer::Limit::Resources:
        return Limit::Resources;
    case solver::Answer::Limit::Time:
        return Limit::Time;
    case solver::Answer::Limit::Memory:
        return Limit::Memory;
    }
    throw support::InternalError("a limit that nobody knows");
}

// A further attempt that runs out of resources says nothing new, as the first has looked and given up, if it has had
// enough of them for most of the proofs that are found by it at all. Otherwise it is the limit that decides: time and
// memory are other limits on other machines.
bool is_cut_short(const solver::Answer& attempt) {
    return attempt.status == solver::Answer::Status::OutOfBudget &&
           (attempt.limit != solver::Answer::Limit::Resources || attempt.resources_used < kRetryResources);
}

// 0 is no limit.
template <typename Number>
Number lesser(Number limit, Number most) {
    return limit == 0 ? most : std::min(limit, most);
}

// How a condition is put.
struct Query {
    logic::Effort effort = logic::Effort::First;
    Products products = Products::Native;
    bool brief = false; // with little of everything
};

// Short attempts with different seeds, products put in both ways by turns, until one proves what is asked: whether one
// does.
template <typename Proves>
bool restart(solver::Options options, Products first, Proves proves) {
    for (std::uint32_t attempt = 0; attempt < kRestarts; ++attempt, ++options.seed) {
        const Products other = first == Products::Native ? Products::Named : Products::Native;
        if (proves(options, Query{logic::Effort::First, attempt % 2 == 0 ? first : other, true})) {
            return true;
        }
    }
    return false;
}

class TaskRun {
  public:
    TaskRun(const Task& task, const ivl::Program& program, encode::Observation& observation, const TaskOptions& options,
            TaskListener& listener)
        : task_(task), program_(program), observation_(observation), options_(options), listener_(listener),
          allowance_(options.limits) {
        solver_options_.nonlinear = options.nonlinear;
        solver_options_.seed = options.random_seed;
    }

    void run() {
        std::vector<Part> parts;
        for (const ivl::Procedure& procedure : program_.procedures) {
            Part part{vcgen::passify(procedure, *program_.store), {}, origins_.size()};
            part.open = vcgen::obligations(part.procedure);
            for (const vcgen::Obligation& obligation : part.open) {
                origins_.push_back(obligation.origin);
            }
            parts.push_back(std::move(part));
        }
        listener_.announce(origins_);
        for (Part& part : parts) {
            check(part);
        }
        explain();
        check_doubtful();
        if (doubts_.empty()) {
            check_entry();
        }
    }

  private:
    void check(Part& part) {
        if (options_.isolate_assertions) {
            for (const vcgen::Obligation& obligation : part.open) {
                allowance_ = Allowance(options_.limits);
                listener_.answer(check_one(part, obligation, 2));
            }
        } else {
            check_whole(part);
            check_briefly(part);
            check_rest(part);
        }
        part.open.clear();
    }

    // Each gets its part of what is left; what that is too little for gets, in the end, what the others have left over.
    void check_rest(const Part& part) {
        std::vector<vcgen::Obligation> again;
        std::size_t to_come = part.open.size();
        for (const vcgen::Obligation& obligation : part.open) {
            const TaskAnswer answer = check_one(part, obligation, 1 + to_come--);
            listener_.answer(answer);
            if (answer.verdict == Verdict::Exhausted && part.open.size() > 1) {
                again.push_back(obligation);
            }
        }
        to_come = again.size();
        for (const vcgen::Obligation& obligation : again) {
            const TaskAnswer answer = check_one(part, obligation, to_come--);
            if (answer.verdict != Verdict::Exhausted) {
                listener_.answer(answer);
            }
        }
    }

    // Asks about all open obligations at once. While that does not go through, the obligation that fails in the
    // candidate model gets its own check and is then taken for granted, as it is by those after it in any case. Stops
    // with obligations left open when there is no candidate or a budget has ended.
    void check_whole(Part& part) {
        vcgen::PassiveProcedure rest = part.procedure;
        while (part.open.size() > 1) {
            const solver::Answer answer = ask(vcgen::whole(rest, *program_.store), kWholeParts, solver_options_);
            if (answer.status == solver::Answer::Status::Proved) {
                for (const vcgen::Obligation& obligation : part.open) {
                    listener_.answer({part.first + obligation.index, 1, Verdict::Proved, Limit::None, 0, 0});
                }
                part.open.clear();
                return;
            }
            const auto suspect = find_suspect(part, rest, answer);
            if (suspect == part.open.end()) {
                return;
            }
            const TaskAnswer verdict = check_one(part, *suspect, kSuspectParts);
            listener_.answer(verdict);
            vcgen::PassiveStatement& statement = rest.blocks[suspect->block].statements[suspect->statement];
            statement = ivl::Assume{std::get<ivl::Assert>(statement).condition};
            part.open.erase(suspect);
            if (verdict.verdict != Verdict::Unproved) {
                return; // the candidate was none: asking about the whole again would end like this
            }
        }
    }

    // What needs little is asked first, so that the hard ones cost themselves alone; and first of all without the
    // quantified facts of the program that make the rest hard.
    void check_briefly(Part& part) {
        if (part.open.size() < 2) {
            return;
        }
        const std::uint64_t parts = kBriefParts * part.open.size();
        std::erase_if(part.open, [&](const vcgen::Obligation& obligation) {
            const vcgen::Condition condition = vcgen::single(part.procedure, obligation, *program_.store);
            solver::Answer answer = ask(without_quantified(condition), 2 * parts, solver_options_);
            if (answer.status != solver::Answer::Status::Proved) {
                answer = ask(condition, parts, solver_options_);
            }
            const bool proved = answer.status == solver::Answer::Status::Proved;
            if (proved) {
                listener_.answer({part.first + obligation.index, 1, Verdict::Proved, Limit::None, answer.resources_used,
                                  answer.seconds});
            }
            return proved;
        });
    }

    static vcgen::Condition without_quantified(vcgen::Condition condition) {
        std::erase_if(condition.hypotheses, [](logic::Term hypothesis) {
            bool quantified = false;
            logic::for_each_subterm(hypothesis,
                                    [&](logic::Term term) { quantified = quantified || term->quantifier != nullptr; });
            return quantified;
        });
        return condition;
    }

    // The open obligation that is the first to fail in the candidate model, if there is one.
    static std::vector<vcgen::Obligation>::iterator find_suspect(Part& part, const vcgen::PassiveProcedure& rest,
                                                                 const solver::Answer& answer) {
        if (answer.model == nullptr) {
            return part.open.end();
        }
        const std::optional<std::size_t> failing =
            vcgen::failing(rest, [&](logic::Term term) { return answer.model->boolean(term); });
        if (!failing) {
            return part.open.end();
        }
        const vcgen::Obligation place = vcgen::obligations(rest).at(*failing);
        return std::find_if(part.open.begin(), part.open.end(), [&](const vcgen::Obligation& obligation) {
            return obligation.block == place.block && obligation.statement == place.statement;
        });
    }

    // Asks about one obligation for one of so many parts of what is left, and once more with other options when that
    // ends in an unknown. Products of unknowns can keep the solver's arithmetic busy for ever; laws that are kept in
    // reserve may then help.
    TaskAnswer check_one(const Part& part, const vcgen::Obligation& obligation, std::uint64_t parts) {
        const vcgen::Condition condition = vcgen::single(part.procedure, obligation, *program_.store);
        const bool nonlinear = has_products(condition);
        std::uint64_t resources = 0;
        double seconds = 0;
        solver::Answer answer;
        const auto ask_with = [&](std::uint64_t share, const solver::Options& options, const Query& query) {
            solver::Answer result = ask(condition, share, options, query);
            resources += result.resources_used;
            seconds += result.seconds;
            return result;
        };
        if (nonlinear) {
            restart(solver_options_, Products::Native, [&](const solver::Options& options, const Query& query) {
                answer = ask_with(parts, options, query);
                return answer.status == solver::Answer::Status::Proved;
            });
        }
        if (answer.status != solver::Answer::Status::Proved) {
            answer = ask_with(nonlinear ? 2 * parts : parts, solver_options_, {});
        }
        const bool gave_up =
            answer.status == solver::Answer::Status::CounterModel || answer.status == solver::Answer::Status::Unknown;
        if (gave_up || (nonlinear && answer.status != solver::Answer::Status::Proved)) {
            solver::Options retry = solver_options_;
            retry.theory_weight = kRetryWeight;
            retry.seed += kRetrySeed;
            const solver::Answer second = ask_with(parts, retry, {logic::Effort::Further, Products::Named, false});
            if (second.status == solver::Answer::Status::Proved) {
                answer = second;
            } else if (gave_up && is_cut_short(second)) {
                answer.status = second.status;
                answer.limit = second.limit;
            }
        }
        const std::size_t index = part.first + obligation.index;
        std::erase_if(doubts_, [&](const Doubt& doubt) { return doubt.index == index; }); // of an earlier attempt
        if (answer.status != solver::Answer::Status::Proved) {
            doubts_.emplace_back(condition, index, answer.status == solver::Answer::Status::OutOfBudget);
            remember_candidates(part, condition, answer);
        }
        const auto result = [&](Verdict verdict, Limit limit) {
            return TaskAnswer{part.first + obligation.index, 1, verdict, limit, resources, seconds};
        };
        switch (answer.status) {
        case solver::Answer::Status::Proved:
            return result(Verdict::Proved, Limit::None);
        case solver::Answer::Status::CounterModel:
        case solver::Answer::Status::Unknown:
            return result(Verdict::Unproved, Limit::None);
        case solver::Answer::Status::OutOfBudget:
            return result(Verdict::Exhausted, limit_of(answer));
        }
        throw support::InternalError("a check without an answer");
    }

    // What the solver believes to be a counterexample, once with small inputs if it can be had.
    void remember_candidates(const Part& part, vcgen::Condition condition, const solver::Answer& answer) {
        if (options_.refute.steps == 0) {
            return;
        }
        logic::TermStore& store = *program_.store;
        const std::vector<ivl::Capture>& captures = part.procedure.captures;
        const std::vector<logic::Term> small = small_inputs(captures, observation_, store);
        if (!small.empty()) {
            condition.hypotheses.insert(condition.hypotheses.end(), small.begin(), small.end());
            const solver::Answer readable = ask(condition, kSmallParts, solver_options_);
            if (readable.model != nullptr) {
                candidates_.push_back(candidate(captures, observation_, *readable.model, store));
            }
        }
        if (answer.model != nullptr) {
            candidates_.push_back(candidate(captures, observation_, *answer.model, store));
        }
    }

    // Looks for runs that break what is not proved, and for what is too weak where there are none.
    void explain() {
        if (options_.refute.steps == 0 || doubts_.empty()) {
            return;
        }
        std::vector<refute::Target> targets;
        for (const ivl::Origin& origin : origins_) {
            targets.push_back(target(origin));
        }
        for (const Doubt& doubt : doubts_) {
            doubt.describe(targets[doubt.index]);
        }
        const refute::Findings found =
            refute::refute(task_.context->program, *task_.declaration, targets, candidates_, options_.refute);
        if (!found.contradictions.empty()) {
            const interpret::Failure& failure = found.contradictions.front();
            const support::LineColumn place = failure.range.begin_place();
            throw support::InternalError(
                fmt::format("a run breaks what is proved at {}:{}: {}", place.line, place.column, failure.message));
        }
        for (Doubt& doubt : doubts_) {
            const refute::Finding& finding = found.findings.at(doubt.index);
            listener_.explain(doubt.index, finding);
            doubt.refuted = finding.refuted;
        }
    }

    // Asks the other arithmetic solver about what is not proved. It does not always answer interrupts, so this comes
    // last: if it costs the worker, all answers have been given.
    void check_doubtful() {
        solver::Options other = solver_options_;
        other.arithmetic = kOtherArithmetic;
        Limits limits = options_.limits;
        limits.resources = lesser(limits.resources, kOtherResources);
        limits.seconds = lesser(limits.seconds, kOtherSeconds);
        allowance_ = Allowance(limits);
        for (const Doubt& doubt : doubts_) {
            if (!options_.nonlinear || !doubt.has_products || doubt.refuted) {
                continue;
            }
            solver::Answer answer;
            const auto proves = [&](const solver::Options& options, const Query& query) {
                answer = ask(doubt.condition, 2, options, query);
                return answer.status == solver::Answer::Status::Proved;
            };
            if (!restart(other, Products::Named, proves)) {
                solver::Options last = other;
                last.seed += kRestarts;
                proves(last, {logic::Effort::First, Products::Named, false});
            }
            if (answer.status == solver::Answer::Status::Proved) {
                listener_.answer({doubt.index, 1, Verdict::Proved, Limit::None, answer.resources_used, answer.seconds});
            } else if (is_cut_short(answer) && limits.seconds == options_.limits.seconds) {
                listener_.answer(
                    {doubt.index, 1, Verdict::Exhausted, limit_of(answer), answer.resources_used, answer.seconds});
            }
        }
    }

    // What is proved of a declaration that nothing can call is proved of nothing. A proof of this is cheap when there
    // is one; that there is none is what is expected, and is not waited for.
    void check_entry() {
        if (!encode::asks_something(*task_.declaration) || !is_impossible(encode::EntryPart::Contract)) {
            return;
        }
        listener_.vacuous(is_impossible(encode::EntryPart::Types) ? Vacuity::Type : Vacuity::Precondition);
    }

    bool is_impossible(encode::EntryPart part) {
        const ivl::Program entry = encode::entry(*task_.declaration, part, observation_);
        const vcgen::PassiveProcedure procedure = vcgen::passify(entry.procedures.front(), *entry.store);
        const solver::Query query = make_query(vcgen::whole(procedure, *entry.store), entry);
        solver::Budget budget = Allowance(options_.limits).share(1);
        budget.resources = kEntryResources;
        return solver::prove(query, budget, solver_options_).status == solver::Answer::Status::Proved;
    }

    // Asks for one of so many parts of what is left of the allowance.
    solver::Answer ask(const vcgen::Condition& condition, std::uint64_t parts, const solver::Options& options,
                       Query query = {}) {
        if (allowance_.is_spent()) {
            solver::Answer none;
            none.status = solver::Answer::Status::OutOfBudget;
            none.limit = allowance_.ended();
            return none;
        }
        const std::chrono::nanoseconds start = support::processor_time();
        solver::Budget budget = allowance_.share(parts);
        if (query.brief) {
            budget.resources = lesser(budget.resources, kBriefResources);
            budget.milliseconds = lesser(budget.milliseconds, kBriefMilliseconds);
        }
        solver::Answer answer =
            solver::prove(make_query(condition, program_, query.effort, query.products), budget, options);
        if (budget.resources !=
            0) { // a step of non-linear arithmetic may count for millions that nobody has waited for
            answer.resources_used = std::min(answer.resources_used, budget.resources);
        }
        allowance_.spend(answer.resources_used,
                         std::chrono::duration<double>(support::processor_time() - start).count());
        listener_.spent(answer.resources_used, answer.seconds);
        return answer;
    }

    const Task& task_;
    const ivl::Program& program_;
    encode::Observation& observation_;
    const TaskOptions& options_;
    TaskListener& listener_;
    Allowance allowance_;
    std::vector<ivl::Origin> origins_; // of all obligations
    solver::Options solver_options_;
    std::vector<Doubt> doubts_;
    std::vector<refute::Candidate> candidates_;
};

} // namespace

Limits limits_of(const typed::Declaration& declaration, const Limits& limits) {
    const typed::Attributes& attributes = describe(declaration).attributes;
    Limits result = limits;
    result.resources = attributes.resource_limit.value_or(limits.resources);
    result.seconds = attributes.time_limit.value_or(limits.seconds);
    return result;
}

void run_task(const Task& task, const TaskOptions& options, TaskListener& listener) {
    logic::TermStore store;
    encode::Observation observation;
    const ivl::Program program = encode::encode(*task.context, *task.declaration, store, &observation);
    TaskRun(task, program, observation, options, listener).run();
}

} // namespace daphnia::verify
