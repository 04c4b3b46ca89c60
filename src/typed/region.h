// Parts of the heap.
#pragma once

#include "typed/typed.h"

#include <string>

namespace daphnia::typed {

// Locations of the heap that hold values of one declared type and share no place with those of another region: the
// elements of all arrays of a type. `array<nat>`, `array<int>` and `array2<int>` are different types of arrays, so
// their elements are in different regions. Likewise each field of a class is a region, of a generic class one for each
// instance.
struct Region {
    enum class Kind {
        Elements, // of arrays
        Field,    // of the objects that have it
        Rest,     // of the whole heap: what is in none of the regions that somebody speaks of
    };
    Kind kind = Kind::Rest;
    Type content;               // the type of what one location holds
    Type owner;                 // of Field: the class or trait that declares it
    std::string name;           // unique: regions are the same when their names are
    std::size_t dimensions = 1; // of Elements: how many indices each has

    friend bool operator==(const Region& a, const Region& b) { return a.name == b.name; }
    friend bool operator<(const Region& a, const Region& b) { return a.name < b.name; }
};

// Of arrays of the type.
Region elements_region(const Type& array);
// Of the field, as references of this type have it.
Region field_region(const Type& type, const Field& field);
Region rest_region();

} // namespace daphnia::typed
