// Assignment in all its forms.
//
// The law of targets: what a target mentions (array and index) is evaluated once, before anything that the statement
// does, and so are the check of the index and the right to write there. What is evaluated is held in variables that
// nothing else assigns: whatever runs between (a call, an allocation, the writes to other targets), the write goes to
// the place that was checked, into the heap as it is then. All statements with targets get them from `locations`,
// write with `write`, and hold the values of one target before those of the next are evaluated.
#include "encode/procedure.h"

#include "support/error.h"

#include <fmt/format.h>

namespace daphnia::encode {

using ivl::ObligationKind;

const typed::Variable* ProcedureEncoder::Location::variable() const {
    const auto* variable = std::get_if<const typed::Variable*>(&node);
    return variable == nullptr ? nullptr : *variable;
}

// Evaluates what is written to, with the right to write there.
ProcedureEncoder::Location ProcedureEncoder::location(const typed::Target& target) {
    if (const auto* variable = std::get_if<typed::VariableTarget>(&target.node)) {
        return {variable->variable, variable->variable->type, target.range};
    }
    const auto& element = std::get<typed::ElementTarget>(target.node);
    ElementLocation result{typed::elements_region(element.array->type.arguments.at(0))};
    result.array = held(checked(*element.array));
    if (element.array->type.nullable) {
        require(store_.not_equal(result.array, vocabulary_.heap.null()),
                simple_origin(ObligationKind::NonNull, *element.array, {}));
    }
    result.index = held(checked(*element.index));
    require(store_.and_(store_.less_equal(store_.integer(0), result.index),
                        store_.less(result.index, vocabulary_.heap.array_length(result.array))),
            simple_origin(ObligationKind::IndexRange, *element.index, {}));
    require_writable(result.region, result.array, target.range);
    const typed::Type type = result.region.content;
    return {std::move(result), type, target.range};
}

std::vector<ProcedureEncoder::Location> ProcedureEncoder::locations(const std::vector<typed::Target>& targets) {
    std::vector<Location> result;
    for (const typed::Target& target : targets) {
        result.push_back(location(target));
    }
    return result;
}

Term ProcedureEncoder::held(Term value) {
    if (logic::free_variables(value).empty()) {
        return value;
    }
    const Term result = store_.fresh_variable("held", value->sort);
    blocks_.emit(ivl::Assign{result, value});
    return result;
}

void ProcedureEncoder::write(const Location& location, Term value) {
    if (const typed::Variable* const variable = location.variable()) {
        blocks_.emit(ivl::Assign{scope_.values.at(variable), value});
        mark_assigned(*variable);
        return;
    }
    heap_.write(std::get<ElementLocation>(location.node), value);
}

// Two locations of the heap that are written at once are different, or get the same value.
void ProcedureEncoder::require_distinct(const std::vector<Location>& locations, const std::vector<Term>& values) {
    for (std::size_t i = 0; i < locations.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const auto* one = std::get_if<ElementLocation>(&locations[i].node);
            const auto* other = std::get_if<ElementLocation>(&locations[j].node);
            if (one == nullptr || other == nullptr || !(one->region == other->region)) {
                continue;
            }
            require(store_.or_({store_.not_equal(one->array, other->array), store_.not_equal(one->index, other->index),
                                store_.equal(values[i], values[j])}),
                    {ObligationKind::DistinctTargets,
                     locations[i].range,
                     {},
                     fmt::format("left-hand sides {} and {} might refer to the same location", j, i)});
        }
    }
}

void ProcedureEncoder::require_fits(const typed::Type& type, const typed::Type& from, Term value,
                                    support::SourceRange range) {
    if (!typed::is_subtype(from, type)) {
        const Term fits = vocabulary_.function_membership.fits(type, from, value, scope_.now);
        require(fits, {ObligationKind::Subset,
                       range,
                       {},
                       fmt::format("value does not satisfy the subset constraints of '{}'", typed::to_string(type))});
        if (const Term is = vocabulary_.membership.is(type, value, nullptr);
            is != fits) { // what was seen here holds everywhere
            assume(is);
        }
    }
}

