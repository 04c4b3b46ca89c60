// Inputs in, the same inputs in a heap, tidied, compared or weighed out.
#include "refute/input.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <variant>

namespace daphnia::refute {

void allocate_arrays(const Input& input, Heap& heap) {
    for (const ArrayDraft& array : input.arrays) {
        heap.allocate(array.element, array.elements);
    }
}

Input input_of(Values arguments, const Heap& heap) {
    Input input{std::move(arguments), {}};
    for (std::uint32_t object = 1; object <= heap.object_count(); ++object) {
        const Reference array{object};
        input.arrays.push_back({heap.element_type(array), heap.elements(array)});
    }
    return tidied(input.arguments, input.arrays);
}

namespace {

class Tidier {
  public:
    Tidier(const Values& arguments, const std::vector<ArrayDraft>& arrays, bool separate)
        : arguments_(arguments), source_(arrays), separate_(separate) {}

    Input tidy() {
        Input result;
        for (const Value& argument : arguments_) {
            result.arguments.push_back(renumbered(argument));
        }
        // Arrays found on the way are appended, so that this ends when all have been reached.
        for (std::size_t i = 0; i < arrays_.size(); ++i) {
            Values elements;
            for (const Value& element : ArrayDraft(arrays_[i]).elements) {
                elements.push_back(renumbered(element));
            }
            arrays_[i].elements = std::move(elements);
        }
        result.arrays = std::move(arrays_);
        return result;
    }

  private:
    Value renumbered(const Value& value) {
        if (value.is_reference()) {
            return Value::reference(number_of(value.as_reference()));
        }
        if (value.has_parts()) {
            const Values& old = value.parts();
            if (std::none_of(old.begin(), old.end(),
                             [](const Value& part) { return part.is_reference() || part.has_parts(); })) {
                return value;
            }
            Values parts;
            for (const Value& part : old) {
                parts.push_back(renumbered(part));
            }
            return value.with_parts(std::move(parts));
        }
        return value;
    }

    Reference number_of(Reference old) {
        // An array that reaches itself must not be copied for ever.
        constexpr std::size_t kMostSeparate = 64;
        if (old.is_null() || old.object > source_.size()) {
            return {};
        }
        if (const auto known = numbers_.find(old.object);
            known != numbers_.end() && (!separate_ || arrays_.size() >= kMostSeparate)) {
            return known->second;
        }
        arrays_.push_back(source_[old.object - 1]);
        const Reference number{static_cast<std::uint32_t>(arrays_.size())};
        numbers_[old.object] = number;
        return number;
    }

