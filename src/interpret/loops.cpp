// Loops: invariants, measure and frame around each iteration.
#include "interpret/engine.h"
#include "interpret/idle.h"

#include <utility>

namespace daphnia::interpret {

void Engine::require_invariants(const typed::While& loop, Rule rule) {
    require_clauses(loop.invariants, {rule, {}, {}}, nullptr);
}

// The loop's own frame; nothing when it has that of its method.
std::optional<FrameLimit> Engine::loop_frame(const typed::While& loop, const typed::Stmt& statement) {
    if (!loop.modifies.present) {
        return std::nullopt;
    }
    std::optional<FrameLimit> own;
    attempt([&] {
        require_within(active_->modifies, loop.modifies,
                       {Rule::Modifies, statement.range, "loop modifies clause violates context's modifies clause"},
                       active_);
        own = limit_of(loop.modifies);
        own->allocated = heap_.object_count();
    });
    return own;
}

// One iteration: whether the loop goes on.
bool Engine::iterate(const typed::While& loop, const typed::Stmt& statement, Flow& flow) {
    std::optional<Measure> before;
    State head;
    if (checking()) {
        attempt([&] { before = measure_of(loop.decreases); });
        if (options_.observer != nullptr) {
            head = state();
        }
    }
    if (loop.guard == nullptr ? !any_bool() : !holds(*loop.guard)) {
        return false;
    }
    flow = exec(*loop.body);
    if (flow == loop.iteration.get()) {
        flow = nullptr;
    }
    if (flow != nullptr) {
        if (flow == loop.label.get()) {
            flow = nullptr;
        }
        return false;
    }
    if (checking()) {
        require_invariants(loop, Rule::InvariantMaintained);
        if (before && !before->wildcard) {
            if (options_.observer != nullptr) {
                MeasuredStep step{active_->owner, statement.range, &loop, nullptr, std::move(head.bindings), {},
                                  &heap_};
                for (const Binding& binding : step.before) {
                    step.after.push_back({binding.variable, (*active_)[*binding.variable]});
                }
                attempt([&] { observe_step(std::move(step), *before, measure_of(loop.decreases)); });
            }
            attempt([&] { require_loop_decreases(loop, *before, statement.range); });
        }
    }
    return true;
}

// Once the guessed measure has failed, the loop may be one without end: what it assigns next depends on its state
// alone, or on choices that can be made in the same way again, so that it goes round for ever when a state comes back.
// What is only counted on the way is left out of the comparison.
void Engine::require_progress(const typed::While& loop, const typed::Stmt& statement, std::uint64_t iteration,
                              Cycle& cycle) {
    constexpr std::uint64_t kLast = 250; // what comes back later is seldom, and looked for in vain too often
    if (!options_.notes_guesses || !loop.decreases.inferred || iteration > kLast || !has_guess_at(statement.range)) {
        return;
    }
    const bool ghost = statement.ghost || active_->method == nullptr || active_->method->ghost;
    Values values(active_->values().begin(), active_->values().end());
    for (const typed::Variable* variable : idle_variables(loop, ghost)) {
        values.at(variable->slot) = Value();
    }
    if (const std::uint64_t period = cycle.returns(iteration, values, heap_); period > 0) {
        Failure failure =
            failure_of({Rule::Decreases, statement.range, "the loop comes back to the same state"}, {}, {}, nullptr);
        failure.repeats_after = period;
        throw Broken{std::move(failure)};
    }
}

Flow Engine::run_loop(const typed::While& loop, const typed::Stmt& statement) {
    if (loop.body == nullptr) {
        throw Unknown{"the loop has no body", statement.range};
    }
    std::optional<FrameLimit> outer_frame;
    if (checking()) {
        if (std::optional<FrameLimit> own = loop_frame(loop, statement)) {
            outer_frame = std::exchange(active_->modifies, std::move(*own));
        }
        record_label(loop.label.get());
        require_invariants(loop, Rule::InvariantEntry);
    }
    Flow flow = nullptr;
    if (!run_abstractly(loop, statement, flow)) {
        Cycle cycle;
        for (std::uint64_t iteration = 0;; ++iteration) {
            require_progress(loop, statement, iteration, cycle);
            if (options_.observer != nullptr) {
                options_.observer->at_loop_head(loop, iteration, state());
            }
            if (!iterate(loop, statement, flow)) {
                break;
            }
        }
    }
    if (outer_frame) {
        active_->modifies = std::move(*outer_frame);
    }
    return flow;
}

} // namespace daphnia::interpret
