// See the header.
#include "refute/guessed_measure.h"

#include "refute/describe.h"
#include "refute/measures.h"
#include "refute/sites.h"
#include "typed/call_graph.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace daphnia::refute {

namespace {

constexpr std::size_t kMostInHeadline = 6;

std::string counted(std::size_t number, const char* noun) {
    return fmt::format("{} {}{}", with_separators(number), noun, number == 1 ? "" : "s");
}

// How the run goes on after the guess has failed.
std::string end_of(const interpret::Result& result, const MeasuredSteps& steps) {
    const char* const noun = steps.of_loop() ? "iteration" : "call";
    switch (result.status) {
    case interpret::Status::OutOfSteps:
        return fmt::format("the run has not come to its end after {}", counted(result.steps, "step"));
    case interpret::Status::OutOfStack:
    case interpret::Status::OutOfMemory:
        return fmt::format("the run has not come to its end after {}, when its room ended",
                           counted(steps.at_place(), noun));
    case interpret::Status::Failed:
        return "the run breaks something else";
    case interpret::Status::Finished:
    case interpret::Status::Undetermined:
    case interpret::Status::Rejected:
        break;
    }
    return result.ended ? fmt::format("the run ends after {}", counted(steps.at_place(), noun))
                        : "the run goes on to where something cannot be evaluated";
}

// Of the declarations that can call each other, this one among them.
std::string names_around(const Runner& runner) {
    const typed::CallGraph calls(runner.program());
    std::vector<std::string> names;
    for (const typed::Declaration& other : runner.program().declarations) {
        if (calls.same_component(address_of(other), address_of(runner.declaration()))) {
            names.push_back(name_of(other));
        }
    }
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        text += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
    }
    return text;
}

std::string proposal(Runner& runner, const Target& target, const Input& input, const std::vector<Input>& others,
                     const Vocabulary& vocabulary) {
    constexpr std::size_t kMostRuns = 150;
    MeasuredSteps steps(target.range, address_of(runner.declaration()), is_loop(runner.declaration(), target.range));
    runner.run(input, &steps);
    for (std::size_t i = 0; i < others.size() && i < kMostRuns && !steps.is_full(); ++i) {
        runner.run(others[i], &steps);
    }
    const char* const noun = steps.of_loop() ? "iteration" : "call";
    if (const std::optional<std::string> measure = steps.decreasing(vocabulary)) {
        return fmt::format("try `decreases {}`: it decreases in {}", *measure,
                           steps.count() == 1
                               ? fmt::format("the one {} that was run", noun)
                               : fmt::format("each of the {} that were run", counted(steps.count(), noun)));
    }
    if (steps.of_several()) {
        return fmt::format("{} call each other: give each a `decreases` clause, such that every call between them "
                           "decreases from the caller's to the callee's",
                           names_around(runner));
    }
    // Only what runs may go on for ever.
    const auto* method = std::get_if<std::unique_ptr<typed::Method>>(&runner.declaration());
    return fmt::format("no measure that was tried (numbers, lengths, their differences and sums, pairs of them) "
                       "decreases in all of the {} that were run{}",
                       counted(steps.count(), noun),
                       method != nullptr && !(*method)->ghost ? "; `decreases *` says that it need not end" : "");
}

// A decimal number, or nothing.
std::optional<double> decimal(const std::string& text) {
    if (text.empty() || text.find('.') == std::string::npos ||
        text.find_first_not_of("-.0123456789") != std::string::npos) {
        return std::nullopt;
    }
    char* end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    return *end == '\0' ? std::optional(value) : std::nullopt;
}

// Of reals that fall, but for ever: numbers between 0.0 and 1.0 have no end.
std::string too_little(const std::string& before, const std::string& after) {
    const std::optional<double> from = decimal(before);
    const std::optional<double> to = decimal(after);
    return from && to && *to < *from && *from - *to < 1.0 ? ", and a real has to fall by at least 1.0" : "";
}

} // namespace

bool is_loop(const typed::Declaration& declaration, const support::SourceRange& range) {
    const std::vector<Site> sites = sites_of(declaration);
    return std::any_of(sites.begin(), sites.end(),
                       [&](const Site& site) { return site.loop != nullptr && site.statement->range == range; });
}

const interpret::Failure* guess_at(const interpret::Result& result, const Target& target, const void* owner) {
    const auto found = std::find_if(result.guesses.begin(), result.guesses.end(), [&](const interpret::Failure& guess) {
        return guess.owner == owner && guess.rule == target.rule && guess.range == target.range;
    });
    return found == result.guesses.end() ? nullptr : &*found;
}

std::string change_of_measure(const interpret::Failure& failure) {
    std::string all;
    for (const interpret::EvaluatedPart& part : failure.before) {
        all += (all.empty() ? "" : ", ") + part.text;
    }
    for (std::size_t i = 0; i < failure.before.size() && i < failure.parts.size(); ++i) {
        const interpret::EvaluatedPart& before = failure.before[i];
        const interpret::EvaluatedPart& after = failure.parts[i];
        if (before.text != after.text) {
            return fmt::format("{} = {} is followed by {} = {}", before.text, before.value, after.text, after.value);
        }
        if (before.value != after.value) {
            const std::string change =
                fmt::format("goes from {} to {}", before.value, after.value) + too_little(before.value, after.value);
            return failure.before.size() == 1 ? all + " " + change : fmt::format("{}: {} {}", all, before.text, change);
        }
    }
    return all.empty() ? std::string() : all + " stays the same";
}

support::Explanation guessed_measure(Runner& runner, const Target& target, const Input& input,
                                     const std::vector<Input>& others, const Vocabulary& vocabulary) {
    const typed::Declaration& declaration = runner.declaration();
    MeasuredSteps steps(target.range, address_of(declaration), is_loop(declaration, target.range));
    const interpret::Result result = runner.run(input, &steps);
    const interpret::Failure* const guess = guess_at(result, target, address_of(declaration));
    support::Explanation explanation;
    explanation.kind = support::ExplanationKind::GuessedMeasure;
    explanation.inputs = described(input, parameters_of(declaration));
    if (!explanation.inputs.empty()) {
        explanation.headline = "for " + listed(explanation.inputs, kMostInHeadline) + " ";
    }
    const std::string change = guess == nullptr ? std::string() : change_of_measure(*guess);
    explanation.headline += end_of(result, steps);
    const bool below = guess != nullptr && guess->message.find("bounded") != std::string::npos;
    explanation.headline += change.empty() ? ", but no measure can be guessed from the loop's guard"
                            : below        ? ", but the guessed measure goes on below 0: " + change
                                           : ", but the guessed measure does not decrease: " + change;
    explanation.hint = proposal(runner, target, input, others, vocabulary);
    return explanation;
}

} // namespace daphnia::refute
