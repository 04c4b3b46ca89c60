#include "encode/permissions.h"

#include "encode/procedure.h"

namespace daphnia::encode {

Permissions::Permissions(Procedure& all)
    : ProcedurePart(all.state), claims_(all.claims), frames_(all.state.vocabulary) {}

// Functions have no fresh objects: only what the entries name is allowed to them.
FrameLimit Permissions::frame(const typed::Frame& frame, const Scope& scope) const {
    FrameLimit result = frames_.limit(frame, scope);
    result.alloc = state_.function == nullptr && !vocabulary_.heap.is_empty() ? scope.now.alloc : nullptr;
    return result;
}

void Permissions::require_writable(const typed::Region& region, Term object, support::SourceRange range) {
    state_.require(frames_.allows(modifies, region, object),
                   {support::Rule::Modifies,
                    range,
                    {},
                    region.kind == typed::Region::Kind::Field
                        ? "assignment might update an object field not in the enclosing context's modifies clause"
                        : ""});
}

// What the callee's (or the loop's) frame names is allowed by the limit.
void Permissions::require_within(const FrameLimit& limit, const typed::Frame& frame, const Scope& scope, Term guard,
                                 const ivl::Origin& origin) {
    if (limit.anything) {
        return;
    }
    const auto require = [&](Term condition) {
        if (origin.rule == support::Rule::Reads) {
            require_read(condition, origin);
        } else {
            state_.require(condition, origin);
        }
    };
    if (frame.wildcard) {
        require(store_.not_(guard));
        return;
    }
    for (const Term within : frames_.within(limit, frame, scope)) {
        require(store_.implies(guard, within));
    }
}

void Permissions::require_read(Term condition, const ivl::Origin& origin) {
    if (put_off_) {
        put_off_->emplace_back(condition, origin);
    } else {
        state_.require(condition, origin);
    }
}

void Permissions::check_reads_after(const std::function<void()>& work) {
    put_off_.emplace();
    work();
    const auto put_off = std::move(*put_off_);
    put_off_.reset();
    for (const auto& [condition, origin] : put_off) {
        state_.require(condition, origin);
    }
}

void Permissions::check_frame(const typed::Frame& frame) {
    for (const typed::FrameEntry& entry : frame.entries) {
        claims_.checked(*entry.expr);
    }
}

void Permissions::require_readable(const typed::Region& region, Term object, Term guard, support::SourceRange place) {
    if (reads) {
        require_read(store_.implies(guard, frames_.allows(*reads, region, object)),
                     {support::Rule::Reads,
                      place,
                      {},
                      region.kind == typed::Region::Kind::Field ? "insufficient reads clause to read field" : ""});
    }
}

void Permissions::require_readable(const Definedness::Application& applied, Term guard, support::SourceRange place) {
    if (reads && !reads->anything) {
        require_read(store_.implies(guard, store_.and_(applied.meaning, frames_.all_within(*reads, applied.reads))),
                     {support::Rule::Reads, place, {}, "insufficient reads clause to invoke function"});
    }
}

void Permissions::require_readable(const typed::FrameEntry& entry, const Scope& scope, Term guard) {
    if (reads && !reads->anything) {
        const bool one = typed::kind_of(entry) == typed::FrameEntryKind::One;
        state_.require(store_.implies(guard, frames_.within(*reads, entry, scope)),
                       {support::Rule::Reads,
                        place_of(*entry.expr),
                        {},
                        one ? "insufficient reads clause to read state of 'unchanged' object"
                            : "insufficient reads clause to read state of 'unchanged' element"});
    }
}

void Permissions::enter_lambda(const typed::Frame& own, const Scope& scope) {
    FrameLimit limit = frame(own, scope);
    limit.alloc = nullptr;
    outer_reads_.push_back(std::move(reads));
    reads = std::move(limit);
}

void Permissions::leave_lambda() {
    reads = std::move(outer_reads_.back());
    outer_reads_.pop_back();
}

} // namespace daphnia::encode
