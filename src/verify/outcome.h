// What became of one declaration: a verdict for each of its obligations, and what they cost.
#pragma once

#include "cache/usage.h"
#include "ivl/ivl.h"
#include "solver/prover.h"
#include "support/diagnostics.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace daphnia::verify {

enum class Verdict {
    Proved,
    Refuted,   // a run breaks it
    Unproved,  // the solver gave up or found a candidate counterexample, and no run is known that breaks it
    Exhausted, // a budget ended first
};
std::string_view to_string(Verdict verdict); // the word in JSON and in test expectations

// Why no call of a declaration can be made, so that its proof says nothing.
enum class Vacuity : std::uint8_t {
    None,         // one can, as far as is known
    Precondition, // no arguments meet the preconditions
    Type,         // a parameter's type has no value
};

// The budget that ended first.
using Limit = solver::Limit;

// What another prover says of a proof.
enum class Opinion : std::uint8_t {
    None, // it was not asked
    Agrees,
    Contradicts,
    Unknown,     // it gave up
    OutOfBudget, // it took too long, or too much memory
    Failed,      // it gave no answer that can be understood
};
std::string_view to_string(Opinion opinion); // the word in JSON

struct SecondOpinion {
    Opinion opinion = Opinion::None;
    std::string reason; // unless it agrees: in that prover's words
};

struct ObligationOutcome {
    ivl::Origin origin;
    Verdict verdict = Verdict::Exhausted;
    Limit limit = Limit::None; // None unless exhausted
    // Of the obligation's own check; zero when it was proved together with the others of its procedure.
    std::uint64_t resources = 0;
    double seconds = 0;
    bool cached = false;                                               // the solver was not asked
    std::shared_ptr<const support::Explanation> explanation = nullptr; // unless proved; may be null
    SecondOpinion second = {};                                         // of a proof

    support::Rule rule() const { return origin.rule; }
};

// What there is to say about a proof although there is one.
struct Warning {
    support::Rule rule;
    support::SourceRange range;
    std::string message;
    std::string hint; // may be empty
};

struct Outcome {
    std::string name; // qualified as shown
    std::string kind; // "function", "predicate", "method", "lemma", "constant"
    support::SourceRange name_range;
    std::vector<ObligationOutcome> obligations; // in the order of the encoding
    // The worker ended before all obligations were known; None otherwise. The declaration is then exhausted.
    Limit stopped = Limit::None;
    std::uint32_t time_limit = 0; // seconds; what a Time limit was
    std::uint64_t resources = 0;  // of all checks together
    double seconds = 0;           // inside the solver, all checks together
    Vacuity vacuity = Vacuity::None;
    std::vector<Warning> warnings; // if it is proved, and they are asked for
    cache::Usage cache;            // what was had from it for this declaration
    std::string second_prover;     // the name of the one that was asked for opinions; empty: none was
    // Not empty: Daphnia failed on this declaration, and there is no verdict.
    std::string internal_error;

    // Proved when all obligations are, refuted when one is, else unproved when one is, else exhausted.
    Verdict verdict() const;
};

// One diagnostic for each obligation that is not proved, in Dafny's wording; failures at the same place, of the same
// kind and with the same related places are one. One more where the second prover gave no answers.
std::vector<support::Diagnostic> failures(const Outcome& outcome);
// One for each warning.
std::vector<support::Diagnostic> warnings(const Outcome& outcome);

} // namespace daphnia::verify
