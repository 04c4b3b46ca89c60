// See the header.
#include "interpret/loops.h"

#include "interpret/checks.h"
#include "interpret/conditions.h"
#include "interpret/evaluation.h"
#include "interpret/frames.h"
#include "interpret/giant_steps.h"
#include "interpret/idle.h"
#include "interpret/inhabitants.h"
#include "interpret/snapshots.h"
#include "interpret/statements.h"
#include "interpret/termination.h"
#include "interpret/variables.h"

#include <utility>

namespace daphnia::interpret {

void Loops::require_invariants(const typed::While& loop, Rule rule) {
    conditions_.require_clauses(loop.invariants, {rule, {}, {}}, nullptr);
}

// One iteration: whether the loop goes on.
bool Loops::iterate(const typed::While& loop, const typed::Stmt& statement, Flow& flow) {
    std::optional<Measure> before;
    State head;
    if (run_.checking()) {
        checks_.attempt([&] { before = termination_.measure_of(loop.decreases); });
        if (run_.options().observer != nullptr) {
            head = variables_.state();
        }
    }
    if (loop.guard == nullptr ? !inhabitants_.any_bool() : !evaluation_.holds(*loop.guard)) {
        return false;
    }
    flow = statements_.exec(*loop.body);
    if (flow == loop.iteration.get()) {
        flow = nullptr;
    }
    if (flow != nullptr) {
        if (flow == loop.label.get()) {
            flow = nullptr;
        }
        return false;
    }
    if (run_.checking()) {
        require_invariants(loop, Rule::InvariantMaintained);
        if (before && !before->wildcard) {
            if (run_.options().observer != nullptr) {
                MeasuredStep step{run_.active()->owner, statement.range, &loop, nullptr, std::move(head.bindings), {},
                                  &run_.heap()};
                for (const Binding& binding : step.before) {
                    step.after.push_back({binding.variable, (*run_.active())[*binding.variable]});
                }
                checks_.attempt([&] {
                    termination_.observe_step(std::move(step), *before, termination_.measure_of(loop.decreases));
                });
            }
            checks_.attempt([&] { termination_.require_loop_decreases(loop, *before, statement.range); });
        }
    }
    return true;
}

// Once the guessed measure has failed, the loop may be one without end: what it assigns next depends on its state
// alone, or on choices that can be made in the same way again, so that it goes round for ever when a state comes back.
// What is only counted on the way is left out of the comparison.
void Loops::require_progress(const typed::While& loop, const typed::Stmt& statement, std::uint64_t iteration,
                             Cycle& cycle) {
    constexpr std::uint64_t kLast = 250; // what comes back later is seldom, and looked for in vain too often
    if (!run_.options().notes_guesses || !loop.decreases.inferred || iteration > kLast ||
        !termination_.has_guess_at(statement.range)) {
        return;
    }
    const bool ghost = statement.ghost || run_.active()->method == nullptr || run_.active()->method->ghost;
    Values values(run_.active()->values().begin(), run_.active()->values().end());
    for (const typed::Variable* variable : idle_variables(loop, ghost)) {
        values.at(variable->slot) = Value();
    }
    if (const std::uint64_t period = cycle.returns(iteration, values, run_.heap()); period > 0) {
        Failure failure = checks_.failure_of(
            {Rule::Decreases, statement.range, "the loop comes back to the same state"}, {}, {}, nullptr);
        failure.repeats_after = period;
        throw Broken{std::move(failure)};
    }
}

Flow Loops::run_loop(const typed::While& loop, const typed::Stmt& statement) {
    if (loop.body == nullptr) {
        throw Unknown{"the loop has no body", statement.range};
    }
    std::optional<FrameLimit> outer_frame;
    if (run_.checking()) {
        const Breach breach{Rule::Modifies, statement.range, "loop modifies clause violates context's modifies clause"};
        std::optional<FrameLimit> own =
            loop.modifies.present ? frames_.limit_within(loop.modifies, breach) : std::nullopt;
        if (own) {
            outer_frame = std::exchange(run_.active()->modifies, std::move(*own));
        }
        snapshots_.record_label(loop.label.get());
        require_invariants(loop, Rule::InvariantEntry);
    }
    Flow flow = nullptr;
    if (!giant_steps_.run_abstractly(loop, statement, flow)) {
        Cycle cycle;
        for (std::uint64_t iteration = 0;; ++iteration) {
            require_progress(loop, statement, iteration, cycle);
            if (run_.options().observer != nullptr) {
                run_.options().observer->at_loop_head(loop, iteration, variables_.state());
            }
            if (!iterate(loop, statement, flow)) {
                break;
            }
        }
    }
    if (outer_frame) {
        run_.active()->modifies = std::move(*outer_frame);
    }
    return flow;
}

} // namespace daphnia::interpret
