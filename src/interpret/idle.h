// A loop in, the variables that have no influence on whether it ends out.
#pragma once

#include "typed/typed.h"

#include <set>

namespace daphnia::interpret {

// They are counted up or summed up by expressions that always have a value, and are read nowhere else in the loop that
// is run: no condition, index, call or other variable depends on them. What the loop does next is the same whatever
// they are. Where the loop itself is not ghost, what ghost statements assign is among them.
std::set<const typed::Variable*> idle_variables(const typed::While& loop, bool ghost_loop);

} // namespace daphnia::interpret
