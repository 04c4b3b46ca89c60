// Questions about the types of the kernel: subset relations, bases, and how they are written.
#include "typed/type.h"

#include "support/error.h"

#include <algorithm>

namespace daphnia::typed {

Type base_type(const Type& type) {
    switch (type.kind) {
    case TypeKind::Bool:
    case TypeKind::Int:
    case TypeKind::Char:
    case TypeKind::NullableArray:
        return type;
    case TypeKind::Nat:
        return int_type();
    case TypeKind::Seq:
        return seq_type(base_type(type.arguments.at(0)));
    case TypeKind::Array:
        return nullable_array_type(type.arguments.at(0));
    }
    DAPHNIA_CHECK(false, "no such type");
}

bool is_subtype(const Type& from, const Type& to) {
    if (from == to) {
        return true;
    }
    switch (to.kind) {
    case TypeKind::Int:
        return from.kind == TypeKind::Nat;
    case TypeKind::NullableArray:
        return from.kind == TypeKind::Array && from.arguments == to.arguments;
    case TypeKind::Seq:
        return from.kind == TypeKind::Seq && is_subtype(from.arguments.at(0), to.arguments.at(0));
    case TypeKind::Bool:
    case TypeKind::Nat:
    case TypeKind::Char:
    case TypeKind::Array:
        return false;
    }
    DAPHNIA_CHECK(false, "no such type");
}

bool contains_references(const Type& type) {
    return is_array(type) || std::any_of(type.arguments.begin(), type.arguments.end(), contains_references);
}

std::string to_string(const Type& type) {
    switch (type.kind) {
    case TypeKind::Bool:
        return "bool";
    case TypeKind::Int:
        return "int";
    case TypeKind::Nat:
        return "nat";
    case TypeKind::Char:
        return "char";
    case TypeKind::Seq:
        return type.arguments.at(0).kind == TypeKind::Char ? "string" : "seq<" + to_string(type.arguments.at(0)) + ">";
    case TypeKind::Array:
        return "array<" + to_string(type.arguments.at(0)) + ">";
    case TypeKind::NullableArray:
        return "array?<" + to_string(type.arguments.at(0)) + ">";
    }
    DAPHNIA_CHECK(false, "no such type");
}

} // namespace daphnia::typed
