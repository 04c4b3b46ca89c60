// A declaration and what it calls in, the numbers and characters that occur in them out: values at which programs tend
// to turn.
#pragma once

#include "refute/input.h"
#include "typed/call_graph.h"
#include "typed/typed.h"

#include <cstdint>
#include <vector>

namespace daphnia::refute {

struct Vocabulary {
    std::vector<std::int64_t> integers; // literals, in order of magnitude, without repetitions
    std::vector<char32_t> characters;
    std::vector<support::Rational> reals;
    std::vector<const typed::Class*> classes; // of the program
    // Objects that calls have made (objects_made.h), each by itself: the first one, and the only argument.
    std::vector<Input> made;
    bool nonlinear = false; // a product of two non-literals, or a division by one
    bool recursive = false; // a function that calls itself is called
};

Vocabulary vocabulary_of(const typed::Program& program, const typed::Declaration& declaration);

} // namespace daphnia::refute
