// What a statement may change: the one analysis that the prover and the interpreter share, so that they agree about
// what is the same after a loop or a call.
#pragma once

#include "typed/region.h"
#include "typed/typed.h"

#include <map>
#include <vector>

namespace daphnia::typed {

// Which objects are written in a region.
struct Writes {
    std::vector<const Variable*> to; // those that these variables refer to, in the order of the text
    bool anywhere = false;           // whatever the frame around it allows
    bool fresh = false;              // what is not allocated before
};

struct Effects {
    std::vector<const Variable*> variables; // that are assigned, in the order of the text; none that is declared within
    std::map<Region, Writes> writes;
    bool everything = false; // any region, whatever the frame around it allows
    bool allocates = false;

    bool touches_heap() const { return allocates || everything || !writes.empty(); }
};

// Of a call, as far as the contract says; the variables of `writes` are the method's parameters. A lemma changes
// nothing. A method of which the caller comes to see fresh objects, by a result or by a location that it may write, may
// have written those everywhere: then the effect is everything.
Effects effects_of(const Method& method);

// Of a modify statement without a body.
Effects effects_of(const Modify& statement);

// Of the iterations of a loop before an arbitrary one: of its natural loop, for what changes on the way out of the loop
// is as it was at its head. Of a loop without body: everything, and the variables that its specification mentions.
Effects effects_of(const While& loop);

} // namespace daphnia::typed
