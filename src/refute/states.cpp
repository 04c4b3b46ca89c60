// Observed states in, states near them out: one thing changed, two things changed, everything changed.
#include "refute/states.h"

#include "refute/shrink.h"

#include <algorithm>
#include <set>

namespace daphnia::refute {

namespace {

// A value of a snapshot in terms of a heap that has only the first `known` of its arrays.
Value imported(const Value& value, const Heap& from, std::size_t known, std::vector<ArrayDraft>& fresh) {
    if (!value.is_assigned() || !value.is_reference() || value.as_reference().object <= known) {
        return value; // references inside of other values are left to the machine's own checks
    }
    fresh.push_back({from.element_type(value.as_reference()), from.elements(value.as_reference())});
    return Value::reference({static_cast<std::uint32_t>(known + fresh.size())});
}

std::string key_of(const AbstractState& state) {
    Input input{state.values, state.fresh};
    for (const AbstractState::Elements& array : state.arrays) {
        input.arguments.push_back(Value::sequence(array.elements));
    }
    return refute::key_of(input);
}

} // namespace

AbstractState StateMaker::state_of(const Place& place, const Snapshot& snapshot) {
    AbstractState state;
    const std::size_t known = place.heap->object_count();
    for (const interpret::Binding& variable : place.written) {
        const auto found =
            std::find_if(snapshot.bindings.begin(), snapshot.bindings.end(),
                         [&](const interpret::Binding& other) { return other.variable == variable.variable; });
        state.values.push_back(found == snapshot.bindings.end()
                                   ? variable.value
                                   : imported(found->value, snapshot.heap, known, state.fresh));
    }
    for (const Reference array : place.writable) {
        // A guessed heap may number its arrays in another way.
        const bool there = snapshot.heap.is_allocated(array) &&
                           snapshot.heap.element_type(array) == place.heap->element_type(array) &&
                           snapshot.heap.elements(array).size() == place.heap->elements(array).size();
        state.arrays.push_back({array, there ? snapshot.heap.elements(array) : place.heap->elements(array)});
    }
    return state;
}

bool StateMaker::same(const AbstractState& left, const AbstractState& right) {
    return key_of(left) == key_of(right);
}

void StateMaker::apply(const AbstractState& state, std::vector<interpret::Binding>& written, Heap& heap) {
    for (const ArrayDraft& array : state.fresh) {
        heap.allocate(array.element, array.elements);
    }
    for (std::size_t i = 0; i < written.size() && i < state.values.size(); ++i) {
        if (state.values[i].is_assigned()) {
            written[i].value = state.values[i];
        }
    }
    for (const AbstractState::Elements& array : state.arrays) {
        for (std::size_t i = 0; i < array.elements.size(); ++i) {
            heap.write(array.array, i, array.elements[i]);
        }
    }
}

AbstractState StateMaker::with(AbstractState state, const Change& change) {
    if (change.part < state.values.size()) {
        state.values[change.part] = change.value;
    } else {
        state.arrays[change.part - state.values.size()].elements = change.elements;
    }
    return state;
}

void StateMaker::change_integer(std::size_t part, const Value& value, const typed::Type& type, const Place& place,
                                std::vector<Change>& result) {
    const auto add = [&](const Value& candidate) {
        if (type.kind == typed::TypeKind::Int || candidate.as_integer() >= 0) {
            result.push_back({part, candidate, {}});
        }
    };
    for (const std::int64_t step : {1, -1}) {
        add(interpret::add(value, Value::integer(step)));
    }
    for (const std::int64_t small : {0, 1, -1, 2}) {
        add(Value::integer(small));
    }
    for (const interpret::Binding& other : place.written) {
        if (other.value.is_assigned() && typed::is_integral(typed::carrier(other.variable->type))) {
            add(other.value);
        }
    }
    for (int i = 0; i < 3; ++i) {
        add(random_.value(type, 6));
    }
}

void StateMaker::change_elements(std::size_t part, const Values& elements, const typed::Type& element,
                                 std::vector<Change>& result) {
    constexpr std::size_t kMostPlaces = 3;
    for (std::size_t i = 0; i < std::min(elements.size(), kMostPlaces); ++i) {
        for (Value& value : simpler(elements[i], element)) {
            result.push_back({part, {}, elements});
            result.back().elements[i] = std::move(value);
        }
    }
    for (int i = 0; i < 6 && !elements.empty(); ++i) {
        result.push_back({part, {}, random_.changed_elements(elements, element, true)});
    }
}

std::vector<StateMaker::Change> StateMaker::changes(const Place& place, const AbstractState& base,
                                                    const std::vector<AbstractState>& others) {
    std::vector<Change> result;
    for (std::size_t part = 0; part < base.values.size(); ++part) {
        const typed::Type type = typed::carrier(place.written[part].variable->type);
        const Value& value = base.values[part];
        for (const AbstractState& other : others) {
            const Value& observed = other.values[part];
            if (observed.is_assigned() && (!typed::contains_arrays(type) || observed.is_reference()) &&
                !(observed.is_reference() && observed.as_reference().object > place.heap->object_count())) {
                result.push_back({part, observed, {}});
            }
        }
        if (value.is_assigned() && value.is_reference()) {
            for (std::uint32_t object = 1; object <= place.heap->object_count(); ++object) {
                if (place.heap->element_type({object}) == type.arguments.front()) {
                    result.push_back({part, Value::reference({object}), {}});
                }
            }
        } else if (typed::contains_arrays(type)) {
            continue;
        } else if (value.is_assigned() && typed::is_integral(type)) {
            change_integer(part, value, type, place, result);
        } else {
            if (value.is_assigned()) {
                for (Value& simple : simpler(value, type)) {
                    result.push_back({part, std::move(simple), {}});
                }
            }
            for (int i = 0; i < 6; ++i) {
                result.push_back(
                    {part, value.is_assigned() ? random_.changed(value, type) : random_.value(type, 4), {}});
            }
        }
    }
    for (std::size_t i = 0; i < base.arrays.size(); ++i) {
        const typed::Type element = place.heap->element_type(base.arrays[i].array);
        if (!typed::contains_arrays(element)) {
            change_elements(base.values.size() + i, base.arrays[i].elements, element, result);
        }
    }
    return result;
}

AbstractState StateMaker::random_state(const Place& place, AbstractState base) {
    for (std::size_t i = 0; i < base.values.size(); ++i) {
        const typed::Type& type = place.written[i].variable->type;
        if (!typed::contains_arrays(type) && !chance_.one_in(3)) {
            base.values[i] = chance_.one_in(2) ? random_.changed(base.values[i], type) : random_.value(type, 5);
        }
    }
    for (AbstractState::Elements& array : base.arrays) {
        const typed::Type element = place.heap->element_type(array.array);
        if (!typed::contains_arrays(element) && !array.elements.empty() && !chance_.one_in(3)) {
            for (std::size_t times = chance_.below(4); times > 0; --times) {
                array.elements = random_.changed_elements(array.elements, element, true);
            }
        }
    }
    return base;
}

// A call that does nothing, and hands back what it was given where that fits: what weak contracts permit most often.
std::vector<AbstractState> StateMaker::idle_states(const Place& place, AbstractState base) {
    for (AbstractState::Elements& array : base.arrays) {
        array.elements = place.heap->elements(array.array);
    }
    std::vector<AbstractState> result{base};
    for (std::size_t part = 0; part < base.values.size(); ++part) {
        for (const interpret::Binding& argument : place.read) {
            if (argument.variable->type == place.written[part].variable->type) {
                result.push_back(base);
                result.back().values[part] = argument.value;
            }
        }
    }
    return result;
}

std::vector<AbstractState> StateMaker::states(const Place& place, const std::vector<Snapshot>& guesses,
                                              const std::vector<Snapshot>& observed, std::size_t most) {
    std::vector<AbstractState> result;
    std::set<std::string> seen;
    const auto add = [&](AbstractState state) {
        if (result.size() < most && seen.insert(key_of(state)).second) {
            result.push_back(std::move(state));
        }
    };
    for (const Snapshot& guess : guesses) {
        add(state_of(place, guess));
    }
    std::vector<AbstractState> bases;
    for (const Snapshot& snapshot : observed) {
        bases.push_back(state_of(place, snapshot));
    }
    if (bases.empty()) {
        bases.push_back(state_of(place, {place.written, *place.heap}));
    }
    random_.forget();
    for (const interpret::Binding& argument : place.read) {
        if (!typed::contains_arrays(argument.variable->type)) {
            random_.note(argument.value, argument.variable->type);
        } else if (argument.value.is_reference() && !argument.value.as_reference().is_null()) {
            random_.note(Value::sequence(place.heap->elements(argument.value.as_reference())),
                         typed::seq_type(place.heap->element_type(argument.value.as_reference())));
        }
    }
    for (const AbstractState& base : bases) {
        for (std::size_t i = 0; i < base.values.size(); ++i) {
            if (!typed::contains_arrays(place.written[i].variable->type)) {
                random_.note(base.values[i], place.written[i].variable->type);
            }
        }
        for (const AbstractState::Elements& array : base.arrays) {
            random_.note(Value::sequence(array.elements), typed::seq_type(place.heap->element_type(array.array)));
        }
        // What was observed is reached: it is there to be changed, and for calls to be part of a longer run.
        add(base);
    }
    if (!place.read.empty()) {
        for (AbstractState& idle : idle_states(place, bases.front())) {
            add(std::move(idle));
        }
    }
    std::vector<std::vector<Change>> of_base;
    for (const AbstractState& base : bases) {
        of_base.push_back(changes(place, base, bases));
        for (const Change& change : of_base.back()) {
            if (result.size() < most / 2) {
                add(with(base, change));
            }
        }
    }
    for (std::size_t attempt = 0; attempt < 4 * most && result.size() < most; ++attempt) {
        const std::size_t at = chance_.below(bases.size());
        const std::vector<Change>& list = of_base[at];
        if (chance_.one_in(3) || list.empty()) {
            add(random_state(place, bases[at]));
            continue;
        }
        AbstractState state = with(bases[at], list[chance_.below(list.size())]);
        state = with(std::move(state), list[chance_.below(list.size())]);
        add(chance_.one_in(4) ? with(std::move(state), list[chance_.below(list.size())]) : std::move(state));
    }
    return result;
}

} // namespace daphnia::refute
