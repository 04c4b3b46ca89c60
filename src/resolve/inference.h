// Type inference for one declaration: types with holes, made equal by unification, and constraints that wait until
// enough is known. Subset types play no part here: a value of type nat is an int, a non-null array an array; which
// variables become nat is decided afterwards (refine.h).
#pragma once

#include "typed/type.h"

#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace daphnia::resolve {

enum class PreKind {
    Bool,
    Int,
    Char,
    Real,
    Bits,
    Seq,
    Set,
    Iset,
    Multiset,
    Map,
    Imap,
    Array,         // of a value: of any array type; below another array: exactly array<T>
    Nat,           // only below an array, whose element type is part of its identity
    NullableArray, // likewise
    Tuple,
    Parameter,
    Datatype,
    Arrow,        // of a value: any function type; below an array: exactly ->
    PartialArrow, // only below an array
    GeneralArrow, // likewise
    Subset,       // only below an array
    Newtype,
    Class, // of a value: of any class or trait, null or not; it agrees with those that it extends, or that extend
           // it. Below an array: exactly the class.
    NullableClass,  // only below an array
    Object,         // agrees with all references
    NullableObject, // only below an array
    Hole,
    Unknown, // the type of what is wrong already; agrees with everything
};

struct PreType {
    PreKind kind = PreKind::Unknown;
    std::vector<PreType> arguments;
    std::size_t hole = 0;
    std::vector<bool> ghost_components = {}; // of a tuple; empty when none is ghost
    const typed::TypeParameter* parameter = nullptr;
    const typed::Datatype* datatype = nullptr;
    const typed::SubsetType* subset = nullptr;
    std::uint32_t width = 0; // of Bits; of an array of several dimensions, their number
    const typed::Class* klass = nullptr;
};

inline PreType pre(PreKind kind) {
    return {kind, {}, 0};
}
inline PreType pre_seq(PreType element) {
    return {PreKind::Seq, {std::move(element)}, 0};
}
// The arguments are exact.
inline PreType pre_class(PreKind kind, const typed::Class* klass, std::vector<PreType> arguments) {
    PreType result{kind, std::move(arguments), 0};
    result.klass = klass;
    return result;
}
inline bool is_class(PreKind kind) {
    return kind == PreKind::Class || kind == PreKind::NullableClass;
}
inline bool is_object(PreKind kind) {
    return kind == PreKind::Object || kind == PreKind::NullableObject;
}
inline bool is_array(PreKind kind) {
    return kind == PreKind::Array || kind == PreKind::NullableArray;
}
inline bool is_reference(PreKind kind) {
    return is_array(kind) || is_class(kind) || is_object(kind);
}
// As which a reference has the members of the class or trait; nothing when its class does not extend that.
std::optional<PreType> as_supertype(const PreType& type, const typed::Class& klass);
// A set, iset, multiset, …
inline PreType pre_of(PreKind kind, PreType argument) {
    return {kind, {std::move(argument)}, 0};
}
inline PreType pre_map(PreKind kind, PreType key, PreType value) {
    return {kind, {std::move(key), std::move(value)}, 0};
}
inline PreType pre_array(PreType element, std::size_t dimensions = 1) {
    PreType result{PreKind::Array, {std::move(element)}, 0};
    result.width = dimensions > 1 ? static_cast<std::uint32_t>(dimensions) : 0;
    return result;
}
// How many indices an element of the array has.
inline std::size_t dimensions(const PreType& array) {
    return array.width > 1 ? array.width : 1;
}
// What its lengths are called: Length, or Length0, Length1, …
std::vector<std::string> length_members(const PreType& array);
// Whether it has one: it is an array of elements in a row, as a sequence is.
inline bool is_row(const PreType& type) {
    return type.kind == PreKind::Seq || (is_array(type.kind) && dimensions(type) == 1);
}

inline PreType pre_tuple(std::vector<PreType> components, std::vector<bool> ghost_components) {
    return {PreKind::Tuple, std::move(components), 0, std::move(ghost_components)};
}

inline PreType pre_arrow(std::vector<PreType> parameters, PreType result) {
    parameters.push_back(std::move(result));
    return {PreKind::Arrow, std::move(parameters), 0};
}

// What the type parameters of a generic declaration stand for where it is used: exactly (below an array), and for
// values.
struct TypeArgument {
    PreType exact;
    PreType value;
};
using TypeArguments = std::map<const typed::TypeParameter*, TypeArgument>;

