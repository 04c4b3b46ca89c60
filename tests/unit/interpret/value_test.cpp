// Values: arithmetic is exact and Euclidean at any size, equality is by content, order is that of numbers.
#include "interpret/value.h"

#include "interpret/sequences.h"

#include <gtest/gtest.h>

#include <iostream>
#include <limits>
#include <random>

namespace daphnia::interpret {
namespace {

constexpr unsigned kSeed = 7;

constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

// Small ones, ones about the ends of 64 bits, and ones far beyond.
Integer random_integer(std::mt19937_64& random) {
    const std::int64_t near = static_cast<std::int64_t>(random() % 9) - 4;
    switch (random() % 6) {
    case 0:
        return Integer(near);
    case 1:
        return Integer(Integer(kLeast) + near);
    case 2:
        return Integer(Integer(kMost) + near);
    case 3:
        return Integer(Integer(std::int64_t{1} << 32) * ((random() & 1U) == 0 ? 1 : -1) + near);
    case 4:
        return Integer(static_cast<std::int64_t>(random()));
    default:
        return Integer(Integer(static_cast<std::int64_t>(random())) * Integer(static_cast<std::int64_t>(random())));
    }
}

bool fits(const Integer& value) {
    return Integer(kLeast) <= value && value <= Integer(kMost);
}

void expect_is(const Value& value, const Integer& expected, const char* what) {
    ASSERT_EQ(value.as_integer(), expected) << what;
    ASSERT_EQ(value.as_small().has_value(), fits(expected)) << what;
    ASSERT_TRUE(value == Value::integer(expected)) << what;
}

TEST(Values, ComputeAsUnboundedIntegersDo) {
    std::cout << "seed " << kSeed << "\n";
    std::mt19937_64 random(kSeed);
    for (int round = 0; round < 100'000; ++round) {
        const Integer a = random_integer(random);
        const Integer b = random_integer(random);
        SCOPED_TRACE(a.get_str() + ", " + b.get_str());
        const Value x = Value::integer(a);
        const Value y = Value::integer(b);
        expect_is(add(x, y), a + b, "+");
        expect_is(subtract(x, y), a - b, "-");
        expect_is(multiply(x, y), a * b, "*");
        expect_is(negate(x), -a, "unary -");
        ASSERT_EQ(compare(x, y), (a > b) - (a < b));
        ASSERT_EQ(x == y, a == b);
        if (b == 0) {
            continue;
        }
        const Integer quotient = divide(x, y).as_integer();
        const Integer remainder = modulo(x, y).as_integer();
        ASSERT_EQ(quotient * b + remainder, a);
        ASSERT_LE(0, remainder);
        ASSERT_LT(remainder, abs(b));
        expect_is(divide(x, y), quotient, "/");
        expect_is(modulo(x, y), remainder, "%");
    }
}

Values numbers(const std::vector<int>& list) {
    Values result;
    for (const int each : list) {
        result.push_back(Value::integer(std::int64_t{each}));
    }
    return result;
}

TEST(Values, AreEqualByContentButArraysByIdentity) {
    const Value s = Value::sequence(numbers({1, 2}));
    EXPECT_TRUE(s == Value::sequence(numbers({1, 2})));
    EXPECT_FALSE(s == Value::sequence(numbers({1, 2, 3})));
    EXPECT_TRUE(Value::tuple({s, Value::boolean(true)}) == Value::tuple({s, Value::boolean(true)}));
    EXPECT_FALSE(Value::tuple({s, Value::boolean(true)}) == Value::tuple({s, Value::boolean(false)}));
    EXPECT_FALSE(Value::reference({1}) == Value::reference({2}));
    EXPECT_TRUE(Value::string(U"ab") == Value::sequence({Value::character(U'a'), Value::character(U'b')}));
    EXPECT_LT(compare(Value::character(U'a'), Value::character(U'b')), 0);
    EXPECT_FALSE(Value().is_assigned());
}

TEST(Sequences, OperationsLeaveTheirOperandsAlone) {
    const Value s = Value::sequence(numbers({1, 2, 3}));
    EXPECT_TRUE(slice(s, 1, 3) == Value::sequence(numbers({2, 3})));
    EXPECT_TRUE(slice(s, 3, 3) == Value::sequence({}));
    EXPECT_TRUE(concat(s, slice(s, 0, 1)) == Value::sequence(numbers({1, 2, 3, 1})));
    EXPECT_TRUE(update(s, 1, numbers({7})[0]) == Value::sequence(numbers({1, 7, 3})));
    EXPECT_TRUE(contains(s, numbers({3})[0]));
    EXPECT_FALSE(contains(s, numbers({4})[0]));
    EXPECT_TRUE(is_prefix(slice(s, 0, 2), s));
    EXPECT_TRUE(is_prefix(s, s));
    EXPECT_FALSE(is_prefix(slice(s, 1, 2), s));
    EXPECT_FALSE(is_prefix(s, slice(s, 0, 2)));
    EXPECT_TRUE(s == Value::sequence(numbers({1, 2, 3})));
}

} // namespace
} // namespace daphnia::interpret
