// The law of frames: a function over whole regions gives the same in two states that agree on what it reads.
//
//   forall h, h', x {follows(h, h'), f(h, x)} {follows(h, h'), f(h', x)} ::
//     good(h) && good(h') && holds(h, x) && (forall r :: r in reads(h, x) ==> h[r] == h'[r])
//     ==> same(h, h', x)
//
// It is one law for functions that are declared and for functions as values. What makes it true is checked elsewhere: a
// body, a precondition, a reads clause looks into no object but those that the reads clause names (obligation `reads`),
// in every state in which the precondition holds. So by induction on the evaluation in h, which ends, each read gives
// in h' what it gave in h, the same calls are made with the same arguments, and these read no more than their caller's
// clause names. `holds` keeps it from what is not checked (yet): of a declared function it is the guard of its other
// axioms, so that within a function's own recursion it is known of calls with a smaller measure only; of a value it is
// that the value has been checked.
//
// It works in both directions of time: the state that comes first may be the one that is asked about, as in old(f(x)).
// Nothing follows between states of which none comes after the other; they are not compared.
#pragma once

#include "encode/heap.h"
#include "encode/own_axioms.h"

#include <functional>
#include <string>
#include <vector>

namespace daphnia::encode {

struct FrameLaw {
    std::string name;
    std::string why;
    std::vector<Term> arguments;             // variables: what the function is applied to
    std::function<Term(const State&)> holds; // in which states the function has been checked
    // That it reads what the object holds in the region.
    std::function<Term(const State&, const typed::Region&, Term object)> reads;
    std::function<std::vector<Term>(const State&)> given;              // what it gives, each a term to be a pattern
    std::function<Term(const State& before, const State& after)> same; // what is the same in both
    std::vector<std::size_t> regions = {};                             // that are read; empty: any
};

// Says the law; nothing where there is no heap.
void add_frame_law(OwnAxioms& axioms, Heap& heap, logic::TermStore& store, const FrameLaw& law);

} // namespace daphnia::encode
