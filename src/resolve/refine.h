// Subset types after inference: an expression gets the smallest type that follows from its parts (reading a nat gives a
// nat, adding two an int), and a variable without a declared type the smallest that holds all that flows into it.
#pragma once

#include "resolve/inference.h"
#include "typed/typed.h"

#include <vector>

namespace daphnia::resolve {

// The type that is written like this below an array; no holes.
typed::Type exact_typed(const PreType& type);
// The smallest and the largest type of the kernel whose values have this type; no holes.
typed::Type least_type(const PreType& type);
typed::Type greatest_type(const PreType& type);
// The smallest type that includes both, which have the same base type.
typed::Type join(const typed::Type& a, const typed::Type& b);

struct Flow {
    const typed::Expr* expr; // null: of the type
    typed::Type type;
};

struct InferredVariable {
    typed::Variable* variable;
    typed::Type least, greatest;
    std::vector<Flow> sources; // none: the greatest type
};

struct RefinedExpr {
    typed::Expr* expr;
    typed::Type least; // of literals that could have several types
};

// Sets the types; expressions come with their children before them.
void refine(const std::vector<RefinedExpr>& exprs, const std::vector<InferredVariable>& variables);

} // namespace daphnia::resolve
