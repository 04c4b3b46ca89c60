// Declared subset types: their constraints and witnesses become functions of the kernel, which are resolved and proved
// like those that are written.
#pragma once

#include "resolve/globals.h"

namespace daphnia::resolve {

// Once all types have names: what each is a subset of where it says so, and the functions.
void complete_subset_types(Globals& globals, typed::Program& program);
// Once all signatures are known: what the others are subsets of, which follows from their constraints.
void find_bases(Globals& globals);
// Of the subset types in this type, as soon as it is needed.
void find_base(Globals& globals, const typed::Type& type);
// The bodies of the functions.
void resolve_subset_types(Globals& globals);
} // namespace daphnia::resolve
