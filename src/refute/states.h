// What concrete runs did at a loop or call in, states near that which they might not have reached out.
#pragma once

#include "interpret/interpret.h"
#include "refute/random_values.h"

#include <cstdint>
#include <vector>

namespace daphnia::refute {

// What a loop may have written when an iteration begins, or what a call has returned and written.
struct AbstractState {
    Values values; // of the written variables or the results; not assigned: as they are
    struct Cells {
        Reference object;
        Values cells;
    };
    std::vector<Cells> objects;
    // Objects that do not exist before: allocated in this order, so that values can refer to them by number.
    std::vector<ObjectDraft> fresh;
};

// The visible variables at one moment of a concrete run; copies of heaps are cheap.
struct Snapshot {
    std::vector<interpret::Binding> bindings;
    Heap heap;
};

// What may be changed, and where.
struct Place {
    std::vector<interpret::Binding> written; // with their values before
    const Heap* heap = nullptr;
    std::vector<Reference> writable;
    std::vector<interpret::Binding> read; // of a call: its arguments
};

class StateMaker {
  public:
    StateMaker(const Vocabulary& vocabulary, Chance& chance) : chance_(chance), random_(vocabulary, chance) {}

    // At most `most` different states: first the guesses as they are, then the observed ones with one thing changed,
    // then with two, then random ones. What the changes are is taken from all that was observed.
    std::vector<AbstractState> states(const Place& place, const std::vector<Snapshot>& guesses,
                                      const std::vector<Snapshot>& observed, std::size_t most);

    static AbstractState state_of(const Place& place, const Snapshot& snapshot);
    static bool same(const AbstractState& left, const AbstractState& right);
    static void apply(const AbstractState& state, std::vector<interpret::Binding>& written, Heap& heap);

  private:
    struct Change {
        std::size_t part = 0; // a value, then an object
        Value value;
        Values cells; // of an object
    };
    std::vector<Change> changes(const Place& place, const AbstractState& base,
                                const std::vector<AbstractState>& others);
    void change_integer(std::size_t part, const Value& value, const typed::Type& type, const Place& place,
                        std::vector<Change>& result);
    void change_elements(std::size_t part, const Values& elements, const typed::Type& element,
                         std::vector<Change>& result);
    void change_fields(std::size_t part, const Values& cells, const typed::Type& type, const Place& place,
                       std::vector<Change>& result);
    void note(Reference object, const Values& cells, const Heap& heap);
    static std::vector<AbstractState> idle_states(const Place& place, AbstractState base);
    AbstractState random_state(const Place& place, AbstractState base);
    static AbstractState with(AbstractState state, const Change& change);

    Chance& chance_;
    RandomValues random_;
};

} // namespace daphnia::refute
