// See the header.
#include "interpret/frames.h"

#include "interpret/checks.h"
#include "interpret/evaluation.h"
#include "interpret/function_values.h"
#include "typed/frame.h"

#include <algorithm>

namespace daphnia::interpret {

std::vector<Reference> Frames::named_objects(const typed::FrameEntry& entry, const Value& value) {
    std::vector<Reference> result;
    const auto add = [&](const Value& reference) {
        if (!reference.as_reference().is_null()) {
            result.push_back(reference.as_reference());
        }
    };
    switch (typed::kind_of(entry)) {
    case typed::FrameEntryKind::One:
        add(value);
        break;
    case typed::FrameEntryKind::AllOf:
        std::for_each(value.elements().begin(), value.elements().end(), add);
        break;
    case typed::FrameEntryKind::ReadsOf:
        break;
    }
    return result;
}

FrameLimit Frames::limit_of(const typed::Frame& frame) {
    FrameLimit result;
    result.anything = frame.wildcard;
    for (const typed::FrameEntry& entry : frame.entries) {
        const Value value = evaluation_.eval(*entry.expr);
        for (const Reference object : named_objects(entry, value)) {
            result.entries.push_back({object, entry.field});
        }
        if (typed::kind_of(entry) == typed::FrameEntryKind::ReadsOf) { // for all arguments nobody can say
            result.anything = result.anything || !function_values_.reads_nothing(value);
        }
    }
    std::stable_sort(
        result.entries.begin(), result.entries.end(),
        [](const FrameLimit::Entry& a, const FrameLimit::Entry& b) { return a.object.object < b.object.object; });
    return result;
}

std::optional<FrameLimit> Frames::limit_within(const typed::Frame& frame, const Breach& breach) {
    std::optional<FrameLimit> own;
    checks_.attempt([&] {
        require_within(run_.active()->modifies, frame, breach, run_.active());
        own = limit_of(frame);
        own->allocated = run_.heap().object_count();
    });
    return own;
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

// What a two-state function looks at in its previous state is in no frame.
const FrameLimit* Frames::limit_here(Activation& activation) {
    const bool past = !run_.reads_now() && activation.function != nullptr && activation.function->two_state;
    return past ? nullptr : reads_limit(activation);
}

void Frames::require_unchanged_readable(const typed::FrameEntry& entry, const std::vector<Reference>& objects) {
    const FrameLimit* const limit = limit_here(*run_.active());
    if (limit != nullptr && !std::all_of(objects.begin(), objects.end(),
                                         [&](Reference object) { return limit->allows(object, entry.field); })) {
        const bool one = typed::kind_of(entry) == typed::FrameEntryKind::One;
        checks_.fail({Rule::Reads, place_of(*entry.expr),
                      one ? "insufficient reads clause to read state of 'unchanged' object"
                          : "insufficient reads clause to read state of 'unchanged' element"});
    }
}

void Frames::require_readable(const typed::Expr& at, Reference object, const typed::Field* field) {
    if (!run_.reads_now() && run_.active()->looks_back() && !run_.read_heap().is_allocated(object)) {
        checks_.fail({Rule::Allocated, place_of(at), {}});
    }
    const FrameLimit* const limit = limit_here(*run_.active());
    if (limit != nullptr && !limit->allows(object, field)) {
        checks_.fail({Rule::Reads, place_of(at), field == nullptr ? "" : "insufficient reads clause to read field"});
    }
}

// All that the frame names, evaluated in the active activation, is allowed by the limit (of the blamed one).
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
        for (const Reference object : named_objects(entry, value)) {
            if (!limit.allows(object, entry.field)) {
                checks_.fail(breach, place_of(*entry.expr), {checks_.part(*entry.expr, value)}, blamed);
            }
        }
        if (typed::kind_of(entry) == typed::FrameEntryKind::ReadsOf && !function_values_.reads_nothing(value)) {
            throw Unknown{"what a function reads for all arguments cannot be enumerated", entry.expr->range};
        }
    }
}

bool Frames::is_within(const FrameLimit& limit, const typed::Frame& frame) {
    bool within = true;
    checks_.attempt([&] {
        try {
            require_within(limit, frame, {Rule::OverrideFrame, {}, {}}, run_.active());
        } catch (const Broken&) {
            within = false;
        }
    });
    return within;
}

} // namespace daphnia::interpret
