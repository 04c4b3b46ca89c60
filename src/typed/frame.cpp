#include "typed/frame.h"

#include "support/error.h"

namespace daphnia::typed {

FrameEntryKind kind_of(const FrameEntry& entry) {
    const Type& type = entry.expr->type;
    if (is_reference(type)) {
        return FrameEntryKind::One;
    }
    if (type.kind == TypeKind::Arrow) {
        return FrameEntryKind::ReadsOf;
    }
    DAPHNIA_CHECK(is_collection(type) && !is_map(type) && is_reference(type.arguments.at(0)),
                  "a frame names objects and collections of objects");
    return FrameEntryKind::AllOf;
}

namespace {

// The type of references that the entry names: `object` where they may refer to anything.
Type named_type(const FrameEntry& entry) {
    switch (kind_of(entry)) {
    case FrameEntryKind::One:
        return entry.expr->type;
    case FrameEntryKind::AllOf:
        return entry.expr->type.arguments.at(0);
    case FrameEntryKind::ReadsOf:
        return object_type();
    }
    DAPHNIA_CHECK(false, "no such kind of frame entry");
}

} // namespace

std::optional<Region> region_of(const FrameEntry& entry) {
    const Type type = named_type(entry);
    switch (type.referent) {
    case Referent::Array:
        return elements_region(type.arguments.at(0));
    case Referent::Object:
        return std::nullopt;
    }
    DAPHNIA_CHECK(false, "no such referent");
}

bool names_nothing(const FrameEntry& entry) {
    return kind_of(entry) == FrameEntryKind::ReadsOf && entry.expr->type.arrow != ArrowKind::General;
}

} // namespace daphnia::typed
