// The objects of a run, and what they were at earlier moments.
#pragma once

#include "interpret/persistent.h"
#include "interpret/value.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <unordered_set>
#include <vector>

namespace daphnia::interpret {

// What an object holds: the elements of an array, or the values of fields. Of an array of several dimensions they are
// in the order of their indices, of which the last changes first.
using Cells = PersistentVector<Value>;

// How long an array is in each of several dimensions; an array of one dimension is as long as it has elements.
using Lengths = std::vector<std::size_t>;
// How many elements there are; too many to count: the largest number.
std::size_t count_of(const Lengths& lengths);

// A copy is a snapshot, which is what `old` reads: it takes constant time, and later writes to either side take
// logarithmic time, since both objects and their cells are persistent vectors.
//
// Objects are numbered in the order of their allocation, and no number is used twice, so "allocated in that state" is a
// comparison of numbers. What is freed (collector.h) leaves its number behind, which takes no room.
class Heap {
  public:
    // The type is the object's own: that of the references to it that are not null.
    Reference allocate_object(const typed::Type& type, Values cells, Lengths lengths = {});
    Reference allocate(const typed::Type& element, Values elements); // an array of one dimension

    // The object is allocated and not null. What is given is there until something is allocated or written.
    const typed::Type& type_of(Reference object) const { return *at(object).type; }
    const Cells& cells_of(Reference object) const { return at(object).cells; }
    const Cells& elements(Reference array) const { return at(array).cells; }
    const Lengths& lengths(Reference array) const { return at(array).lengths; } // none: of one dimension
    std::size_t length(Reference array, std::size_t dimension) const {
        const Object& object = at(array);
        return object.lengths.empty() ? object.cells.size() : object.lengths[dimension];
    }
    const typed::Type& element_type(Reference array) const { return at(array).type->arguments.at(0); }

    void write(Reference object, std::size_t index, Value value);
    void replace(Reference object, Values cells); // all of them: as many as before
    bool is_allocated(Reference object) const { return object.object <= objects_.size(); }
    std::size_t object_count() const { return objects_.size(); } // that were ever allocated
    bool is_full() const;                                        // there are no more numbers
    std::size_t cells() const { return cells_; }                 // of all objects that are not freed
    // The same objects with the same cells.
    bool is_same(const Heap& other) const;

    // How much there is to hold: objects and cells.
    std::size_t load() const { return live_ + cells_; }
    bool is_freed(Reference object) const { return objects_[object.object - 1].type == nullptr; }
    // All but the first ones and those that are listed: nothing will ask for them any more.
    void free_all_but(std::size_t first, const std::unordered_set<std::uint32_t>& kept);

  private:
    struct Object {
        std::shared_ptr<const typed::Type> type; // null: freed
        Cells cells;
        Lengths lengths;

        friend bool operator==(const Object& left, const Object& right) {
            return left.cells == right.cells && left.lengths == right.lengths;
        }
    };
    const Object& at(Reference object) const;

    PersistentVector<Object> objects_; // object n is at n - 1
    std::shared_ptr<const typed::Type> last_type_;
    std::size_t live_ = 0;
    std::size_t cells_ = 0;
};

} // namespace daphnia::interpret
