// What becomes of a check: a failure where it does not hold, a note where it cannot be evaluated.
#pragma once

#include "interpret/run.h"
#include "interpret/stops.h"
#include "support/rules.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace daphnia::interpret {

// A conjunct and the rule that it breaks.
struct Breach {
    Rule rule;
    SourceRange range;   // of the diagnostic
    std::string message; // replaces the rule's when not empty
};

class Checks {
  public:
    explicit Checks(Run& run) : run_(run) {}

    // A new run begins here.
    void start();
    [[noreturn]] void fail(const Breach& breach, SourceRange clause = {}, std::vector<EvaluatedPart> parts = {},
                           Activation* blamed = nullptr);
    // Whom the failure is to be blamed on cannot be told when a precondition on the way could not be evaluated.
    Failure failure_of(const Breach& breach, SourceRange clause, std::vector<EvaluatedPart> parts, Activation* blamed);
    // A check of checking mode that cannot be evaluated is passed over and counted.
    template <typename Check>
    void attempt(const Check& check) {
        try {
            check();
        } catch (const Unknown& unknown) {
            pass_over(unknown);
        }
    }
    std::uint64_t undetermined() const { return undetermined_; } // how many were passed over
    const std::optional<Unknown>& first_undetermined() const { return first_undetermined_; }
    EvaluatedPart part(const typed::Expr& expr, const Value& value);

  private:
    void pass_over(const Unknown& unknown);

    Run& run_;
    std::uint64_t undetermined_ = 0;
    std::optional<Unknown> first_undetermined_;
};

// Where a failure about the expression is reported: all of it when its anchor is on its first line, else the anchor.
SourceRange place_of(const typed::Expr& expr);

} // namespace daphnia::interpret
