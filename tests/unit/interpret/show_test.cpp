// Text of values: what print writes, what a program would write; and which values belong to a type.
#include "interpret/interpret.h"

#include <gtest/gtest.h>

namespace daphnia::interpret {
namespace {

using typed::array_type;
using typed::bool_type;
using typed::char_type;
using typed::int_type;
using typed::nat_type;
using typed::nullable_array_type;
using typed::seq_type;
using typed::tuple_type;
using typed::Type;

Value number(std::int64_t value) {
    return Value::integer(value);
}
Value numbers(std::int64_t count) {
    Values result;
    for (std::int64_t i = 0; i < count; ++i) {
        result.push_back(number(i));
    }
    return Value::sequence(std::move(result));
}
Value text(const std::u32string& value) {
    return Value::string(value);
}

TEST(Printed, StringsAreBareOnTheOutsideOnly) {
    const Heap heap;
    const Type string = seq_type(char_type());
    EXPECT_EQ(printed(text(U"a\"b\n"), string, heap), "a\"b\n");
    EXPECT_EQ(printed(text(U""), string, heap), "");
    EXPECT_EQ(printed(text(U"\u00e9\u20ac\U0001F40A"), string, heap), "\u00e9\u20ac\U0001F40A");
    EXPECT_EQ(printed(Value::sequence({text(U"ab"), text(U"")}), seq_type(string), heap), "[['a', 'b'], []]");
    EXPECT_EQ(printed(Value::tuple({text(U"a"), number(1)}), tuple_type({string, int_type()}), heap), "(['a'], 1)");
}

TEST(Printed, OtherValues) {
    Heap heap;
    EXPECT_EQ(printed(number(-3), int_type(), heap), "-3");
    EXPECT_EQ(printed(Value::integer(Integer("123456789012345678901234567890")), nat_type(), heap),
              "123456789012345678901234567890");
    EXPECT_EQ(printed(Value::boolean(true), bool_type(), heap), "true");
    EXPECT_EQ(printed(Value::character(U'\''), char_type(), heap), "'\\''");
    EXPECT_EQ(printed(Value::character(U'x'), char_type(), heap), "'x'");
    EXPECT_EQ(printed(numbers(3), seq_type(int_type()), heap), "[0, 1, 2]");
    EXPECT_EQ(printed(Value::tuple({}), tuple_type({}), heap), "()");
    EXPECT_EQ(printed(Value::reference({}), nullable_array_type(int_type()), heap), "null");
    const Reference array = heap.allocate(int_type(), {number(1), number(2)});
    EXPECT_EQ(printed(Value::reference(array), array_type(int_type()), heap), "[1, 2]");
}

TEST(Printed, ArraysOfSeveralDimensionsAreListsOfLists) {
    Heap heap;
    const auto text_of = [&](Values elements, Lengths lengths) {
        const Type type = array_type(int_type(), lengths.size());
        const Reference array = heap.allocate_object(type, std::move(elements), std::move(lengths));
        return printed(Value::reference(array), type, heap);
    };
    EXPECT_EQ(text_of({number(1), number(2), number(3), number(4), number(5), number(6)}, {2, 3}),
              "[[1, 2, 3], [4, 5, 6]]");
    EXPECT_EQ(text_of({number(1), number(2), number(3), number(4), number(5), number(6)}, {1, 3, 2}),
              "[[[1, 2], [3, 4], [5, 6]]]");
    EXPECT_EQ(text_of({}, {2, 0}), "[[], []]");
    EXPECT_EQ(text_of({}, {0, 2}), "[]");
}

TEST(Printed, GhostComponentsAreNotThere) {
    Type type = tuple_type({int_type(), bool_type(), int_type()});
    type.ghost_components = {false, true, false};
    const Value value = Value::tuple({number(1), Value::boolean(true), number(2)});
    EXPECT_EQ(printed(value, type, {}), "(1, 2)");
    type.ghost_components = {true, true, false};
    EXPECT_EQ(printed(value, type, {}), "2");
    EXPECT_EQ(shown(value, type, {}), "(ghost 1, ghost true, 2)");
}

TEST(Shown, IsProgramSyntax) {
    Heap heap;
    EXPECT_EQ(shown(text(U"a\"\n\\"), seq_type(char_type()), heap), R"("a\"\n\\")");
    EXPECT_EQ(shown(Value::character(U'\u0001'), char_type(), heap), "'\\U{0001}'");
    EXPECT_EQ(shown(Value::sequence({text(U"ab")}), seq_type(seq_type(char_type())), heap), R"(["ab"])");
    EXPECT_EQ(shown(Value::reference({}), nullable_array_type(int_type()), heap), "null");
    const Reference array = heap.allocate(nat_type(), {number(1), Value()});
    EXPECT_EQ(shown(Value::reference(array), array_type(nat_type()), heap), "new nat[] [1, not assigned]");
    const Reference matrix = heap.allocate_object(array_type(nat_type(), 2), {number(1), number(2)}, {2, 1});
    EXPECT_EQ(shown(Value::reference(matrix), array_type(nat_type(), 2), heap), "new nat[2, 1] [[1], [2]]");
}

TEST(Shown, IsCutInTheMiddle) {
    const Type type = seq_type(int_type());
    EXPECT_EQ(shown(numbers(20), type, {}, 30), "[0, 1, 2, 3, 4, 5, …, 18, 19]");
    EXPECT_EQ(shown(numbers(100'000), type, {}, 30), "[0, 1, 2, 3, 4, 5, …, 99999]");
    EXPECT_EQ(shown(numbers(20), type, {}, 0).size(), 70U);
    EXPECT_EQ(shown(text(std::u32string(200, U'x')), seq_type(char_type()), {}, 15), "\"xxxxxxx…xxx\"");
    EXPECT_EQ(shown(text(std::u32string(200, U'\u20ac')), seq_type(char_type()), {}, 15), "\"€€…€\"");
}

TEST(DefaultValues, AreDafnys) {
    EXPECT_TRUE(*default_value(char_type()) == Value::character(U'D'));
    EXPECT_TRUE(*default_value(nat_type()) == number(0));
    EXPECT_TRUE(*default_value(tuple_type({int_type(), seq_type(int_type())})) ==
                Value::tuple({number(0), numbers(0)}));
    EXPECT_TRUE(default_value(nullable_array_type(int_type()))->as_reference().is_null());
    EXPECT_FALSE(default_value(array_type(int_type())));
    EXPECT_FALSE(default_value(tuple_type({int_type(), array_type(int_type())})));
}

TEST(Belongs, AsTheTypeSays) {
    Heap heap;
    EXPECT_TRUE(belongs(number(0), nat_type(), heap));
    EXPECT_FALSE(belongs(number(-1), nat_type(), heap));
    EXPECT_FALSE(belongs(Value::sequence({number(1), number(-1)}), seq_type(nat_type()), heap));
    EXPECT_FALSE(belongs(Value::character(char32_t{0xD800}), char_type(), heap));
    EXPECT_TRUE(belongs(Value::character(char32_t{0x10FFFF}), char_type(), heap));
    const Value null = Value::reference({});
    EXPECT_FALSE(belongs(null, array_type(int_type()), heap));
    EXPECT_TRUE(belongs(null, nullable_array_type(int_type()), heap));
    const Value array = Value::reference({1});
    EXPECT_FALSE(belongs(array, array_type(int_type()), heap));
    heap.allocate(int_type(), {});
    EXPECT_TRUE(belongs(array, array_type(int_type()), heap));
    EXPECT_FALSE(belongs(array, array_type(nat_type()), heap));
    EXPECT_FALSE(belongs(Value(), int_type(), heap));
}

} // namespace
} // namespace daphnia::interpret
