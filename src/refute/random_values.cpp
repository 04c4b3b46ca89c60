// Chance in, related values out.
#include "refute/random_values.h"

#include "interpret/interpret.h"
#include "refute/graphs.h"

#include <algorithm>

namespace daphnia::refute {

namespace {

bool is_missing(const Value& value) {
    return !value.is_assigned();
}

bool is_any_missing(const Values& values) {
    return std::any_of(values.begin(), values.end(), is_missing);
}

} // namespace

void RandomValues::forget() {
    objects_.clear();
    integers_.clear();
    lengths_.clear();
    made_.clear();
}

void RandomValues::note_numbers(const Value& value, bool follow) {
    constexpr std::size_t kEnough = 64;
    if (integers_.size() > kEnough || !value.is_assigned()) {
        return;
    }
    if (value.has_parts()) {
        const Values& parts = value.parts();
        if (value.is_collection()) {
            lengths_.push_back(parts.size());
        }
        for (const Value& part : parts) {
            note_numbers(part, follow);
        }
    } else if (follow && value.is_reference() && value.as_reference().object != 0 &&
               value.as_reference().object <= objects_.size()) {
        const ObjectDraft& object = objects_[value.as_reference().object - 1];
        if (typed::is_array(object.type)) {
            const interpret::Lengths lengths = lengths_of(object);
            lengths_.insert(lengths_.end(), lengths.begin(), lengths.end());
        }
        for (const Value& cell : object.cells) {
            note_numbers(cell, false);
        }
    } else if (!value.is_bool() && !value.is_character() && !value.is_reference() && value.as_small().has_value()) {
        integers_.push_back(*value.as_small());
    }
}

void RandomValues::note(const Value& value, const typed::Type& declared) {
    const typed::Type type = typed::carrier(declared);
    constexpr std::size_t kParts = 4;
    note_numbers(value, true);
    if (!value.is_assigned()) {
        return;
    }
    made_.emplace_back(type, value);
    if (value.is_collection()) {
        for (std::size_t i = 0; i < std::min(value.elements().size(), kParts); ++i) {
            made_.emplace_back(typed::element_type(type), value.elements()[i]);
            if (value.is_map()) {
                made_.emplace_back(type.arguments.front(), value.elements()[i].components().front());
            }
        }
    }
}

std::int64_t RandomValues::integer(std::size_t size) {
    const auto near = static_cast<std::int64_t>(chance_.below(3)) - 1;
    const std::size_t way = chance_.below(20);
    const auto around = [&](std::size_t bound) {
        return static_cast<std::int64_t>(chance_.below(2 * bound + 1)) - static_cast<std::int64_t>(bound);
    };
    if (way < 5 && !lengths_.empty()) {
        return static_cast<std::int64_t>(lengths_[chance_.below(lengths_.size())]) + near;
    }
    if (way < 10 && !integers_.empty()) {
        return integers_[chance_.below(integers_.size())] + (chance_.one_in(2) ? near : 0);
    }
    if (way < 13 && !vocabulary_.integers.empty()) {
        return vocabulary_.integers[chance_.below(vocabulary_.integers.size())] + (chance_.one_in(2) ? near : 0);
    }
    if (way == 19 && size > 6) {
        return around(chance_.one_in(2) ? 100 : 100'000);
    }
    return chance_.one_in(3) ? around(size) : static_cast<std::int64_t>(chance_.below(size + 1));
}

void RandomValues::arrange(Values& elements, const typed::Type& declared) {
    const typed::Type element = typed::carrier(declared);
    const bool ordered = typed::is_integral(element) || element.kind == typed::TypeKind::Char;
    const auto less = [](const Value& a, const Value& b) { return interpret::compare(a, b) < 0; };
    switch (chance_.below(8)) {
    case 0:
    case 1:
    case 2:
        if (ordered) {
            std::stable_sort(elements.begin(), elements.end(), less);
        }
        break;
    case 3:
        if (ordered) {
            std::stable_sort(elements.begin(), elements.end(), less);
            std::reverse(elements.begin(), elements.end());
        }
        break;
    case 4:
        std::fill(elements.begin(), elements.end(), elements.empty() ? Value() : Value(elements.front()));
        break;
    default:
        break;
    }
}

Values RandomValues::list(const typed::Type& element, std::size_t size) {
    return room_ == 0 ? Values() : list_of(element, length(size), size);
}

std::size_t RandomValues::length(std::size_t size) {
    // Inside a datatype there may be as many values as there is room for, so that what contains itself comes to an end.
    constexpr std::size_t kMostInside = 4;
    std::size_t length = chance_.below(std::min<std::size_t>(size, inside_ > 0 ? kMostInside : 12) + 1);
    if (inside_ == 0 && !lengths_.empty() && chance_.one_in(2)) {
        length = lengths_[chance_.below(lengths_.size())];
    } else if (inside_ == 0 && chance_.one_in(4)) {
        constexpr std::int64_t kLong = 40;
        const std::int64_t wanted = integer(size);
        length = wanted >= 0 && wanted <= kLong ? static_cast<std::size_t>(wanted) : length;
    }
    return length;
}

// Of several dimensions: most contracts relate the lengths, so that they are few; and often they are equal.
ObjectDraft RandomValues::array(const typed::Type& type, std::size_t size) {
    constexpr std::size_t kLongest = 6;
    ObjectDraft result{typed::non_null(type), {}};
    const typed::Type& element = type.arguments.front();
    if (typed::dimensions(type) == 1) {
        result.cells = list(element, size);
        return result;
    }
    for (std::size_t i = 0; i < typed::dimensions(type); ++i) {
        const bool same = i > 0 && chance_.one_in(2);
        result.lengths.push_back(room_ == 0 ? 0
                                 : same     ? result.lengths.back()
                                            : std::min(kLongest, length(std::min(size, kLongest))));
    }
    constexpr std::size_t kMost = 200;
    while (interpret::count_of(result.lengths) > kMost) {
        *std::max_element(result.lengths.begin(), result.lengths.end()) /= 2;
    }
    const std::size_t count = interpret::count_of(result.lengths);
    result.cells = list_of(element, count, size);
    if (result.cells.size() < count) {
        result.cells.clear();
        std::fill(result.lengths.begin(), result.lengths.end(), 0);
    }
    return result;
}

// Fewer where there are elements that are not found.
Values RandomValues::list_of(const typed::Type& element, std::size_t length, std::size_t size) {
    Values elements;
    const std::size_t inner = element.arguments.empty() ? size : size / 2;
    for (std::size_t i = 0; i < length; ++i) {
        elements.push_back(part(element, inner));
    }
    std::erase_if(elements, is_missing);
    arrange(elements, element);
    return elements;
}

// Each level has less room than the one around it; without room the value is the default one's shape, which ends.
Value RandomValues::datatype(const typed::Type& type, std::size_t size) {
    const auto& constructors = type.datatype->constructors;
    const std::size_t chosen = size == 0 ? type.datatype->default_constructor : chance_.below(constructors.size());
    Values fields;
    ++inside_;
    for (const typed::Type& field : typed::field_types(type, chosen)) {
        fields.push_back(part(field, size - std::min<std::size_t>(size, 1 + chance_.below(2))));
    }
    --inside_;
    return is_any_missing(fields) ? Value() : Value::datatype(chosen, std::move(fields));
}

// A few arguments with values of their own. Functions that give arrays are left out.
Value RandomValues::function(const typed::Type& type, std::size_t size) {
    if (typed::contains_arrays(type)) {
        return {};
    }
    interpret::FunctionData result{type, nullptr};
    const typed::Type& given = typed::result_type(type);
    const bool total = type.arrow == typed::ArrowKind::Total;
    if (total || !chance_.one_in(3)) {
        result.otherwise = part(given, size);
    }
    if (total && is_missing(result.otherwise)) {
        return {};
    }
    const std::size_t count = typed::parameter_count(type) == 0 ? 0 : chance_.below(4);
    for (std::size_t i = 0; i < count; ++i) {
        Values arguments;
        for (std::size_t at = 0; at < typed::parameter_count(type); ++at) {
            arguments.push_back(part(type.arguments[at], size));
        }
        if (is_any_missing(arguments)) {
            continue;
        }
        if (is_missing(result.at(arguments)) || result.at(arguments) == result.otherwise) {
            Value value = part(given, size);
            if (!total || !is_missing(value)) {
                result.entries.emplace_back(std::move(arguments), std::move(value));
            }
        }
    }
    return Value::function(std::move(result));
}

Value RandomValues::value(const typed::Type& type, std::size_t size) {
    constexpr std::size_t kMostParts = 200;
    room_ = kMostParts;
    return part(type, size);
}

Value RandomValues::part(const typed::Type& declared, std::size_t size) {
    const typed::Type type = typed::carrier(declared);
    if (room_ == 0) {
        return make(type, 0);
    }
    --room_;
    // Equality is what contracts ask for most.
    for (int attempt = 0; attempt < 3 && !made_.empty() && chance_.one_in(4); ++attempt) {
        const auto& [other, known] = made_[chance_.below(made_.size())];
        if (other == type) {
            if (const std::size_t parts = part_count(known); parts <= room_) {
                room_ -= parts;
                return known;
            }
        }
    }
    return make(type, size);
}

Value RandomValues::make(const typed::Type& type, std::size_t size) {
    switch (type.kind) {
    case typed::TypeKind::Bool:
        return Value::boolean(chance_.one_in(2));
    case typed::TypeKind::Int:
        return Value::integer(integer(size));
    case typed::TypeKind::Nat:
        return Value::integer(std::max<std::int64_t>(integer(size), 0));
    case typed::TypeKind::Subset:
        break;
    case typed::TypeKind::Parameter: // a few, so that some are equal
        return Value::integer(static_cast<std::int64_t>(chance_.below(std::min<std::size_t>(size, 8) + 1)));
    case typed::TypeKind::Bits: { // small ones and, as they behave in their own ways, those next to the largest
        const std::int64_t drawn = std::max<std::int64_t>(integer(size), 0);
        const support::Integer power = support::Integer(1) << type.width;
        const support::Integer number =
            chance_.one_in(4) ? support::Integer(power - 1 - drawn) : support::Integer(drawn);
        return Value::integer(support::Integer(((number % power) + power) % power));
    }
    case typed::TypeKind::Real: {
        constexpr std::int64_t kDenominators[] = {1, 1, 2, 3, 4, 10};
        if (!vocabulary_.reals.empty() && chance_.one_in(4)) {
            return Value::real(vocabulary_.reals[chance_.below(vocabulary_.reals.size())]);
        }
        support::Rational fraction(support::Integer(integer(size)),
                                   support::Integer(kDenominators[chance_.below(std::size(kDenominators))]));
        fraction.canonicalize();
        return Value::real(fraction);
    }
    case typed::TypeKind::Char: {
        const auto& letters = vocabulary_.characters;
        return Value::character(!letters.empty() && chance_.one_in(2)
                                    ? letters[chance_.below(letters.size())]
                                    : static_cast<char32_t>(U'a' + chance_.below(std::min<std::size_t>(size + 1, 26))));
    }
    case typed::TypeKind::Seq:
    case typed::TypeKind::Set:
    case typed::TypeKind::Iset:
    case typed::TypeKind::Multiset:
    case typed::TypeKind::Map:
    case typed::TypeKind::Imap:
        return Value::collection(type.kind, list(typed::element_type(type), size));
    case typed::TypeKind::Reference:
        return reference(type, size);
    case typed::TypeKind::Tuple: {
        Values components;
        for (const typed::Type& component : type.arguments) {
            components.push_back(part(component, size));
        }
        return is_any_missing(components) ? Value() : Value::tuple(std::move(components));
    }
    case typed::TypeKind::Datatype:
        return datatype(type, size);
    case typed::TypeKind::Arrow:
        return function(type, size);
    }
    return {};
}

Value RandomValues::reference(const typed::Type& type, std::size_t size) {
    if (type.nullable && chance_.one_in(4)) {
        return Value::reference({});
    }
    if (typed::is_array(type)) {
        ObjectDraft made = array(type, size); // which may add other objects
        objects_.push_back(std::move(made));
        return Value::reference({static_cast<std::uint32_t>(objects_.size())});
    }
    constexpr std::size_t kDeepest = 4;
    const bool deep = inside_ >= kDeepest || room_ == 0;
    if (deep && type.nullable) {
        return Value::reference({});
    }
    // One that is there already: shared, or one of which this is a part.
    std::vector<Reference> known;
    for (std::size_t i = 0; i < objects_.size(); ++i) {
        if (fits(objects_[i].type, type)) {
            known.push_back({static_cast<std::uint32_t>(i + 1)});
        }
    }
    if (!known.empty() && (deep || chance_.one_in(4))) {
        return Value::reference(known[chance_.below(known.size())]);
    }
    const std::vector<typed::Type> types = object_types(type, vocabulary_);
    return types.empty() || deep ? Value() : object(types[chance_.below(types.size())], size);
}

// One that calls have made, where there is one: most classes say more of their objects than chance meets.
Value RandomValues::object(const typed::Type& type, std::size_t size) {
    std::vector<const Input*> made;
    for (const Input& each : vocabulary_.made) {
        if (each.objects.front().type == type) {
            made.push_back(&each);
        }
    }
    if (!made.empty() && !chance_.one_in(3)) {
        const Input& chosen = *made[chance_.below(made.size())];
        return moved(chosen.arguments.front(), append(chosen.objects, objects_));
    }
    // It is there before what it holds, so that what it holds may lead back to it.
    objects_.push_back({type, {}});
    const std::size_t number = objects_.size();
    Values cells;
    ++inside_;
    for (const typed::Cell& cell : typed::cells_of(type)) {
        cells.push_back(is_mirror(cell) ? interpret::default_value(typed::base_type(cell.type)).value_or(Value())
                                        : part(cell.type, size - std::min<std::size_t>(size, 1)));
    }
    --inside_;
    objects_[number - 1].cells = std::move(cells);
    return Value::reference({static_cast<std::uint32_t>(number)});
}

// With ghost fields that say what the others hold, most of the time; of what calls have made they say it already.
Input RandomValues::finished(const Values& arguments) {
    Input input = tidied(arguments, objects_);
    const bool made = std::any_of(input.objects.begin(), input.objects.end(),
                                  [](const ObjectDraft& object) { return object.making != nullptr; });
    const std::size_t ways = made ? 1 : mirror_count(input);
    return ways > 1 && !chance_.one_in(5) ? mirrored(std::move(input), chance_.below(ways)) : input;
}

Input RandomValues::input(const Parameters& parameters, std::size_t size) {
    forget();
    Values arguments(parameters.size());
    // Numbers last: they are often about a length or an element.
    for (const bool numbers : {false, true}) {
        for (std::size_t i = 0; i < parameters.size(); ++i) {
            const typed::Type type = typed::carrier(parameters[i]->type);
            if (typed::is_integral(type) == numbers) {
                arguments[i] = value(type, size);
                note(arguments[i], type);
            }
        }
    }
    return finished(arguments);
}

// Elements that were not found are left out, unless their number is fixed.
Values RandomValues::changed_elements(Values elements, const typed::Type& element, bool fixed_length) {
    const std::size_t size = elements.size() + 2;
    const std::size_t at = chance_.below(elements.size());
    const auto place = elements.begin() + static_cast<std::ptrdiff_t>(at);
    switch (chance_.below(fixed_length ? 4 : 7)) {
    case 0:
        arrange(elements, element);
        break;
    case 1:
        if (!elements.empty()) {
            std::swap(elements[at], elements[chance_.below(elements.size())]);
        }
        break;
    case 2:
    case 3:
        if (!elements.empty()) {
            elements[at] = changed(elements[at], element);
        }
        break;
    case 4:
        if (!elements.empty()) {
            elements.erase(place);
        }
        break;
    case 5:
        elements.push_back(value(element, size));
        break;
    default:
        elements.insert(place, value(element, size));
        break;
    }
    if (!fixed_length) {
        std::erase_if(elements, is_missing);
    }
    return elements;
}

Value RandomValues::changed(const Value& old, const typed::Type& declared) {
    const typed::Type type = typed::carrier(declared);
    constexpr std::size_t kSize = 6;
    if (!old.is_assigned() || chance_.one_in(5)) {
        return value(type, kSize);
    }
    if (old.is_collection()) {
        return Value::collection(type.kind, changed_elements(old.elements(), typed::element_type(type), false));
    }
    if (old.is_tuple() && !old.components().empty()) {
        Values components = old.components();
        const std::size_t at = chance_.below(components.size());
        components[at] = changed(components[at], type.arguments[at]);
        return is_missing(components[at]) ? old : Value::tuple(std::move(components));
    }
    if (typed::is_integral(type) && chance_.one_in(2)) {
        const Value near = interpret::add(old, Value::integer(chance_.one_in(2) ? 1 : -1));
        const bool allowed = type.kind == typed::TypeKind::Int || near.as_integer() >= 0;
        return allowed ? near : old;
    }
    return value(type, kSize);
}

Input RandomValues::changed(const Input& input, const Parameters& parameters) {
    forget();
    Values arguments = input.arguments;
    objects_ = input.objects;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        note(arguments[i], parameters[i]->type);
    }
    const std::size_t changes = 1 + chance_.below(2);
    for (std::size_t change = 0; change < changes; ++change) {
        const std::size_t at = chance_.below(arguments.size() + objects_.size());
        if (at < arguments.size()) {
            arguments[at] = changed(arguments[at], parameters[at]->type);
        } else if (at - arguments.size() < objects_.size()) {
            change_object(at - arguments.size());
        }
    }
    return finished(arguments);
}

// With several dimensions: other elements, or an index of a dimension left out or there twice.
ObjectDraft RandomValues::changed_array(ObjectDraft array) {
    const typed::Type& element = array.type.arguments.front();
    if (array.lengths.empty()) {
        array.cells = changed_elements(array.cells, element, false);
        return array;
    }
    const std::size_t dimension = chance_.below(array.lengths.size());
    const std::size_t length = array.lengths[dimension];
    const std::size_t index = chance_.below(length);
    if (length > 0 && chance_.one_in(5)) {
        return without_index(array, dimension, index);
    }
    if (length > 0 && chance_.one_in(5)) {
        std::vector<std::size_t> indices;
        for (std::size_t i = 0; i < length; ++i) {
            indices.insert(indices.end(), i == index ? 2 : 1, i);
        }
        return with_indices(array, dimension, indices);
    }
    if (array.cells.empty()) {
        return this->array(array.type, 4);
    }
    array.cells = changed_elements(array.cells, element, true);
    return array;
}

void RandomValues::change_object(std::size_t number) {
    const typed::Type type = objects_[number].type;
    if (typed::is_array(type)) {
        ObjectDraft next = changed_array(objects_[number]); // likewise
        objects_[number] = std::move(next);
    } else if (!objects_[number].cells.empty()) {
        const std::vector<typed::Type> types = cell_types(type, objects_[number].cells.size());
        const std::size_t at = chance_.below(types.size());
        Value cell = changed(objects_[number].cells[at], types[at]); // which may add objects
        objects_[number].cells[at] = std::move(cell);
    }
    for (ObjectDraft& object : objects_) { // calls are not known to make what has changed
        object.making = nullptr;
    }
}

} // namespace daphnia::refute
