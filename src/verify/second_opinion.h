// What another prover says of something that is proved: no verdict depends on it, but a contradiction is a defect.
#pragma once

#include "ivl/ivl.h"
#include "solver/prover.h"
#include "vcgen/vcgen.h"
#include "verify/outcome.h"

namespace daphnia::verify {

// Asks about the condition of one obligation that was proved from axioms of the program. Contradicts means that all of
// the program's axioms and all hypotheses hold in some state in which the goal does not: whatever selection of these
// the proof was made from, it cannot be right. Does not throw for anything that the prover does.
SecondOpinion second_opinion(const solver::Prover& prover, const vcgen::Condition& condition,
                             const ivl::Program& program, const solver::Budget& budget);

} // namespace daphnia::verify
