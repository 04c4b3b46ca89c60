// An obligation that no run breaks in, what the solver had to give up on out.
#pragma once

#include "refute/refute.h"
#include "refute/runner.h"
#include "refute/vocabulary.h"

namespace daphnia::refute {

struct Tried {
    std::size_t inputs = 0;
    std::size_t unbroken = 0; // of them, met the precondition and broke nothing
};

support::Explanation gave_up(Runner& runner, const Target& target, const Vocabulary& vocabulary, const Tried& tried,
                             const std::vector<Input>& accepted);

} // namespace daphnia::refute
