// Assignment in all its forms.
//
// The law of targets: what a target mentions (array and index) is evaluated once, before anything that the statement
// does, and so are the check of the index and the right to write there. What is evaluated is held in variables that
// nothing else assigns: whatever runs between (a call, an allocation, the writes to other targets), the write goes to
// the place that was checked, into the heap as it is then. All statements with targets get them from `destinations`,
// write with `write`, and hold the values of one target before those of the next are evaluated.
#include "encode/assignment.h"

#include "encode/procedure.h"

#include <fmt/format.h>

namespace daphnia::encode {

Assignments::Assignments(Procedure& all)
    : ProcedurePart(all.state), claims_(all.claims), permissions_(all.permissions), assigned_(all.assigned),
      definedness_(all.definedness) {}

// Evaluates what is written to, with the right to write there.
Destination Assignments::destination(const typed::Target& target) {
    if (const auto* variable = std::get_if<typed::VariableTarget>(&target.node)) {
        return {variable->variable, variable->variable->type, target.range};
    }
    if (const auto* field = std::get_if<typed::FieldTarget>(&target.node)) {
        return field_of(*field, target.range);
    }
    const auto& element = std::get<typed::ElementTarget>(target.node);
    ElementLocation result{typed::elements_region(element.array->type.arguments.at(0))};
    result.array = state_.held(claims_.checked(*element.array));
    if (element.array->type.nullable) {
        state_.require(store_.not_equal(result.array, vocabulary_.heap.null()),
                       claims_.simple_origin(support::Rule::NonNull, *element.array, {}));
    }
    result.index = state_.held(claims_.checked(*element.index));
    state_.require(store_.and_(store_.less_equal(store_.integer(0), result.index),
                               store_.less(result.index, vocabulary_.heap.array_length(result.array))),
                   claims_.simple_origin(support::Rule::IndexRange, *element.index, {}));
    permissions_.require_writable(result.region, result.array, target.range);
    const typed::Type type = result.region.content;
    return {std::move(result), type, target.range};
}

Destination Assignments::field_of(const typed::FieldTarget& target, support::SourceRange range) {
    const typed::Type type = typed::carrier(target.object->type);
    FieldLocation result{typed::field_region(type, *target.field)};
    result.object = state_.held(claims_.checked(*target.object));
    if (type.nullable) {
        state_.require(store_.not_equal(result.object, vocabulary_.heap.null()),
                       claims_.simple_origin(support::Rule::NonNull, *target.object, {}));
    }
    permissions_.require_writable(result.region, result.object, range);
    typed::Type content = result.region.content;
    return {std::move(result), std::move(content), range};
}

std::vector<Destination> Assignments::destinations(const std::vector<typed::Target>& targets) {
    std::vector<Destination> result;
    for (const typed::Target& target : targets) {
        result.push_back(destination(target));
    }
    return result;
}

void Assignments::write(const Destination& to, Term value) {
    if (const typed::Variable* const variable = to.variable()) {
        blocks_.emit(ivl::Assign{scope_.values.at(variable), value});
        assigned_.mark(variable);
        return;
    }
    if (const auto* field = std::get_if<FieldLocation>(&to.location.node)) {
        state_.heap.write(*field, value);
    } else {
        state_.heap.write(std::get<ElementLocation>(to.location.node), value);
    }
}

// Nothing where they surely are: variables, and places of different regions.
std::optional<Term> Assignments::are_different(const Location& a, const Location& b) const {
    if (const auto* one = std::get_if<ElementLocation>(&a.node)) {
        const auto* other = std::get_if<ElementLocation>(&b.node);
        return other == nullptr || !(one->region == other->region)
                   ? std::nullopt
                   : std::optional(store_.or_(store_.not_equal(one->array, other->array),
                                              store_.not_equal(one->index, other->index)));
    }
    const auto* one = std::get_if<FieldLocation>(&a.node);
    const auto* other = std::get_if<FieldLocation>(&b.node);
    return one == nullptr || other == nullptr || !(one->region == other->region)
               ? std::nullopt
               : std::optional(store_.not_equal(one->object, other->object));
}

// Two locations of the heap that are written at once are different, or get the same value.
void Assignments::require_distinct(const std::vector<Destination>& locations, const std::vector<Term>& values) {
    for (std::size_t i = 0; i < locations.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const std::optional<Term> different = are_different(locations[i].location, locations[j].location);
            if (!different) {
                continue;
            }
            state_.require(store_.or_(*different, store_.equal(values[i], values[j])),
                           {support::Rule::DistinctTargets,
                            locations[i].range,
                            {},
                            fmt::format("left-hand sides {} and {} might refer to the same location", j, i)});
        }
    }
}

