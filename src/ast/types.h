// Types as written.
#pragma once

#include "ast/common.h"

#include <cstdint>
#include <variant>

namespace daphnia::ast {

enum class PrimitiveKind { Bool, Char, Int, Nat, Real, String, Object, NullableObject, Ordinal };

struct PrimitiveType {
    PrimitiveKind kind;
};

// bv32
struct BitvectorType {
    std::uint32_t width;
};

enum class CollectionKind { Seq, Set, Iset, Multiset, Map, Imap };

// seq<T>, map<K, V>; no arguments when they are left to inference.
struct CollectionType {
    CollectionKind kind;
    std::vector<TypePtr> arguments;
};

// array<T>, array2<T>, array?<T>; no arguments when they are left to inference.
struct ArrayType {
    std::uint32_t dimensions;
    bool nullable;
    std::vector<TypePtr> arguments;
};

struct TupleComponent {
    bool ghost;
    TypePtr type;
};

// (), (A, B), (A, ghost B). A single type in parentheses is that type, unless it is ghost.
struct TupleType {
    std::vector<TupleComponent> components;
};

enum class ArrowKind { Any, Partial, Total }; // ~>  -->  ->

struct ArrowType {
    ArrowKind kind;
    std::vector<TypePtr> domain;
    TypePtr result;
};

struct TypeNameSegment {
    Ident name;
    std::vector<TypePtr> arguments;
};

// M.List<int>, T, C?: at least one segment. A final `?` is part of the name.
struct NamedType {
    std::vector<TypeNameSegment> path;
};

struct Type {
    SourceRange range;
    std::variant<PrimitiveType, BitvectorType, CollectionType, ArrayType, TupleType, ArrowType, NamedType> node;
};

template <typename Node>
TypePtr make_type(SourceRange range, Node node) {
    return std::make_unique<const Type>(Type{range, std::move(node)});
}

} // namespace daphnia::ast
