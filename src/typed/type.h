// The types of the kernel. A type is a value; equality is structural.
#pragma once

#include <string>
#include <vector>

namespace daphnia::typed {

enum class TypeKind {
    Bool,
    Int,
    Nat, // the subset type of int with 0 <= n
    Char,
    Seq,           // one argument
    Set,           // one argument; finite
    Iset,          // one argument; finite or not
    Multiset,      // one argument
    Map,           // of keys and of values; finite
    Imap,          // likewise; finite or not
    Array,         // one argument; never null
    NullableArray, // one argument; array?<T>
    Tuple,         // any number of arguments but one
};

struct Type {
    TypeKind kind = TypeKind::Int;
    std::vector<Type> arguments;
    std::vector<bool> ghost_components; // of a tuple; empty when none is ghost

    friend bool operator==(const Type&, const Type&) = default;
};

inline Type bool_type() {
    return {TypeKind::Bool, {}, {}};
}
inline Type int_type() {
    return {TypeKind::Int, {}, {}};
}
inline Type nat_type() {
    return {TypeKind::Nat, {}, {}};
}
inline Type char_type() {
    return {TypeKind::Char, {}, {}};
}
inline Type seq_type(Type element) {
    return {TypeKind::Seq, {std::move(element)}, {}};
}
inline Type set_type(Type element) {
    return {TypeKind::Set, {std::move(element)}, {}};
}
inline Type iset_type(Type element) {
    return {TypeKind::Iset, {std::move(element)}, {}};
}
inline Type multiset_type(Type element) {
    return {TypeKind::Multiset, {std::move(element)}, {}};
}
inline Type map_type(Type key, Type value) {
    return {TypeKind::Map, {std::move(key), std::move(value)}, {}};
}
inline Type array_type(Type element) {
    return {TypeKind::Array, {std::move(element)}, {}};
}
inline Type nullable_array_type(Type element) {
    return {TypeKind::NullableArray, {std::move(element)}, {}};
}

inline Type tuple_type(std::vector<Type> components) {
    return {TypeKind::Tuple, std::move(components), {}};
}

inline bool is_array(const Type& type) {
    return type.kind == TypeKind::Array || type.kind == TypeKind::NullableArray;
}
inline bool is_set(const Type& type) {
    return type.kind == TypeKind::Set || type.kind == TypeKind::Iset;
}
inline bool is_map(const Type& type) {
    return type.kind == TypeKind::Map || type.kind == TypeKind::Imap;
}
inline bool is_set_like(const Type& type) {
    return is_set(type) || type.kind == TypeKind::Multiset;
}
// Collections that may have infinitely many elements.
inline bool is_infinite(const Type& type) {
    return type.kind == TypeKind::Iset || type.kind == TypeKind::Imap;
}
// Of which one can ask whether something is in it.
inline bool is_collection(const Type& type) {
    return type.kind == TypeKind::Seq || is_set_like(type) || is_map(type);
}
inline bool is_integral(const Type& type) {
    return type.kind == TypeKind::Int || type.kind == TypeKind::Nat;
}

inline bool is_ghost_component(const Type& tuple, std::size_t component) {
    return !tuple.ghost_components.empty() && tuple.ghost_components.at(component);
}

// The type without its subset constraints: int for nat, array?<T> for array<T>, seq<int> for seq<nat>. The element type
// of an array is part of its identity and stays as declared.
Type base_type(const Type& type);
// Whether every value of `from` is a value of `to`, by the types alone (nat to int, array to array?, covariant
// collections).
bool is_subtype(const Type& from, const Type& to);
// Whether variables of the type may start without a value being given (Dafny's auto-init types): all but array<T>, and
// tuples with such a component.
bool has_default_value(const Type& type);
// Whether a value of the type contains references (arrays), so that it depends on allocation.
bool contains_references(const Type& type);
// What a collection is made of: its elements, or pairs of a key and its value.
Type element_type(const Type& collection);
// The set of such elements, finite or not as the map is.
Type set_of(const Type& map, Type element);
// As written in a program: "seq<array<int>>"; seq<char> prints as "string".
std::string to_string(const Type& type);

} // namespace daphnia::typed
