// A declaration in, a copy of it out, in which type parameters are replaced; variables and labels are new ones.
#pragma once

#include "typed/typed.h"

namespace daphnia::typed {

// The copies are instances with these type arguments; their calls of generic declarations are still of the origins.
std::unique_ptr<Function> clone(const Function& origin, const std::vector<Type>& type_arguments);
std::unique_ptr<Method> clone(const Method& origin, const std::vector<Type>& type_arguments);
// What is declared outside of the expression stays what it is.
ExprPtr clone(const ExprPtr& expr);
// A method without a body that has the function's signature, preconditions and measure, and gives the function's value:
// the postcondition says so, at `place`.
std::unique_ptr<Method> method_for(const Function& function, SourceRange place);
// "F<int, seq<T>>": how an instance is called.
std::string instance_name(const std::string& origin, const std::vector<Type>& type_arguments);

} // namespace daphnia::typed
