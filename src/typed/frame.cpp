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

Named named_by(const FrameEntry& entry) {
    switch (kind_of(entry)) {
    case FrameEntryKind::One:
        return {entry.expr->type, entry.field};
    case FrameEntryKind::AllOf:
        return {entry.expr->type.arguments.at(0), entry.field};
    case FrameEntryKind::ReadsOf:
        return {object_type(), nullptr};
    }
    DAPHNIA_CHECK(false, "no such kind of frame entry");
}

namespace {

// An object whose class has the region's field can be referred to by the type: the class may extend more than one
// trait, but no other class.
bool can_have(const Type& type, const Type& owner) {
    const auto extends = [](const Type& from, const Type& to) { return is_subtype(non_null(from), non_null(to)); };
    return extends(type, owner) || extends(owner, type) || (type.klass->trait && owner.klass->trait);
}

} // namespace

bool covers(const Named& named, const Region& region) {
    if (is_array(named.type)) {
        return region == elements_region(named.type);
    }
    if (is_object(named.type) || region.kind == Region::Kind::Rest) {
        return true;
    }
    if (region.kind != Region::Kind::Field) {
        return false;
    }
    return named.field != nullptr ? region == field_region(named.type, *named.field)
                                  : can_have(named.type, region.owner);
}

namespace {

bool may_be_same_object(const Type& a, const Type& b) {
    if (is_object(a) || is_object(b)) {
        return true;
    }
    return is_class(a) && is_class(b) ? can_have(a, b) : non_null(a) == non_null(b);
}

} // namespace

bool includes(const Named& larger, const Named& smaller) {
    return (larger.field == nullptr || larger.field == smaller.field) && may_be_same_object(larger.type, smaller.type);
}

std::optional<std::vector<Region>> regions_of(const Named& named) {
    switch (named.type.referent) {
    case Referent::Array:
        return std::vector<Region>{elements_region(named.type)};
    case Referent::Object:
        return std::nullopt;
    case Referent::Class: {
        if (named.field != nullptr) {
            return std::vector<Region>{field_region(named.type, *named.field)};
        }
        if (named.type.klass->trait) {
            return std::nullopt;
        }
        std::vector<Region> result;
        for (const Cell& cell : cells_of(named.type)) {
            if (!cell.field->constant) {
                result.push_back(field_region(cell.owner, *cell.field));
            }
        }
        return result;
    }
    }
    DAPHNIA_CHECK(false, "no such referent");
}

bool names_nothing(const FrameEntry& entry) {
    return kind_of(entry) == FrameEntryKind::ReadsOf && entry.expr->type.arrow != ArrowKind::General;
}

} // namespace daphnia::typed
