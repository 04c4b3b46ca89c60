// Operations of a running program on its values in, values out: exact whatever the size of the numbers.
#include "interpret/value.h"

#include "support/error.h"

#include <algorithm>
#include <limits>

namespace daphnia::interpret {

Value Value::integer(const Integer& value) {
    static_assert(sizeof(long) == sizeof(std::int64_t), "GMP speaks of long");
    return value.fits_slong_p() ? integer(std::int64_t{value.get_si()})
                                : Value(Node(std::make_shared<const Integer>(value)));
}

Value Value::sequence(Values elements) {
    return Value(Node(Sequence{std::make_shared<const Values>(std::move(elements))}));
}

Value Value::tuple(Values components) {
    return Value(Node(Tuple{std::make_shared<const Values>(std::move(components))}));
}

Value Value::string(const std::u32string& text) {
    Values elements;
    elements.reserve(text.size());
    for (const char32_t letter : text) {
        elements.push_back(character(letter));
    }
    return sequence(std::move(elements));
}

Integer Value::as_integer() const {
    if (const std::optional<std::int64_t> small = as_small()) {
        return Integer(*small);
    }
    return *std::get<Big>(node_);
}

bool Value::same(const Value& left, const Value& right) {
    if (left.node_.index() != right.node_.index()) {
        return false;
    }
    struct Comparison {
        const Node& other;

        bool operator()(std::monostate) const { DAPHNIA_CHECK(false, "a comparison of values that are not assigned"); }
        bool operator()(bool value) const { return value == std::get<bool>(other); }
        bool operator()(std::int64_t value) const { return value == std::get<std::int64_t>(other); }
        bool operator()(const Big& value) const { return *value == *std::get<Big>(other); }
        bool operator()(char32_t value) const { return value == std::get<char32_t>(other); }
        bool operator()(Reference value) const { return value == std::get<Reference>(other); }
        bool operator()(const Sequence& value) const {
            return same_content(value.elements, std::get<Sequence>(other).elements);
        }
        bool operator()(const Tuple& value) const {
            return same_content(value.components, std::get<Tuple>(other).components);
        }
        static bool same_content(const std::shared_ptr<const Values>& a, const std::shared_ptr<const Values>& b) {
            return a == b || *a == *b;
        }
    };
    return std::visit(Comparison{right.node_}, left.node_);
}

namespace exact {

Value add(const Value& left, const Value& right) {
    return Value::integer(Integer(left.as_integer() + right.as_integer()));
}

Value subtract(const Value& left, const Value& right) {
    return Value::integer(Integer(left.as_integer() - right.as_integer()));
}

Value multiply(const Value& left, const Value& right) {
    return Value::integer(Integer(left.as_integer() * right.as_integer()));
}

int compare(const Value& left, const Value& right) {
    if (left.is_character()) {
        const char32_t a = left.as_character();
        const char32_t b = right.as_character();
        return (a > b) - (a < b);
    }
    const int order = cmp(left.as_integer(), right.as_integer());
    return (order > 0) - (order < 0);
}

} // namespace exact

namespace {

// The two small numbers, unless their quotient does not fit.
struct SmallDivision {
    std::int64_t dividend, divisor;
};

std::optional<SmallDivision> small_division(const Value& left, const Value& right) {
    const std::optional<std::int64_t> a = left.as_small();
    const std::optional<std::int64_t> b = right.as_small();
    if (!a || !b || (*a == std::numeric_limits<std::int64_t>::min() && *b == -1)) {
        return std::nullopt;
    }
    return SmallDivision{*a, *b};
}

Integer euclidean_remainder(const Integer& dividend, const Integer& divisor) {
    Integer result;
    mpz_mod(result.get_mpz_t(), dividend.get_mpz_t(), divisor.get_mpz_t()); // the sign of the divisor is ignored
    return result;
}

} // namespace

Value divide(const Value& left, const Value& right) {
    if (const std::optional<SmallDivision> small = small_division(left, right)) {
        const std::int64_t quotient = small->dividend / small->divisor;
        const bool exact_or_positive = small->dividend >= 0 || quotient * small->divisor == small->dividend;
        return Value::integer(exact_or_positive ? quotient : small->divisor > 0 ? quotient - 1 : quotient + 1);
    }
    const Integer dividend = left.as_integer();
    const Integer divisor = right.as_integer();
    const Integer multiple = dividend - euclidean_remainder(dividend, divisor);
    return Value::integer(Integer(multiple / divisor));
}

Value modulo(const Value& left, const Value& right) {
    if (const std::optional<SmallDivision> small = small_division(left, right)) {
        const std::int64_t remainder = small->dividend % small->divisor;
        // Not the other way round: -divisor may not fit.
        return Value::integer(remainder >= 0       ? remainder
                              : small->divisor > 0 ? remainder + small->divisor
                                                   : remainder - small->divisor);
    }
    return Value::integer(euclidean_remainder(left.as_integer(), right.as_integer()));
}

Value negate(const Value& operand) {
    return subtract(Value::integer(std::int64_t{0}), operand);
}

} // namespace daphnia::interpret
