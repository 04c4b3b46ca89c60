// See the header.
#include "interpret/assignments.h"

#include "interpret/checks.h"
#include "interpret/evaluation.h"
#include "interpret/inhabitants.h"
#include "interpret/meter.h"
#include "interpret/narrowing.h"
#include "interpret/sequence_expressions.h"
#include "support/match.h"

#include <fmt/format.h>

#include <algorithm>

namespace daphnia::interpret {

Place Assignments::place(const typed::Target& target) {
    if (const auto* element = std::get_if<typed::ElementTarget>(&target.node)) {
        return element_place(*element, target.range);
    }
    if (const auto* field = std::get_if<typed::FieldTarget>(&target.node)) {
        return field_place(*field, target.range);
    }
    const typed::Variable* const variable = std::get<typed::VariableTarget>(target.node).variable;
    return {variable, &variable->type, {}, 0, target.range};
}

Place Assignments::element_place(const typed::ElementTarget& target, SourceRange range) {
    Place result;
    result.range = range;
    result.type = &target.array->type.arguments.at(0);
    result.object = sequences_.checked_array(*target.array);
    result.index = sequences_.checked_position(target.indices, result.object, *target.array);
    if (run_.checking() && !run_.active()->modifies.allows(result.object)) {
        checks_.fail({Rule::Modifies, range, {}}, {}, {checks_.part(*target.array, Value::reference(result.object))});
    }
    return result;
}

Place Assignments::field_place(const typed::FieldTarget& target, SourceRange range) {
    Place result;
    result.range = range;
    if (target.field->ghost && !run_.checking()) {
        result.type = &target.field->type;
        return result;
    }
    Value room;
    result.object = narrowing_.require_not_null(*target.object, evaluation_.peek(*target.object, room));
    const typed::Type& type = run_.heap().type_of(result.object);
    result.index = run_.layouts().index_of(type, *target.field);
    result.type = &run_.layouts().cells_of(type)[result.index].type;
    if (run_.checking() && !run_.active()->modifies.allows(result.object, target.field)) {
        checks_.fail({Rule::Modifies, range,
                      "assignment updates an object field not in the enclosing context's modifies clause"},
                     {}, {checks_.part(*target.object, Value::reference(result.object))});
    }
    return result;
}

std::vector<Place> Assignments::places(const std::vector<typed::Target>& targets) {
    std::vector<Place> result;
    result.reserve(targets.size());
    for (const typed::Target& target : targets) {
        result.push_back(place(target));
    }
    return result;
}

bool Assignments::is_erased(const Place& place) const {
    return !run_.checking() && (place.variable != nullptr ? place.variable->ghost : place.object.is_null());
}

// Two cells written at once are different, or get the same value.
void Assignments::require_distinct(const std::vector<Place>& places, const Values& values) {
    if (!run_.checking()) {
        return;
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (places[i].variable == nullptr && places[j].variable == nullptr &&
                places[i].object == places[j].object && places[i].index == places[j].index &&
                !(values[i] == values[j])) {
                checks_.fail({Rule::DistinctTargets, places[i].range,
                              fmt::format("left-hand sides {} and {} refer to the same location", j, i)});
            }
        }
    }
}

void Assignments::write(const Place& place, Value value) {
    if (place.variable != nullptr) {
        (*run_.active())[*place.variable] = std::move(value);
    } else if (!place.object.is_null()) {
        run_.heap().write(place.object, place.index, std::move(value));
    }
}

const Value& Assignments::content(const Place& place) {
    return place.variable != nullptr ? (*run_.active())[*place.variable]
                                     : run_.heap().cells_of(place.object)[place.index];
}

namespace {

// One case for each kind of value.
template <typename... Cases>
struct ValueCases : Cases... {
    using Cases::operator()...;
};

} // namespace

Value Assignments::value_of(const typed::Value& value, const Place& target) {
    return support::match(value.node,
                          ValueCases{
                              [&](const typed::ExprPtr& expr) {
                                  Value result = evaluation_.eval(*expr);
                                  narrowing_.require_fits(*target.type, expr->type, result, *expr);
                                  return result;
                              },
                              [&](const typed::HavocValue&) { return any_value(target, value.range); },
                              [&](const typed::NewArray& node) { return new_array(node, value.range); },
                              [&](const typed::NewObject& node) { return new_object(node, target, value.range); },
                          });
}

// Any value of a type is none when the type has no value: the variable is assigned only if it was before.
Value Assignments::any_value(const Place& target, SourceRange range) {
    if (target.variable != nullptr && !(*run_.active())[*target.variable].is_assigned()) {
        const bool ghost = target.variable->ghost || (run_.active()->method != nullptr && run_.active()->method->ghost);
        if (!(ghost ? typed::is_nonempty(*target.type) : typed::has_default_value(*target.type))) {
            return {};
        }
    }
    return inhabitants_.any_value(*target.type, range);
}

