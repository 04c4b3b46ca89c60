// What a running program would have to find out to tell whether a value of one type belongs to another.
#pragma once

#include "typed/bounds.h"

#include <functional>

namespace daphnia::typed {

// The narrowest type that declarations give the value of the expression: of a variable its own type, where the type of
// the expression is what that is a subset of.
Type known_type(const Expr& expr);
// The same of what is found in a collection: the elements, of a map the keys.
Type known_element_type(const Expr& collection);
// The same of the value of a sum that restricts the variable.
Type known_type(const Sum& sum, const Variable& variable);

// The types from which the possible values of the variable are taken; its base type where these are all values of it.
std::vector<Type> sources(const Restriction& restriction);

// Whether a value of `from` can be told, part by part, to belong to `to`. Nothing is asked of the parts that do so by
// their types alone. The others are tested: a part that has been erased (`erased`: where ghost parts are), that is a
// function, or that is of a type parameter, cannot be; of a declared constraint `runs` says whether it can.
struct Testing {
    bool erased = true;
    std::function<bool(const SubsetType&)> runs;
};
bool can_be_tested(const Type& from, const Type& to, const Testing& testing);

} // namespace daphnia::typed
