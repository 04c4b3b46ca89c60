// Values of a running program: immutable, cheap to copy, compared by content (references by identity).
#pragma once

#include "support/integer.h"
#include "typed/type.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace daphnia::interpret {

using support::Integer;

class Value;
using Values = std::vector<Value>;

// An object, by its place in the heap; 0 is null.
struct Reference {
    std::uint32_t object = 0;

    bool is_null() const { return object == 0; }
    friend bool operator==(const Reference&, const Reference&) = default;
};

// What makes a function run is known to who made it.
class Code {
  public:
    Code() = default;
    virtual ~Code() = default;
    Code(const Code&) = delete;
    Code& operator=(const Code&) = delete;
    virtual std::string text() const = 0; // as in a program
    // The values that it was made with.
    virtual void for_each_value(const std::function<void(const Value&)>& visit) const = 0;
};
struct FunctionData;

class Value {
  public:
    Value() = default; // nothing has been assigned yet
    static Value boolean(bool value) { return Value(Node(value)); }
    static Value integer(std::int64_t value) { return Value(Node(value)); }
    static Value integer(const Integer& value);
    static Value real(const support::Rational& value);
    static Value character(char32_t value) { return Value(Node(value)); }
    static Value reference(Reference value) { return Value(Node(value)); }
    static Value sequence(Values elements);
    static Value set(Values elements);      // in any order, repeated or not
    static Value multiset(Values elements); // in any order
    static Value map(Values entries);       // pairs of a key and its value; of equal keys the last one counts
    // A sequence, set, multiset or map, as the type says.
    static Value collection(typed::TypeKind kind, Values elements);
    static Value tuple(Values components);
    static Value datatype(std::size_t constructor, Values fields);
    static Value function(FunctionData data);
    static Value string(const std::u32string& text); // a sequence of characters

    bool is_assigned() const { return !std::holds_alternative<std::monostate>(node_); }
    bool as_bool() const { return std::get<bool>(node_); }
    // Integers that fit are always held as small ones, so that equal numbers are equal values.
    std::optional<std::int64_t> as_small() const {
        const std::int64_t* const small = std::get_if<std::int64_t>(&node_);
        return small == nullptr ? std::nullopt : std::optional(*small);
    }
    Integer as_integer() const;
    const support::Rational& as_real() const { return *std::get<Real>(node_).value; }
    char32_t as_character() const { return std::get<char32_t>(node_); }
    Reference as_reference() const { return std::get<Reference>(node_); }
    // Of a sequence; of a set or multiset in the order of compare_any, so that equal ones have the same elements; of a
    // map the pairs of a key and its value, in the order of the keys.
    const Values& elements() const {
        const Sequence* const sequence = std::get_if<Sequence>(&node_);
        return sequence != nullptr ? *sequence->elements : sorted_elements();
    }
    const Values& components() const { return *std::get<Tuple>(node_).components; } // of a tuple

    std::size_t constructor() const { return std::get<Datum>(node_).made->constructor; } // of a datatype value
    const Values& fields() const { return std::get<Datum>(node_).made->fields; }
    const FunctionData& as_function() const { return *std::get<Function>(node_); }
    // How deep values of datatypes are nested in it.
    std::size_t depth() const;
    // How large it is: more than what it consists of, for sequences and values of datatypes. Never above kLargestRank.
    static constexpr std::uint64_t kLargestRank = std::uint64_t{1} << 62;
    std::uint64_t rank() const;

    bool is_character() const { return std::holds_alternative<char32_t>(node_); }
    bool is_real() const { return std::holds_alternative<Real>(node_); }
    bool is_bool() const { return std::holds_alternative<bool>(node_); }
    bool is_reference() const { return std::holds_alternative<Reference>(node_); }
    bool is_sequence() const { return std::holds_alternative<Sequence>(node_); }
    bool is_set() const { return std::holds_alternative<Set>(node_); }
    bool is_multiset() const { return std::holds_alternative<Multiset>(node_); }
    bool is_map() const { return std::holds_alternative<Map>(node_); }
    bool is_collection() const { return is_sequence() || is_set() || is_multiset() || is_map(); }
    bool is_tuple() const { return std::holds_alternative<Tuple>(node_); }
    bool is_datatype() const { return std::holds_alternative<Datum>(node_); }
    bool is_function() const { return std::holds_alternative<Function>(node_); }
    // It is a function, or has parts that are.
    bool holds_functions() const;
    // Values made of others: collections, tuples, values of datatypes.
    bool has_parts() const { return is_collection() || is_tuple() || is_datatype(); }
    const Values& parts() const { return is_tuple() ? components() : is_datatype() ? fields() : elements(); }
    // The same kind of value with other parts.
    Value with_parts(Values parts) const;

