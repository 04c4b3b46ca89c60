// Rules for hints about what is proved by induction: whether one is there, over what, and what the step lacks.
#pragma once

#include "refute/hints.h"
#include "refute/situation.h"

#include <optional>

namespace daphnia::refute {

// What is to hold depends on a recursive function.
std::optional<Reason> recursive_definition(const Situation& situation);
// A lemma claims something of all elements, or of a number of elements, and does not call itself.
std::optional<Reason> missing_induction(const Situation& situation);
// That a collection has an element which meets a claim about all others.
std::optional<Reason> missing_existence(const Situation& situation);

} // namespace daphnia::refute
