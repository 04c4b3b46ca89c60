// A condition and the axioms that it can use: what the solver is asked.
#pragma once

#include "ivl/ivl.h"
#include "solver/solver.h"
#include "vcgen/vcgen.h"

namespace daphnia::verify {

solver::Query make_query(const vcgen::Condition& condition, const ivl::Program& program);

} // namespace daphnia::verify
