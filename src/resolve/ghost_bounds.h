// Bound variables and what is known about them in, the variables without a usable bound out (Dafny's heuristics).
#pragma once

#include "typed/typed.h"

#include <vector>

namespace daphnia::resolve {

// The variables whose values a program could not enumerate at run time.
std::vector<const typed::Variable*> uncompilable_variables(const typed::Quantifier& quantifier);
std::vector<const typed::Variable*> uncompilable_variables(const typed::ForallStatement& statement);

// The variables that range over whatever references happen to be allocated, which functions must not depend on.
std::vector<const typed::Variable*> allocation_dependent_variables(const typed::Quantifier& quantifier);

} // namespace daphnia::resolve
