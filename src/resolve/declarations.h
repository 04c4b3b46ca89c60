// The declarations of a program: signatures first, so that everything can refer to everything, then contracts and
// bodies.
#pragma once

#include "resolve/globals.h"

namespace daphnia::resolve {

// Makes the declaration known, with the types of its signature; what is unsupported is refused here.
// `owner`: the datatype whose member it is, or null.
void declare(Globals& globals, const ast::Decl& decl, typed::Program& program, TypeEntry* owner = nullptr);
// Datatypes: their names; once all names are known, what their constructors hold (false: nothing can be said of their
// values); the default values of that.
TypeEntry& declare_datatype(Globals& globals, Module& module, const ast::Decl& decl, const ast::DatatypeDecl& node);
bool complete_datatypes(Globals& globals, typed::Program& program);
void check_field_defaults(Globals& globals);
// Contract and body of what was declared.
void resolve_member(Globals& globals, Member& member);

// Refuses a declaration that is not of the language (yet), and remembers the names that it would have introduced; false
// when there is nothing to refuse. (unsupported.cpp)
bool refuse_declaration(Globals& globals, const ast::Decl& decl, const TypeEntry* owner = nullptr);

} // namespace daphnia::resolve