    const Values& arguments_;
    const std::vector<ArrayDraft>& source_;
    bool separate_;
    std::vector<ArrayDraft> arrays_;
    std::map<std::uint32_t, Reference> numbers_;
};

void append_key(std::string& key, const Value& value) {
    if (!value.is_assigned()) {
        key += '?';
    } else if (value.is_bool()) {
        key += value.as_bool() ? 't' : 'f';
    } else if (value.is_character()) {
        key += fmt::format("'{}", static_cast<std::uint32_t>(value.as_character()));
    } else if (value.is_reference()) {
        key += fmt::format("@{}", value.as_reference().object);
    } else if (value.is_function()) {
        const interpret::FunctionData& function = value.as_function();
        key += '{';
        for (const auto& [known, result] : function.entries) {
            for (const Value& argument : known) {
                append_key(key, argument);
                key += ',';
            }
            key += '>';
            append_key(key, result);
        }
        append_key(key, function.otherwise);
        key += '}';
    } else if (value.has_parts()) {
        key += value.is_datatype() ? fmt::format("#{}[", value.constructor()) : "[";
        for (const Value& part : value.parts()) {
            append_key(key, part);
            key += ',';
        }
        key += ']';
    } else {
        key += value.is_real() ? support::to_string(value.as_real()) : value.as_integer().get_str();
    }
}

} // namespace

Input tidied(const Values& arguments, const std::vector<ArrayDraft>& arrays, bool separate) {
    return Tidier(arguments, arrays, separate).tidy();
}

std::string key_of(const Input& input) {
    std::string key;
    for (const Value& argument : input.arguments) {
        append_key(key, argument);
        key += ';';
    }
    for (const ArrayDraft& array : input.arrays) {
        append_key(key, Value::sequence(array.elements));
        key += ';';
    }
    return key;
}

std::uint64_t weight_of(const Value& value) {
    if (!value.is_assigned() || value.is_reference()) {
        return 0;
    }
    if (value.is_bool()) {
        return value.as_bool() ? 1 : 0;
    }
    if (value.is_character()) {
        // What people read and have on their keyboard first.
        const char32_t character = value.as_character();
        return character >= U'a' && character <= U'z'   ? character - U'a'
               : character >= U'A' && character <= U'Z' ? 30 + (character - U'A')
               : character >= U'0' && character <= U'9' ? 60 + (character - U'0')
               : character >= U' ' && character <= U'~' ? 80
                                                        : 100;
    }
    if (value.is_function()) {
        std::uint64_t weight = weight_of(value.as_function().otherwise);
        for (const auto& [known, result] : value.as_function().entries) {
            weight += 4 + weight_of(result);
            for (const Value& argument : known) {
                weight += weight_of(argument);
            }
        }
        return weight;
    }
    if (value.has_parts()) {
        // Of two values of a datatype without fields, the first is the simpler.
        std::uint64_t weight = value.is_datatype() ? 1 + value.constructor() : 0;
        for (const Value& part : value.parts()) {
            weight += 4 + weight_of(part);
        }
        return weight;
    }
    constexpr std::uint64_t kLarge = 1'000'000;
    if (value.is_real()) {
        const support::Rational& number = value.as_real();
        const interpret::Integer parts = abs(number.get_num()) + 2 * (number.get_den() - 1);
        return 2 * (parts > kLarge ? kLarge : parts.get_ui()) + (number < 0 ? 1 : 0);
    }
    const interpret::Integer magnitude = abs(value.as_integer());
    // A negative number is a little more than its opposite.
    return 2 * (magnitude > kLarge ? kLarge : magnitude.get_ui()) + (value.as_integer() < 0 ? 1 : 0);
}

std::uint64_t weight_of(const Input& input) {
    std::uint64_t weight = 0;
    for (const Value& argument : input.arguments) {
        weight += weight_of(argument);
    }
    for (const ArrayDraft& array : input.arrays) {
        weight += 1 + weight_of(Value::sequence(array.elements));
    }
    return weight;
}

std::size_t part_count(const Value& value) {
    std::size_t count = 1;
    if (value.is_assigned() && value.has_parts()) {
        for (const Value& part : value.parts()) {
            count += part_count(part);
        }
    }
    return count;
}

std::size_t part_count(const Input& input) {
    std::size_t count = 0;
    for (const Value& argument : input.arguments) {
        count += part_count(argument);
    }
    for (const ArrayDraft& array : input.arrays) {
        for (const Value& element : array.elements) {
            count += part_count(element);
        }
    }
    return count;
}

const Parameters& parameters_of(const typed::Declaration& declaration) {
    static const Parameters kNone;
    if (const auto* function = std::get_if<std::unique_ptr<typed::Function>>(&declaration)) {
        return (*function)->parameters;
    }
    if (const auto* method = std::get_if<std::unique_ptr<typed::Method>>(&declaration)) {
        return (*method)->parameters;
    }
    return kNone;
}

std::string name_of(const typed::Declaration& declaration) {
    return std::visit([](const auto& pointer) { return pointer->name; }, declaration);
}

const void* address_of(const typed::Declaration& declaration) {
    return std::visit([](const auto& pointer) { return static_cast<const void*>(pointer.get()); }, declaration);
}

} // namespace daphnia::refute
