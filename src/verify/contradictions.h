// What is proved only because nothing gets there.
#pragma once

#include "verify/outcome.h"
#include "verify/questions.h"

#include <vector>

namespace daphnia::verify {

// Obligations, postconditions and branches of a declaration that is proved at which no state arrives, as far as short
// looks of the solver tell. Where the program says that nothing arrives (`assert false`, {:contradiction}, a call of
// what ensures false, the end of an endless loop), that is meant, and nothing is said of what leads there or follows.
std::vector<Warning> contradictions(Questions& questions);

} // namespace daphnia::verify