    // Dafny's ==: collections, tuples and values of datatypes by content, objects by identity. Functions that are equal
    // are; of others it is not known.
    friend bool operator==(const Value& left, const Value& right) {
        const std::int64_t* const a = std::get_if<std::int64_t>(&left.node_);
        const std::int64_t* const b = std::get_if<std::int64_t>(&right.node_);
        return a != nullptr && b != nullptr ? *a == *b : same(left, right);
    }

    // A total order on values that are assigned, which says nothing but where they stand in a set: -1, 0 or 1.
    static int compare_any(const Value& left, const Value& right);

  private:
    struct Real {
        std::shared_ptr<const support::Rational> value; // never null
    };
    struct Sequence {
        std::shared_ptr<const Values> elements; // never null
    };
    struct Set {
        std::shared_ptr<const Values> elements; // sorted, each once
    };
    struct Multiset {
        std::shared_ptr<const Values> elements; // sorted
    };
    struct Map {
        std::shared_ptr<const Values> entries; // sorted, each key once
    };
    struct Tuple {
        std::shared_ptr<const Values> components; // never null
    };
    struct Made {
        std::size_t constructor = 0;
        std::size_t depth = 0;
        std::uint64_t rank = 0;
        Values fields;
    };
    struct Datum {
        std::shared_ptr<const Made> made; // never null
    };
    using Function = std::shared_ptr<const FunctionData>; // never null
    using Big = std::shared_ptr<const Integer>;           // does not fit into 64 bits
    using Node = std::variant<std::monostate, bool, std::int64_t, Big, char32_t, Reference, Sequence, Set, Multiset,
                              Map, Tuple, Datum, Real, Function>;

    explicit Value(Node node) : node_(std::move(node)) {}
    static bool same(const Value& left, const Value& right);
    const Values& sorted_elements() const;
    static bool same_datum(const Datum& left, const Datum& right);
    static void release(Made* made);

    Node node_;
};

// A function: code; or a table, with a value for all arguments that are not in it (not assigned: it has no meaning for
// them).
struct FunctionData {
    typed::Type type;
    std::shared_ptr<const Code> code; // null: a table
    std::vector<std::pair<Values, Value>> entries = {};
    Value otherwise = {};

    // Of a table.
    const Value& at(const Values& arguments) const;
};

// What the inline operations below do with integers of any size.
namespace exact {
Value add(const Value& left, const Value& right);
Value subtract(const Value& left, const Value& right);
Value multiply(const Value& left, const Value& right);
int compare(const Value& left, const Value& right);
} // namespace exact

// Dafny's operations on int and real, exact; values of bitvectors are integers, cut to their width elsewhere. Division
// and modulo are Euclidean (the remainder is never negative); the divisor is not 0.
inline Value add(const Value& left, const Value& right) {
    const std::optional<std::int64_t> a = left.as_small();
    const std::optional<std::int64_t> b = right.as_small();
    std::int64_t sum = 0;
    return a && b && !__builtin_add_overflow(*a, *b, &sum) ? Value::integer(sum) : exact::add(left, right);
}
inline Value subtract(const Value& left, const Value& right) {
    const std::optional<std::int64_t> a = left.as_small();
    const std::optional<std::int64_t> b = right.as_small();
    std::int64_t difference = 0;
    return a && b && !__builtin_sub_overflow(*a, *b, &difference) ? Value::integer(difference)
                                                                  : exact::subtract(left, right);
}
inline Value multiply(const Value& left, const Value& right) {
    const std::optional<std::int64_t> a = left.as_small();
    const std::optional<std::int64_t> b = right.as_small();
    std::int64_t product = 0;
    return a && b && !__builtin_mul_overflow(*a, *b, &product) ? Value::integer(product) : exact::multiply(left, right);
}
Value divide(const Value& left, const Value& right);
Value modulo(const Value& left, const Value& right);
Value negate(const Value& operand);
// -1, 0 or 1: order of two integers, reals or characters.
inline int compare(const Value& left, const Value& right) {
    const std::optional<std::int64_t> a = left.as_small();
    const std::optional<std::int64_t> b = right.as_small();
    return a && b ? (*a > *b) - (*a < *b) : exact::compare(left, right);
}

} // namespace daphnia::interpret
