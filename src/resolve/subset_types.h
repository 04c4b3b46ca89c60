// Declared subset types: their constraints and witnesses become functions of the kernel, which are resolved and proved
// like those that are written.
#pragma once

#include "resolve/globals.h"

namespace daphnia::resolve {

// What x must be in `x | P` when P compares x with numbers and does nothing else; nothing when it does more.
std::optional<typed::Type> implied_base(const ast::Ident& variable, const ast::Expr& constraint);
// Once all types have names: what each is a subset of, and the functions.
void complete_subset_types(Globals& globals, typed::Program& program);
// The bodies of the functions.
void resolve_subset_types(Globals& globals);
// No constraint speaks of its own type, also not by way of functions.
void check_subset_types(const typed::Program& program, Reporter& reporter);

} // namespace daphnia::resolve