Term Assignments::value_of(const typed::Value& value, const Destination& target) {
    const typed::Type& type = target.type;
    if (const auto* expr = std::get_if<typed::ExprPtr>(&value.node)) {
        return claims_.checked_fits(**expr, type);
    }
    if (const auto* created = std::get_if<typed::NewArray>(&value.node)) {
        return new_array(*created, value.range);
    }
    if (const auto* created = std::get_if<typed::NewObject>(&value.node)) {
        return new_object(*created, target);
    }
    const Term any = store_.fresh_variable("any", vocabulary_.sorts.of(type));
    blocks_.emit(ivl::Havoc{any});
    const Term belongs = vocabulary_.membership.is(type, any, &scope_.now);
    const Term flag = assigned_.flag_of(target.location);
    const bool given = flag == nullptr || assigned_.is_given(value, target.location);
    state_.assume(given ? belongs : store_.implies(flag, belongs));
    return any;
}

Term Assignments::new_array(const typed::NewArray& node, support::SourceRange range) {
    const Term size = claims_.checked(*node.size);
    const Term zero = store_.integer(0);
    state_.require(store_.less_equal(zero, size), claims_.simple_origin(support::Rule::ArraySize, *node.size, {}));
    const Term row = store_.fresh_variable("row", vocabulary_.heap.object_sort(typed::elements_region(node.element)));
    blocks_.emit(ivl::Havoc{row});
    Term content = row;
    if (node.has_display) {
        state_.require(store_.equal(size, store_.integer(static_cast<unsigned long>(node.display.size()))),
                       {support::Rule::ArraySize,
                        place_of(*node.size),
                        {},
                        "given array size must agree with the number of expressions in the initializing display (" +
                            std::to_string(node.display.size()) + ")"});
        for (std::size_t i = 0; i < node.display.size(); ++i) {
            content = store_.store(content, store_.integer(static_cast<unsigned long>(i)),
                                   claims_.checked_fits(*node.display[i], node.element));
        }
    } else if (node.initial != nullptr) {
        Expressions(vocabulary_, scope_, &definedness_)
            .check({*node.index, node.domain.get(), *node.initial, node.element, "array"}, size);
        const Term i = store_.fresh_variable(node.index->name, store_.int_sort());
        scope_.values[node.index.get()] = i;
        const Term at = store_.select(row, i);
        state_.assume(store_.forall({"initial elements", {i}, {{at}}, 0},
                                    store_.implies(store_.and_(store_.less_equal(zero, i), store_.less(i, size)),
                                                   store_.equal(at, claims_.pure(*node.initial)))));
    } else if (!typed::has_default_value(node.element)) {
        state_.require(
            store_.equal(size, zero),
            {support::Rule::ArraySize,
             range,
             {},
             fmt::format("unless an initializer is provided for the array elements, a new array of '{}' must have "
                         "empty size",
                         typed::to_string(node.element))});
    }
    return state_.heap.allocate(node.element, size, content);
}

// In a constructor `this` has had its reference from the beginning, as values of fields may hold it.
Term Assignments::new_object(const typed::NewObject& node, const Destination& target) {
    const typed::Method* const method = state_.method;
    const bool own = method != nullptr && method->kind == typed::MethodKind::Constructor &&
                     target.variable() == method->results.front().get();
    const std::vector<typed::Cell> cells = typed::cells_of(node.type);
    std::vector<Term> values;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (node.cells[i] != nullptr) {
            values.push_back(claims_.checked_fits(*node.cells[i], cells[i].type));
            continue;
        }
        values.push_back(store_.fresh_variable(cells[i].field->name, vocabulary_.sorts.of(cells[i].type)));
        blocks_.emit(ivl::Havoc{values.back()});
        state_.assume(vocabulary_.membership.is(cells[i].type, values.back(), &scope_.now));
    }
    return state_.heap.allocate(node.type, values, own ? scope_.values.at(target.variable()) : nullptr);
}

void Assignments::operator()(const typed::Assign& node) {
    const std::vector<Destination> targets = destinations(node.targets);
    std::vector<Term> values;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        // An allocation among the values, and the writes, change what the others mention.
        const Term value = value_of(node.values[i], targets[i]);
        values.push_back(targets.size() > 1 ? state_.held(value) : value);
    }
    require_distinct(targets, values);
    const auto assign = [&](std::size_t i) {
        if (assigned_.is_given(node.values[i], targets[i].location)) {
            write(targets[i], values[i]);
        } else {
            blocks_.emit(ivl::Assign{scope_.values.at(targets[i].variable()), values[i]});
        }
    };
    for (std::size_t i = 0; i < targets.size(); ++i) {
        assign(i);
    }
}

} // namespace daphnia::encode
