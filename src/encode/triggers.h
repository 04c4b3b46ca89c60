// Triggers for quantifiers that bring none.
#pragma once

#include "logic/term.h"

#include <vector>

namespace daphnia::encode {

// Alternative triggers for a quantifier over `variables` with this body, best first; empty when no set of its terms
// covers the variables. The smallest terms that mention bound variables and hold no arithmetic on them are preferred; a
// term whose instances would produce further instances of it (a matching loop) is used only when nothing else is there.
std::vector<logic::Trigger> select_triggers(const std::vector<logic::Term>& variables, logic::Term body);

} // namespace daphnia::encode
