// Expressions in; out comes whether they can run, and the diagnostics where they would have to and cannot.
#pragma once

#include "support/diagnostics.h"
#include "typed/typed.h"

namespace daphnia::resolve {

// Marks what is under construction: ghostness that follows from use is written while the program is still resolve's
// own.
void make_ghost(const typed::Variable& variable);
void set_ghost(const typed::Stmt& stmt, bool ghost);

// Whether the value of the expression depends on something that exists only for the proof: a ghost variable, a ghost
// function, the old state, a quantifier without bounds. Specifications around it (assertions inside) do not count.
bool uses_spec_features(const typed::Expr& expr);

// Reports what keeps an expression from running. `function` is the function whose body it is, or null.
void check_compilable(const typed::Expr& expr, const typed::Function* function, support::DiagnosticSink& sink);

// Whether the constraint of a type, which is ghost code, can be run where a value is tested: it asks only what compiled
// code may ask, makes no choice, and calls nothing that stands for another body.
bool can_run(const typed::Expr& constraint);

} // namespace daphnia::resolve
