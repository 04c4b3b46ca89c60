// Attributes: which mean something here, which are hints that may be passed over, and which are refused because passing
// over them would change what is proved.
#pragma once

#include "ast/ast.h"
#include "resolve/globals.h"
#include "typed/typed.h"

#include <string>

namespace daphnia::resolve {

enum class AttributePlace { Declaration, Newtype, Clause, Statement, Local, Quantifier };

// Refuses, by name, the attributes that change meaning, and warns of those that look misspelt.
void check_attributes(Reporter& reporter, const ast::Attributes& attributes, AttributePlace place);

bool has_attribute(const ast::Attributes& attributes, const std::string& name);
// {:name false}
bool is_false(const ast::Attribute& attribute);
// The text of {:error "text"}; empty when there is none.
std::string error_message(const ast::Attributes& attributes);
// What {:induction …} asks for; the variables that it names are looked up among these.
typed::Induction induction(Globals& globals, const ast::Attribute& attribute,
                           const std::vector<typed::VariablePtr>& variables);
// Of a declaration; induction variables are looked up among its parameters.
typed::Attributes declaration_attributes(Globals& globals, const ast::Decl& decl,
                                         const std::vector<typed::VariablePtr>& parameters);
// By modifier or by attribute.
bool is_opaque(const ast::Decl& decl);

} // namespace daphnia::resolve
