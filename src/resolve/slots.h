// typed -> typed: gives every variable its slot, so that a run finds values without a search.
#pragma once

#include "typed/typed.h"

namespace daphnia::resolve {

// The very last pass of resolve: each declaration's variables, bound ones included, are numbered from 0 in the order in
// which the walk meets them; the constants of the program likewise.
void number_slots(typed::Program& program);

} // namespace daphnia::resolve
