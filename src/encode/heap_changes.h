// Changes of the heap: each emits what becomes of the state, and what is known of the state after it.
#pragma once

#include "encode/blocks.h"
#include "encode/frames.h"
#include "typed/effects.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace daphnia::encode {

class HeapChanges {
  public:
    // `state` is the current one: variables that the changes assign.
    HeapChanges(Vocabulary& vocabulary, Blocks& blocks, const State& state)
        : vocabulary_(vocabulary), heap_(vocabulary.heap), store_(vocabulary.store()), blocks_(blocks), state_(state) {}

    // Copies of the current state under the given name, for what is said about it later.
    State snapshot(const std::string& name);

    // A value of the content type is written.
    template <typename Location>
    void write(const Location& location, Term value) {
        const State before = before_change();
        blocks_.emit(ivl::Assign{heap_.map(state_, location.region), heap_.written(state_, location, value)});
        changed(before, {heap_.number(location.region)}, false);
    }
    // A new array of the type with such a row; its reference.
    Term allocate_array(const typed::Type& type, const std::vector<Term>& lengths, Term row);
    // A new object of the class, with these values in its cells; its reference. `object`: that is the reference; null:
    // a new one.
    Term allocate(const typed::Type& type, const std::vector<Term>& cells, Term object = nullptr);
    // The object is one that is still to be allocated.
    void assume_new(Term object);
    // The map of the region is replaced, as `work` emits; what it holds belongs to its type.
    void replace(const typed::Region& region, const std::function<void()>& work);
    // The state becomes arbitrary where the effects say so: within `limit`, which was fixed in the state `since`; the
    // rest is unchanged. `objects` are what the variables of the effects refer to.
    void havoc(const typed::Effects& effects, const std::map<const typed::Variable*, Term>& objects,
               const FrameLimit& limit, const State& since);
    // Where the effects write anywhere, what was allocated in `since` and is not named by the frame is as it was then.
    void assume_unchanged(const typed::Effects& effects, const FrameLimit& limit, const State& since);

  private:
    void assume(Term condition);
    Term new_reference(); // not null, and allocated next
    // What functions give before and after a change is compared.
    State before_change();
    void changed(const State& before, const std::vector<std::size_t>& regions, bool allocated);
    // forall r {now[r]} :: allocated in `since` and not excepted ==> now[r] == since[r]
    void assume_kept(std::size_t region, const State& since, const std::function<Term(Term)>& excepted);
    void havoc_objects(std::size_t region, const typed::Writes& writes,
                       const std::map<const typed::Variable*, Term>& objects);
    void grow_allocation();
    bool is_anywhere(const typed::Effects& effects, const typed::Region& region) const;

    Vocabulary& vocabulary_;
    Heap& heap_;
    logic::TermStore& store_;
    Blocks& blocks_;
    const State& state_;
};

} // namespace daphnia::encode