Value Assignments::new_array(const typed::NewArray& node, SourceRange range) {
    constexpr auto kMost = static_cast<std::size_t>(-1);
    const bool several = node.sizes.size() > 1;
    Lengths lengths;
    std::size_t longest = 0;
    for (std::size_t i = 0; i < node.sizes.size(); ++i) {
        const typed::Expr& expr = *node.sizes[i];
        const Value size = evaluation_.eval(expr);
        if (size.as_small().value_or(size.as_integer() < 0 ? -1 : 0) < 0) {
            checks_.fail({Rule::ArraySize, place_of(expr),
                          several ? fmt::format("array size (dimension {}) might be negative", i) : ""},
                         {}, {checks_.part(expr, size)});
        }
        lengths.push_back(size.as_small() ? static_cast<std::size_t>(*size.as_small()) : kMost);
        longest = std::max(longest, lengths.back());
    }
    meter_.charge_cells(std::max(longest, count_of(lengths)), range); // without elements it has its lengths
    Values cells = elements(node, lengths, range);
    return Value::reference(
        run_.heap().allocate_object(typed::type_of(node), std::move(cells), several ? std::move(lengths) : Lengths()));
}

Value Assignments::empty_array(const typed::Type& type) {
    const std::size_t dimensions = typed::dimensions(type);
    return Value::reference(
        run_.heap().allocate_object(type, {}, dimensions == 1 ? Lengths() : Lengths(dimensions, 0)));
}

Value Assignments::new_object(const typed::NewObject& node, const Place& target, SourceRange range) {
    const std::vector<typed::Cell>& cells = run_.layouts().cells_of(node.type);
    meter_.charge_cells(cells.size(), range);
    Values values;
    values.reserve(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const typed::Expr* const given = node.cells[i].get();
        if (cells[i].field->ghost && !run_.checking()) {
            values.emplace_back();
        } else if (given == nullptr && typed::begins_empty(cells[i].type)) {
            values.push_back(empty_array(cells[i].type));
        } else if (given == nullptr) {
            values.push_back(inhabitants_.any_value(cells[i].type, range));
        } else {
            values.push_back(evaluation_.eval(*given));
            narrowing_.require_fits(cells[i].type, given->type, values.back(), *given);
        }
    }
    if (target.variable != nullptr && run_.makes(*target.variable)) {
        if (const Value& object = (*run_.active())[*target.variable]; object.is_assigned()) {
            run_.heap().replace(object.as_reference(), std::move(values));
            return object;
        }
    }
    return Value::reference(run_.heap().allocate_object(node.type, std::move(values)));
}

Values Assignments::elements(const typed::NewArray& node, const Lengths& lengths, SourceRange range) {
    if (node.has_display) {
        return displayed(node, lengths.front());
    }
    if (node.initial != nullptr) {
        SequenceExpressions::IndexFunction function{{}, node.domain.get(), *node.initial, node.element, "array"};
        for (const typed::VariablePtr& index : node.indices) {
            function.indices.push_back(index.get());
        }
        return sequences_.initial_elements(function, lengths);
    }
    return default_elements(node, lengths, range);
}

Values Assignments::displayed(const typed::NewArray& node, std::size_t size) {
    if (node.display.size() != size) {
        checks_.fail({Rule::ArraySize, place_of(*node.sizes.front()),
                      fmt::format("given array size must agree with the number of expressions in the "
                                  "initializing display ({})",
                                  node.display.size())},
                     {}, {checks_.part(*node.sizes.front(), Value::integer(static_cast<std::int64_t>(size)))});
    }
    Values result;
    for (const typed::ExprPtr& expr : node.display) {
        result.push_back(evaluation_.eval(*expr));
        narrowing_.require_fits(node.element, expr->type, result.back(), *expr);
    }
    return result;
}

Values Assignments::default_elements(const typed::NewArray& node, const Lengths& lengths, SourceRange range) {
    const std::size_t count = count_of(lengths);
    Values elements;
    if (count == 0) {
        return elements;
    }
    if (typed::begins_empty(node.element)) { // all of them the same one
        elements.assign(count, empty_array(node.element));
        return elements;
    }
    if (!typed::has_default_value(node.element)) {
        std::vector<EvaluatedPart> parts;
        for (std::size_t i = 0; i < lengths.size(); ++i) {
            parts.push_back(checks_.part(*node.sizes[i], Value::integer(static_cast<std::int64_t>(lengths[i]))));
        }
        checks_.fail({Rule::ArraySize, range,
                      fmt::format("unless an initializer is provided for the array elements, a new array of '{}' must "
                                  "have empty size",
                                  typed::to_string(node.element))},
                     {}, std::move(parts));
    }
    elements.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        elements.push_back(inhabitants_.any_value(node.element, range));
    }
    return elements;
}

} // namespace daphnia::interpret
