// What is asked of uses of generic declarations: type arguments with the characteristics that the parameters ask for,
// finitely many instances, and no two types of arrays that only seem to be different.
#pragma once

#include "resolve/reporter.h"
#include "typed/typed.h"

namespace daphnia::resolve {

// On the program before it is instantiated. Characteristics are those that all code needs; compiled code needs more,
// which is checked where compiled code is (ghost_expressions.h).
void check_instantiations(const typed::Program& program, Reporter& reporter);

// What is wrong with the type arguments of a call; empty when nothing is.
std::vector<std::string> missing_characteristics(const typed::FunctionCall& call, bool ghost);
std::vector<std::string> missing_characteristics(const typed::Call& call, bool ghost);

} // namespace daphnia::resolve
