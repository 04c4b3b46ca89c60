// A condition and the axioms that it can use: what the solver is asked.
#pragma once

#include "ivl/ivl.h"
#include "logic/theory.h"
#include "solver/prover.h"
#include "vcgen/vcgen.h"

namespace daphnia::verify {

solver::Query make_query(const vcgen::Condition& condition, const ivl::Program& program,
                         logic::Effort effort = logic::Effort::First,
                         solver::Products products = solver::Products::Native);

} // namespace daphnia::verify
