// The tree that mirrors the grammar: what the user wrote, names unresolved and nothing spelled out. All of the
// language is here, also what later stages refuse by name.
#pragma once

#include "ast/declarations.h"
#include "ast/expressions.h"
#include "ast/statements.h"
#include "ast/types.h"

namespace daphnia::ast {

// Structural equality: the same tree, whatever the places in the text.
bool same(const Type& a, const Type& b);
bool same(const Expr& a, const Expr& b);
bool same(const Stmt& a, const Stmt& b);
bool same(const Decl& a, const Decl& b);
bool same(const Program& a, const Program& b);

} // namespace daphnia::ast
