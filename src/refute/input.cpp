// Inputs in, the same inputs in a heap, tidied, compared or weighed out.
#include "refute/input.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>
#include <variant>

namespace daphnia::refute {

interpret::Lengths lengths_of(const ObjectDraft& array) {
    return array.lengths.empty() ? interpret::Lengths{array.cells.size()} : array.lengths;
}

ObjectDraft with_indices(const ObjectDraft& array, std::size_t dimension, const std::vector<std::size_t>& indices) {
    ObjectDraft result{array.type, {}, nullptr, array.lengths};
    interpret::Lengths lengths = lengths_of(array);
    std::size_t inner = 1; // as many elements have the same indices up to this one
    for (std::size_t i = dimension + 1; i < lengths.size(); ++i) {
        inner *= lengths[i];
    }
    const std::size_t outer = inner * lengths[dimension];
    for (std::size_t first = 0; first < array.cells.size(); first += outer) {
        for (const std::size_t index : indices) {
            const auto begin = array.cells.begin() + static_cast<std::ptrdiff_t>(first + index * inner);
            result.cells.insert(result.cells.end(), begin, begin + static_cast<std::ptrdiff_t>(inner));
        }
    }
    if (!result.lengths.empty()) {
        result.lengths[dimension] = indices.size();
    }
    return result;
}

ObjectDraft without_index(const ObjectDraft& array, std::size_t dimension, std::size_t index) {
    std::vector<std::size_t> indices;
    for (std::size_t i = 0; i < lengths_of(array)[dimension]; ++i) {
        if (i != index) {
            indices.push_back(i);
        }
    }
    return with_indices(array, dimension, indices);
}

std::vector<typed::Type> cell_types(const typed::Type& type, std::size_t count) {
    if (typed::is_array(type)) {
        return std::vector<typed::Type>(count, type.arguments.at(0));
    }
    std::vector<typed::Type> result;
    if (typed::is_class(type)) {
        for (const typed::Cell& cell : typed::cells_of(type)) {
            result.push_back(cell.type);
        }
    }
    return result;
}

bool fits(const typed::Type& object, const typed::Type& reference) {
    return typed::is_object(reference) || typed::is_subtype(object, typed::non_null(reference));
}

namespace {

bool is_typed(const Value& value, const typed::Type& declared, const std::vector<ObjectDraft>& objects) {
    const typed::Type type = typed::carrier(declared);
    if (!value.is_assigned()) {
        return false;
    }
    if (typed::is_reference(type)) {
        if (!value.is_reference() || value.as_reference().object > objects.size()) {
            return false;
        }
        return value.as_reference().is_null() ? type.nullable
                                              : fits(objects[value.as_reference().object - 1].type, type);
    }
    if (!typed::contains_arrays(type) || !value.has_parts()) {
        return true;
    }
    if (value.is_collection()) {
        const typed::Type element = typed::element_type(type);
        return std::all_of(value.elements().begin(), value.elements().end(),
                           [&](const Value& each) { return is_typed(each, element, objects); });
    }
    const std::vector<typed::Type> types =
        value.is_datatype() ? typed::field_types(type, value.constructor()) : type.arguments;
    for (std::size_t i = 0; i < types.size(); ++i) {
        if (!is_typed(value.parts().at(i), types[i], objects)) {
            return false;
        }
    }
    return true;
}

} // namespace

bool is_well_typed(const Input& input, const Parameters& parameters) {
    for (std::size_t i = 0; i < parameters.size() && i < input.arguments.size(); ++i) {
        if (typed::contains_arrays(parameters[i]->type) &&
            !is_typed(input.arguments[i], parameters[i]->type, input.objects)) {
            return false;
        }
    }
    return std::all_of(input.objects.begin(), input.objects.end(), [&](const ObjectDraft& object) {
        const std::vector<typed::Type> types = cell_types(object.type, object.cells.size());
        if (types.size() != object.cells.size()) {
            return false;
        }
        for (std::size_t i = 0; i < types.size(); ++i) {
            if (!is_typed(object.cells[i], types[i], input.objects)) {
                return false;
            }
        }
        return true;
    });
}

void allocate_objects(const Input& input, Heap& heap) {
    for (const ObjectDraft& object : input.objects) {
        heap.allocate_object(object.type, object.cells, object.lengths);
    }
}

Input input_of(Values arguments, const Heap& heap) {
    std::vector<ObjectDraft> objects;
    for (std::uint32_t number = 1; number <= heap.object_count(); ++number) {
        const Reference object{number};
        // What is freed is not reached.
        objects.push_back(heap.is_freed(object) ? ObjectDraft{}
                                                : ObjectDraft{heap.type_of(object), heap.cells_of(object), nullptr,
                                                              heap.lengths(object)});
    }
    return tidied(arguments, objects);
}

Value with_references(const Value& value, const std::function<Reference(Reference)>& change) {
    if (!value.is_assigned()) {
        return value;
    }
    if (value.is_reference()) {
        return Value::reference(change(value.as_reference()));
    }
    if (!value.has_parts()) {
        return value;
    }
    const Values& old = value.parts();
    if (std::none_of(old.begin(), old.end(),
                     [](const Value& part) { return part.is_reference() || part.has_parts(); })) {
        return value;
    }
    Values parts;
    for (const Value& part : old) {
        parts.push_back(with_references(part, change));
    }
    return value.with_parts(std::move(parts));
}

Value moved(const Value& value, std::uint32_t by) {
    return with_references(value, [by](Reference old) { return old.is_null() ? old : Reference{old.object + by}; });
}

std::uint32_t append(const std::vector<ObjectDraft>& more, std::vector<ObjectDraft>& objects) {
    const auto by = static_cast<std::uint32_t>(objects.size());
    for (const ObjectDraft& object : more) {
        ObjectDraft added = object;
        for (Value& cell : added.cells) {
            cell = moved(cell, by);
        }
        objects.push_back(std::move(added));
    }
    return by;
}

namespace {

class Tidier {
  public:
    Tidier(const Values& arguments, const std::vector<ObjectDraft>& objects, bool separate)
        : arguments_(arguments), source_(objects), separate_(separate) {}

