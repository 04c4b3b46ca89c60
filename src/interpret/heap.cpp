// Allocations and writes in, the arrays' elements out; what copies share is cloned by the first that writes.
#include "interpret/heap.h"

#include "support/error.h"

#include <algorithm>
#include <limits>

namespace daphnia::interpret {

Reference Heap::allocate(const typed::Type& element, Values elements) {
    DAPHNIA_CHECK(objects_.size() < std::numeric_limits<std::uint32_t>::max(), "too many arrays");
    // Programs speak of few element types, most often of the one allocated last.
    std::shared_ptr<const typed::Type> type;
    if (!objects_.empty() && *objects_.back().element == element) {
        type = objects_.back().element;
    } else {
        type = std::make_shared<const typed::Type>(element);
    }
    cells_ += elements.size();
    objects_.push_back({std::move(type), std::make_shared<Values>(std::move(elements))});
    return Reference{static_cast<std::uint32_t>(objects_.size())};
}

void Heap::write(Reference array, std::size_t index, Value value) {
    writable(array).at(index) = std::move(value);
}

void Heap::replace(Reference array, Values elements) {
    DAPHNIA_CHECK(elements.size() == this->elements(array).size(), "an array never changes its length");
    writable(array) = std::move(elements);
}

const Heap::Object& Heap::object(Reference array) const {
    DAPHNIA_CHECK(!array.is_null() && is_allocated(array), "no such array");
    return objects_[array.object - 1];
}

Values& Heap::writable(Reference array) {
    object(array);
    std::shared_ptr<Values>& elements = objects_[array.object - 1].elements;
    if (elements.use_count() > 1) {
        elements = std::make_shared<Values>(*elements);
    }
    return *elements;
}

bool Heap::is_same(const Heap& other) const {
    return std::equal(
        objects_.begin(), objects_.end(), other.objects_.begin(), other.objects_.end(),
        [](const Object& a, const Object& b) { return a.elements == b.elements || *a.elements == *b.elements; });
}

} // namespace daphnia::interpret
