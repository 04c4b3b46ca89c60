// Classes and traits: their names first; then what they extend, once all types have names; then their fields, with the
// other members.
#pragma once

#include "resolve/globals.h"

namespace daphnia::resolve {

TypeEntry& declare_class(Globals& globals, Module& module, const ast::Decl& decl, const ast::ClassDecl& node,
                         typed::Program& program);
// Of classes and traits that extend themselves, which is reported, nothing remains of what they extend.
void complete_classes(Globals& globals);
// Once all members are known: a class of which some field has no value that is known needs a constructor.
void check_constructors(const TypeEntry& klass, Globals& globals);
// What constructors do before `new;`: `this` is no object yet. On the program once its types are settled.
void check_first_phases(const typed::Program& program, Reporter& reporter);
// A field, variable or constant, of the class `owner`.
void declare_class_field(Globals& globals, const ast::Decl& decl, const ast::Ident& name, const ast::Type* type,
                         bool constant, TypeEntry& owner);

} // namespace daphnia::resolve