    Input tidy() {
        Input result;
        for (const Value& argument : arguments_) {
            result.arguments.push_back(renumbered(argument));
        }
        // Objects found on the way are appended, so that this ends when all have been reached.
        for (std::size_t i = 0; i < objects_.size(); ++i) {
            now_ = origins_[i];
            Values cells;
            for (const Value& cell : Values(objects_[i].cells)) {
                cells.push_back(renumbered(cell));
            }
            objects_[i].cells = std::move(cells);
        }
        result.objects = std::move(objects_);
        return result;
    }

  private:
    // What calls have made stays as it is, however often it reaches the same object: it is separate as a whole.
    struct Origin {
        std::uint32_t object = 0; // in the source
        std::size_t whole = 0;    // the number of what was made as a whole; 0: by itself
        Reference number;         // in the result

        bool operator<(const Origin& other) const {
            return std::tie(object, whole) < std::tie(other.object, other.whole);
        }
    };

    Value renumbered(const Value& value) {
        return with_references(value, [this](Reference old) { return number_of(old); });
    }

    Reference number_of(Reference old) {
        // An object that reaches itself must not be copied for ever.
        constexpr std::size_t kMostSeparate = 64;
        if (old.is_null() || old.object > source_.size()) {
            return {};
        }
        if (old.object == now_.object) {
            return now_.number;
        }
        Origin origin{old.object, now_.whole, {}};
        const bool copied = separate_ && now_.whole == 0 && objects_.size() < kMostSeparate;
        if (copied && source_[old.object - 1].making != nullptr) {
            origin.whole = ++wholes_;
        }
        const auto known = known_.find(origin);
        if (known != known_.end() && !copied) {
            return known->number;
        }
        objects_.push_back(source_[old.object - 1]);
        origin.number = {static_cast<std::uint32_t>(objects_.size())};
        if (known != known_.end()) {
            known_.erase(known);
        }
        known_.insert(origin);
        origins_.push_back(origin);
        return origin.number;
    }

    const Values& arguments_;
    const std::vector<ObjectDraft>& source_;
    bool separate_;
    Origin now_; // the object whose cells are looked at
    std::size_t wholes_ = 0;
    std::vector<ObjectDraft> objects_;
    std::vector<Origin> origins_; // of the objects
    std::set<Origin> known_;      // the last of each
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

Input tidied(const Values& arguments, const std::vector<ObjectDraft>& objects, bool separate) {
    return Tidier(arguments, objects, separate).tidy();
}

std::string key_of(const Input& input) {
    std::string key;
    for (const Value& argument : input.arguments) {
        append_key(key, argument);
        key += ';';
    }
    for (const ObjectDraft& object : input.objects) {
        if (typed::is_class(object.type)) { // of which trait's objects, or of `object`, the parameters do not say
            key += typed::unique_name(object.type);
        }
        for (const std::size_t length : object.lengths) {
            key += fmt::format("{}x", length);
        }
        append_key(key, Value::sequence(object.cells));
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
    for (const ObjectDraft& object : input.objects) {
        weight += 1 + weight_of(Value::sequence(object.cells));
        for (const std::size_t length : object.lengths) { // without elements it may still be long
            weight += length;
        }
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
    for (const ObjectDraft& object : input.objects) {
        for (const Value& cell : object.cells) {
            count += part_count(cell);
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
