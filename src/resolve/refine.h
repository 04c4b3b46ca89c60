// Subset types after inference: an expression gets the smallest type that follows from its parts (reading a nat gives a
// nat, adding two an int). A variable without a declared type has the one that has been decided for it
// (released_types.h), or else the smallest that holds all that flows into it.
#pragma once

#include "resolve/inference.h"
#include "typed/typed.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace daphnia::resolve {

// The type that is written like this below an array; no holes.
typed::Type exact_typed(const PreType& type);
// The smallest and the largest type of the kernel whose values have this type; no holes.
typed::Type least_type(const PreType& type);
typed::Type greatest_type(const PreType& type);
// The smallest type that includes both, which have the same base type.
typed::Type join(const typed::Type& a, const typed::Type& b);

// A call of something generic. What its type arguments are follows from the arguments, unless it was said or a type
// below an array says it exactly.
struct GenericCall {
    const typed::TypeParameters* parameters;
    std::vector<std::optional<typed::Type>> exact;
    std::vector<typed::Type> otherwise; // where no argument says it
    typed::FunctionCall* function = nullptr;
    typed::Call* method = nullptr;
    typed::FunctionValue* value = nullptr; // one of the three
};

struct Flow {
    const typed::Expr* expr; // null: of the type, or a result of the call
    typed::Type type;
    std::optional<std::size_t> call; // among the calls of methods
    std::size_t result = 0;
    bool binds = false; // where the variable is introduced, which is of this type then
};

// What is passed where a value of the type is expected: `call` says of which call of a generic method, by number.
struct Passed {
    const typed::Expr* expr;
    typed::Type type;
    std::optional<std::size_t> call;
};

// A lambda that goes where a value of the type is expected; `function` and `method` say of which generic call, by
// number. Those of its parameters that have no type get theirs from there.
struct ExpectedLambda {
    const typed::Lambda* lambda;
    typed::Type type;
    std::optional<std::size_t> function, method;
};

struct InferredVariable {
    typed::Variable* variable;
    typed::Type least, greatest;
    std::vector<Flow> sources;                         // none: the greatest type
    std::optional<typed::Type> decided = std::nullopt; // by other rules than these
};

struct RefinedExpr {
    typed::Expr* expr;
    typed::Type least; // of literals that could have several types
    const GenericCall* call = nullptr;
    std::optional<typed::Type> given = std::nullopt; // of a constructor with type arguments
    bool made = false;                               // by resolve: it is not in the text
};

// What has functions in its type, and nothing to say of which: whether they are total, and for which arguments. As
// functions of one text belong to many types (the fewer arguments, the more), no choice includes all that the text may
// speak of: a variable of a quantifier that ranges over too little makes what is false true.
struct Guesses {
    std::vector<const typed::Variable*> variables;
    std::vector<std::size_t> function_calls, method_calls; // by number: a type argument
};

// Sets the types and the type arguments; expressions come with their children before them.
Guesses refine(const std::vector<RefinedExpr>& exprs, const std::vector<InferredVariable>& variables,
               const std::vector<GenericCall>& function_calls, const std::vector<GenericCall>& method_calls,
               const std::vector<ExpectedLambda>& lambdas);

} // namespace daphnia::resolve
