// Frames: which arrays may be written and read; and the earlier states that old and fresh speak of.
#include "interpret/engine.h"

#include "support/error.h"
#include "typed/frame.h"
#include "typed/walk.h"

#include <utility>

namespace daphnia::interpret {

FrameLimit Engine::limit_of(const typed::Frame& frame) {
    FrameLimit result;
    result.anything = frame.wildcard;
    for (const typed::FrameEntry& entry : frame.entries) {
        const Value value = eval(*entry.expr);
        switch (typed::kind_of(entry)) {
        case typed::FrameEntryKind::One:
            result.objects.push_back(value.as_reference());
            break;
        case typed::FrameEntryKind::AllOf:
            for (const Value& element : value.elements()) {
                result.objects.push_back(element.as_reference());
            }
            break;
        case typed::FrameEntryKind::ReadsOf: // what it reads for all arguments, nobody can say
            result.anything = result.anything || !reads_nothing(value);
            break;
        }
    }
    return result;
}

void Engine::check_frame(const typed::Frame& frame) {
    for (const typed::FrameEntry& entry : frame.entries) {
        attempt([&] { eval(*entry.expr); });
    }
}

// Of the active function, constant or method; null when it may read everything.
const FrameLimit* Engine::reads_limit(Activation& activation) {
    if (!activation.reads_are_limited) {
        return nullptr;
    }
    if (!activation.reads) {
        activation.reads = FrameLimit{}; // while the frame itself is evaluated
        activation.reads->anything = true;
        Activation* const outer = active_;
        active_ = &activation;
        const bool outer_frame = std::exchange(evaluating_frame_, true);
        try {
            activation.reads = limit_of(activation.frame != nullptr ? *activation.frame : activation.function->reads);
        } catch (const Broken&) {
            active_ = outer;
            evaluating_frame_ = outer_frame;
            if (activation.frame == nullptr) {
                throw;
            }
            throw Unknown{"what a lambda reads has no meaning where its precondition does not hold", {}};
        } catch (...) {
            active_ = outer;
            evaluating_frame_ = outer_frame;
            throw;
        }
        active_ = outer;
        evaluating_frame_ = outer_frame;
    }
    return &*activation.reads;
}

void Engine::require_readable(const typed::Expr& at, Reference array) {
    if (!reads_now() && active_->function == nullptr && !reads_->is_allocated(array)) {
        fail({Rule::Allocated, place_of(at), {}});
    }
    const FrameLimit* const limit = reads_limit(*active_);
    if (limit != nullptr && !limit->allows(array)) {
        fail({Rule::Reads, place_of(at), {}});
    }
}

// Every array of the frame, evaluated in the active activation, is allowed by the limit (of the blamed one).
void Engine::require_within(const FrameLimit& limit, const typed::Frame& frame, const Breach& breach,
                            Activation* blamed) {
    if (limit.anything) {
        return;
    }
    if (frame.wildcard) {
        fail(breach, {}, {}, blamed);
    }
    for (const typed::FrameEntry& entry : frame.entries) {
        const Value value = eval(*entry.expr);
        const auto require_allowed = [&](Reference object) {
            if (!object.is_null() && !limit.allows(object)) {
                fail(breach, place_of(*entry.expr), {part(*entry.expr, value)}, blamed);
            }
        };
        switch (typed::kind_of(entry)) {
        case typed::FrameEntryKind::One:
            require_allowed(value.as_reference());
            break;
        case typed::FrameEntryKind::AllOf:
            for (const Value& element : value.elements()) {
                require_allowed(element.as_reference());
            }
            break;
        case typed::FrameEntryKind::ReadsOf:
            if (!reads_nothing(value)) {
                throw Unknown{"what a function reads for all arguments cannot be enumerated", entry.expr->range};
            }
            break;
        }
    }
}

Snapshot Engine::snapshot(bool with_heap) {
    return {heap_.object_count(), with_heap ? std::optional(heap_) : std::nullopt};
}

void Engine::record_label(const typed::Label* label) {
    if (!checking() || label == nullptr || label->name.empty() || active_->method == nullptr) {
        return;
    }
    const bool looked_into = facts(*active_->method).labels.contains(label);
    for (auto& [known, state] : active_->labels) {
        if (known == label) {
            state = snapshot(looked_into);
            return;
        }
    }
    active_->labels.emplace_back(label, snapshot(looked_into));
}

const Snapshot& Engine::state_at(const typed::Label* label) {
    if (label == nullptr) {
        return active_->entry;
    }
    for (const auto& [known, state] : active_->labels) {
        if (known == label) {
            return state;
        }
    }
    DAPHNIA_CHECK(false, "no state recorded for label " + label->name);
}

const Engine::MethodFacts& Engine::facts(const typed::Method& method) {
    const auto known = facts_.find(&method);
    if (known != facts_.end()) {
        return known->second;
    }
    MethodFacts result;
    const typed::Children visit{[&](const typed::Expr& expr) {
                                    if (const auto* old = std::get_if<typed::Old>(&expr.node)) {
                                        result.old = result.old || old->label == nullptr;
                                        result.labels.insert(old->label);
                                    }
                                },
                                {}};
    const auto look = [&](const auto& node) {
        if (node != nullptr) {
            typed::for_each_below(*node, visit);
        }
    };
    for (const typed::Clause& clause : method.preconditions) {
        look(clause.expr);
    }
    for (const typed::Clause& clause : method.postconditions) {
        look(clause.expr);
    }
    look(method.body);
    return facts_.emplace(&method, std::move(result)).first->second;
}

} // namespace daphnia::interpret
