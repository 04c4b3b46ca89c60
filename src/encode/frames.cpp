#include "encode/frames.h"

namespace daphnia::encode {

using typed::FrameEntryKind;

FrameLimit::Entry Frames::entry(const typed::FrameEntry& entry, const Scope& scope) const {
    Scope own = scope;
    return {typed::kind_of(entry), entry.expr->type, typed::named_by(entry),
            Expressions(vocabulary_, own).encode(*entry.expr), scope.now};
}

FrameLimit Frames::limit(const typed::Frame& frame, const Scope& scope) const {
    FrameLimit result;
    result.anything = frame.wildcard;
    for (const typed::FrameEntry& each : frame.entries) {
        if (!typed::names_nothing(each)) {
            result.entries.push_back(entry(each, scope));
        }
    }
    return result;
}

Frames::Applied Frames::applied_to_anything(const FrameLimit::Entry& entry) const {
    const AnyArguments any = vocabulary_.function_types.any_arguments(entry.type, nullptr);
    return {any.variables, any.belong,
            store_.apply(vocabulary_.function_types.reading(entry.type).reads,
                         joined(joined({entry.value}, entry.now.maps), any.variables))};
}

Term Frames::is_named(const FrameLimit::Entry& entry, Term object) const {
    switch (entry.kind) {
    case FrameEntryKind::One:
        return store_.equal(object, entry.value);
    case FrameEntryKind::AllOf:
        return vocabulary_.collections.contains(entry.type, entry.value, object);
    case FrameEntryKind::ReadsOf: // by some application
        break;
    }
    const Applied any = applied_to_anything(entry);
    const Term member = vocabulary_.collections.contains(typed::set_type(typed::object_type()), any.reads, object);
    const Term read = store_.and_(any.belong, member);
    return any.arguments.empty() ? read : store_.exists({"frame", any.arguments, {{member}}, 0}, read);
}

Term Frames::names(const FrameLimit& limit, const std::function<bool(const typed::Named&)>& counts, Term object) const {
    std::vector<Term> ways;
    for (const FrameLimit::Entry& entry : limit.entries) {
        if (counts(entry.named)) {
            ways.push_back(is_named(entry, object));
        }
    }
    return store_.or_(std::move(ways));
}

Term Frames::names(const FrameLimit& limit, const typed::Region& region, Term object) const {
    return names(
        limit, [&](const typed::Named& named) { return typed::covers(named, region); }, object);
}

Term Frames::or_new(const FrameLimit& limit, Term named, Term object) const {
    return limit.anything           ? store_.true_()
           : limit.alloc == nullptr ? named
                                    : store_.or_(named, store_.not_(store_.select(limit.alloc, object)));
}

Term Frames::allows(const FrameLimit& limit, const typed::Region& region, Term object) const {
    return or_new(limit, names(limit, region, object), object);
}

Term Frames::allows(const FrameLimit& limit, const typed::Named& named, Term object) const {
    const Term covered = names(
        limit, [&](const typed::Named& allowed) { return typed::includes(allowed, named); }, object);
    return or_new(limit, covered, object);
}

Term Frames::all_within(const FrameLimit& limit, Term objects) const {
    return vocabulary_.collections.every_element(
        "frame", typed::set_type(typed::object_type()), objects,
        [&](Term object) { return allows(limit, {typed::object_type()}, object); });
}

Term Frames::is_within(const FrameLimit& limit, const FrameLimit::Entry& entry) const {
    const auto allowed = [&](Term object, const typed::Type& type) {
        const Term is = allows(limit, entry.named, object);
        return type.nullable ? store_.or_(store_.equal(object, vocabulary_.heap.null()), is) : is;
    };
    switch (entry.kind) {
    case FrameEntryKind::One:
        return allowed(entry.value, entry.type);
    case FrameEntryKind::AllOf:
        return vocabulary_.collections.every_element(
            "frame", entry.type, entry.value, [&](Term object) { return allowed(object, entry.type.arguments.at(0)); });
    case FrameEntryKind::ReadsOf:
        break;
    }
    const Applied any = applied_to_anything(entry);
    const Term within = store_.implies(any.belong, all_within(limit, any.reads));
    return any.arguments.empty() ? within : store_.forall({"frame", any.arguments, {{any.reads}}, 0}, within);
}

Term Frames::within(const FrameLimit& limit, const typed::FrameEntry& each, const Scope& scope) const {
    return is_within(limit, entry(each, scope));
}

std::vector<Term> Frames::within(const FrameLimit& limit, const typed::Frame& frame, const Scope& scope) const {
    std::vector<Term> result;
    for (const typed::FrameEntry& each : frame.entries) {
        if (!typed::names_nothing(each)) {
            result.push_back(within(limit, each, scope));
        }
    }
    return result;
}

} // namespace daphnia::encode
