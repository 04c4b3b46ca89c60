// That nothing is defined by way of its own extension: the values of a type do not depend on themselves through the
// constraint of a subset type, and no witness needs a value of the type that it is the witness of.
#pragma once

#include "resolve/reporter.h"
#include "typed/typed.h"

namespace daphnia::resolve {

// On the program before it is instantiated, which has finitely many instances (generic_rules.h).
void check_definitions(const typed::Program& program, Reporter& reporter);

} // namespace daphnia::resolve
