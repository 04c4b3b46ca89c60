// Termination measures, and their order.
#pragma once

#include "encode/vocabulary.h"

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

// now < before in the lexicographic order. A tuple that ends earlier is the larger one (the missing part is "top").
// `bounded`: an int counts as smaller only from values that are not negative. `or_same`: now <= before.
Term decreases(Vocabulary& vocabulary, const Measure& now, const Measure& before, bool bounded, bool or_same = false);

} // namespace daphnia::encode
