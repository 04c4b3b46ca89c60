// Assignment in all its forms.
//
// The law of targets: what a target mentions (array and index) is evaluated once, before anything that the statement
// does, and so are the check of the index and the right to write there. What is evaluated is held in variables that
// nothing else assigns: whatever runs between (a call, an allocation, the writes to other targets), the write goes to
// the place that was checked, into the heap as it is then. All statements with targets get them from `places`, write
// with `write`, and hold the values of one target before those of the next are evaluated.
#include "encode/procedure.h"

#include "support/error.h"

#include <fmt/format.h>

namespace daphnia::encode {

using ivl::ObligationKind;

// Evaluates what is written to: array and index, with the right to write there.
ProcedureEncoder::Place ProcedureEncoder::place(const typed::Target& target) {
    Place result;
    result.range = target.range;
    if (const auto* variable = std::get_if<typed::VariableTarget>(&target.node)) {
        result.variable = variable->variable;
        result.type = variable->variable->type;
        return result;
    }
    const auto& element = std::get<typed::ElementTarget>(target.node);
    result.type = element.array->type.arguments.at(0);
    result.array = held(checked(*element.array));
    if (element.array->type.kind == typed::TypeKind::NullableArray) {
        require(store_.not_equal(result.array, vocabulary_.null()),
                simple_origin(ObligationKind::NonNull, *element.array, {}));
    }
    result.index = held(checked(*element.index));
    require(store_.and_(store_.less_equal(store_.integer(0), result.index),
                        store_.less(result.index, vocabulary_.array_length(result.array))),
            simple_origin(ObligationKind::IndexRange, *element.index, {}));
    require_writable(result.type, result.array, target.range);
    return result;
}

std::vector<ProcedureEncoder::Place> ProcedureEncoder::places(const std::vector<typed::Target>& targets) {
    std::vector<Place> result;
    for (const typed::Target& target : targets) {
        result.push_back(place(target));
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

// The heap with the value at the place.
Term ProcedureEncoder::stored(Term heap, const Place& place, Term value) const {
    return store_.store(heap, place.array, store_.store(store_.select(heap, place.array), place.index, value));
}

void ProcedureEncoder::write(const Place& place, Term value) {
    if (place.variable != nullptr) {
        blocks_.emit(ivl::Assign{scope_.values.at(place.variable), value});
        mark_assigned(*place.variable);
        return;
    }
    const Term heap = scope_.now.heaps.at(typed::unique_name(place.type));
    const State before = before_change();
    blocks_.emit(ivl::Assign{heap, stored(heap, place, value)});
    changed_from(before);
}

// Two elements written at once are different, or get the same value.
void ProcedureEncoder::require_distinct(const std::vector<Place>& places, const std::vector<Term>& values) {
    for (std::size_t i = 0; i < places.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (places[i].array == nullptr || places[j].array == nullptr || !(places[i].type == places[j].type)) {
                continue;
            }
            require(
                store_.or_({store_.not_equal(places[i].array, places[j].array),
                            store_.not_equal(places[i].index, places[j].index), store_.equal(values[i], values[j])}),
                {ObligationKind::DistinctTargets,
                 places[i].range,
                 {},
                 fmt::format("left-hand sides {} and {} might refer to the same location", j, i)});
        }
    }
}

void ProcedureEncoder::require_fits(const typed::Type& type, const typed::Type& from, Term value,
                                    support::SourceRange range) {
    if (!typed::is_subtype(from, type)) {
        const Term fits = vocabulary_.fits(type, from, value, scope_.now);
        require(fits, {ObligationKind::Subset,
                       range,
                       {},
                       fmt::format("value does not satisfy the subset constraints of '{}'", typed::to_string(type))});
        if (const Term is = vocabulary_.is(type, value, nullptr); is != fits) { // what was seen here holds everywhere
            assume(is);
        }
    }
}

Term ProcedureEncoder::value_of(const typed::Value& value, const Place& target) {
    const typed::Type& type = target.type;
    if (const auto* expr = std::get_if<typed::ExprPtr>(&value.node)) {
        return checked_fits(**expr, type);
    }
    if (const auto* created = std::get_if<typed::NewArray>(&value.node)) {
        return new_array(*created, type, value.range);
    }
    const Term any = store_.fresh_variable("any", vocabulary_.sort(type));
    blocks_.emit(ivl::Havoc{any});
    const Term belongs = vocabulary_.is(type, any, &scope_.now);
    const auto flag = target.variable == nullptr ? assigned_.end() : assigned_.find(target.variable);
    const bool given = flag == assigned_.end() || is_given(value, *target.variable);
    assume(given ? belongs : store_.implies(flag->second, belongs));
    return any;
}

// Any value of a type is none when the type has no value: the variable is assigned afterwards if it was before.
bool ProcedureEncoder::is_given(const typed::Value& value, const typed::Variable& variable) const {
    const bool ghost = variable.ghost || (method_ != nullptr && method_->ghost);
    return !std::holds_alternative<typed::HavocValue>(value.node) ||
           (ghost ? typed::is_nonempty(variable.type) : typed::has_default_value(variable.type));
}

Term ProcedureEncoder::new_array(const typed::NewArray& node, const typed::Type&, support::SourceRange range) {
    const Term size = checked(*node.size);
    const Term zero = store_.integer(0);
    require(store_.less_equal(zero, size), simple_origin(ObligationKind::ArraySize, *node.size, {}));
    const std::string key = typed::unique_name(node.element);
    const Term row = store_.fresh_variable("row", vocabulary_.row_sort(node.element));
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
    const Term array = store_.fresh_variable("new", vocabulary_.ref());
    blocks_.emit(ivl::Havoc{array});
    assume(store_.not_equal(array, vocabulary_.null()));
    assume(store_.not_(store_.select(scope_.now.alloc, array)));
    assume(store_.equal(vocabulary_.array_length(array), size));
    assume(vocabulary_.has_elements(node.element, array));
    const State before = before_change();
    blocks_.emit(ivl::Assign{scope_.now.alloc, store_.store(scope_.now.alloc, array, store_.true_())});
    const Term heap = scope_.now.heaps.at(key);
    blocks_.emit(ivl::Assign{heap, store_.store(heap, array, content)});
    for (const Term fact : vocabulary_.heap_is_typed(scope_.now)) {
        assume(fact);
    }
    changed_from(before);
    return array;
}

void ProcedureEncoder::operator()(const typed::Assign& node) {
    const std::vector<Place> targets = places(node.targets);
    std::vector<Term> values;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        // An allocation among the values, and the writes, change what the others mention.
        const Term value = value_of(node.values[i], targets[i]);
        values.push_back(targets.size() > 1 ? held(value) : value);
    }
    require_distinct(targets, values);
    const auto assign = [&](std::size_t i) {
        const typed::Variable* const variable = targets[i].variable;
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
