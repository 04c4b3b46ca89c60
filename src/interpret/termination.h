// Termination measures: what they are, and the steps that have to decrease them.
#pragma once

#include "interpret/run.h"
#include "typed/call_graph.h"

#include <optional>
#include <utility>
#include <vector>

namespace daphnia::interpret {

class Checks;
class Evaluation;

class Termination {
  public:
    Termination(Run& run, Checks& checks, Evaluation& evaluation)
        : run_(run), checks_(checks), evaluation_(evaluation) {}

    // A new run begins here.
    void start() { guesses_.clear(); }
    void fix_measure(const typed::Decreases& decreases, bool sure);
    Measure measure_of(const typed::Decreases& decreases);
    static bool is_same(const Measure& now, const Measure& before);
    bool decreases(const Measure& now, const Measure& before, bool bounded, bool or_same = false) const;
    void require_termination(Activation& caller, typed::Callable callee, const typed::Decreases& callee_decreases,
                             SourceRange at);
    void require_loop_decreases(const typed::While& loop, const Measure& before, SourceRange at);
    void observe_step(MeasuredStep step, const Measure& before, const Measure& now);
    bool has_guess_at(SourceRange place) const;
    std::vector<Failure> take_guesses() { return std::move(guesses_); } // that failed
    // Whether calls of the callee may come back to the caller.
    bool calls_back(typed::Callable caller, typed::Callable callee);

    Value operator()(const typed::DecreasesTo& node, const typed::Expr& expr);

  private:
    Measure measure_of(const std::vector<typed::ExprPtr>& measures);
    // A failure of a measure: noted where nobody wrote it and the run is to go on, thrown otherwise.
    void fail_measure(Failure failure, bool inferred);
    bool is_noted(SourceRange place) const;
    bool is_recursive(typed::Callable callable);

    Run& run_;
    Checks& checks_;
    Evaluation& evaluation_;
    std::vector<Failure> guesses_;
    std::optional<typed::CallGraph> calls_;
};

} // namespace daphnia::interpret
