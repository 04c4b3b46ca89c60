// The natural loop of a loop statement (Aho, Sethi, Ullman: Compilers, 1986): the statements after which control can
// come back to its head. What stands only on paths that leave (return, break, break of an outer loop) is not among
// them, so it changes nothing in an iteration.
#pragma once

#include "typed/typed.h"

#include <vector>

namespace daphnia::typed {

// The statements of the loop's body that are part of its natural loop, those below them included, in source order. None
// of a loop without body.
std::vector<const Stmt*> natural_loop(const While& loop);

} // namespace daphnia::typed
