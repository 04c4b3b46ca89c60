// A failing run in, the clause that is missing out, where the failure itself says which it is.
#pragma once

#include "interpret/interpret.h"
#include "typed/typed.h"

#include <string>

namespace daphnia::refute {

// Empty when the program may be wrong in more than one way.
std::string repair(const typed::Declaration& declaration, const interpret::Failure& failure);

} // namespace daphnia::refute
