// Sequences in, sequences and answers about them out.
#include "interpret/sequences.h"

#include "support/error.h"

#include <algorithm>

namespace daphnia::interpret {

Value slice(const Values& elements, std::size_t low, std::size_t high) {
    DAPHNIA_CHECK(low <= high && high <= elements.size(), "a slice out of range");
    const auto begin = elements.begin();
    return Value::sequence(Values(begin + static_cast<std::ptrdiff_t>(low), begin + static_cast<std::ptrdiff_t>(high)));
}

Value slice(const Value& sequence, std::size_t low, std::size_t high) {
    return low == 0 && high == length(sequence) ? sequence : slice(sequence.elements(), low, high);
}

Value concat(const Value& left, const Value& right) {
    const Values& a = left.elements();
    const Values& b = right.elements();
    if (a.empty() || b.empty()) {
        return a.empty() ? right : left;
    }
    Values result;
    result.reserve(a.size() + b.size());
    result.insert(result.end(), a.begin(), a.end());
    result.insert(result.end(), b.begin(), b.end());
    return Value::sequence(std::move(result));
}

Value update(const Value& sequence, std::size_t index, Value value) {
    Values elements = sequence.elements();
    elements.at(index) = std::move(value);
    return Value::sequence(std::move(elements));
}

bool contains(const Value& sequence, const Value& element) {
    const Values& elements = sequence.elements();
    return std::find(elements.begin(), elements.end(), element) != elements.end();
}

bool is_prefix(const Value& left, const Value& right) {
    const Values& a = left.elements();
    const Values& b = right.elements();
    return a.size() <= b.size() && std::equal(a.begin(), a.end(), b.begin());
}

} // namespace daphnia::interpret
