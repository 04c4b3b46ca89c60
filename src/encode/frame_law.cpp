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
    const Term read = law.reads(before, r);
    logic::Quantifier objects{"heaps agree", {r}, {}, 0};
    if (read->kind == logic::TermKind::Apply) {
        objects.triggers = {{read}};
    }
    const Term agree = store.forall(std::move(objects), store.implies(read, heap.agree(before, after, regions, r)));
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
