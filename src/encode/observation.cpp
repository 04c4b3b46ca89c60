#include "encode/observation.h"

#include "encode/vocabulary.h"
#include "support/error.h"

#include <iterator>

namespace daphnia::encode {

Observation::Observation() = default;
Observation::~Observation() = default;

Term Observation::size(const typed::Type& type, Term value) const {
    return vocabulary_->collections.size(type, value);
}

Term Observation::sequence_element(const typed::Type& type, Term value, Term index) const {
    return vocabulary_->store().apply(vocabulary_->sorts.seq(type).at, {value, index});
}

Term Observation::contains(const typed::Type& type, Term value, Term element) const {
    return vocabulary_->collections.contains(type, value, element);
}

Term Observation::multiplicity(const typed::Type& type, Term value, Term element) const {
    return vocabulary_->store().apply(vocabulary_->sorts.multiset(type).count, {value, element});
}

Term Observation::map_value(const typed::Type& type, Term value, Term key) const {
    return vocabulary_->store().apply(vocabulary_->sorts.map(type).value, {value, key});
}

Term Observation::component(const typed::Type& type, Term value, std::size_t index) const {
    return vocabulary_->store().apply(vocabulary_->datatypes.tuple(type).select.at(index), {value});
}

Term Observation::tag(const typed::Type& type, Term value) const {
    return vocabulary_->store().apply(vocabulary_->datatypes.of(type).tag, {value});
}

Term Observation::destructor(const typed::Type& type, Term value, std::size_t destructor) const {
    return vocabulary_->store().apply(vocabulary_->datatypes.of(type).select.at(destructor), {value});
}

Term Observation::null() const {
    return vocabulary_->heap.null();
}

Term Observation::array_length(Term array, std::size_t dimension) const {
    return vocabulary_->heap.array_length(array, dimension);
}

std::size_t Observation::heap_number(const typed::Type& array) const {
    return vocabulary_->heap.number(typed::elements_region(array));
}

Term Observation::array_element(Term heap, Term array, const std::vector<Term>& indices) const {
    return vocabulary_->heap.element(vocabulary_->store().select(heap, array), indices);
}

} // namespace daphnia::encode
