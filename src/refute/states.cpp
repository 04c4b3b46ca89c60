// Observed states in, states near them out: one thing changed, two things changed, everything changed.
#include "refute/states.h"

#include "refute/shrink.h"

#include <algorithm>
#include <map>
#include <set>

namespace daphnia::refute {

namespace {

// Values of a snapshot in terms of a heap that has only the first `known` of its objects: the others, and what they
// lead to, are there anew.
class Importer {
  public:
    Importer(const Heap& from, std::size_t known, std::vector<ObjectDraft>& fresh)
        : from_(from), known_(known), fresh_(fresh) {}

    Value operator()(const Value& value) {
        return with_references(value, [this](Reference old) { return number_of(old); });
    }

    Values operator()(Values values) {
        for (Value& value : values) {
            value = (*this)(value);
        }
        return values;
    }

  private:
    Reference number_of(Reference old) {
        if (old.object <= known_ || !from_.is_allocated(old) || from_.is_freed(old)) {
            return old;
        }
        const Reference next{static_cast<std::uint32_t>(known_ + fresh_.size() + 1)};
        const auto [entry, is_new] = numbers_.emplace(old.object, next);
        if (is_new) {
            const std::size_t place = fresh_.size();
            fresh_.push_back({from_.type_of(old), {}, nullptr, from_.lengths(old)});
            Values cells = (*this)(from_.cells_of(old)); // which may add others
            fresh_[place].cells = std::move(cells);
        }
        return entry->second;
    }

    const Heap& from_;
    std::size_t known_;
    std::vector<ObjectDraft>& fresh_;
    std::map<std::uint32_t, Reference> numbers_;
};

std::string key_of(const AbstractState& state) {
    Input input{state.values, state.fresh};
    for (const AbstractState::Cells& object : state.objects) {
        input.arguments.push_back(Value::sequence(object.cells));
    }
    return refute::key_of(input);
}

} // namespace

AbstractState StateMaker::state_of(const Place& place, const Snapshot& snapshot) {
    AbstractState state;
    Importer imported(snapshot.heap, place.heap->object_count(), state.fresh);
    for (const interpret::Binding& variable : place.written) {
        const auto found =
            std::find_if(snapshot.bindings.begin(), snapshot.bindings.end(),
                         [&](const interpret::Binding& other) { return other.variable == variable.variable; });
        state.values.push_back(found == snapshot.bindings.end() ? variable.value : imported(found->value));
    }
    for (const Reference object : place.writable) {
        // A guessed heap may number its objects in another way.
        const bool there = snapshot.heap.is_allocated(object) && !snapshot.heap.is_freed(object) &&
                           snapshot.heap.type_of(object) == place.heap->type_of(object) &&
                           snapshot.heap.cells_of(object).size() == place.heap->cells_of(object).size() &&
                           snapshot.heap.lengths(object) == place.heap->lengths(object);
        state.objects.push_back(
            {object, there ? imported(Values(snapshot.heap.cells_of(object))) : Values(place.heap->cells_of(object))});
    }
    return state;
}

bool StateMaker::same(const AbstractState& left, const AbstractState& right) {
    return key_of(left) == key_of(right);
}

void StateMaker::apply(const AbstractState& state, std::vector<interpret::Binding>& written, Heap& heap) {
    for (const ObjectDraft& object : state.fresh) {
        heap.allocate_object(object.type, object.cells, object.lengths);
    }
    for (std::size_t i = 0; i < written.size() && i < state.values.size(); ++i) {
        if (state.values[i].is_assigned()) {
            written[i].value = state.values[i];
        }
    }
    for (const AbstractState::Cells& object : state.objects) {
        for (std::size_t i = 0; i < object.cells.size(); ++i) {
            heap.write(object.object, i, object.cells[i]);
        }
    }
}

AbstractState StateMaker::with(AbstractState state, const Change& change) {
    if (change.part < state.values.size()) {
        state.values[change.part] = change.value;
    } else {
        state.objects[change.part - state.values.size()].cells = change.cells;
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
            result.back().cells[i] = std::move(value);
        }
    }
    for (int i = 0; i < 6 && !elements.empty(); ++i) {
        result.push_back({part, {}, random_.changed_elements(elements, element, true)});
    }
}

