// Heaps: a copy is a snapshot, whatever is written or allocated later.
#include "interpret/heap.h"

#include "support/error.h"

#include <gtest/gtest.h>

#include <iostream>
#include <limits>
#include <random>
#include <stdexcept>

namespace daphnia::interpret {
namespace {

Value number(std::int64_t value) {
    return Value::integer(value);
}

TEST(Heaps, NumberArraysInTheOrderOfTheirAllocation) {
    Heap heap;
    EXPECT_TRUE(heap.is_allocated(Reference{}));
    const Reference a = heap.allocate(typed::int_type(), {number(1), number(2)});
    EXPECT_FALSE(heap.is_allocated(Reference{2}));
    const Heap before = heap;
    const Reference b = heap.allocate(typed::bool_type(), {});
    EXPECT_FALSE(a == b);
    EXPECT_TRUE(heap.is_allocated(b));
    EXPECT_FALSE(before.is_allocated(b));
    EXPECT_EQ(heap.element_type(a), typed::int_type());
    EXPECT_EQ(heap.element_type(b), typed::bool_type());
    EXPECT_EQ(heap.object_count(), 2U);
    EXPECT_EQ(heap.cells(), 2U);
    EXPECT_THROW(heap.elements(Reference{}), support::InternalError);
    EXPECT_THROW(before.elements(b), support::InternalError);
}

TEST(Heaps, ReplacingKeepsSnapshotsAndLengths) {
    Heap heap;
    const Reference a = heap.allocate(typed::int_type(), {number(1)});
    const Heap before = heap;
    heap.replace(a, {number(5)});
    EXPECT_TRUE(before.elements(a)[0] == number(1));
    EXPECT_TRUE(heap.elements(a)[0] == number(5));
    EXPECT_THROW(heap.replace(a, {}), support::InternalError);
}

// Random writes to random copies, against copies of plain vectors.
TEST(Heaps, CopiesDoNotSeeEachOthersWrites) {
    constexpr unsigned kSeed = 11;
    constexpr std::size_t kArrays = 3;
    constexpr std::size_t kLength = 4;
    std::cout << "seed " << kSeed << "\n";
    std::mt19937 random(kSeed);
    using Plain = std::vector<Values>;
    std::vector<std::pair<Heap, Plain>> states(1);
    for (std::size_t i = 0; i < kArrays; ++i) {
        states[0].first.allocate(typed::int_type(), Values(kLength, number(0)));
        states[0].second.emplace_back(kLength, number(0));
    }
    for (int round = 0; round < 2'000; ++round) {
        const std::size_t chosen = random() % states.size();
        if (random() % 4 == 0 && states.size() < 20) {
            states.push_back(std::pair(states[chosen]));
        } else if (random() % 10 == 0 && states.size() > 1) {
            states.erase(states.begin() + static_cast<std::ptrdiff_t>(chosen));
        } else {
            const std::size_t array = random() % kArrays;
            const std::size_t index = random() % kLength;
            states[chosen].first.write(Reference{static_cast<std::uint32_t>(array + 1)}, index, number(round));
            states[chosen].second[array][index] = number(round);
        }
        for (const auto& [heap, plain] : states) {
            for (std::size_t i = 0; i < kArrays; ++i) {
                ASSERT_TRUE(heap.elements(Reference{static_cast<std::uint32_t>(i + 1)}) == plain[i]) << round;
            }
        }
    }
}

// Writes to one of two copies share all but what they change.
TEST(Heaps, LongArraysAndManyObjectsAreCopiedInConstantTime) {
    constexpr std::int64_t kCount = 20'000;
    Heap heap;
    const Reference array = heap.allocate(typed::int_type(), Values(kCount, number(0)));
    for (std::int64_t i = 0; i < kCount; ++i) {
        heap.allocate(typed::int_type(), {number(i)});
    }
    std::vector<Heap> states; // a copy of all cells for each would be more than there is memory
    for (std::int64_t i = 0; i < kCount; ++i) {
        states.push_back(heap);
        heap.write(array, static_cast<std::size_t>(i), number(i + 1));
        heap.write(Reference{static_cast<std::uint32_t>(i + 2)}, 0, number(-i));
    }
    for (std::int64_t i = 0; i < kCount; i += 1'999) {
        const Heap& before = states[static_cast<std::size_t>(i)];
        const Reference object{static_cast<std::uint32_t>(i + 2)};
        EXPECT_TRUE(before.elements(array)[static_cast<std::size_t>(i)] == number(0));
        EXPECT_TRUE(before.elements(object)[0] == number(i));
        EXPECT_TRUE(heap.elements(array)[static_cast<std::size_t>(i)] == number(i + 1));
        EXPECT_TRUE(heap.elements(object)[0] == number(-i));
        EXPECT_FALSE(heap.is_same(before));
    }
    EXPECT_TRUE(heap.is_same(Heap(heap)));
}

TEST(Heaps, AnArrayKeepsItsLengths) {
    Heap heap;
    const typed::Type type = typed::array_type(typed::int_type(), 2);
    const Reference matrix = heap.allocate_object(type, {number(1), number(2)}, {1, 2});
    const Reference array = heap.allocate(typed::int_type(), {number(3), number(4), number(5)});
    EXPECT_EQ(heap.length(matrix, 0), 1U);
    EXPECT_EQ(heap.length(matrix, 1), 2U);
    EXPECT_EQ(heap.length(array, 0), 3U);
    Heap other;
    other.allocate_object(type, {number(1), number(2)}, {2, 1});
    other.allocate(typed::int_type(), {number(3), number(4), number(5)});
    EXPECT_FALSE(heap.is_same(other));
}

TEST(Heaps, AsManyElementsAsTheLengthsSay) {
    constexpr std::size_t kMost = std::numeric_limits<std::size_t>::max();
    EXPECT_EQ(count_of({3}), 3U);
    EXPECT_EQ(count_of({2, 3, 4}), 24U);
    EXPECT_EQ(count_of({kMost, kMost}), kMost);
    EXPECT_EQ(count_of({kMost, kMost, 0}), 0U);
}

TEST(Heaps, AnObjectHasItsOwnTypeAndCells) {
    Heap heap;
    const Reference object = heap.allocate_object(typed::object_type(), {number(1), Value::reference({})});
    const Reference array = heap.allocate(typed::int_type(), {number(2)});
    EXPECT_EQ(heap.type_of(object), typed::object_type());
    EXPECT_EQ(heap.type_of(array), typed::array_type(typed::int_type()));
    heap.write(object, 1, Value::reference(array));
    EXPECT_TRUE(heap.cells_of(object)[1] == Value::reference(array));
    EXPECT_THROW(heap.write(object, 2, number(0)), std::out_of_range);
}

TEST(Heaps, WhatIsFreedLeavesItsNumber) {
    Heap heap;
    for (std::int64_t i = 0; i < 1'000; ++i) {
        heap.allocate(typed::int_type(), {number(i)});
    }
    const Heap before = heap;
    heap.free_all_but(10, {500, 1'000});
    EXPECT_EQ(heap.cells(), 12U);
    EXPECT_EQ(heap.load(), 24U);
    EXPECT_EQ(heap.object_count(), 1'000U);
    EXPECT_TRUE(heap.elements(Reference{10})[0] == number(9));
    EXPECT_TRUE(heap.elements(Reference{500})[0] == number(499));
    EXPECT_TRUE(heap.is_freed(Reference{11}));
    EXPECT_TRUE(heap.is_freed(Reference{999}));
    EXPECT_THROW(heap.elements(Reference{11}), support::InternalError);
    EXPECT_TRUE(before.elements(Reference{11})[0] == number(10));
    heap.free_all_but(0, {});
    EXPECT_EQ(heap.load(), 0U);
    const Reference next = heap.allocate(typed::int_type(), {number(7)});
    EXPECT_EQ(next.object, 1'001U);
    EXPECT_TRUE(heap.elements(next)[0] == number(7));
}

} // namespace
} // namespace daphnia::interpret
