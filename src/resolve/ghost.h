// typed -> typed: infers what is ghost, and reports where compiled code depends on ghosts or ghost code has effects.
#pragma once

#include "support/diagnostics.h"
#include "typed/typed.h"

namespace daphnia::resolve {

// The last pass of resolve, over a program that nobody else has seen yet. Expects on every Variable the ghostness that
// was declared (`ghost var`, ghost parameters), and on the statements that `var x := e;` makes (VarDecl, then Assign,
// Call or AssignSuchThat) ranges of which the first contains the second; so it knows that x may become ghost from e.
// Writes the ghostness that follows: of locals, of let variables and of every statement.
// Reports under the id "ghost"; true iff nothing was reported.
bool check_ghost(typed::Program& program, support::DiagnosticSink& sink);

} // namespace daphnia::resolve
