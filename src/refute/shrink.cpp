// Inputs in, smaller inputs out, greedily: the first simpler input that keeps the property is the next to be made
// simpler.
#include "refute/shrink.h"

#include "refute/graphs.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>

namespace daphnia::refute {

namespace {

using Visit = std::function<bool(Value)>; // whether to go on
using VisitList = std::function<bool(Values)>;

bool for_each_simpler(const Value& value, const typed::Type& declared, const Visit& visit);

// One of each sort that programs tell apart.
constexpr std::u32string_view kLetters = U"abcAB0 !~";

Values without(Values elements, std::size_t place) {
    elements.erase(elements.begin() + static_cast<std::ptrdiff_t>(place));
    return elements;
}

Values with(Values elements, std::size_t place, Value value) {
    elements[place] = std::move(value);
    return elements;
}

bool for_each_simpler_list(const Values& elements, const typed::Type& element, const VisitList& visit) {
    const auto middle = elements.begin() + static_cast<std::ptrdiff_t>(elements.size() / 2);
    if (elements.size() > 2 && !(visit(Values(elements.begin(), middle)) && visit(Values(middle, elements.end())))) {
        return false;
    }
    for (std::size_t i = elements.size(); i-- > 0;) {
        if (!visit(without(elements, i))) {
            return false;
        }
    }
    for (std::size_t i = 0; i < elements.size(); ++i) {
        if (!for_each_simpler(elements[i], element,
                              [&](Value value) { return visit(with(elements, i, std::move(value))); })) {
            return false;
        }
    }
    return true;
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

std::vector<support::Rational> simpler_reals(const support::Rational& value) {
    std::vector<support::Rational> result;
    for (const support::Rational& candidate :
         {support::Rational(0), support::Rational(1), support::Rational(-value),
          support::Rational(value - support::floor(value)), support::Rational(support::floor(value)),
          support::Rational(value / 2), support::Rational(value - sgn(value))}) {
        if (candidate != value) {
            result.push_back(candidate);
        }
    }
    return result;
}

// Contracts ask for equal lengths: the element of one index removed from every list that is that long.
bool shorten_together(const Input& input, const std::function<bool(const Input&)>& visit) {
    std::map<std::size_t, std::size_t> lists; // by length
    for (const Value& argument : input.arguments) {
        lists[argument.is_sequence() ? argument.elements().size() : 0] += 1;
    }
    for (const ObjectDraft& object : input.objects) {
        if (typed::is_array(object.type)) {
            for (const std::size_t length : lengths_of(object)) {
                lists[length] += 1;
            }
        }
    }
    for (const auto& [length, count] : lists) {
        for (std::size_t place = length; place-- > 0 && count > 1;) {
            Input next = input;
            for (Value& argument : next.arguments) {
                if (argument.is_sequence() && argument.elements().size() == length) {
                    argument = Value::sequence(without(argument.elements(), place));
                }
            }
            for (ObjectDraft& object : next.objects) {
                const interpret::Lengths all = typed::is_array(object.type) ? lengths_of(object) : interpret::Lengths();
                for (std::size_t i = 0; i < all.size(); ++i) {
                    if (all[i] == length) {
                        object = without_index(object, i, place);
                    }
                }
            }
            if (!visit(tidied(next.arguments, next.objects))) {
                return false;
            }
        }
    }
    return true;
}

bool for_each_simpler_in(const Values& parts, const std::function<typed::Type(std::size_t)>& type_of,
                         const VisitList& visit) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (!for_each_simpler(parts[i], type_of(i),
                              [&](Value part) { return visit(with(parts, i, std::move(part))); })) {
            return false;
        }
    }
    return true;
}

// An object of a class by itself, and with ghost fields that say what it then leads to.
bool for_each_simpler_object(const Input& input, std::size_t number, const std::function<bool(const Input&)>& visit) {
    const ObjectDraft& object = input.objects[number];
    const auto visit_object = [&](ObjectDraft simpler) {
        Input next = input;
        next.objects[number] = std::move(simpler);
        next = tidied(next.arguments, next.objects);
        if (!visit(next)) {
            return false;
        }
        for (std::size_t guess = 0; mirror_count(next) > 1 && guess < mirror_count(next); ++guess) {
            if (!visit(mirrored(next, guess))) {
                return false;
            }
        }
        return true;
    };
    const auto visit_with = [&](Values cells) {
        ObjectDraft simpler = object;
        simpler.cells = std::move(cells);
        return visit_object(std::move(simpler));
    };
    if (typed::is_array(object.type) && object.lengths.empty()) {
        return for_each_simpler_list(object.cells, object.type.arguments.front(), visit_with);
    }
    for (std::size_t i = 0; i < object.lengths.size(); ++i) {
        for (std::size_t index = object.lengths[i]; index-- > 0;) {
            if (!visit_object(without_index(object, i, index))) {
                return false;
            }
        }
    }
    const std::vector<typed::Type> types = cell_types(object.type, object.cells.size());
    for (std::size_t i = 0; i < types.size(); ++i) {
        const typed::Type type = typed::carrier(types[i]);
        const bool refers = typed::is_reference(type) && type.nullable && object.cells[i].is_reference() &&
                            !object.cells[i].as_reference().is_null();
        if (refers && !visit_with(with(object.cells, i, Value::reference({})))) {
            return false;
        }
    }
    return for_each_simpler_in(
        object.cells, [&](std::size_t i) { return types[i]; }, visit_with);
}

// One step simpler, for each place where one is possible.
bool for_each_simpler_input(const Input& input, const Parameters& parameters,
                            const std::function<bool(const Input&)>& visit) {
    if (!shorten_together(input, visit)) {
        return false;
    }
    const std::vector<bool> made = made_parts(input);
    for (std::size_t i = 0; i < input.objects.size(); ++i) {
        if (!made[i] && !for_each_simpler_object(input, i, visit)) {
            return false;
        }
    }
    for (std::size_t i = 0; i < input.arguments.size(); ++i) {
        if (!for_each_simpler(input.arguments[i], parameters[i]->type, [&](Value value) {
                Input next = input;
                next.arguments[i] = std::move(value);
                return visit(tidied(next.arguments, next.objects));
            })) {
            return false;
        }
    }
    return true;
}

bool for_each_simpler_datatype(const Value& value, const typed::Type& type, const Visit& visit) {
    const auto& constructors = type.datatype->constructors;
    const std::vector<typed::Type> fields = typed::field_types(type, value.constructor());
    for (std::size_t i = 0; i < constructors.size(); ++i) {
        if (constructors[i].fields.empty() && !(Value::datatype(i, {}) == value) && !visit(Value::datatype(i, {}))) {
            return false;
        }
    }
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i] == type && !visit(value.fields()[i])) {
            return false;
        }
    }
    return for_each_simpler_in(
        value.fields(), [&](std::size_t i) { return fields[i]; },
        [&](Values changed) { return visit(value.with_parts(std::move(changed))); });
}

