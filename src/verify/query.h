// A condition and the axioms that it can use: what the solver is asked.
#pragma once

#include "ivl/ivl.h"
#include "logic/theory.h"
#include "solver/solver.h"
#include "vcgen/vcgen.h"

namespace daphnia::verify {

// How products of unknowns are put: by the solver's own operators, with their names beside where triggers wait for
// these, or by their names alone, of which an axiom says what they mean. The solver's arithmetic finds other proofs
// then.
enum class Products { Native, Named };

solver::Query make_query(const vcgen::Condition& condition, const ivl::Program& program,
                         logic::Effort effort = logic::Effort::First, Products products = Products::Native);

} // namespace daphnia::verify
