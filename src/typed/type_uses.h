// The types of a declaration, and what it does with their values.
#pragma once

#include "typed/typed.h"
#include "typed/walk.h"

#include <functional>

namespace daphnia::typed {

// Calls back for every type that is written or inferred in the declaration: of variables, expressions, conversions,
// tests, allocations, type arguments. `ranged`: what the declaration means depends on which values belong to the type,
// as it quantifies over them (not only over those in a collection), chooses from them, tests for them, or makes
// functions of them; otherwise it only handles values of the type.
// What a caller sees of a method is its contract.
enum class Part { All, Contract };
void for_each_type_use(const Declaration& declaration, const std::function<void(const Type&, bool ranged)>& visit,
                       Part part = Part::All);
// All expressions and statements below the declaration's clauses, and its body where it counts.
void for_each_below(const Declaration& declaration, Part part, const Children& visit);

} // namespace daphnia::typed
