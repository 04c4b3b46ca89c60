// What a solver's model has been asked, and has said: enough to ask the same again without the solver.
#pragma once

#include "solver/prover.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>

namespace daphnia::cache {

// What is asked of a term: a letter for the kind of the question, and a number that the term has by its structure
// alone.
using Question = std::pair<char, std::uint64_t>;
// Texts as Z3 writes them; an empty one where the model has no value.
using ModelValues = std::map<Question, std::string>;

// A model that knows some values, and asks the solver for its model when it is asked for another. As models are looked
// into in the same way each time, that happens where an entry of the cache has lost its values only.
//
// Values of models decide nothing: they are where runs are begun and which obligation is looked at first. So a number
// that two terms share costs a bad guess.
class KnownModel final : public solver::CandidateModel {
  public:
    // Gives the solver's own model; null when there is none to be had.
    using Source = std::function<std::shared_ptr<solver::CandidateModel>()>;
    // Is given all values that are known at the end, if they are to be kept or are more than at the beginning.
    using Keeper = std::function<void(const ModelValues&)>;

    KnownModel(ModelValues values, bool is_kept, Source source, Keeper keep);
    ~KnownModel() override;
    KnownModel(const KnownModel&) = delete;
    KnownModel& operator=(const KnownModel&) = delete;

    std::optional<bool> boolean(logic::Term term) override;
    std::optional<support::Integer> integer(logic::Term term) override;
    std::optional<support::Rational> real(logic::Term term) override;
    std::string text(logic::Term term) override;

  private:
    using Ask = std::function<std::string(solver::CandidateModel&)>;
    std::string value(char kind, logic::Term term, const Ask& ask);
    std::uint64_t number(logic::Term term);

    ModelValues values_;
    bool is_kept_; // as it is
    Source source_;
    Keeper keep_;
    std::optional<std::shared_ptr<solver::CandidateModel>> real_; // once it was asked for
    std::unordered_map<logic::Term, std::uint64_t> numbers_;
};

} // namespace daphnia::cache
