// An obligation that no run breaks in, what the solver had to give up on and what to try out. Each hint is a rule that
// looks at the program, and at runs, before it speaks: of what is there already it never says that it is missing.
#pragma once

#include "refute/refute.h"
#include "refute/runner.h"
#include "refute/vocabulary.h"

#include <string>
#include <vector>

namespace daphnia::refute {

struct Reason {
    std::string what; // follows "no failing run was found; "
    std::string hint;
};

// The first rule that applies; `accepted` are inputs that meet the precondition.
Reason reason_for(Runner& runner, const Target& target, const Vocabulary& vocabulary,
                  const std::vector<Input>& accepted);

} // namespace daphnia::refute
