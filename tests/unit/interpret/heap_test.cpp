// Heaps: a copy is a snapshot, whatever is written or allocated later.
#include "interpret/heap.h"

#include "support/error.h"

#include <gtest/gtest.h>

#include <iostream>
#include <random>

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

} // namespace
} // namespace daphnia::interpret
