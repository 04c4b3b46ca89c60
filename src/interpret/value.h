// Values of a running program: immutable, cheap to copy, compared by content (references by identity).
#pragma once

#include "support/integer.h"
#include "typed/type.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace daphnia::interpret {

using support::Integer;

class Value;
using Values = std::vector<Value>;

// An array, by its place in the heap; 0 is null.
struct Reference {
    std::uint32_t object = 0;

    bool is_null() const { return object == 0; }
    friend bool operator==(const Reference&, const Reference&) = default;
};

class Value {
  public:
    Value() = default; // nothing has been assigned yet
    static Value boolean(bool value) { return Value(Node(value)); }
    static Value integer(std::int64_t value) { return Value(Node(value)); }
    static Value integer(const Integer& value);
    static Value character(char32_t value) { return Value(Node(value)); }
    static Value reference(Reference value) { return Value(Node(value)); }
    static Value sequence(Values elements);
    static Value tuple(Values components);
    static Value string(const std::u32string& text); // a sequence of characters

    bool is_assigned() const { return !std::holds_alternative<std::monostate>(node_); }
    bool as_bool() const { return std::get<bool>(node_); }
    // Integers that fit are always held as small ones, so that equal numbers are equal values.
    std::optional<std::int64_t> as_small() const;
    Integer as_integer() const;
    char32_t as_character() const { return std::get<char32_t>(node_); }
    Reference as_reference() const { return std::get<Reference>(node_); }
    const Values& elements() const;   // of a sequence
    const Values& components() const; // of a tuple

    // Dafny's ==: sequences and tuples by content, arrays by identity.
    friend bool operator==(const Value& left, const Value& right);

  private:
    struct Sequence {
        std::shared_ptr<const Values> elements; // never null
    };
    struct Tuple {
        std::shared_ptr<const Values> components; // never null
    };
    using Big = std::shared_ptr<const Integer>; // does not fit into 64 bits
    using Node = std::variant<std::monostate, bool, std::int64_t, Big, char32_t, Reference, Sequence, Tuple>;

    explicit Value(Node node) : node_(std::move(node)) {}

    Node node_;
};

// Dafny's operations on int, exact. Division and modulo are Euclidean (the remainder is never negative); the divisor is
// not 0.
Value add(const Value& left, const Value& right);
Value subtract(const Value& left, const Value& right);
Value multiply(const Value& left, const Value& right);
Value divide(const Value& left, const Value& right);
Value modulo(const Value& left, const Value& right);
Value negate(const Value& operand);
// -1, 0 or 1: order of two integers or of two characters.
int compare(const Value& left, const Value& right);

} // namespace daphnia::interpret
