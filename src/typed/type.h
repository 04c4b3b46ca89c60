// The types of the kernel. A type is a value; equality is structural.
#pragma once

#include "support/source.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace daphnia::typed {

struct Class;
struct Datatype;
struct Function;
struct SubsetType;
// What becomes of a datatype when its argument for a parameter is replaced by a larger type: nothing follows, it
// becomes larger, or smaller.
enum class Variance { Invariant, Covariant, Contravariant };

// A type that is not known here: a type parameter of a declaration, or an abstract type. Nothing is known of its values
// but what the characteristics say; there may be none. Owned by what declares it, the same by address.
struct TypeParameter {
    std::string name;   // as written
    std::string unique; // "F.T": no other type of the program has this name
    support::SourceRange range;
    bool equality = false;                   // (==): its values can be compared at run time
    bool auto_init = false;                  // (0): it has a default value at run time
    bool nonempty = false;                   // (00), or (0): it has a value
    bool no_references = false;              // (!new): its values contain no references
    bool abstract = false;                   // a type of the program rather than a parameter
    Variance variance = Variance::Invariant; // of a datatype
    bool permissive = false;                 // *T, !T, -T: there may be more values than of T
};

enum class TypeKind {
    Bool,
    Int,
    Nat, // the subset type of int with 0 <= n
    Char,
    Real,
    Bits,      // bv8; `width` says how many
    Seq,       // one argument
    Set,       // one argument; finite
    Iset,      // one argument; finite or not
    Multiset,  // one argument
    Map,       // of keys and of values; finite
    Imap,      // likewise; finite or not
    Reference, // `referent` says to what, `nullable` whether null belongs to it
    Tuple,     // any number of arguments but one
    Subset,    // the values of another type that satisfy a constraint
    Parameter, // of a generic declaration; or an abstract type
    Datatype,  // of a declaration
    Arrow,     // of functions: the types of the parameters, then that of the result
};

// What a reference leads to.
enum class Referent {
    Array,  // one argument: the type of its elements, exactly
    Class,  // of a class, or of classes that extend a trait; its arguments are those of the class
    Object, // whatever is allocated: what the frames of functions as values are made of
};

// What is known of all functions of the type.
enum class ArrowKind {
    Total,   // ->: they have a meaning for all arguments
    Partial, // -->: they may have a precondition, and do not read the heap
    General, // ~>: they may have a precondition, and read the heap
};

struct Type {
    TypeKind kind = TypeKind::Int;
    std::vector<Type> arguments;
    std::vector<bool> ghost_components;       // of a tuple; empty when none is ghost
    const TypeParameter* parameter = nullptr; // of Parameter
    const Datatype* datatype = nullptr;       // owned by the program
    const SubsetType* subset = nullptr;       // of Subset
    std::uint32_t width = 0;                  // of Bits; of an array of several dimensions, their number
    ArrowKind arrow = ArrowKind::Total;       // of Arrow
    Referent referent = Referent::Object;     // of Reference
    bool nullable = false;                    // of Reference
    const Class* klass = nullptr;             // of a reference to a class or trait; owned by the program

    friend bool operator==(const Type&, const Type&) = default;
};

using TypeParameters = std::vector<std::unique_ptr<const TypeParameter>>;

