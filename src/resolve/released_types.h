// The types of variables without a written type as the released versions of Dafny infer them: what a declaration says
// about them, put as constraints in the order of the text (type_solver.h).
#pragma once

#include "resolve/refine.h"

#include <unordered_map>

namespace daphnia::resolve {

// A variable of the declaration, with what flows into it.
struct ReleasedVariable {
    const typed::Variable* variable;
    std::optional<typed::Type> given;
    typed::Type shape; // the greatest type that it can have
    std::vector<Flow> sources;
    bool counts = false; // the index of a loop
};

// The types of those whose type is not given, and the type arguments of those calls, as far as they are found here and
// are a matter of subset types alone: what has functions or arrays in it is left to `refine`.
struct ReleasedTypes {
    std::unordered_map<const typed::Variable*, typed::Type> variables;
    std::unordered_map<const GenericCall*, std::vector<std::optional<typed::Type>>> calls;
};
ReleasedTypes released_types(const std::vector<RefinedExpr>& exprs, const std::vector<ReleasedVariable>& variables,
                             const std::vector<Passed>& passed, const std::vector<GenericCall>& method_calls);

} // namespace daphnia::resolve