bool for_each_simpler_function(const interpret::FunctionData& function, const typed::Type& type, const Visit& visit) {
    const auto with_entry = [&](std::size_t entry, Value value) {
        interpret::FunctionData changed = function;
        (entry == function.entries.size() ? changed.otherwise : changed.entries[entry].second) = std::move(value);
        return visit(Value::function(std::move(changed)));
    };
    for (std::size_t i = 0; i < function.entries.size(); ++i) {
        interpret::FunctionData fewer = function;
        fewer.entries.erase(fewer.entries.begin() + static_cast<std::ptrdiff_t>(i));
        if (!visit(Value::function(std::move(fewer)))) {
            return false;
        }
    }
    for (std::size_t i = 0; i <= function.entries.size(); ++i) {
        const Value& given = i == function.entries.size() ? function.otherwise : function.entries[i].second;
        if (!for_each_simpler(given, typed::result_type(type),
                              [&](Value value) { return with_entry(i, std::move(value)); })) {
            return false;
        }
    }
    return true;
}

// The simplest first.
bool for_each_simpler(const Value& value, const typed::Type& declared, const Visit& visit) {
    const typed::Type type = typed::carrier(declared);
    if (!value.is_assigned() || value.is_reference()) {
        return true;
    }
    if (value.is_collection()) {
        return for_each_simpler_list(value.elements(), typed::element_type(type),
                                     [&](Values elements) { return visit(value.with_parts(std::move(elements))); });
    }
    if (value.is_tuple()) {
        return for_each_simpler_in(
            value.components(), [&](std::size_t i) { return type.arguments[i]; },
            [&](Values components) { return visit(Value::tuple(std::move(components))); });
    }
    if (value.is_datatype()) {
        return for_each_simpler_datatype(value, type, visit);
    }
    if (value.is_function()) {
        return for_each_simpler_function(value.as_function(), type, visit);
    }
    if (value.is_bool()) {
        return !value.as_bool() || visit(Value::boolean(false));
    }
    if (value.is_character()) {
        for (const char32_t letter : kLetters) {
            if (weight_of(Value::character(letter)) < weight_of(value) && !visit(Value::character(letter))) {
                return false;
            }
        }
        return true;
    }
    if (value.is_real()) {
        for (const support::Rational& simple : simpler_reals(value.as_real())) {
            if (!visit(Value::real(simple))) {
                return false;
            }
        }
        return true;
    }
    for (Value& integer : simpler_integers(value.as_integer())) {
        if (type.kind == typed::TypeKind::Bits && integer.as_integer() < 0) {
            continue;
        }
        if (!visit(std::move(integer))) {
            return false;
        }
    }
    return true;
}

} // namespace

