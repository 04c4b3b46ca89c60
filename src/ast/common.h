// What all nodes of the source tree share: names with their places, pointers to children, attributes and arguments.
#pragma once

#include "support/source.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace daphnia::ast {

using support::SourceRange;

struct Type;
struct Expr;
struct Stmt;
struct Decl;
struct Pattern;

// Children are owned and never change. A null pointer stands for a part that the grammar lets one leave out, and
// only where the field's comment says so.
using TypePtr = std::unique_ptr<const Type>;
using ExprPtr = std::unique_ptr<const Expr>;
using StmtPtr = std::unique_ptr<const Stmt>;
using DeclPtr = std::unique_ptr<const Decl>;
using PatternPtr = std::unique_ptr<const Pattern>;

struct Ident {
    std::string text;
    SourceRange range;
};

// One actual parameter: `e`, `name := e`, and in tuples `ghost e`.
struct Argument {
    std::optional<Ident> name;
    bool ghost = false;
    ExprPtr value;
};

// `{:name arguments}`, or `@name(arguments)` before a declaration or statement.
struct Attribute {
    SourceRange range;
    Ident name;
    std::vector<Argument> arguments;
    bool at_form = false;
};

using Attributes = std::vector<Attribute>;

// A name with an optional type, as in lambdas, let expressions, `for` loops and binding guards. `_` stands for itself.
struct BoundVar {
    Ident name;
    TypePtr type; // null when left to inference
};

// `object`, ``object`field``, `` `field`` or `*` (object is then a Wildcard).
struct FrameExpr {
    SourceRange range;
    ExprPtr object; // null for `` `field``: the receiver is `this`
    std::optional<Ident> field;
};

enum class SpecKind {
    Requires,
    Ensures,
    Reads,
    Modifies,
    Decreases,
    Invariant,
    YieldRequires,
    YieldEnsures,
};

// One clause of a contract or loop, in the order in which they were written. Requires, ensures and invariant have
// exactly one expression; decreases has at least one (Wildcard for `*`); reads and modifies have frames.
struct SpecClause {
    SourceRange range;
    SourceRange keyword;
    SpecKind kind;
    Attributes attributes;
    std::optional<Ident> label;
    std::vector<ExprPtr> exprs;
    std::vector<FrameExpr> frames;
};

using SpecClauses = std::vector<SpecClause>;

} // namespace daphnia::ast