Term ProcedureEncoder::value_of(const typed::Value& value, const Location& target) {
    const typed::Type& type = target.type;
    if (const auto* expr = std::get_if<typed::ExprPtr>(&value.node)) {
        return checked_fits(**expr, type);
    }
    if (const auto* created = std::get_if<typed::NewArray>(&value.node)) {
        return new_array(*created, value.range);
    }
    const Term any = store_.fresh_variable("any", vocabulary_.sorts.of(type));
    blocks_.emit(ivl::Havoc{any});
    const Term belongs = vocabulary_.membership.is(type, any, &scope_.now);
    const auto flag = target.variable() == nullptr ? assigned_.end() : assigned_.find(target.variable());
    const bool given = flag == assigned_.end() || is_given(value, *target.variable());
    assume(given ? belongs : store_.implies(flag->second, belongs));
    return any;
}

// Any value of a type is none when the type has no value: the variable is assigned afterwards if it was before.
bool ProcedureEncoder::is_given(const typed::Value& value, const typed::Variable& variable) const {
    const bool ghost = variable.ghost || (method_ != nullptr && method_->ghost);
    return !std::holds_alternative<typed::HavocValue>(value.node) ||
           (ghost ? typed::is_nonempty(variable.type) : typed::has_default_value(variable.type));
}

Term ProcedureEncoder::new_array(const typed::NewArray& node, support::SourceRange range) {
    const Term size = checked(*node.size);
    const Term zero = store_.integer(0);
    require(store_.less_equal(zero, size), simple_origin(ObligationKind::ArraySize, *node.size, {}));
    const Term row = store_.fresh_variable("row", vocabulary_.heap.object_sort(typed::elements_region(node.element)));
    blocks_.emit(ivl::Havoc{row});
    Term content = row;
    if (node.has_display) {
        require(store_.equal(size, store_.integer(static_cast<unsigned long>(node.display.size()))),
                {ObligationKind::ArraySize,
                 place_of(*node.size),
                 {},
                 "given array size must agree with the number of expressions in the initializing display (" +
                     std::to_string(node.display.size()) + ")"});
        for (std::size_t i = 0; i < node.display.size(); ++i) {
            content = store_.store(content, store_.integer(static_cast<unsigned long>(i)),
                                   checked_fits(*node.display[i], node.element));
        }
    } else if (node.initial != nullptr) {
        Expressions(vocabulary_, scope_, this)
            .check({*node.index, node.domain.get(), *node.initial, node.element, "array"}, size);
        const Term i = store_.fresh_variable(node.index->name, store_.int_sort());
        scope_.values[node.index.get()] = i;
        const Term at = store_.select(row, i);
        assume(store_.forall({"initial elements", {i}, {{at}}, 0},
                             store_.implies(store_.and_(store_.less_equal(zero, i), store_.less(i, size)),
                                            store_.equal(at, pure(*node.initial)))));
    } else if (!typed::has_default_value(node.element)) {
        require(store_.equal(size, zero),
                {ObligationKind::ArraySize,
                 range,
                 {},
                 fmt::format("unless an initializer is provided for the array elements, a new array of '{}' must have "
                             "empty size",
                             typed::to_string(node.element))});
    }
    return heap_.allocate(node.element, size, content);
}

void ProcedureEncoder::operator()(const typed::Assign& node) {
    const std::vector<Location> targets = locations(node.targets);
    std::vector<Term> values;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        // An allocation among the values, and the writes, change what the others mention.
        const Term value = value_of(node.values[i], targets[i]);
        values.push_back(targets.size() > 1 ? held(value) : value);
    }
    require_distinct(targets, values);
    const auto assign = [&](std::size_t i) {
        const typed::Variable* const variable = targets[i].variable();
        if (variable == nullptr || is_given(node.values[i], *variable)) {
            write(targets[i], values[i]);
        } else {
            blocks_.emit(ivl::Assign{scope_.values.at(variable), values[i]});
        }
    };
    for (std::size_t i = 0; i < targets.size(); ++i) {
        assign(i);
    }
}

} // namespace daphnia::encode