Values simpler(const Value& value, const typed::Type& declared) {
    const typed::Type type = typed::carrier(declared);
    Values result;
    for_each_simpler(value, type, [&](Value simple) {
        result.push_back(std::move(simple));
        return true;
    });
    return result;
}

namespace {

void visit_characters(const Value& value, const std::function<void(char32_t)>& visit) {
    if (value.is_assigned() && value.is_character()) {
        visit(value.as_character());
    } else if (value.is_assigned() && value.has_parts()) {
        for (const Value& part : value.parts()) {
            visit_characters(part, visit);
        }
    }
}

Value renamed(const Value& value, char32_t from, char32_t to) {
    if (!value.is_assigned() || value.is_function()) {
        return value;
    }
    if (value.is_character()) {
        return value.as_character() == from ? Value::character(to) : value;
    }
    if (!value.has_parts()) {
        return value;
    }
    Values parts;
    for (const Value& part : value.parts()) {
        parts.push_back(renamed(part, from, to));
    }
    return value.with_parts(std::move(parts));
}

// What is the same character stays the same one: all occurrences of it become another, which has not occurred.
Input renamed(Input input, char32_t from, char32_t to) {
    for (Value& argument : input.arguments) {
        argument = renamed(argument, from, to);
    }
    for (ObjectDraft& object : input.objects) {
        for (Value& cell : object.cells) {
            cell = renamed(cell, from, to);
        }
    }
    return input;
}

Input with_simple_characters(Input input, const std::function<bool(const Input&)>& keeps) {
    std::set<char32_t> used;
    const auto note = [&](char32_t character) { used.insert(character); };
    for (const Value& argument : input.arguments) {
        visit_characters(argument, note);
    }
    for (const ObjectDraft& object : input.objects) {
        for (const Value& cell : object.cells) {
            visit_characters(cell, note);
        }
    }
    for (const char32_t character : std::set<char32_t>(used)) {
        for (const char32_t letter : kLetters) {
            if (used.contains(letter) ||
                weight_of(Value::character(letter)) >= weight_of(Value::character(character))) {
                continue;
            }
            Input simpler = renamed(input, character, letter);
            if (keeps(simpler)) {
                input = std::move(simpler);
                used.insert(letter);
                used.erase(character);
                break;
            }
        }
    }
    return input;
}

} // namespace

Input shrunk(Input input, const Parameters& parameters, std::size_t attempts,
             const std::function<bool(const Input&)>& keeps) {
    input = with_simple_characters(std::move(input), keeps);
    for (;;) {
        std::optional<Input> smaller;
        for_each_simpler_input(input, parameters, [&](const Input& next) {
            if (weight_of(next) < weight_of(input) && attempts > 0) {
                --attempts;
                if (keeps(next)) {
                    smaller = next;
                }
            }
            return attempts > 0 && !smaller;
        });
        if (!smaller) {
            return input;
        }
        input = *std::move(smaller);
    }
}

} // namespace daphnia::refute
