#include "encode/frame_law.h"

#include "encode/vocabulary.h"

#include <numeric>

namespace daphnia::encode {

void add_frame_law(OwnAxioms& axioms, Heap& heap, logic::TermStore& store, const FrameLaw& law) {
    if (heap.is_empty()) {
        return;
    }
    std::vector<std::size_t> regions = law.regions;
    if (regions.empty()) {
        regions.resize(heap.regions().size());
        std::iota(regions.begin(), regions.end(), std::size_t{0});
    }
    const State before = heap.fresh_state("before ");
    const State after = heap.fresh_state("after ");
    const Term r = store.fresh_variable("r", heap.ref());
    // Regions of which the same is read share a quantifier.
    std::vector<std::pair<Term, std::vector<std::size_t>>> read;
    for (const std::size_t region : regions) {
        const Term condition = law.reads(before, heap.regions()[region], r);
        if (read.empty() || read.back().first != condition) {
            read.push_back({condition, {}});
        }
        read.back().second.push_back(region);
    }
    std::vector<Term> agreements;
    for (const auto& [condition, same] : read) {
        logic::Quantifier objects{"heaps agree", {r}, {}, 0};
        if (condition->kind == logic::TermKind::Apply) {
            objects.triggers = {{condition}};
        }
        agreements.push_back(
            store.forall(std::move(objects), store.implies(condition, heap.agree(before, after, same, r))));
    }
    const Term agree = store.and_(std::move(agreements));
    const Term anchor = heap.follows(before, after);
    std::vector<logic::Trigger> triggers;
    for (const State* state : {&after, &before}) {
        for (const Term given : law.given(*state)) {
            triggers.push_back({anchor, given});
        }
    }
    axioms.add(law.name, law.why,
               store.forall({law.name, joined(joined(before.maps, after.maps), law.arguments), std::move(triggers), 0},
                            store.implies(store.and_({law.holds(before), heap.is_good(before, regions),
                                                      heap.is_good(after, regions), agree}),
                                          law.same(before, after))));
}

} // namespace daphnia::encode
