// Assignment in all its forms.
//
// The law of targets: what a target mentions (array and indices) is evaluated once, before anything that the statement
// does, and so are the check of the index and the right to write there. What is evaluated is held in variables that
// nothing else assigns: whatever runs between (a call, an allocation, the writes to other targets), the write goes to
// the place that was checked, into the heap as it is then. All statements with targets get them from `destinations`,
// write with `write`, and hold the values of one target before those of the next are evaluated.
#include "encode/assignment.h"

#include "encode/expression_nodes.h"
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
    return element_of(std::get<typed::ElementTarget>(target.node), target.range);
}

Destination Assignments::element_of(const typed::ElementTarget& target, support::SourceRange range) {
    ElementLocation result;
    result.region = typed::elements_region(target.array->type);
    result.array = state_.held(claims_.checked(*target.array));
    if (target.array->type.nullable) {
        state_.require(store_.not_equal(result.array, vocabulary_.heap.null()),
                       claims_.simple_origin(support::Rule::NonNull, *target.array, {}));
    }
    for (std::size_t i = 0; i < target.indices.size(); ++i) {
        const Term index = state_.held(claims_.checked(*target.indices[i]));
        state_.require(in_range(store_, index, vocabulary_.heap.array_length(result.array, i)),
                       claims_.simple_origin(support::Rule::IndexRange, *target.indices[i],
                                             index_message(i, target.indices.size())));
        result.indices.push_back(index);
    }
    permissions_.require_writable(result.region, result.array, range);
    typed::Type type = result.region.content;
    return {std::move(result), std::move(type), range};
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
        if (other == nullptr || !(one->region == other->region)) {
            return std::nullopt;
        }
        std::vector<Term> different{store_.not_equal(one->array, other->array)};
        for (std::size_t i = 0; i < one->indices.size(); ++i) {
            different.push_back(store_.not_equal(one->indices[i], other->indices[i]));
        }
        return store_.or_(std::move(different));
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

std::vector<Term> Assignments::lengths_of(const typed::NewArray& node) {
    std::vector<Term> result;
    for (std::size_t i = 0; i < node.sizes.size(); ++i) {
        result.push_back(claims_.checked(*node.sizes[i]));
        state_.require(store_.less_equal(store_.integer(0), result.back()),
                       claims_.simple_origin(support::Rule::ArraySize, *node.sizes[i],
                                             node.sizes.size() == 1
                                                 ? std::string()
                                                 : fmt::format("array size (dimension {}) might be negative", i)));
    }
    return result;
}

Term Assignments::new_array(const typed::NewArray& node, support::SourceRange range) {
    const std::vector<Term> lengths = lengths_of(node);
    const Term content = content_of(node, lengths, range);
    return state_.heap.allocate_array(typed::type_of(node), lengths, content);
}

Term Assignments::content_of(const typed::NewArray& node, const std::vector<Term>& lengths,
                             support::SourceRange range) {
    const typed::Region region = typed::elements_region(typed::type_of(node));
    const Term row = store_.fresh_variable("row", vocabulary_.heap.object_sort(region));
    blocks_.emit(ivl::Havoc{row});
    Term content = row;
    if (node.has_display) {
        state_.require(store_.equal(lengths.front(), store_.integer(static_cast<unsigned long>(node.display.size()))),
                       {support::Rule::ArraySize,
                        place_of(*node.sizes.front()),
                        {},
                        "given array size must agree with the number of expressions in the initializing display (" +
                            std::to_string(node.display.size()) + ")"});
        for (std::size_t i = 0; i < node.display.size(); ++i) {
            content = store_.store(content, store_.integer(static_cast<unsigned long>(i)),
                                   claims_.checked_fits(*node.display[i], node.element));
        }
    } else if (node.initial != nullptr) {
        Expressions::IndexFunction function{{}, node.domain.get(), *node.initial, node.element, "array"};
        for (const typed::VariablePtr& index : node.indices) {
            function.indices.push_back(index.get());
        }
        Expressions(vocabulary_, scope_, &definedness_).check(function, lengths);
        std::vector<Term> indices;
        std::vector<Term> inside;
        for (std::size_t i = 0; i < lengths.size(); ++i) {
            indices.push_back(store_.fresh_variable(node.indices[i]->name, store_.int_sort()));
            scope_.values[node.indices[i].get()] = indices.back();
            inside.push_back(in_range(store_, indices.back(), lengths[i]));
        }
        const Term at = vocabulary_.heap.element(row, indices);
        state_.assume(store_.forall(
            {"initial elements", indices, {{at}}, 0},
            store_.implies(store_.and_(std::move(inside)), store_.equal(at, claims_.pure(*node.initial)))));
    } else if (typed::begins_empty(node.element)) {
        const std::vector<Term> indices = vocabulary_.heap.any_indices(typed::elements_region(typed::type_of(node)));
        const Term at = vocabulary_.heap.element(row, indices);
        const Term empty = empty_array(node.element);
        state_.assume(store_.forall({"initial elements", indices, {{at}}, 0}, store_.equal(at, empty)));
    } else if (!typed::has_default_value(node.element)) {
        std::vector<Term> empty;
        for (const Term length : lengths) {
            empty.push_back(store_.equal(length, store_.integer(0)));
        }
        state_.require(
            store_.or_(std::move(empty)),
            {support::Rule::ArraySize,
             range,
             {},
             fmt::format("unless an initializer is provided for the array elements, a new array of '{}' must have "
                         "empty size",
                         typed::to_string(node.element))});
    }
    return content;
}

Term Assignments::empty_array(const typed::Type& type) {
    const std::vector<Term> lengths(typed::dimensions(type), store_.integer(0));
    const Term row = store_.fresh_variable("row", vocabulary_.heap.object_sort(typed::elements_region(type)));
    blocks_.emit(ivl::Havoc{row});
    return state_.heap.allocate_array(type, lengths, row);
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
        if (typed::begins_empty(cells[i].type)) {
            values.push_back(empty_array(cells[i].type));
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
