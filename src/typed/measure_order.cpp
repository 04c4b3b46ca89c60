#include "typed/measure_order.h"

#include "support/error.h"

namespace daphnia::typed {

MeasureOrder measure_order(const Type& declared) {
    const Type type = carrier(declared);
    switch (type.kind) {
    case TypeKind::Bool:
        return MeasureOrder::Truth;
    case TypeKind::Int:
    case TypeKind::Nat:
        return MeasureOrder::Whole;
    case TypeKind::Real:
        return MeasureOrder::Real;
    case TypeKind::Char:
        return MeasureOrder::Character;
    case TypeKind::Bits:
        return MeasureOrder::Bits;
    case TypeKind::Datatype:
        return MeasureOrder::Rank;
    case TypeKind::Seq:
        return has_rank(type) ? MeasureOrder::Rank : MeasureOrder::Length;
    case TypeKind::Tuple:
        return has_rank(type) ? MeasureOrder::Rank : MeasureOrder::None;
    case TypeKind::Set:
        return MeasureOrder::Subset;
    case TypeKind::Multiset:
        return MeasureOrder::Multiples;
    case TypeKind::Map:
        return MeasureOrder::Keys;
    case TypeKind::Reference:
        return MeasureOrder::Null;
    case TypeKind::Iset: // subsets of infinite sets can get smaller for ever
    case TypeKind::Imap:
    case TypeKind::Arrow:
    case TypeKind::Parameter: // which may stand for any of these
        return MeasureOrder::None;
    case TypeKind::Subset:
        break; // its carrier is none
    }
    DAPHNIA_CHECK(false, "no such type");
}

bool measures_compare(const Type& a, const Type& b) {
    const MeasureOrder order = measure_order(a);
    if (order != measure_order(b)) {
        return false;
    }
    switch (order) {
    case MeasureOrder::Truth:
    case MeasureOrder::Whole:
    case MeasureOrder::Real:
    case MeasureOrder::Character:
    case MeasureOrder::Rank:
    case MeasureOrder::Length:
    case MeasureOrder::Null:
        return true;
    case MeasureOrder::Bits:
    case MeasureOrder::Subset:
    case MeasureOrder::Multiples:
    case MeasureOrder::Keys:
    case MeasureOrder::None:
        return base_type(a) == base_type(b);
    }
    DAPHNIA_CHECK(false, "no such order");
}

} // namespace daphnia::typed
