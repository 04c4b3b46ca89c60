// Statements in; out comes what of them is ghost, and the diagnostics where ghost and compiled code mix.
#pragma once

#include "support/diagnostics.h"
#include "typed/typed.h"

#include <string>

namespace daphnia::resolve {

// What the statements of a declaration belong to.
struct Owner {
    bool ghost = false;
    std::string what; // "method", "lemma", "function", …
};

// Where a statement stands. A proof is ghost code without effects: lemma bodies, hints, assert-by, forall statements.
struct Place {
    bool ghost = false;
    std::string proof; // "a lemma", "a hint", …; empty outside proofs
};

// Writes the inferred ghostness of the statement, of all below it, and of the local variables there.
void check_ghost_statement(const typed::Stmt& stmt, const Owner& owner, const Place& place,
                           support::DiagnosticSink& sink);

} // namespace daphnia::resolve
