// The two shared walks over the kernel: direct children of an expression and of a statement, in source order.
#pragma once

#include "typed/typed.h"

#include <functional>

namespace daphnia::typed {

struct Children {
    std::function<void(const Expr&)> expr;
    std::function<void(const Stmt&)> stmt;
};

// Calls back for each direct child (null children are left out). Triggers count as children.
void for_each_child(const Expr& expr, const Children& visit);
void for_each_child(const Stmt& stmt, const Children& visit);
// All expressions of a declaration's contract and body: clauses, frames, measures, bodies.
void for_each_child(const Declaration& declaration, const Children& visit);
// Calls visit for every expression below a statement or expression, itself included, and for every statement.
void for_each_below(const Expr& root, const Children& visit);
void for_each_below(const Stmt& root, const Children& visit);

// Every type that the declaration mentions: of variables, expressions, conversions, allocations, type arguments.
void for_each_type(const Declaration& declaration, const std::function<void(const Type&)>& visit);

// The variable that the expression directly reads, or null.
const Variable* read_variable(const Expr& expr);

} // namespace daphnia::typed
