// Inputs in, smaller inputs out, greedily: the first simpler input that keeps the property is the next to be made
// simpler.
#include "refute/shrink.h"

#include <map>

namespace daphnia::refute {

namespace {

std::vector<Values> simpler_lists(const Values& elements, const typed::Type& element) {
    std::vector<Values> result;
    const auto middle = elements.begin() + static_cast<std::ptrdiff_t>(elements.size() / 2);
    if (elements.size() > 2) {
        result.emplace_back(elements.begin(), middle);
        result.emplace_back(middle, elements.end());
    }
    for (std::size_t i = elements.size(); i-- > 0;) {
        result.push_back(elements);
        result.back().erase(result.back().begin() + static_cast<std::ptrdiff_t>(i));
    }
    for (std::size_t i = 0; i < elements.size(); ++i) {
        for (Value& value : simpler(elements[i], element)) {
            result.push_back(elements);
            result.back()[i] = std::move(value);
        }
    }
    return result;
}

Values simpler_integers(const interpret::Integer& value) {
    Values result;
    const auto add = [&](const interpret::Integer& candidate) { result.push_back(Value::integer(candidate)); };
    if (value == 0) {
        return result;
    }
    add(0);
    if (value != 1) {
        add(1);
    }
    if (value < 0) {
        add(-value);
    }
    if (abs(value) > 3) {
        add(value / 2);
    }
    if (abs(value) > 1) {
        add(value - sgn(value));
    }
    return result;
}

Values without(Values elements, std::size_t place) {
    elements.erase(elements.begin() + static_cast<std::ptrdiff_t>(place));
    return elements;
}

// Contracts ask for equal lengths: the element of one index removed from every list that is that long.
void shorten_together(const Input& input, std::vector<Input>& result) {
    std::map<std::size_t, std::size_t> lists; // by length
    for (const Value& argument : input.arguments) {
        lists[argument.is_sequence() ? argument.elements().size() : 0] += 1;
    }
    for (const ArrayDraft& array : input.arrays) {
        lists[array.elements.size()] += 1;
    }
    for (const auto& [length, count] : lists) {
        for (std::size_t place = length; place-- > 0 && count > 1;) {
            Input next = input;
            for (Value& argument : next.arguments) {
                if (argument.is_sequence() && argument.elements().size() == length) {
                    argument = Value::sequence(without(argument.elements(), place));
                }
            }
            for (ArrayDraft& array : next.arrays) {
                if (array.elements.size() == length) {
                    array.elements = without(std::move(array.elements), place);
                }
            }
            result.push_back(tidied(next.arguments, next.arrays));
        }
    }
}

// One step simpler, for each place where one is possible.
std::vector<Input> simpler_inputs(const Input& input, const Parameters& parameters) {
    std::vector<Input> result;
    shorten_together(input, result);
    for (std::size_t i = 0; i < input.arrays.size(); ++i) {
        for (Values& elements : simpler_lists(input.arrays[i].elements, input.arrays[i].element)) {
            Input next = input;
            next.arrays[i].elements = std::move(elements);
            result.push_back(tidied(next.arguments, next.arrays));
        }
    }
    for (std::size_t i = 0; i < input.arguments.size(); ++i) {
        for (Value& value : simpler(input.arguments[i], parameters[i]->type)) {
            Input next = input;
            next.arguments[i] = std::move(value);
            result.push_back(tidied(next.arguments, next.arrays));
        }
    }
    return result;
}

} // namespace

Values simpler(const Value& value, const typed::Type& type) {
    Values result;
    if (!value.is_assigned() || value.is_reference()) {
        return result;
    }
    if (value.is_collection()) {
        for (Values& elements : simpler_lists(value.elements(), typed::element_type(type))) {
            result.push_back(value.with_parts(std::move(elements)));
        }
    } else if (value.is_tuple()) {
        for (std::size_t i = 0; i < value.components().size(); ++i) {
            for (Value& component : simpler(value.components()[i], type.arguments[i])) {
                Values components = value.components();
                components[i] = std::move(component);
                result.push_back(Value::tuple(std::move(components)));
            }
        }
    } else if (value.is_datatype()) {
        const auto& fields = type.datatype->constructors.at(value.constructor()).fields;
        for (std::size_t i = 0; i < type.datatype->constructors.size(); ++i) {
            if (type.datatype->constructors[i].fields.empty() && !(Value::datatype(i, {}) == value)) {
                result.push_back(Value::datatype(i, {}));
            }
        }
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (fields[i]->type == type) {
                result.push_back(value.fields()[i]);
            }
        }
        for (std::size_t i = 0; i < fields.size(); ++i) {
            for (Value& simple : simpler(value.fields()[i], fields[i]->type)) {
                Values changed = value.fields();
                changed[i] = std::move(simple);
                result.push_back(value.with_parts(std::move(changed)));
            }
        }
    } else if (value.is_bool()) {
        if (value.as_bool()) {
            result.push_back(Value::boolean(false));
        }
    } else if (value.is_character()) {
        for (const char32_t letter : {U'a', U'b'}) {
            if (weight_of(Value::character(letter)) < weight_of(value)) {
                result.push_back(Value::character(letter));
            }
        }
    } else {
        result = simpler_integers(value.as_integer());
    }
    return result;
}

Input shrunk(Input input, const Parameters& parameters, std::size_t attempts,
             const std::function<bool(const Input&)>& keeps) {
    for (bool smaller = true; smaller;) {
        smaller = false;
        for (Input& next : simpler_inputs(input, parameters)) {
            if (weight_of(next) >= weight_of(input)) {
                continue;
            }
            if (attempts-- == 0) {
                return input;
            }
            if (keeps(next)) {
                input = std::move(next);
                smaller = true;
                break;
            }
        }
    }
    return input;
}

} // namespace daphnia::refute