// The arguments are values' types where the datatype grows with them, and exact elsewhere.
inline PreType pre_datatype(const typed::Datatype* datatype, std::vector<PreType> arguments) {
    return {PreKind::Datatype, std::move(arguments), 0, {}, nullptr, datatype};
}
inline bool is_arrow(PreKind kind) {
    return kind == PreKind::Arrow || kind == PreKind::PartialArrow || kind == PreKind::GeneralArrow;
}
// Of a generic one: what is declared, and exactly its arguments.
inline PreType pre_subset(const typed::SubsetType* subset, std::vector<PreType> arguments) {
    return {PreKind::Subset, std::move(arguments), 0, {}, nullptr, nullptr, subset};
}
inline bool is_set_like(PreKind kind) {
    return kind == PreKind::Set || kind == PreKind::Iset || kind == PreKind::Multiset;
}
inline bool is_map(PreKind kind) {
    return kind == PreKind::Map || kind == PreKind::Imap;
}
inline PreType pre_newtype(const typed::SubsetType* newtype) {
    return {PreKind::Newtype, {}, 0, {}, nullptr, nullptr, newtype};
}
// What the values of the type are made of: of a newtype, the kind of what it is based on.
PreKind family(const PreType& type);
// Whole numbers of any size. (Of a newtype one asks for its family.)
inline bool is_integral(PreKind kind) {
    return kind == PreKind::Int;
}
// Numbers on which one calculates with + and *.
inline bool is_numeric(PreKind kind) {
    return is_integral(kind) || kind == PreKind::Real || kind == PreKind::Bits;
}
// Types whose arguments are as they are.
inline bool is_collection(PreKind kind) {
    return kind == PreKind::Seq || is_set_like(kind) || is_map(kind);
}
// The kind of the set of keys of a map.
inline PreKind set_of(PreKind map) {
    return map == PreKind::Imap ? PreKind::Iset : PreKind::Set;
}

// Whether a type becomes larger with this argument; others are exact, as those of arrays.
bool grows_with_argument(const PreType& type, std::size_t argument);
// The type as it stands below an array.
PreType exact_type(const typed::Type& type, const TypeArguments& arguments = {});
// The type of a value of a declared type: nat is int, array?<T> is array<T>.
PreType value_type(const typed::Type& type, const TypeArguments& arguments = {});

class Inference {
  public:
    PreType hole();
    // Of a literal: filled with a type that has such values (whole numbers, fractions, characters), and with this one
    // when nothing says which.
    PreType literal_hole(PreKind otherwise);
    // Whether it is the hole of a literal that is not filled.
    bool is_literal(const PreType& type) const { return is_literal_hole(head(type)); }
    // Fills the hole of a literal with what it is otherwise: its type has to be known now.
    void decide_literal(const PreType& type);
    // What the values of the type are made of, as far as it is known: of a literal, what it is otherwise.
    PreKind family_of(const PreType& type) const;
    // With what is known filled in: at the head only, or everywhere.
    PreType head(const PreType& type) const;
    // As far as it is known now: what references of both types are, the nearest trait or `object`; of collections of
    // such likewise. Where neither asks for more than the other, the first.
    PreType common(const PreType& a, const PreType& b) const;
    PreType known(const PreType& type) const;
    bool is_open(const PreType& type) const { return head(type).kind == PreKind::Hole; }
    bool has_holes(const PreType& type) const;

    // Makes both equal; false when they cannot be, or when a type that is exact and that of the values in it then
    // disagree (some holes may then be filled).
    bool unify(const PreType& a, const PreType& b);
    // The type of an element read from an array with the exact element type; the same again for the same hole.
    PreType erased(const PreType& exact);

    // `attempt` returns whether it is done; it is tried again whenever more may be known. When nothing else makes
    // progress, `otherwise` may decide something; a constraint that still cannot go on is dropped.
    void defer(std::function<bool()> attempt, std::function<void()> otherwise = nullptr);
    // Tries what waits, without deciding anything.
    void advance();
    // Runs until nothing waits.
    void finish();
    // Whether types were to be equal that cannot be.
    bool has_conflict() const { return conflict_; }

    std::string show(const PreType& type) const;

  private:
    struct Waiting {
        std::function<bool()> attempt;
        std::function<void()> otherwise;
    };

    bool occurs(std::size_t hole, const PreType& type) const;
    bool unify_plain(const PreType& a, const PreType& b);
    std::string shown_arguments(const PreType& type) const;
    // Gives the values of what was an open exact type their type where that is known by now.
    bool erase_what_is_known();

    bool is_literal_hole(const PreType& type) const {
        return type.kind == PreKind::Hole && literals_.contains(type.hole);
    }
    bool literal_can_be(std::size_t hole, const PreType& type) const;

    std::vector<std::optional<PreType>> holes_;
    std::map<std::size_t, PreKind> literals_; // by hole: what it is when nothing says more
    std::map<std::size_t, PreType> erased_;   // by hole of an exact type
    std::deque<std::size_t> open_erased_;     // those of which the exact type is not known
    std::deque<Waiting> waiting_;
    bool advancing_ = false;
    bool conflict_ = false;
};

} // namespace daphnia::resolve
