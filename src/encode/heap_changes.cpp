#include "encode/heap_changes.h"

#include <algorithm>

namespace daphnia::encode {

void HeapChanges::assume(Term condition) {
    if (condition != store_.true_()) {
        blocks_.emit(ivl::Assume{condition});
    }
}

State HeapChanges::snapshot(const std::string& name) {
    if (heap_.is_empty()) {
        return state_;
    }
    State result = heap_.fresh_state(name + " ");
    for (std::size_t region = 0; region < result.maps.size(); ++region) {
        blocks_.emit(ivl::Assign{result.maps[region], state_.maps[region]});
    }
    blocks_.emit(ivl::Assign{result.alloc, state_.alloc});
    return result;
}

State HeapChanges::before_change() {
    return heap_.compares_states() ? snapshot("before change") : State{};
}

void HeapChanges::changed(const State& before, const std::vector<std::size_t>& regions, bool allocated) {
    for (const Term fact : heap_.known_of(state_, regions, allocated)) {
        assume(fact);
    }
    if (heap_.compares_states()) {
        assume(heap_.follows(before, state_));
    }
}

Term HeapChanges::new_reference() {
    const Term object = store_.fresh_variable("new", heap_.ref());
    blocks_.emit(ivl::Havoc{object});
    assume_new(object);
    return object;
}

void HeapChanges::assume_new(Term object) {
    assume(store_.not_equal(object, heap_.null()));
    assume(store_.not_(store_.select(state_.alloc, object)));
}

Term HeapChanges::allocate_array(const typed::Type& type, const std::vector<Term>& lengths, Term row) {
    const typed::Region region = typed::elements_region(type);
    const Term array = new_reference();
    for (std::size_t i = 0; i < lengths.size(); ++i) {
        assume(store_.equal(heap_.array_length(array, i), lengths[i]));
    }
    assume(heap_.has_elements(region, array));
    const State before = before_change();
    blocks_.emit(ivl::Assign{state_.alloc, store_.store(state_.alloc, array, store_.true_())});
    std::vector<std::size_t> regions;
    if (heap_.reaches(region)) {
        const Term map = heap_.map(state_, region);
        blocks_.emit(ivl::Assign{map, store_.store(map, array, row)});
        regions.push_back(heap_.number(region));
    }
    changed(before, regions, true);
    return array;
}

Term HeapChanges::allocate(const typed::Type& type, const std::vector<Term>& cells, Term object) {
    if (object == nullptr) {
        object = new_reference();
    } else {
        assume_new(object);
    }
    if (typed::is_class(type)) {
        assume(heap_.is_of_class(type, object));
    }
    const State before = before_change();
    blocks_.emit(ivl::Assign{state_.alloc, store_.store(state_.alloc, object, store_.true_())});
    const std::vector<typed::Cell> all = typed::cells_of(type);
    std::vector<std::size_t> regions;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const typed::Region region = typed::field_region(all[i].owner, *all[i].field);
        if (all[i].field->constant) {
            assume(store_.equal(heap_.constant(all[i].owner, *all[i].field, object), cells.at(i)));
        } else if (heap_.reaches(region)) {
            const Term map = heap_.map(state_, region);
            blocks_.emit(ivl::Assign{map, store_.store(map, object, cells.at(i))});
            regions.push_back(heap_.number(region));
        }
    }
    changed(before, regions, true);
    return object;
}

void HeapChanges::replace(const typed::Region& region, const std::function<void()>& work) {
    const State before = before_change();
    blocks_.emit(ivl::Havoc{heap_.map(state_, region)});
    work();
    changed(before, {heap_.number(region)}, false);
}

bool HeapChanges::is_anywhere(const typed::Effects& effects, const typed::Region& region) const {
    const auto writes = effects.writes.find(region);
    if (region.kind == typed::Region::Kind::Rest) { // regions that are not spoken of are part of it
        return effects.everything || std::any_of(effects.writes.begin(), effects.writes.end(),
                                                 [&](const auto& each) { return !heap_.reaches(each.first); });
    }
    return effects.everything || (writes != effects.writes.end() && writes->second.anywhere);
}

// Only what these objects hold changes, each to something arbitrary: no quantifier is needed to say that the rest
// stays.
void HeapChanges::havoc_objects(std::size_t region, const typed::Writes& writes,
                                const std::map<const typed::Variable*, Term>& objects) {
    Term changed = state_.maps[region];
    const bool is_row = heap_.regions()[region].kind == typed::Region::Kind::Elements;
    for (const typed::Variable* variable : writes.to) {
        const Term content = store_.fresh_variable(is_row ? "row" : "held", heap_.object_sort(heap_.regions()[region]));
        changed = store_.store(changed, objects.at(variable), content);
    }
    blocks_.emit(ivl::Assign{state_.maps[region], changed});
}

void HeapChanges::grow_allocation() {
    const Term before = store_.fresh_variable("alloc before", heap_.alloc_sort());
    blocks_.emit(ivl::Assign{before, state_.alloc});
    blocks_.emit(ivl::Havoc{state_.alloc});
    const Term r = store_.fresh_variable("r", heap_.ref());
    const Term was = store_.select(before, r);
    const Term is = store_.select(state_.alloc, r);
    assume(store_.forall({"allocation grows", {r}, {{is}, {was}}, 0}, store_.implies(was, is)));
}

void HeapChanges::havoc(const typed::Effects& effects, const std::map<const typed::Variable*, Term>& objects,
                        const FrameLimit& limit, const State& since) {
    if (heap_.is_empty() || !effects.touches_heap()) {
        return;
    }
    const State before = before_change();
    std::vector<std::size_t> changing;
    for (std::size_t region = 0; region < heap_.regions().size(); ++region) {
        const auto writes = effects.writes.find(heap_.regions()[region]);
        if (is_anywhere(effects, heap_.regions()[region])) {
            blocks_.emit(ivl::Havoc{state_.maps[region]});
        } else if (writes == effects.writes.end()) {
            continue;
        } else if (!writes->second.fresh) {
            havoc_objects(region, writes->second, objects);
        } else {
            const State then = snapshot("before allocations");
            blocks_.emit(ivl::Havoc{state_.maps[region]});
            assume_kept(region, then, [&](Term r) {
                std::vector<Term> written;
                for (const typed::Variable* variable : writes->second.to) {
                    written.push_back(store_.equal(r, objects.at(variable)));
                }
                return store_.or_(std::move(written));
            });
        }
        changing.push_back(region);
    }
    if (effects.allocates) {
        grow_allocation();
    }
    assume_unchanged(effects, limit, since);
    changed(before, changing, effects.allocates);
}

void HeapChanges::assume_unchanged(const typed::Effects& effects, const FrameLimit& limit, const State& since) {
    if (limit.anything) {
        return;
    }
    const Frames frames(vocabulary_);
    for (std::size_t region = 0; region < heap_.regions().size(); ++region) {
        const typed::Region& place = heap_.regions()[region];
        if (is_anywhere(effects, place)) {
            assume_kept(region, since, [&](Term r) { return frames.names(limit, place, r); });
        }
    }
}

void HeapChanges::assume_kept(std::size_t region, const State& since, const std::function<Term(Term)>& excepted) {
    const Term r = store_.fresh_variable("r", heap_.ref());
    const Term now = store_.select(state_.maps[region], r);
    const Term kept = store_.and_(store_.select(since.alloc, r), store_.not_(excepted(r)));
    assume(store_.forall({"frame", {r}, {{now}}, 0},
                         store_.implies(kept, store_.equal(now, store_.select(since.maps[region], r)))));
}

} // namespace daphnia::encode
