// The arrays of a run, and what they were at earlier moments.
#pragma once

#include "interpret/value.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace daphnia::interpret {

// Copies are cheap (arrays are shared until one side writes): a copy is a snapshot, which is what `old` reads. Objects
// are numbered in the order of their allocation and never freed, so "allocated in that state" is a comparison of
// numbers.
class Heap {
  public:
    Reference allocate(const typed::Type& element, Values elements);
    // The array is allocated and not null.
    const Values& elements(Reference array) const { return *object(array).elements; }
    const typed::Type& element_type(Reference array) const { return *object(array).element; }
    void write(Reference array, std::size_t index, Value value);
    void replace(Reference array, Values elements); // all of them: as many as before
    bool is_allocated(Reference array) const { return array.object <= objects_.size(); }
    std::size_t object_count() const { return objects_.size(); }
    std::size_t cells() const { return cells_; } // elements of all arrays ever allocated
    // The same arrays with the same elements.
    bool is_same(const Heap& other) const;

  private:
    struct Object {
        std::shared_ptr<const typed::Type> element;
        std::shared_ptr<Values> elements;
    };
    const Object& object(Reference array) const;
    Values& writable(Reference array);

    std::vector<Object> objects_; // object n is at n - 1
    std::size_t cells_ = 0;
};

} // namespace daphnia::interpret
