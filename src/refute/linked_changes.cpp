// An input in, one out in which lists of equal length have been changed alike.
#include "refute/random_values.h"

#include <algorithm>

namespace daphnia::refute {

namespace {

enum class Change { Append, Erase, Set };

// A list among the arguments or an array of one dimension.
struct List {
    typed::Type element;
    Values elements;
    std::size_t index;
    bool is_array;
};

std::vector<List> lists_of(const Input& input, const Parameters& parameters) {
    std::vector<List> result;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const typed::Type type = typed::carrier(parameters[i]->type);
        if (type.kind == typed::TypeKind::Seq && input.arguments[i].is_assigned()) {
            result.push_back({type.arguments.front(), input.arguments[i].elements(), i, false});
        }
    }
    for (std::size_t i = 0; i < input.objects.size(); ++i) {
        if (typed::is_array(input.objects[i].type) && input.objects[i].lengths.empty()) {
            result.push_back({input.objects[i].type.arguments.front(), input.objects[i].cells, i, true});
        }
    }
    return result;
}

} // namespace

Input RandomValues::changed_together(const Input& input, const Parameters& parameters) {
    constexpr std::size_t kSize = 4;
    std::vector<List> lists = lists_of(input, parameters);
    if (lists.empty()) {
        return changed(input, parameters);
    }
    forget();
    objects_ = input.objects;
    Values arguments = input.arguments;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        note(arguments[i], parameters[i]->type);
    }
    const std::size_t length = lists[chance_.below(lists.size())].elements.size();
    const Change change = length == 0 || chance_.one_in(2) ? Change::Append
                          : chance_.one_in(2)              ? Change::Set
                                                           : Change::Erase;
    const std::size_t at = length == 0 ? 0 : chance_.below(length);
    std::vector<std::pair<typed::Type, Value>> chosen; // lists of one type get the same element
    for (List& list : lists) {
        if (list.elements.size() != length) {
            continue;
        }
        auto known =
            std::find_if(chosen.begin(), chosen.end(), [&](const auto& entry) { return entry.first == list.element; });
        if (known == chosen.end()) {
            known = chosen.insert(chosen.end(), {list.element, value(list.element, kSize)});
        }
        switch (change) {
        case Change::Append:
            list.elements.push_back(known->second);
            break;
        case Change::Erase:
            list.elements.erase(list.elements.begin() + static_cast<std::ptrdiff_t>(at));
            break;
        case Change::Set:
            list.elements[at] = known->second;
            break;
        }
        if (list.is_array) {
            objects_[list.index].cells = list.elements;
            std::for_each(objects_.begin(), objects_.end(), [](ObjectDraft& object) { object.making = nullptr; });
        } else {
            arguments[list.index] = Value::sequence(list.elements);
        }
    }
    return finished(arguments);
}

} // namespace daphnia::refute
