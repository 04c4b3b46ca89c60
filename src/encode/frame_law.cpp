#include "encode/frame_law.h"

#include "encode/vocabulary.h"

#include <numeric>

namespace daphnia::encode {

void Vocabulary::add_frame_law(const FrameLaw& law) {
    if (heap_.is_empty()) {
        return;
    }
    std::vector<std::size_t> regions = law.regions;
    if (regions.empty()) {
        regions.resize(heap_.regions().size());
        std::iota(regions.begin(), regions.end(), std::size_t{0});
    }
    const State before = heap_.fresh_state("before ");
    const State after = heap_.fresh_state("after ");
    const Term r = store_.fresh_variable("r", heap_.ref());
    const Term read = law.reads(before, r);
    logic::Quantifier objects{"heaps agree", {r}, {}, 0};
    if (read->kind == logic::TermKind::Apply) {
        objects.triggers = {{read}};
    }
    const Term agree = store_.forall(std::move(objects), store_.implies(read, heap_.agree(before, after, regions, r)));
    const Term anchor = heap_.follows(before, after);
    std::vector<logic::Trigger> triggers;
    for (const State* state : {&after, &before}) {
        for (const Term given : law.given(*state)) {
            triggers.push_back({anchor, given});
        }
    }
    add_axiom(law.name, law.why,
              store_.forall({law.name, joined(joined(before.maps, after.maps), law.arguments), std::move(triggers), 0},
                            store_.implies(store_.and_({law.holds(before), heap_.is_good(before, regions),
                                                        heap_.is_good(after, regions), agree}),
                                           law.same(before, after))));
}

} // namespace daphnia::encode
