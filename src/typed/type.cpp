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
    case TypeKind::Array:
        return nullable_array_type(type.arguments.at(0));
    case TypeKind::Seq:
    case TypeKind::Set:
    case TypeKind::Iset:
    case TypeKind::Multiset:
    case TypeKind::Map:
    case TypeKind::Imap:
    case TypeKind::Tuple: {
        Type result = type;
        std::transform(type.arguments.begin(), type.arguments.end(), result.arguments.begin(), base_type);
        return result;
    }
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
    case TypeKind::Set:
    case TypeKind::Iset:
    case TypeKind::Multiset:
    case TypeKind::Map:
    case TypeKind::Imap:
    case TypeKind::Tuple:
        return from.kind == to.kind && from.ghost_components == to.ghost_components &&
               std::equal(from.arguments.begin(), from.arguments.end(), to.arguments.begin(), to.arguments.end(),
                          is_subtype);
    case TypeKind::Bool:
    case TypeKind::Nat:
    case TypeKind::Char:
    case TypeKind::Array:
        return false;
    }
    DAPHNIA_CHECK(false, "no such type");
}

bool has_default_value(const Type& type) {
    return type.kind != TypeKind::Array &&
           (type.kind != TypeKind::Tuple ||
            std::all_of(type.arguments.begin(), type.arguments.end(), has_default_value));
}

bool contains_references(const Type& type) {
    return is_array(type) || std::any_of(type.arguments.begin(), type.arguments.end(), contains_references);
}

Type element_type(const Type& collection) {
    return is_map(collection) ? tuple_type(collection.arguments) : collection.arguments.at(0);
}

Type set_of(const Type& map, Type element) {
    return map.kind == TypeKind::Imap ? iset_type(std::move(element)) : set_type(std::move(element));
}

namespace {

std::string with_arguments(const char* name, const Type& type) {
    std::string text = name;
    for (std::size_t i = 0; i < type.arguments.size(); ++i) {
        text += (i == 0 ? "<" : ", ") + to_string(type.arguments[i]);
    }
    return text + ">";
}

} // namespace

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
        return type.arguments.at(0).kind == TypeKind::Char ? "string" : with_arguments("seq", type);
    case TypeKind::Set:
        return with_arguments("set", type);
    case TypeKind::Iset:
        return with_arguments("iset", type);
    case TypeKind::Multiset:
        return with_arguments("multiset", type);
    case TypeKind::Map:
        return with_arguments("map", type);
    case TypeKind::Imap:
        return with_arguments("imap", type);
    case TypeKind::Array:
        return with_arguments("array", type);
    case TypeKind::NullableArray:
        return with_arguments("array?", type);
    case TypeKind::Tuple: {
        std::string text = "(";
        for (std::size_t i = 0; i < type.arguments.size(); ++i) {
            const bool ghost = !type.ghost_components.empty() && type.ghost_components[i];
            text += (i == 0 ? "" : ", ") + std::string(ghost ? "ghost " : "") + to_string(type.arguments[i]);
        }
        return text + ")";
    }
    }
    DAPHNIA_CHECK(false, "no such type");
}

} // namespace daphnia::typed
