// The law of termination: by which order the values of a measure decrease, for every type. The prover and the
// interpreter, loops and recursion, `decreases to` and induction all go by it.
//
// Why nothing that decreases by it goes on for ever. Each order below is well-founded, those of numbers from values
// that are not negative. A measure is a tuple; the first part that is not equal decides; where both tuples are equal as
// far as the shorter one goes, the one that goes on is the smaller. Only parts of the same order are compared, and
// where parts cannot be compared the tuple does not decrease. So in an endless chain of steps the first part is of one
// order from some step on, or none at all, and decreases only finitely often; from there on the same is true of the
// second part, and so on; no tuple is longer than the longest clause of the program.
//
// Type parameters change nothing. A call compares the caller's part as declared with the callee's part for the types of
// the call, and in the callee that part has its declared type: then a type parameter takes the place of any type, and
// of sequences the length may take the place of the rank. What is compared by a type parameter's order or by length is
// never compared by the other order again, unless an earlier part has decreased: such a change happens finitely often.
#pragma once

#include "typed/type.h"

namespace daphnia::typed {

enum class MeasureOrder {
    Truth,     // from true to false
    Whole,     // integers: downwards, from a value that is not negative
    Real,      // downwards by at least 1, from a value that is not negative
    Character, // to one with a smaller code
    Bits,      // downwards, as numbers without sign
    Rank,   // of datatypes, and of sequences and tuples that hold them: to what is inside the value, or to a sequence
            // of which elements are left out
    Length, // to a shorter sequence
    Subset, // to a proper subset
    Multiples, // to a multiset in which nothing is more often, and something less often
    Keys,      // to a map with a proper subset of the keys
    Null,      // from a reference to null; all references are alike
    None,      // nothing decreases: only equal values let a later part decide
};

// A type that is not named there does not compile.
MeasureOrder measure_order(const Type& type);
// Whether the law compares values of the one type with values of the other.
bool measures_compare(const Type& a, const Type& b);

} // namespace daphnia::typed
