#include "verify/task.h"

#include "cache/cache.h"
#include "encode/entry.h"
#include "solver/prover.h"
#include "support/error.h"
#include "support/processor_time.h"
#include "vcgen/vcgen.h"
#include "verify/allowance.h"
#include "verify/candidate.h"
#include "verify/declaration.h"
#include "verify/doubt.h"
#include "verify/query.h"
#include "verify/record.h"
#include "verify/scrutiny.h"
#include "verify/second_opinion.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace daphnia::verify {

namespace {

// Of what is left of the declaration's allowance. A check of a whole procedure that goes through is cheap; one that
// does not had better end soon. What the candidate model of one names is mostly wrong, and its check short.
constexpr std::uint64_t kWholeParts = 8;
constexpr std::uint64_t kSuspectParts = 4;
// What all obligations get for a brief look, before the first of them gets a long one.
constexpr std::uint64_t kBriefParts = 4;
// A model with small inputs is welcome, but not worth much.
constexpr std::uint64_t kSmallParts = 16;

constexpr std::uint32_t kMillisecondsPerSecond = 1000;

// A procedure of the task, ready to be asked about.
struct Part {
    vcgen::PassiveProcedure procedure;
    std::vector<vcgen::Obligation> open; // without an answer so far
    std::size_t first = 0;               // index of its first obligation in the task
};

bool has_given_up(const solver::Answer& answer) {
    return answer.status == solver::Answer::Status::CounterModel || answer.status == solver::Answer::Status::Unknown;
}

// Whether a limit ended the attempt before it had its chance. Time and memory always do: they are other limits on other
// machines.
bool is_cut_short(const solver::Answer& answer, const solver::Attempt& attempt) {
    return answer.status == solver::Answer::Status::OutOfBudget &&
           (answer.limit != Limit::Resources || answer.resources_used < attempt.enough);
}

class TaskRun {
  public:
    TaskRun(const Task& task, const ivl::Program& program, encode::Observation& observation, const TaskOptions& options,
            const Provers& provers, TaskListener& listener)
        : task_(task), program_(program), observation_(observation), options_(options), provers_(provers),
          listener_(listener), allowance_(options.limits) {}

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
        proved_.assign(origins_.size(), false);
        for (Part& part : parts) {
            check(part);
        }
        explain();
        check_doubtful();
        if (doubts_.empty()) {
            check_entry();
        }
        if (provers_.second != nullptr) {
            for (const Part& part : parts) {
                hear_second_opinions(part);
            }
        }
    }

    bool has_proved_all() const { return std::find(proved_.begin(), proved_.end(), false) == proved_.end(); }

  private:
    void tell(const TaskAnswer& answer) {
        for (std::size_t i = answer.first; i < answer.first + answer.count; ++i) {
            proved_[i] = answer.verdict == Verdict::Proved;
        }
        listener_.answer(answer);
    }

