// See the header.
#include "interpret/frames.h"

#include "interpret/checks.h"
#include "interpret/evaluation.h"
#include "interpret/function_values.h"
#include "typed/frame.h"

namespace daphnia::interpret {

FrameLimit Frames::limit_of(const typed::Frame& frame) {
    FrameLimit result;
    result.anything = frame.wildcard;
    for (const typed::FrameEntry& entry : frame.entries) {
        const Value value = evaluation_.eval(*entry.expr);
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
            result.anything = result.anything || !function_values_.reads_nothing(value);
            break;
        }
    }
    return result;
}

void Frames::check_frame(const typed::Frame& frame) {
    for (const typed::FrameEntry& entry : frame.entries) {
        checks_.attempt([&] { evaluation_.eval(*entry.expr); });
    }
}

// Of the active function, constant or method; null when it may read everything.
const FrameLimit* Frames::reads_limit(Activation& activation) {
    if (!activation.reads_are_limited) {
        return nullptr;
    }
    if (!activation.reads) {
        activation.reads = FrameLimit{}; // while the frame itself is evaluated
        activation.reads->anything = true;
        const Run::Within within(run_, activation);
        const Temporarily evaluating(evaluating_frame_, true);
        try {
            activation.reads = limit_of(activation.frame != nullptr ? *activation.frame : activation.function->reads);
        } catch (const Broken&) {
            if (activation.frame == nullptr) {
                throw;
            }
            throw Unknown{"what a lambda reads has no meaning where its precondition does not hold", {}};
        }
    }
    return &*activation.reads;
}

void Frames::require_readable(const typed::Expr& at, Reference array) {
    if (!run_.reads_now() && run_.active()->function == nullptr && !run_.read_heap().is_allocated(array)) {
        checks_.fail({Rule::Allocated, place_of(at), {}});
    }
    const FrameLimit* const limit = reads_limit(*run_.active());
    if (limit != nullptr && !limit->allows(array)) {
        checks_.fail({Rule::Reads, place_of(at), {}});
    }
}

// Every array of the frame, evaluated in the active activation, is allowed by the limit (of the blamed one).
void Frames::require_within(const FrameLimit& limit, const typed::Frame& frame, const Breach& breach,
                            Activation* blamed) {
    if (limit.anything) {
        return;
    }
    if (frame.wildcard) {
        checks_.fail(breach, {}, {}, blamed);
    }
    for (const typed::FrameEntry& entry : frame.entries) {
        const Value value = evaluation_.eval(*entry.expr);
        const auto require_allowed = [&](Reference object) {
            if (!object.is_null() && !limit.allows(object)) {
                checks_.fail(breach, place_of(*entry.expr), {checks_.part(*entry.expr, value)}, blamed);
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
            if (!function_values_.reads_nothing(value)) {
                throw Unknown{"what a function reads for all arguments cannot be enumerated", entry.expr->range};
            }
            break;
        }
    }
}

} // namespace daphnia::interpret