// One field at a time; a reference leads to each object that it may lead to. Constant fields stay as they are.
void StateMaker::change_fields(std::size_t part, const Values& cells, const typed::Type& type, const Place& place,
                               std::vector<Change>& result) {
    const std::vector<typed::Cell> fields = typed::cells_of(type);
    const auto add = [&](std::size_t at, Value value) {
        result.push_back({part, {}, cells});
        result.back().cells[at] = std::move(value);
    };
    for (std::size_t i = 0; i < fields.size() && i < cells.size(); ++i) {
        const typed::Type field = typed::carrier(fields[i].type);
        if (fields[i].field->constant) {
            continue;
        }
        if (typed::is_reference(field)) {
            if (field.nullable) {
                add(i, Value::reference({}));
            }
            for (std::uint32_t object = 1; object <= place.heap->object_count(); ++object) {
                if (!place.heap->is_freed({object}) && fits(place.heap->type_of({object}), field)) {
                    add(i, Value::reference({object}));
                }
            }
        } else if (!typed::contains_arrays(field)) {
            if (cells[i].is_assigned()) {
                for (Value& simple : simpler(cells[i], field)) {
                    add(i, std::move(simple));
                }
            }
            constexpr int kRandom = 4;
            for (int times = 0; times < kRandom; ++times) {
                add(i, random_.changed(cells[i], field));
            }
        }
    }
}

// What else is chosen is often related to it.
void StateMaker::note(Reference object, const Values& cells, const Heap& heap) {
    const typed::Type& type = heap.type_of(object);
    if (typed::is_array(type)) {
        random_.note(Value::sequence(cells), typed::seq_type(type.arguments.front()));
        return;
    }
    const std::vector<typed::Type> types = cell_types(type, cells.size());
    for (std::size_t i = 0; i < types.size(); ++i) {
        if (!typed::contains_arrays(types[i])) {
            random_.note(cells[i], types[i]);
        }
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
                if (!place.heap->is_freed({object}) && fits(place.heap->type_of({object}), type)) {
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
    for (std::size_t i = 0; i < base.objects.size(); ++i) {
        const typed::Type& type = place.heap->type_of(base.objects[i].object);
        if (!typed::is_array(type)) {
            change_fields(base.values.size() + i, base.objects[i].cells, type, place, result);
        } else if (!typed::contains_arrays(type.arguments.front())) {
            change_elements(base.values.size() + i, base.objects[i].cells, type.arguments.front(), result);
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
    for (AbstractState::Cells& object : base.objects) {
        const typed::Type& type = place.heap->type_of(object.object);
        if (typed::is_array(type)) {
            if (!typed::contains_arrays(type.arguments.front()) && !object.cells.empty() && !chance_.one_in(3)) {
                for (std::size_t times = chance_.below(4); times > 0; --times) {
                    object.cells = random_.changed_elements(object.cells, type.arguments.front(), true);
                }
            }
            continue;
        }
        const std::vector<typed::Cell> fields = typed::cells_of(type);
        for (std::size_t i = 0; i < fields.size() && i < object.cells.size(); ++i) {
            if (!fields[i].field->constant && !typed::contains_arrays(fields[i].type) && chance_.one_in(2)) {
                object.cells[i] = random_.changed(object.cells[i], fields[i].type);
            }
        }
    }
    return base;
}

// A call that does nothing, and hands back what it was given where that fits: what weak contracts permit most often.
std::vector<AbstractState> StateMaker::idle_states(const Place& place, AbstractState base) {
    for (AbstractState::Cells& object : base.objects) {
        object.cells = place.heap->cells_of(object.object);
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
            const Reference object = argument.value.as_reference();
            note(object, place.heap->cells_of(object), *place.heap);
        }
    }
    for (const AbstractState& base : bases) {
        for (std::size_t i = 0; i < base.values.size(); ++i) {
            if (!typed::contains_arrays(place.written[i].variable->type)) {
                random_.note(base.values[i], place.written[i].variable->type);
            }
        }
        for (const AbstractState::Cells& object : base.objects) {
            note(object.object, object.cells, *place.heap);
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
