// Open obligations in, one finding for each out: inputs are tried first, then giant steps, and what remains is said to
// be what the solver gave up on.
#include "refute/refute.h"

#include "refute/describe.h"
#include "refute/gave_up.h"
#include "refute/giant_steps.h"
#include "refute/guessed_measure.h"
#include "refute/inputs.h"
#include "refute/meaning.h"
#include "refute/objects_made.h"
#include "refute/repairs.h"
#include "refute/reproduce.h"
#include "refute/shrink.h"
#include "refute/trace.h"

#include <fmt/format.h>

namespace daphnia::refute {

namespace {

// Of a measure that fails: how it changes, or that the run has no end.
std::string what_measures_show(const typed::Declaration& declaration, const interpret::Failure& failure) {
    if (failure.rule != Rule::Decreases) {
        return {};
    }
    if (failure.repeats_after == 0) {
        const std::string change = change_of_measure(failure);
        const bool below = failure.message.find("bounded") != std::string::npos;
        return change.empty() ? change
               : below        ? ", where the measure goes on below 0: " + change
                              : ", where the measure does not decrease: " + change;
    }
    if (!is_loop(declaration, failure.range)) {
        return failure.repeats_after == 1 ? ": it calls itself with the same arguments, and never ends"
                                          : fmt::format(": it is called again with the same arguments {} calls later, "
                                                        "and never ends",
                                                        failure.repeats_after);
    }
    return failure.repeats_after == 1
               ? ": an iteration changes nothing that its end depends on, and the loop never ends"
               : fmt::format(": what its end depends on is as it was {} iterations before, and the loop "
                             "never ends",
                             failure.repeats_after);
}

class Refutation {
  public:
    Refutation(const typed::Program& program, const typed::Declaration& declaration, const std::vector<Target>& targets,
               const Options& options)
        : declaration_(declaration), options_(options), vocabulary_(vocabulary_of(program, declaration)),
          chance_(options.seed), targets_(targets, address_of(declaration)),
          runner_(program, declaration, vocabulary_, options.steps) {
        findings_.findings.resize(targets.size());
    }

    Findings find(const std::vector<Candidate>& candidates) {
        vocabulary_.made = objects_made(runner_, vocabulary_);
        InputSearch inputs(runner_, targets_, vocabulary_, chance_);
        inputs.search(candidates);
        findings_.contradictions = inputs.contradictions();
        for (std::size_t i = 0; i < targets_.size(); ++i) {
            if (inputs.failing(i)) {
                findings_.findings[i] = {true, counterexample(i, *inputs.failing(i))};
            } else if (inputs.contradicting(i) != nullptr) {
                findings_.findings[i].explanation = contradicted_guess(i, *inputs.contradicting(i), inputs.accepted());
            }
        }
        PromiseSearch promises(runner_, targets_, vocabulary_);
        promises.search();
        for (std::size_t i = 0; i < targets_.size(); ++i) {
            if (promises.found(i)) {
                findings_.findings[i] = *promises.found(i);
            }
        }
        if (targets_.any_open()) {
            GiantSteps steps(runner_, targets_, vocabulary_, chance_, inputs.accepted());
            steps.search(candidates);
            for (std::size_t i = 0; i < targets_.size(); ++i) {
                if (steps.found(i)) {
                    findings_.findings[i] = *steps.found(i);
                }
            }
        }
        for (std::size_t i = 0; i < targets_.size(); ++i) {
            if (targets_.is_open(i)) {
                findings_.findings[i].explanation =
                    gave_up(runner_, targets_[i], vocabulary_, {inputs.tried(), inputs.unbroken()}, inputs.accepted());
            }
        }
        return std::move(findings_);
    }

  private:
    bool breaks(std::size_t target, const interpret::Result& result) const {
        return result.failure && targets_.broken_by(*result.failure) == target;
    }

    support::Explanation contradicted_guess(std::size_t target, const Input& found, const std::vector<Input>& others) {
        constexpr std::size_t kAttempts = 200;
        const void* const owner = address_of(declaration_);
        const bool ended = runner_.run(found).ended;
        const Input input = shrunk(found, parameters_of(declaration_), kAttempts, [&](const Input& smaller) {
            const interpret::Result result = runner_.run(smaller);
            return guess_at(result, targets_[target], owner) != nullptr && result.ended == ended;
        });
        return guessed_measure(runner_, targets_[target], input, others, vocabulary_);
    }

    support::Explanation counterexample(std::size_t target, const Input& found) {
        constexpr std::size_t kAttempts = 400;
        const Parameters& parameters = parameters_of(declaration_);
        const auto with_choices = [&](Input input) {
            input.choices = found.choices;
            return input;
        };
        const Input input = with_choices(shrunk(found, parameters, kAttempts, [&](const Input& smaller) {
            return breaks(target, runner_.run(with_choices(smaller)));
        }));
        support::Explanation explanation;
        explanation.kind = support::ExplanationKind::Counterexample;
        explanation.inputs = described(input, parameters);
        constexpr std::size_t kRows = 24; // what fits a screen
        Trace trace(declaration_, kRows);
        trace.add(std::visit([](const auto& pointer) { return pointer->name_range; }, declaration_), "entry",
                  explanation.inputs);
        const interpret::Result result = runner_.run(input, &trace);
        trace.hand_over(explanation);
        explanation.clause = broken_clause(*result.failure);
        explanation.parts = parts_of(*result.failure);
        constexpr std::size_t kMostInHeadline = 6;
        explanation.headline =
            name_of(declaration_) + " fails" +
            (explanation.inputs.empty() ? "" : " for " + listed(explanation.inputs, kMostInHeadline));
        explanation.headline += what_measures_show(declaration_, *result.failure);
        explanation.hint = repair(declaration_, *result.failure);
        if (input.choices != 0) {
            explanation.headline += ", depending on what it leaves open";
            return explanation; // no text can say how it is to choose
        }
        explanation.reproducer =
            reproducer(runner_.program(), declaration_, input,
                       {vocabulary_.made, [this](const auto& making) { return runner_.made(making); }});
        return explanation;
    }

    const typed::Declaration& declaration_;
    const Options& options_;
    Vocabulary vocabulary_;
    Chance chance_;
    Targets targets_;
    Runner runner_;
    Findings findings_;
};

} // namespace

Findings refute(const typed::Program& program, const typed::Declaration& declaration,
                const std::vector<Target>& targets, const std::vector<Candidate>& candidates, const Options& options) {
    if (options.steps == 0) {
        return {std::vector<Finding>(targets.size()), {}};
    }
    return Refutation(program, declaration, targets, options).find(candidates);
}

} // namespace daphnia::refute
