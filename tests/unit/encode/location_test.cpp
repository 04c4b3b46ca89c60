// Locations are values: the same when what was evaluated is the same.
#include "encode/location.h"

#include <gtest/gtest.h>

#include <map>

namespace daphnia::encode {
namespace {

class Locations : public testing::Test {
  protected:
    Location element(const typed::Type& type, const char* array, long index) {
        return ElementLocation{typed::elements_region(typed::array_type(type)),
                               store.variable(array, store.named_sort("Ref")),
                               {store.integer(index)}};
    }
    Location element(const char* matrix, long i, long j) {
        return ElementLocation{typed::elements_region(typed::array_type(typed::int_type(), 2)),
                               store.variable(matrix, store.named_sort("Ref")),
                               {store.integer(i), store.integer(j)}};
    }

    logic::TermStore store;
    const typed::Variable x{"x", typed::int_type(), typed::VariableKind::Local, false, {}};
    const typed::Variable y{"x", typed::int_type(), typed::VariableKind::Local, false, {}};
};

TEST_F(Locations, AreTheSameByWhatTheyAre) {
    EXPECT_EQ(Location(&x), Location(&x));
    EXPECT_FALSE(Location(&x) == Location(&y)); // whatever they are called
    EXPECT_EQ(element(typed::int_type(), "a", 0), element(typed::int_type(), "a", 0));
    EXPECT_FALSE(element(typed::int_type(), "a", 0) == element(typed::int_type(), "a", 1));
    EXPECT_FALSE(element(typed::int_type(), "a", 0) == element(typed::int_type(), "b", 0));
    EXPECT_FALSE(element(typed::int_type(), "a", 0) == element(typed::nat_type(), "a", 0));
    EXPECT_FALSE(Location(&x) == element(typed::int_type(), "a", 0));
    EXPECT_EQ(element("m", 0, 1), element("m", 0, 1));
    EXPECT_FALSE(element("m", 0, 1) == element("m", 1, 0));
    EXPECT_FALSE(element("m", 0, 0) == element(typed::int_type(), "m", 0));
}

TEST_F(Locations, HaveAnOrderInWhichJustEqualOnesAreEquivalent) {
    const std::vector<Location> all{&x,
                                    &y,
                                    element(typed::int_type(), "a", 0),
                                    element(typed::int_type(), "a", 1),
                                    element(typed::int_type(), "b", 0),
                                    element(typed::nat_type(), "a", 0),
                                    element("m", 0, 1),
                                    element("m", 1, 0)};
    std::map<Location, std::size_t> places;
    for (std::size_t i = 0; i < all.size(); ++i) {
        places.emplace(all[i], i);
    }
    ASSERT_EQ(places.size(), all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        EXPECT_EQ(places.at(all[i]), i);
        for (std::size_t j = 0; j < all.size(); ++j) {
            EXPECT_EQ(all[i] == all[j], !(all[i] < all[j]) && !(all[j] < all[i]));
        }
    }
}

} // namespace
} // namespace daphnia::encode
