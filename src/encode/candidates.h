// Values worth trying for a variable that is chosen by a constraint.
#pragma once

#include "encode/vocabulary.h"

#include <functional>
#include <vector>

namespace daphnia::encode {

// The prover finds no witness where the constraint has nothing to match on: these are the other side of an equation,
// the ends of a range, an element of a sequence, and the simplest values of the type. `chosen` are all variables that
// the constraint is about; `variable`, null for what is no variable, is one of them. `term` gives the value of a part
// of the constraint that mentions none of them.
std::vector<Term> candidates(Vocabulary& vocabulary, const typed::Expr& constraint,
                             const std::vector<const typed::Variable*>& chosen, const typed::Variable* variable,
                             const typed::Type& type, const std::function<Term(const typed::Expr&)>& term);

// Each way to take one candidate for each variable; where there are many, some of them, the likeliest first.
std::vector<std::vector<Term>> combinations(const std::vector<std::vector<Term>>& candidates);

} // namespace daphnia::encode
