// {:name} and @Name: the two ways to write an attribute, the second only before a declaration.
#pragma once

#include "ast/ast.h"

#include <string>

namespace daphnia::resolve {

// What is written between the braces: of {:verify false} and of @Verify(false) `verify`. Empty: there is no such @Name.
std::string name_of(const ast::Attribute& attribute);
// {:name} or @Name
std::string as_written(const ast::Attribute& attribute);
// "did you mean '{:verify}'?" for a name that is none of Dafny's, but near to one; else empty.
std::string meant_by(const ast::Attribute& attribute);

} // namespace daphnia::resolve
