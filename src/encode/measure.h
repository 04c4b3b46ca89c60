// Termination measures, and their order.
#pragma once

#include "encode/vocabulary.h"
#include "typed/measure_order.h"

#include <vector>

namespace daphnia::encode {

// A termination measure: Dafny's lexicographic tuples.
struct Measure {
    struct Part {
        typed::Type type;
        Term value;
        support::SourceRange range;
    };
    std::vector<Part> parts;
    bool wildcard = false;
    bool inferred = false;
};

// Of two values of parts at the same place: the law of typed/measure_order.h as terms.
struct Comparison {
    Term less;
    Term equal;
    Term bound; // the larger value is one from which the order ends; true where it ends from every value
};
Comparison compare(Vocabulary& vocabulary, const Measure::Part& now, const Measure::Part& before);

// now < before in the lexicographic order. A tuple that ends earlier is the larger one (the missing part is "top").
// `bounded`: numbers count as smaller only from values that are not negative. `or_same`: now <= before.
Term decreases(Vocabulary& vocabulary, const Measure& now, const Measure& before, bool bounded, bool or_same = false);

} // namespace daphnia::encode
