// Statements as written.
#pragma once

#include "ast/expressions.h"

#include <cstdint>
#include <variant>

namespace daphnia::ast {

// { … }: the range covers the braces.
struct Block {
    SourceRange range;
    std::vector<StmtPtr> stmts;
};

// ---- right-hand sides

struct Havoc {};

// new T[n, m], new T[n](init), new T[n][a, b], new T[][a, b]
struct NewArray {
    TypePtr element;                 // null when left to inference
    std::vector<ExprPtr> dimensions; // empty for `new T[][…]`
    ExprPtr initializer;             // may be null
    std::optional<std::vector<ExprPtr>> display;
};

// new C, new C(x), new M.C.Init(x): the last segment of the type may turn out to name the constructor.
struct NewObject {
    TypePtr type;
    std::optional<Call> call; // without a callee
};

struct Rhs {
    SourceRange range;
    std::variant<ExprPtr, Havoc, NewArray, NewObject> node;
    Attributes attributes;
};

// := a, b
struct AssignRhs {
    SourceRange op_range;
    std::vector<Rhs> values;
};

// :| assume P
struct SuchThatRhs {
    SourceRange op_range;
    std::optional<SourceRange> assume; // the keyword
    Attributes assume_attributes;
    ExprPtr condition;
    Attributes attributes; // `var x {:attr} :| P`
};

enum class FailKeyword { None, Expect, Assert, Assume };

// :- expect value, rest
struct OrFailRhs {
    SourceRange op_range;
    FailKeyword keyword = FailKeyword::None;
    Attributes keyword_attributes;
    Rhs value;
    std::vector<Rhs> rest;
};

using Assignment = std::variant<AssignRhs, SuchThatRhs, OrFailRhs>;

// ---- simple statements

// A call, with or without attributes; anything else is an error that the resolver reports.
struct ExprStmt {
    ExprPtr expr;
    Attributes attributes;
};

struct Assign {
    std::vector<ExprPtr> targets; // empty only for `:- e;`
    Assignment assignment;
};

struct LocalVar {
    Attributes attributes;
    Ident name;
    TypePtr type; // null when left to inference
};

struct VarDecl {
    bool ghost;
    std::vector<LocalVar> vars;
    std::optional<Assignment> init;
};

// var (x, Cons(y, _)) := value;
struct VarPatternDecl {
    bool ghost;
    PatternPtr pattern;
    SourceRange op_range;
    ExprPtr value;
};

// x := e by { … }, F() by { … }: the statement is an assignment, a declaration or a call.
struct ByProof {
    StmtPtr stmt;
    Block proof;
};

struct Assert {
    SourceRange keyword;
    Attributes attributes;
    std::optional<Ident> label;
    ExprPtr condition;
    std::optional<Block> proof;
};

struct Assume {
    SourceRange keyword;
    Attributes attributes;
    std::optional<Ident> label;
    ExprPtr condition;
};

struct Expect {
    SourceRange keyword;
    Attributes attributes;
    ExprPtr condition;
    ExprPtr message; // may be null
};

struct Print {
    std::vector<ExprPtr> exprs;
};

// reveal f(), L, *; hide *, f
struct Reveal {
    bool hide;
    bool all; // `*`
    std::vector<ExprPtr> exprs;
};

struct Return {
    std::vector<Rhs> values;
    Attributes attributes;
};

struct Yield {
    std::vector<Rhs> values;
};

// break; break L; break break; continue; continue L; break continue
struct Jump {
    bool is_continue;
    std::uint32_t levels; // loops that it leaves or continues; 1 with a label
    std::optional<Ident> label;
    Attributes attributes;
};

// modify frames; modify frames { … }
struct Modify {
    Attributes attributes;
    std::vector<FrameExpr> frames;
    std::optional<Block> body;
};

// `new;` between the two phases of a constructor
struct NewDivider {};

// `...;` of a refining method
struct Skeleton {};

// ---- compound statements

struct BlockStmt {
    Block block;
    Attributes attributes;
};

struct OpaqueBlock {
    SpecClauses specs;
    Block body;
};

struct Labeled {
    std::vector<Ident> labels;
    StmtPtr stmt; // null when the label is the last thing in a block
};

struct If {
    SourceRange keyword;
    Attributes attributes;
    std::optional<GuardBinding> binding;
    ExprPtr condition; // Wildcard for `*`; the predicate after `:|` when there is a binding
    Block then_branch;
    StmtPtr else_branch; // null, an If, an IfCases or a BlockStmt
};

struct GuardedCase {
    SourceRange range;
    Attributes attributes;
    std::optional<GuardBinding> binding;
    ExprPtr condition;
    std::vector<StmtPtr> stmts;
};

struct IfCases {
    SourceRange keyword;
    Attributes attributes;
    std::vector<GuardedCase> cases;
};

struct While {
    SourceRange keyword;
    Attributes attributes;
    ExprPtr condition; // Wildcard for `*`
    SpecClauses specs;
    std::optional<Block> body;
};

struct WhileCases {
    SourceRange keyword;
    Attributes attributes;
    SpecClauses specs;
    std::vector<GuardedCase> cases;
};

struct For {
    SourceRange keyword;
    Attributes attributes;
    BoundVar index;
    ExprPtr from;
    bool up;       // `to`, otherwise `downto`
    ExprPtr bound; // Wildcard for `*`
    SpecClauses specs;
    std::optional<Block> body;
};

struct MatchStmtCase {
    SourceRange range;
    Attributes attributes;
    PatternPtr pattern;
    std::vector<StmtPtr> stmts;
};

struct MatchStmt {
    SourceRange keyword;
    Attributes attributes;
    ExprPtr scrutinee;
    std::vector<MatchStmtCase> cases;
};

struct CalcOp {
    SourceRange range;
    BinaryOp op;
    ExprPtr prefix_limit; // null unless `==#[k]`
};

// A line, then what leads to the next one. The last line has neither operator nor hints, unless they dangle.
struct CalcLine {
    ExprPtr expr;
    std::optional<CalcOp> op;   // the calculation's own operator when left out
    std::vector<StmtPtr> hints; // BlockStmt or Calc
};

struct Calc {
    SourceRange keyword;
    Attributes attributes;
    std::optional<CalcOp> op;
    std::vector<CalcLine> lines;
};

// forall x | R ensures E { … }
struct ForallStmt {
    SourceRange keyword;
    QuantifierDomain domain; // no variables at all is allowed
    SpecClauses specs;       // ensures only
    std::optional<Block> body;
};

struct Stmt {
    SourceRange range;
    std::variant<ExprStmt, Assign, VarDecl, VarPatternDecl, ByProof, Assert, Assume, Expect, Print, Reveal, Return,
                 Yield, Jump, Modify, NewDivider, Skeleton, BlockStmt, OpaqueBlock, Labeled, If, IfCases, While,
                 WhileCases, For, MatchStmt, Calc, ForallStmt>
        node;
};

template <typename Node>
StmtPtr make_stmt(SourceRange range, Node node) {
    return std::make_unique<const Stmt>(Stmt{range, std::move(node)});
}

} // namespace daphnia::ast