    void check(Part& part) {
        if (options_.isolate_assertions) {
            for (const vcgen::Obligation& obligation : part.open) {
                allowance_ = Allowance(options_.limits);
                tell(check_one(part, obligation, 2));
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
            tell(answer);
            if (answer.verdict == Verdict::Exhausted && part.open.size() > 1) {
                again.push_back(obligation);
            }
        }
        to_come = again.size();
        for (const vcgen::Obligation& obligation : again) {
            const TaskAnswer answer = check_one(part, obligation, to_come--);
            if (answer.verdict != Verdict::Exhausted) {
                tell(answer);
            }
        }
    }

    // Asks about all open obligations at once. While that does not go through, the obligation that fails in the
    // candidate model gets its own check and is then taken for granted, as it is by those after it in any case. Stops
    // with obligations left open when there is no candidate or a budget has ended.
    void check_whole(Part& part) {
        vcgen::PassiveProcedure rest = part.procedure;
        while (part.open.size() > 1) {
            const solver::Answer answer = look(vcgen::whole(rest, *program_.store), kWholeParts);
            if (answer.status == solver::Answer::Status::Proved) {
                for (const vcgen::Obligation& obligation : part.open) {
                    tell({part.first + obligation.index, 1, Verdict::Proved, Limit::None, 0, 0, answer.cached});
                }
                part.open.clear();
                return;
            }
            const auto suspect = find_suspect(part, rest, answer);
            if (suspect == part.open.end()) {
                return;
            }
            const TaskAnswer verdict = check_one(part, *suspect, kSuspectParts);
            tell(verdict);
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
            solver::Answer answer = look(without_quantified(condition), 2 * parts);
            if (answer.status != solver::Answer::Status::Proved) {
                answer = look(condition, parts);
            }
            const bool proved = answer.status == solver::Answer::Status::Proved;
            if (proved) {
                tell({part.first + obligation.index, 1, Verdict::Proved, Limit::None, answer.resources_used,
                      answer.seconds, answer.cached});
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

    // Asks about one obligation for one of so many parts of what is left, in all the ways that the prover knows.
    TaskAnswer check_one(const Part& part, const vcgen::Obligation& obligation, std::uint64_t parts) {
        const vcgen::Condition condition = vcgen::single(part.procedure, obligation, *program_.store);
        std::uint64_t resources = 0;
        double seconds = 0;
        bool cached = true;
        solver::Answer answer;
        for (const solver::Attempt& attempt : plan(solver::Occasion::Alone, condition).attempts) {
            if (attempt.role == solver::Attempt::Role::AfterGivingUp && !has_given_up(answer)) {
                continue;
            }
            solver::Answer next = ask(condition, parts, attempt);
            resources += next.resources_used;
            seconds += next.seconds;
            cached = cached && next.cached;
            if (attempt.role == solver::Attempt::Role::Deciding || next.status == solver::Answer::Status::Proved) {
                answer = std::move(next);
            } else if (has_given_up(answer) && is_cut_short(next, attempt)) {
                answer.status = next.status;
                answer.limit = next.limit;
            }
            if (answer.status == solver::Answer::Status::Proved) {
                break;
            }
        }
        const std::size_t index = part.first + obligation.index;
        std::erase_if(doubts_, [&](const Doubt& doubt) { return doubt.index == index; }); // of an earlier attempt
        if (answer.status != solver::Answer::Status::Proved) {
            doubts_.emplace_back(condition, index, answer.status == solver::Answer::Status::OutOfBudget);
            remember_candidates(part, condition, answer);
        }
        const auto result = [&](Verdict verdict, Limit limit) {
            return TaskAnswer{part.first + obligation.index, 1, verdict, limit, resources, seconds, cached};
        };
        switch (answer.status) {
        case solver::Answer::Status::Proved:
            return result(Verdict::Proved, Limit::None);
        case solver::Answer::Status::Disproved:
        case solver::Answer::Status::CounterModel:
        case solver::Answer::Status::Unknown:
        case solver::Answer::Status::Failed:
            return result(Verdict::Unproved, Limit::None);
        case solver::Answer::Status::OutOfBudget:
            return result(Verdict::Exhausted, answer.limit);
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
            const solver::Answer readable = look(condition, kSmallParts);
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

    // What the prover keeps for what is not proved otherwise. It may cost the worker, so it comes last: all answers
    // have been given then.
    void check_doubtful() {
        for (const Doubt& doubt : doubts_) {
            if (doubt.refuted) {
                continue;
            }
            const solver::Plan last = plan(solver::Occasion::LastResort, doubt.condition);
            if (!last.attempts.empty()) {
                check_doubtful(doubt, last);
            }
        }
    }

    void check_doubtful(const Doubt& doubt, const solver::Plan& last) {
        const std::uint32_t seconds = last.together.milliseconds / kMillisecondsPerSecond;
        if (!last_resort_) {
            Limits limits = options_.limits;
            limits.resources = solver::lesser(limits.resources, last.together.resources);
            limits.seconds = solver::lesser(limits.seconds, seconds);
            allowance_ = Allowance(limits);
            last_resort_ = true;
        }
        solver::Answer answer;
        bool cut_short = false;
        bool cached = true;
        for (const solver::Attempt& attempt : last.attempts) {
            answer = ask(doubt.condition, 1, attempt);
            cached = cached && answer.cached;
            cut_short = is_cut_short(answer, attempt);
            if (answer.status == solver::Answer::Status::Proved) {
                tell({doubt.index, 1, Verdict::Proved, Limit::None, answer.resources_used, answer.seconds, cached});
                return;
            }
        }
        // Where it had less time than the user gives, that its time has ended says nothing about the user's limit.
        if (cut_short && solver::lesser(options_.limits.seconds, seconds) == options_.limits.seconds) {
            tell({doubt.index, 1, Verdict::Exhausted, answer.limit, answer.resources_used, answer.seconds, cached});
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
        const vcgen::Condition condition = vcgen::whole(procedure, *entry.store);
        for (const solver::Attempt& attempt : plan(solver::Occasion::Aside, condition).attempts) {
            const solver::Query query = make_query(condition, entry, attempt.effort, attempt.products);
            const solver::Budget budget = solver::lesser(Allowance(options_.limits).share(1), attempt.most);
            if (provers_.first.prove(query, budget, attempt).status == solver::Answer::Status::Proved) {
                return true;
            }
        }
        return false;
    }

    // What the second prover says about what the first has proved.
    void hear_second_opinions(const Part& part) {
        const solver::Budget budget = Allowance(options_.limits).share(1);
        for (const vcgen::Obligation& obligation : vcgen::obligations(part.procedure)) {
            const std::size_t index = part.first + obligation.index;
            if (proved_[index]) {
                const vcgen::Condition condition = vcgen::single(part.procedure, obligation, *program_.store);
                listener_.second_opinion(index, second_opinion(*provers_.second, condition, program_, budget));
            }
        }
    }

    solver::Plan plan(solver::Occasion occasion, const vcgen::Condition& condition) const {
        return provers_.first.plan(occasion, has_products(condition));
    }

    // One look, for one of so many parts of what is left of the allowance.
    solver::Answer look(const vcgen::Condition& condition, std::uint64_t parts) {
        solver::Answer answer;
        for (const solver::Attempt& attempt : plan(solver::Occasion::Together, condition).attempts) {
            answer = ask(condition, parts, attempt);
            if (answer.status == solver::Answer::Status::Proved) {
                break;
            }
        }
        return answer;
    }

    // One attempt, for one of so many parts of what is left of the allowance.
    solver::Answer ask(const vcgen::Condition& condition, std::uint64_t parts, const solver::Attempt& attempt) {
        if (allowance_.is_spent()) {
            if (provers_.cache != nullptr && allowance_.ended() == Limit::Time) {
                provers_.cache->usage().repeatable = false;
            }
            solver::Answer none;
            none.status = solver::Answer::Status::OutOfBudget;
            none.limit = allowance_.ended();
            return none;
        }
        const std::chrono::nanoseconds start = support::processor_time();
        const solver::Budget budget = solver::lesser(allowance_.share(parts * attempt.parts), attempt.most);
        solver::Answer answer =
            provers_.first.prove(make_query(condition, program_, attempt.effort, attempt.products), budget, attempt);
        allowance_.spend(answer.resources_used,
                         std::chrono::duration<double>(support::processor_time() - start).count());
        listener_.spent(answer.resources_used, answer.seconds);
        return answer;
    }

    const Task& task_;
    const ivl::Program& program_;
    encode::Observation& observation_;
    const TaskOptions& options_;
    const Provers& provers_;
    TaskListener& listener_;
    Allowance allowance_;
    bool last_resort_ = false;         // the allowance is that of the last resorts
    std::vector<ivl::Origin> origins_; // of all obligations
    std::vector<bool> proved_;         // of each obligation
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

namespace {

void check(const Task& task, const TaskOptions& options, const Provers& provers, TaskListener& listener) {
    logic::TermStore store;
    encode::Observation observation;
    const ivl::Program program = encode::encode(*task.context, *task.declaration, store, &observation);
    TaskRun run(task, program, observation, options, provers, listener);
    run.run();
    if (run.has_proved_all() && (options.scrutiny.contradictory || options.scrutiny.redundant)) {
        scrutinise(task, options, provers, listener);
    }
}

} // namespace

void run_task(const Task& task, const TaskOptions& options, const Provers& provers, TaskListener& listener) {
    const auto run = [&](TaskListener& told) { check(task, options, provers, told); };
    if (provers.cache == nullptr || provers.second != nullptr || task.program.empty()) {
        run(listener);
    } else {
        repeat_or_run(task, options, provers, listener, run);
    }
    if (provers.cache != nullptr) {
        listener.cache_used(provers.cache->take_usage());
    }
}

} // namespace daphnia::verify
