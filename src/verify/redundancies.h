// What a declaration takes as given although nothing needs it.
#pragma once

#include "verify/outcome.h"
#include "verify/questions.h"

#include <vector>

namespace daphnia::verify {

// Preconditions, invariants and assumptions, or conjuncts of them, without which everything is still proved: without
// each by itself, and without all of them together. Where the solver does not find the proofs again nothing is said.
std::vector<Warning> redundancies(const Task& task, Questions& questions);

} // namespace daphnia::verify
