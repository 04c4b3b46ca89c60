// The classes of the units about objects: their text, and what their members do, as text and as a function of numbers.
#pragma once

#include "workshop.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace daphnia::oracle {

// Over a field n, a parameter k and a field b.
template <typename Result>
struct Form {
    std::string_view text;
    Result (*value)(std::int64_t n, std::int64_t k, bool b);

    std::string filled(const std::string& n, const std::string& k, const std::string& b) const {
        return fill(text, {{"n", n}, {"k", k}, {"b", b}});
    }
};
using NumberForm = Form<std::int64_t>;
using TruthForm = Form<bool>;

// A class with the fields n, flag, next (nullable), peer, tag (constant) and age (ghost), and the members that
// object_classes() writes. The trait has n, Put and Get; another class of it has only these.
struct ObjectClasses {
    std::string name;
    std::string trait; // empty: none, and no other class
    std::string other;
    std::string text;
    std::string sum;  // of the numbers of a sequence of objects
    std::string walk; // of the numbers on the way by `next`
    NumberForm made;  // n of a new object, of k
    TruthForm made_flag;
    NumberForm linked; // n of a new object, of another one's n and flag
    TruthForm linked_flag;
    NumberForm put; // does not look at the flag
    TruthForm mark;
    NumberForm get;
    NumberForm other_get; // of the other class, does not look at a flag

    // What sequences for `sum` hold, and variables that may be of any of the classes.
    const std::string& widest() const { return trait.empty() ? name : trait; }
};

ObjectClasses object_classes(Workshop& workshop);

// Units: writes by names that may mean the same object, with what each field then holds in the contract; graphs of
// objects made step by step, with claims about what was done; lists, frames and overrides.
std::string object_writes(Workshop& workshop);
std::string object_graph(Workshop& workshop);
std::string object_structures(Workshop& workshop);

} // namespace daphnia::oracle
