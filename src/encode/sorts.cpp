#include "encode/sorts.h"

#include "support/error.h"

namespace daphnia::encode {

using typed::Type;
using typed::TypeKind;

Sort Sorts::of(const Type& type) {
    switch (type.kind) {
    case TypeKind::Bool:
        return store_.bool_sort();
    case TypeKind::Int:
    case TypeKind::Nat:
    case TypeKind::Char:
        return store_.int_sort();
    case TypeKind::Real:
        return store_.real_sort();
    case TypeKind::Bits:
        return store_.bits_sort(bits_held(type));
    case TypeKind::Seq:
        return theories_.seq(of(type.arguments.at(0))).seq;
    case TypeKind::Set:
    case TypeKind::Iset:
        return set(type).set;
    case TypeKind::Map:
    case TypeKind::Imap:
        return map(type).map;
    case TypeKind::Multiset:
        return theories_.multiset(of(type.arguments.at(0))).multiset;
    case TypeKind::Reference:
        return ref();
    case TypeKind::Parameter:
        return store_.named_sort("Type " + type.parameter->unique);
    case TypeKind::Subset:
        return of(type.subset->base);
    case TypeKind::Tuple: {
        std::string name;
        for (const Type& component : type.arguments) {
            name += (name.empty() ? "" : ",") + of(component)->name;
        }
        return store_.named_sort("Tuple<" + name + ">");
    }
    case TypeKind::Datatype:
        return store_.named_sort("Datatype<" + typed::unique_name(typed::representative(type)) + ">");
    case TypeKind::Arrow: {
        std::string name;
        for (std::size_t i = 0; i < typed::parameter_count(type); ++i) {
            name += (i == 0 ? "" : ",") + of(type.arguments[i])->name;
        }
        return store_.named_sort("Fn<" + name + ";" + of(typed::result_type(type))->name + ">");
    }
    }
    DAPHNIA_CHECK(false, "unknown type kind");
}

} // namespace daphnia::encode
