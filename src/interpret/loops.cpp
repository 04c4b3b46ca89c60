// Loops: invariants, measure and frame around each iteration.
#include "interpret/engine.h"

#include <utility>

namespace daphnia::interpret {

void Engine::require_invariants(const typed::While& loop, const Rule& rule) {
    require_clauses(loop.invariants, {&rule, {}, {}}, nullptr);
}

// The loop's own frame; nothing when it has that of its method.
std::optional<FrameLimit> Engine::loop_frame(const typed::While& loop, const typed::Stmt& statement) {
    if (!loop.modifies.present) {
        return std::nullopt;
    }
    std::optional<FrameLimit> own;
    attempt([&] {
        require_within(active_->modifies, loop.modifies,
                       {&rules::kModifies, statement.range, "loop modifies clause violates context's modifies clause"},
                       active_);
        own = limit_of(loop.modifies);
        own->objects = heap_.object_count();
    });
    return own;
}

// One iteration: whether the loop goes on.
bool Engine::iterate(const typed::While& loop, const typed::Stmt& statement, Flow& flow) {
    std::optional<Measure> before;
    if (checking()) {
        attempt([&] { before = measure_of(loop.decreases); });
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
        require_invariants(loop, rules::kInvariantMaintained);
        if (before && !before->wildcard) {
            attempt([&] { require_loop_decreases(loop, *before, statement.range); });
        }
    }
    return true;
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
        require_invariants(loop, rules::kInvariantEntry);
    }
    Flow flow = nullptr;
    if (!run_abstractly(loop, statement, flow)) {
        for (std::uint64_t iteration = 0;; ++iteration) {
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
