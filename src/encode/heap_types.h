// What heaps a program has: one for each type of elements that its arrays may have.
#pragma once

#include "typed/typed.h"

#include <map>
#include <string>
#include <vector>

namespace daphnia::encode {

struct HeapTypes {
    struct Element {
        typed::Type type;
        std::vector<const typed::TypeParameter*> inside; // the type parameters in it
    };
    std::map<std::string, Element> elements; // by their unique names
    bool reading_functions = false;          // there are values that are functions which read the heap
};

// Of the whole program, its instances of generic declarations included: a walk over all of it.
HeapTypes heap_types(const typed::Program& program);

} // namespace daphnia::encode
