// Sets, multisets and maps in, as sorted lists, which merge in one pass; new ones and answers about them out.
#include "interpret/collections.h"

#include "interpret/sequences.h"

#include <algorithm>
#include <iterator>

namespace daphnia::interpret {

namespace {

bool stands_before(const Value& left, const Value& right) {
    return Value::compare_any(left, right) < 0;
}

} // namespace

bool is_member(const Value& collection, const Value& element) {
    if (collection.is_sequence()) {
        return contains(collection, element);
    }
    if (collection.is_map()) {
        return value_for(collection, element) != nullptr;
    }
    const Values& elements = collection.elements();
    return std::binary_search(elements.begin(), elements.end(), element, stands_before);
}

std::size_t count(const Value& multiset, const Value& element) {
    const Values& elements = multiset.elements();
    const auto [first, last] = std::equal_range(elements.begin(), elements.end(), element, stands_before);
    return static_cast<std::size_t>(last - first);
}

Value with_count(const Value& multiset, const Value& element, std::size_t count) {
    Values elements;
    for (const Value& each : multiset.elements()) {
        if (!(each == element)) {
            elements.push_back(each);
        }
    }
    elements.insert(elements.end(), count, element);
    return Value::multiset(std::move(elements));
}

Value unite(const Value& left, const Value& right) {
    const Values& a = left.elements();
    const Values& b = right.elements();
    Values result;
    if (left.is_multiset()) {
        std::merge(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(result), stands_before);
    } else {
        std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(result), stands_before);
    }
    return left.with_parts(std::move(result));
}

Value intersect(const Value& left, const Value& right) {
    const Values& a = left.elements();
    const Values& b = right.elements();
    Values result;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(result), stands_before);
    return left.with_parts(std::move(result));
}

Value subtract_elements(const Value& left, const Value& right) {
    const Values& a = left.elements();
    const Values& b = right.elements();
    Values result;
    std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(result), stands_before);
    return left.with_parts(std::move(result));
}

bool is_subset(const Value& left, const Value& right) {
    const Values& a = left.elements();
    const Values& b = right.elements();
    return std::includes(b.begin(), b.end(), a.begin(), a.end(), stands_before);
}

bool is_proper_subset(const Value& left, const Value& right) {
    return left.elements().size() < right.elements().size() && is_subset(left, right);
}

bool are_disjoint(const Value& left, const Value& right) {
    return intersect(left, right).elements().empty();
}

const Value* value_for(const Value& map, const Value& key) {
    const Values& entries = map.elements();
    const auto found =
        std::lower_bound(entries.begin(), entries.end(), key, [](const Value& entry, const Value& wanted) {
            return stands_before(entry.components().front(), wanted);
        });
    return found != entries.end() && found->components().front() == key ? &found->components().back() : nullptr;
}

Value keys(const Value& map) {
    Values result;
    for (const Value& entry : map.elements()) {
        result.push_back(entry.components().front());
    }
    return Value::set(std::move(result));
}

Value values(const Value& map) {
    Values result;
    for (const Value& entry : map.elements()) {
        result.push_back(entry.components().back());
    }
    return Value::set(std::move(result));
}

Value items(const Value& map) {
    return Value::set(map.elements());
}

Value with_entry(const Value& map, const Value& key, const Value& value) {
    Values entries = map.elements();
    entries.push_back(Value::tuple({key, value}));
    return Value::map(std::move(entries));
}

Value merge(const Value& left, const Value& right) {
    Values entries = left.elements();
    entries.insert(entries.end(), right.elements().begin(), right.elements().end());
    return Value::map(std::move(entries));
}

Value without_keys(const Value& map, const Value& keys) {
    Values entries;
    for (const Value& entry : map.elements()) {
        if (!is_member(keys, entry.components().front())) {
            entries.push_back(entry);
        }
    }
    return Value::map(std::move(entries));
}

} // namespace daphnia::interpret