// A declared subset of the values of another type: type Even = x: int | x % 2 == 0 witness 2. Owned by the program, the
// same by address. A newtype is one as well, which only `resolve` keeps apart from its base: where an operation has a
// result of the newtype, the kernel has a conversion to it.
// Of a generic one, type Some<T> = s: seq<T> | s != [], types are its instances: each a subset type of its own, made
// when it is first asked for, with an instance of the constraint once calls name instances (instantiate.h).
struct SubsetType {
    std::string name; // qualified, and with its type arguments
    support::SourceRange range;
    bool newtype = false;
    TypeParameters type_parameters;
    Type base;
    bool base_known = false;              // bases of instances are filled in when that of the origin is known
    const Function* constraint = nullptr; // what holds of its values; declared like any other function
    const Function* witness = nullptr;    // gives one of its values; null when there may be none
    bool ghost_witness = false;           // which compiled code does not have
    const SubsetType* origin = nullptr;   // null: not an instance
    std::vector<Type> type_arguments;     // for the parameters of the origin
    mutable std::vector<std::unique_ptr<SubsetType>> instances; // of a generic one
};
// The same one for the same arguments.
const SubsetType& instance_of(const SubsetType& generic, const std::vector<Type>& type_arguments);
// The base of a declared subset type is known from now on.
void complete_instances(SubsetType& generic);

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
inline Type real_type() {
    return {TypeKind::Real, {}, {}};
}
inline Type bits_type(std::uint32_t width) {
    return {TypeKind::Bits, {}, {}, nullptr, nullptr, nullptr, width};
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
inline Type reference_type(Referent referent, std::vector<Type> arguments, bool nullable) {
    Type result;
    result.kind = TypeKind::Reference;
    result.arguments = std::move(arguments);
    result.referent = referent;
    result.nullable = nullable;
    return result;
}
inline Type array_type(Type element, std::size_t dimensions = 1) {
    Type result = reference_type(Referent::Array, {std::move(element)}, false);
    result.width = dimensions > 1 ? static_cast<std::uint32_t>(dimensions) : 0;
    return result;
}
inline Type nullable_array_type(Type element) {
    return reference_type(Referent::Array, {std::move(element)}, true);
}

// A class or a trait; without null.
inline Type class_type(const Class* klass, std::vector<Type> arguments) {
    Type result = reference_type(Referent::Class, std::move(arguments), false);
    result.klass = klass;
    return result;
}

inline Type tuple_type(std::vector<Type> components) {
    return {TypeKind::Tuple, std::move(components), {}};
}

inline Type parameter_type(const TypeParameter* parameter) {
    return {TypeKind::Parameter, {}, {}, parameter};
}

inline Type datatype_type(const Datatype* datatype, std::vector<Type> arguments) {
    return {TypeKind::Datatype, std::move(arguments), {}, nullptr, datatype};
}

inline Type object_type() {
    return reference_type(Referent::Object, {}, false);
}

inline Type arrow_type(std::vector<Type> parameters, Type result, ArrowKind kind) {
    parameters.push_back(std::move(result));
    return {TypeKind::Arrow, std::move(parameters), {}, nullptr, nullptr, nullptr, 0, kind};
}
inline const Type& result_type(const Type& arrow) {
    return arrow.arguments.back();
}
inline std::size_t parameter_count(const Type& arrow) {
    return arrow.arguments.size() - 1;
}

inline Type subset_type(const SubsetType* subset) {
    return {TypeKind::Subset, {}, {}, nullptr, nullptr, subset};
}

// The type itself, or what it is a subset of when it is declared as one: what can be done with its values. The types of
// expressions are such types: that a value meets a constraint is known from where it comes from.
Type carrier(const Type& type);

inline bool is_reference(const Type& type) {
    return type.kind == TypeKind::Reference;
}
inline bool is_array(const Type& type) {
    return is_reference(type) && type.referent == Referent::Array;
}
// How many indices an element of the array has.
inline std::size_t dimensions(const Type& array) {
    return array.width > 1 ? array.width : 1;
}
// Of a class or a trait.
inline bool is_class(const Type& type) {
    return is_reference(type) && type.referent == Referent::Class;
}
// Of references to anything: `object`.
inline bool is_object(const Type& type) {
    return is_reference(type) && type.referent == Referent::Object;
}
// The same references, with null or without.
inline Type or_null(Type reference) {
    reference.nullable = true;
    return reference;
}
inline Type non_null(Type reference) {
    reference.nullable = false;
    return reference;
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

// What `as` converts into one another.
inline bool is_number(const Type& type) {
    return is_integral(type) || type.kind == TypeKind::Char || type.kind == TypeKind::Real ||
           type.kind == TypeKind::Bits;
}

inline bool is_ghost_component(const Type& tuple, std::size_t component) {
    return !tuple.ghost_components.empty() && tuple.ghost_components.at(component);
}

// Whether the type becomes larger with this argument. Other arguments, as those of arrays, are a part of its identity.
bool grows_with_argument(const Type& type, std::size_t argument);
// The type without its subset constraints: int for nat, array?<T> for array<T>, seq<int> for seq<nat>, int ~> int for
// nat -> int. What is part of its identity stays as declared.
Type base_type(const Type& type);
// One type for all whose values have one representation: those that differ in subsets only, or in what references refer
// to. Values of one may be values of another, whatever the variance of type parameters.
Type representative(const Type& type);
// Fields that no constructor gives a value, and elements of new arrays: those of a type of arrays without null begin as
// a new array of length 0.
inline bool begins_empty(const Type& type) {
    return is_array(type) && !type.nullable;
}
// Whether every value of `from` is a value of `to`, by the types alone (nat to int, array to array?, covariant
// collections; functions that take more and give less).
bool is_subtype(const Type& from, const Type& to);
// Whether variables of the type may start without a value being given (Dafny's auto-init types): all but array<T>, type
// parameters that do not promise it, and tuples with such a component.
bool has_default_value(const Type& type);
// Whether what makes a value belong to the type is, in some part, a declared constraint.
bool has_constraint(const Type& type);
// Whether the type has a value at all, be it one that only ghost code has. (Implied by the above.)
bool is_nonempty(const Type& type);
// Whether it may have none although all arrays that there can be are allocated. (Then it is not the above, either.)
bool may_be_empty(const Type& type);
// Whether the type has finitely many values which can be listed: a datatype all of whose constructors are bare names.
bool is_enumeration(const Type& type);
// Whether `decreases` compares values of the type by rank: datatypes, and sequences and tuples that hold such values.
bool has_rank(const Type& type);
// Whether compiled code may compare values of the type: not when they have ghost parts, or are functions.
bool supports_equality(const Type& type);
// Whether a value of the type may contain references (arrays), so that it depends on allocation.
bool contains_references(const Type& type);
// Whether a value of the type may be a function.
bool contains_functions(const Type& type);
// Whether functions that read the heap play a part in it: are what its values contain, take or give.
bool contains_reading_functions(const Type& type);
// Whether it contains references by what is written, whatever its type parameters stand for.
bool contains_arrays(const Type& type);
// What a collection is made of: its elements, or pairs of a key and its value.
Type element_type(const Type& collection);
// The set of such elements, finite or not as the map is.
Type set_of(const Type& map, Type element);
// As written in a program: "seq<array<int>>"; seq<char> prints as "string".
std::string to_string(const Type& type);
// Different for different types.
std::string unique_name(const Type& type);

// What type parameters stand for; those that are absent for themselves.
using TypeMap = std::map<const TypeParameter*, Type>;
Type substitute(const Type& type, const TypeMap& map);
// The type parameters in the type, abstract types left out.
std::vector<const TypeParameter*> parameters_in(const Type& type);

} // namespace daphnia::typed
