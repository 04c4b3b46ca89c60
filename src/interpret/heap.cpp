// Allocations and writes in, the objects' cells out.
#include "interpret/heap.h"

#include "support/error.h"

#include <algorithm>
#include <limits>

namespace daphnia::interpret {

std::size_t count_of(const Lengths& lengths) {
    constexpr std::size_t kMost = std::numeric_limits<std::size_t>::max();
    if (std::find(lengths.begin(), lengths.end(), 0) != lengths.end()) {
        return 0;
    }
    std::size_t count = 1;
    for (const std::size_t length : lengths) {
        count = count > kMost / length ? kMost : count * length;
    }
    return count;
}

Reference Heap::allocate_object(const typed::Type& type, Values cells, Lengths lengths) {
    DAPHNIA_CHECK(!is_full(), "too many objects");
    // Programs speak of few types, most often of that of the object allocated last.
    if (last_type_ == nullptr || !(*last_type_ == type)) {
        last_type_ = std::make_shared<const typed::Type>(type);
    }
    cells_ += cells.size();
    ++live_;
    objects_.push_back({last_type_, Cells(std::move(cells)), std::move(lengths)});
    return Reference{static_cast<std::uint32_t>(objects_.size())};
}

Reference Heap::allocate(const typed::Type& element, Values elements) {
    return allocate_object(typed::array_type(element), std::move(elements));
}

void Heap::write(Reference object, std::size_t index, Value value) {
    at(object);
    objects_.writable(object.object - 1).cells.writable(index) = std::move(value);
}

void Heap::replace(Reference object, Values cells) {
    DAPHNIA_CHECK(cells.size() == cells_of(object).size(), "an object never changes its size");
    objects_.writable(object.object - 1).cells = Cells(std::move(cells));
}

const Heap::Object& Heap::at(Reference object) const {
    DAPHNIA_CHECK(!object.is_null() && is_allocated(object), "no such object");
    const Object& result = objects_[object.object - 1];
    DAPHNIA_CHECK(result.type != nullptr, "the object is freed");
    return result;
}

bool Heap::is_full() const {
    return objects_.size() == std::numeric_limits<std::uint32_t>::max();
}

bool Heap::is_same(const Heap& other) const {
    return objects_ == other.objects_;
}

void Heap::free_all_but(std::size_t first, const std::unordered_set<std::uint32_t>& kept) {
    objects_.drop_unless(first, [&](std::size_t index) {
        const Object& object = objects_[index];
        if (object.type == nullptr || kept.contains(static_cast<std::uint32_t>(index + 1))) {
            return object.type != nullptr;
        }
        cells_ -= object.cells.size();
        --live_;
        return false;
    });
}

} // namespace daphnia::interpret
