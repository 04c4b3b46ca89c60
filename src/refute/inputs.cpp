// Streams of inputs in, failing and unbroken runs out.
#include "refute/inputs.h"

#include "interpret/interpret.h"
#include "refute/choices.h"
#include "refute/graphs.h"

#include <algorithm>

namespace daphnia::refute {

namespace {

constexpr std::size_t kMostAccepted = 400;
constexpr std::size_t kMostParts = 1000;

bool leads_to_objects(const Parameters& parameters, const Vocabulary& vocabulary) {
    std::vector<typed::Type> types;
    for (const typed::VariablePtr& parameter : parameters) {
        types.push_back(parameter->type);
    }
    return !reached_types(types, vocabulary).empty();
}

} // namespace

InputSearch::InputSearch(Runner& runner, Targets& targets, const Vocabulary& vocabulary, Chance& chance)
    : runner_(runner), targets_(targets), parameters_(parameters_of(runner.declaration())), random_(vocabulary, chance),
      small_(vocabulary), chance_(chance), has_choices_(has_choices(runner.declaration())),
      has_objects_(leads_to_objects(parameters_, vocabulary)), failing_(targets.size()), guesses_(targets.size()),
      contradicted_(targets.size()) {}

void InputSearch::search(const std::vector<Candidate>& candidates) {
    try_candidates(candidates);
    try_small();
    try_random();
    close_contradicted(true);
}

// A run that comes to its end although the guess fails says most; what was passed over in it matters no more than in
// one that breaks a check.
void InputSearch::note_guesses(const interpret::Result& result, const Input& input) {
    for (const interpret::Failure& guess : result.guesses) {
        const std::optional<std::size_t> target = targets_.broken_by(guess);
        if (!target) {
            continue;
        }
        if (targets_[*target].proved) {
            note_contradiction(*target, guess, result);
        } else if (!guesses_[*target] || (result.ended && !guesses_[*target]->ended)) {
            const std::size_t since = guesses_[*target] ? guesses_[*target]->since : tried_;
            guesses_[*target] = Guess{input, result.ended, since};
        }
    }
}

// Runs that follow may show that there is no end, and count for the measure that is proposed: so the target is kept
// open for a while.
void InputSearch::close_contradicted(bool all) {
    constexpr std::size_t kMore = 400;
    for (std::size_t i = 0; i < targets_.size(); ++i) {
        if (guesses_[i] && targets_.is_open(i) && (all || tried_ >= guesses_[i]->since + kMore)) {
            targets_.close(i);
        }
    }
}

void InputSearch::note_contradiction(std::size_t target, const interpret::Failure& failure,
                                     const interpret::Result& result) {
    // What was passed over may be what the proof stands on: checks, and guesses that failed before.
    const bool first = result.guesses.empty() || &failure == &result.guesses.front();
    if (result.undetermined_checks == 0 && first && !contradicted_[target]) {
        contradicted_[target] = true;
        contradictions_.push_back(failure);
    }
}

bool InputSearch::may_go_on(std::uint64_t percent) const {
    return targets_.any_open() && runner_.spent() < runner_.budget() / 100 * percent;
}

void InputSearch::attempt(const Input& input) {
    // What has no value that one could find (an object that would have to be there before itself) is left out.
    if ((has_objects_ && !is_well_typed(input, parameters_)) || !seen_.insert(key_of(input)).second) {
        return;
    }
    ++tried_;
    const interpret::Result result = runner_.run(input);
    note_guesses(result, input);
    switch (result.status) {
    case interpret::Status::Failed:
        note_failure(result, input);
        break;
    case interpret::Status::Finished:
        ++unbroken_;
        [[fallthrough]];
    case interpret::Status::Undetermined:
        accept(input);
        break;
    case interpret::Status::Rejected:
    case interpret::Status::OutOfSteps:
    case interpret::Status::OutOfStack:
    case interpret::Status::OutOfMemory:
        break;
    }
    close_contradicted(false);
    if (has_choices_ && result.status != interpret::Status::Rejected && result.status != interpret::Status::Failed) {
        attempt_choices(input);
    }
}

// As a start for others. Changes make inputs larger, and what starts from a large one again and again has no bound.
void InputSearch::accept(const Input& input) {
    if (accepted_.size() < kMostAccepted && part_count(input) <= kMostParts) {
        accepted_.push_back(input);
    }
}

// The default choices break nothing: others may.
void InputSearch::attempt_choices(const Input& input) {
    constexpr std::uint32_t kSeeds = 4;
    for (std::uint32_t seed = 1; seed <= kSeeds; ++seed) {
        Input other = input;
        other.choices = seed;
        const interpret::Result result = runner_.run(other);
        if (result.status == interpret::Status::Failed) {
            note_failure(result, other);
        }
    }
}

void InputSearch::note_failure(const interpret::Result& result, const Input& input) {
    const std::optional<std::size_t> target = targets_.broken_by(*result.failure);
    if (result.failure->owner == address_of(runner_.declaration())) {
        accept(input);
    }
    if (!target) {
        return;
    }
    if (targets_[*target].proved) {
        note_contradiction(*target, *result.failure, result);
        return;
    }
    if (!failing_[*target]) {
        failing_[*target] = input;
        targets_.close(*target);
    }
}

std::optional<Input> InputSearch::input_of(const CandidateState& entry) {
    Values arguments;
    for (const typed::VariablePtr& parameter : parameters_) {
        const auto binding =
            std::find_if(entry.bindings.begin(), entry.bindings.end(),
                         [&](const interpret::Binding& other) { return other.variable == parameter.get(); });
        if (binding != entry.bindings.end() && binding->value.is_assigned() &&
            interpret::belongs(binding->value, parameter->type, entry.heap)) {
            arguments.push_back(binding->value);
        } else if (typed::contains_arrays(parameter->type)) {
            return std::nullopt;
        } else {
            arguments.push_back(small_.simplest(parameter->type));
        }
    }
    Input input = refute::input_of(std::move(arguments), entry.heap);
    // Where there are objects, changes may find what a model does not say.
    return has_objects_ || is_well_typed(input, parameters_) ? std::optional(std::move(input)) : std::nullopt;
}

void InputSearch::try_candidates(const std::vector<Candidate>& candidates) {
    constexpr std::size_t kMostCells = 10'000;
    constexpr int kChanges = 12; // of each: what the solver got wrong is often one value
    for (const Candidate& candidate : candidates) {
        if (candidate.states.empty() || candidate.states.front().heap.cells() > kMostCells) {
            continue;
        }
        const std::optional<Input> input = input_of(candidate.states.front());
        if (!input) {
            continue;
        }
        attempt(*input);
        for (std::size_t guess = 0; mirror_count(*input) > 1 && guess < mirror_count(*input); ++guess) {
            attempt(mirrored(*input, guess)); // of sets of objects models say little
        }
        for (int change = 0; change < kChanges && may_go_on(10); ++change) {
            attempt(random_.changed(*input, parameters_));
        }
        if (!may_go_on(10)) {
            return;
        }
    }
}

void InputSearch::try_small() {
    constexpr std::size_t kLargest = 12;
    constexpr std::size_t kMostTried = 4000;
    for_each_small_input(parameters_, small_, kLargest, [this](const Input& input) {
        if (!may_go_on(30) || tried_ >= kMostTried) {
            return false;
        }
        attempt(input);
        return true;
    });
}

void InputSearch::try_random() {
    constexpr std::size_t kMostTries = 6000;
    constexpr std::size_t kGrowth = 200; // tries of each size
    constexpr std::size_t kLargest = 12;
    if (parameters_.empty()) {
        return;
    }
    for (std::size_t i = 0; i < kMostTries && may_go_on(45); ++i) {
        // What meets the precondition is a good start for what else does.
        if (!accepted_.empty() && chance_.one_in(2)) {
            const Input& start = accepted_[chance_.below(accepted_.size())];
            attempt(chance_.one_in(2) ? random_.changed_together(start, parameters_)
                                      : random_.changed(start, parameters_));
        } else {
            attempt(random_.input(parameters_, std::min(2 + i / kGrowth, kLargest)));
        }
    }
}

} // namespace daphnia::refute
