// A declaration in, what many runs of it show out: inputs that break its obligations, and inputs that break none.
#pragma once

#include "refute/random_values.h"
#include "refute/refute.h"
#include "refute/runner.h"
#include "refute/small_values.h"
#include "refute/targets.h"

#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace daphnia::refute {

class InputSearch {
  public:
    InputSearch(Runner& runner, Targets& targets, const Vocabulary& vocabulary, Chance& chance);

    // The solver's candidates, then small inputs in order of size, then random ones; each until its share of the budget
    // is spent, all until no target is open. A target with a failing run is closed.
    void search(const std::vector<Candidate>& candidates);

    const std::optional<Input>& failing(std::size_t target) const { return failing_[target]; }
    // One whose run contradicts a measure that nobody wrote.
    const Input* contradicting(std::size_t target) const {
        return guesses_[target] ? &guesses_[target]->input : nullptr;
    }
    // Inputs that meet the precondition and whose runs came to an end, one way or another, but for a broken callee; in
    // the order in which they were tried.
    const std::vector<Input>& accepted() const { return accepted_; }
    std::size_t tried() const { return tried_; }       // different inputs
    std::size_t unbroken() const { return unbroken_; } // of them, runs that broke nothing
    const std::vector<interpret::Failure>& contradictions() const { return contradictions_; }

  private:
    struct Guess {
        Input input;
        bool ended = false;    // its run came to its end
        std::size_t since = 0; // how many inputs had been tried
    };

    void note_guesses(const interpret::Result& result, const Input& input);
    void close_contradicted(bool all);
    void note_contradiction(std::size_t target, const interpret::Failure& failure, const interpret::Result& result);
    bool may_go_on(std::uint64_t percent) const;
    void attempt(const Input& input);
    void accept(const Input& input);
    void attempt_choices(const Input& input);
    void note_failure(const interpret::Result& result, const Input& input);
    std::optional<Input> input_of(const CandidateState& entry);
    void try_candidates(const std::vector<Candidate>& candidates);
    void try_small();
    void try_random();

    Runner& runner_;
    Targets& targets_;
    const Parameters& parameters_;
    RandomValues random_;
    SmallValues small_;
    Chance& chance_;
    const bool has_choices_;
    const bool has_objects_; // of classes, to which the parameters lead
    std::unordered_set<std::string> seen_;
    std::vector<std::optional<Input>> failing_; // by target
    std::vector<std::optional<Guess>> guesses_; // by target
    std::vector<Input> accepted_;
    std::vector<interpret::Failure> contradictions_;
    std::vector<bool> contradicted_; // by target
    std::size_t tried_ = 0;
    std::size_t unbroken_ = 0;
};

} // namespace daphnia::refute
