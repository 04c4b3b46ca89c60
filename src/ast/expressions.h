// Expressions and patterns as written. Parentheses are not kept: the shape of the tree says what they said.
#pragma once

#include "ast/common.h"
#include "ast/types.h"
#include "support/integer.h"

#include <cstdint>
#include <variant>

namespace daphnia::ast {

// ---- literals and names

struct BoolLit {
    bool value;
};

struct NullLit {};

struct IntLit {
    support::Integer value;
};

// digits * 10^exponent: 1.50 is 150 * 10^-2.
struct RealLit {
    support::Integer digits;
    std::int32_t exponent;
};

struct CharLit {
    char32_t value;
};

// Escapes are already replaced by the characters that they stand for.
struct StringLit {
    std::u32string value;
    bool verbatim;
};

struct This {};

// `*` where an expression is expected: guards, `decreases *`, `reads *`. Doubled: `reads **`.
struct Wildcard {
    bool doubled = false;
};

struct Name {
    Ident name;
    std::vector<TypePtr> type_arguments;
};

// ---- suffixes

// object.name<types>; the name of a tuple component is its number.
struct Member {
    ExprPtr object;
    Ident name;
    std::vector<TypePtr> type_arguments;
};

// callee(arguments), callee@label(arguments), callee#[limit](arguments)
struct Call {
    ExprPtr callee;
    SourceRange open_paren;
    std::vector<Argument> arguments;
    std::optional<Ident> at_label;
    ExprPtr prefix_limit; // null unless it is a call of a prefix predicate or lemma
};

// base[i], base[i, j]
struct Index {
    ExprPtr base;
    SourceRange open_bracket;
    std::vector<ExprPtr> indices;
};

// base[from..to]; either end may be left out.
struct Slice {
    ExprPtr base;
    SourceRange open_bracket;
    ExprPtr from; // may be null
    ExprPtr to;   // may be null
};

// base[l0 : l1 : l2], and with `rest` base[l0 : l1 :]
struct MultiSlice {
    ExprPtr base;
    SourceRange open_bracket;
    std::vector<ExprPtr> lengths;
    bool rest;
};

// base[index := value]
struct Update {
    ExprPtr base;
    SourceRange open_bracket;
    ExprPtr index;
    ExprPtr value;
};

struct FieldUpdate {
    Ident field;
    ExprPtr value;
};

// base.(f := e, g := e)
struct DatatypeUpdate {
    ExprPtr base;
    SourceRange open_paren;
    std::vector<FieldUpdate> updates;
};

// ---- operators

enum class UnaryOp { Negate, Not };

struct Unary {
    UnaryOp op;
    SourceRange op_range;
    ExprPtr operand;
};

enum class BinaryOp {
    Iff,
    Implies,
    Explies, // a <== b: operands as written
    And,
    Or,
    Eq,
    Neq,
    Lt,
    Le,
    Gt,
    Ge,
    In,
    NotIn,
    Disjoint,
    ShiftLeft,
    ShiftRight,
    Add,
    Sub,
    Mul,
    Div,
    Mod,
    BitAnd,
    BitOr,
    BitXor,
};

struct Binary {
    BinaryOp op;
    SourceRange op_range;
    ExprPtr left;
    ExprPtr right;
    ExprPtr prefix_limit; // null unless `==#[k]` or `!=#[k]`
};

// a <= b < c: one operand more than operators, at least two operators.
struct Chain {
    std::vector<ExprPtr> operands;
    std::vector<BinaryOp> ops;
    std::vector<SourceRange> op_ranges;
};

// e as T
struct Conversion {
    ExprPtr operand;
    SourceRange op_range;
    TypePtr type;
};

// e is T
struct TypeTest {
    ExprPtr operand;
    SourceRange op_range;
    TypePtr type;
};

// |e|
struct Cardinality {
    ExprPtr operand;
};

struct Old {
    ExprPtr operand;
    std::optional<Ident> label;
};

struct Fresh {
    ExprPtr operand;
    std::optional<Ident> label;
};

struct Unchanged {
    std::vector<FrameExpr> frames;
    std::optional<Ident> label;
};

struct Allocated {
    ExprPtr operand;
};

struct Assigned {
    ExprPtr operand;
};

// multiset(e)
struct MultisetFrom {
    ExprPtr operand;
};

// (a, b decreases to c, d); (a nonincreases to b)
struct DecreasesTo {
    std::vector<ExprPtr> from;
    std::vector<ExprPtr> to;
    SourceRange op_range;
    bool allow_no_change;
};

// ---- displays and comprehensions

// (), (a, b), (a, ghost b)
struct Tuple {
    std::vector<Argument> elements;
};

struct SeqDisplay {
    std::vector<ExprPtr> elements;
};

struct SetDisplay {
    bool infinite; // iset{…}
    std::vector<ExprPtr> elements;
};

struct MultisetDisplay {
    std::vector<ExprPtr> elements;
};

struct MapEntry {
    ExprPtr key;
    ExprPtr value;
};

struct MapDisplay {
    bool infinite; // imap[…]
    std::vector<MapEntry> entries;
};

// seq<T>(length, function)
struct SeqConstruction {
    TypePtr element; // null when left to inference
    ExprPtr length;
    ExprPtr function;
};

// x: T <- domain | range
struct QuantifiedVar {
    Ident name;
    TypePtr type;   // null when left to inference
    ExprPtr domain; // null without `<-`
    ExprPtr range;  // null without `|`; in `x, y | R` it belongs to y
};

// The whole range is, from left to right, `x in domain && range` of every variable that has one.
struct QuantifierDomain {
    std::vector<QuantifiedVar> vars;
    Attributes attributes;
};

enum class QuantifierKind { Forall, Exists };

struct Quantifier {
    QuantifierKind kind;
    QuantifierDomain domain;
    ExprPtr body;
};

// set x | R :: term
struct SetComprehension {
    bool infinite;
    QuantifierDomain domain;
    ExprPtr term; // null when left out: the variable itself
};

// map x | R :: key := value
struct MapComprehension {
    bool infinite;
    QuantifierDomain domain;
    ExprPtr key; // null when left out: the variable itself
    ExprPtr value;
};

// (x: T, y) reads R requires P => body
struct Lambda {
    std::vector<BoundVar> params;
    SpecClauses specs;
    ExprPtr body;
};

// ---- control

// `x: T, y :| …` in place of a condition
struct GuardBinding {
    std::vector<BoundVar> vars;
    Attributes attributes;
    SourceRange op_range;
};

struct IfExpr {
    std::optional<GuardBinding> binding;
    ExprPtr condition; // the predicate after `:|` when there is a binding
    ExprPtr then_branch;
    ExprPtr else_branch;
};

struct MatchExprCase {
    SourceRange range;
    Attributes attributes;
    PatternPtr pattern;
    ExprPtr body;
};

struct MatchExpr {
    ExprPtr scrutinee;
    std::vector<MatchExprCase> cases;
};

// ghost var p, q := a, b; body
struct Let {
    bool ghost;
    std::vector<PatternPtr> patterns;
    std::vector<ExprPtr> values;
    ExprPtr body;
};

// ghost var x, y :| condition; body
struct LetSuchThat {
    bool ghost;
    std::vector<BoundVar> vars;
    Attributes attributes;
    ExprPtr condition;
    ExprPtr body;
};

// var p :- value; body, and without a pattern  :- value; body
struct LetOrFail {
    bool ghost;
    PatternPtr pattern; // may be null
    SourceRange op_range;
    ExprPtr value;
    ExprPtr body;
};

// S; body, where S is an assert, assume, expect, reveal, calc or a call of a lemma
struct StmtExpr {
    StmtPtr stmt;
    ExprPtr body;
};

struct Expr {
    SourceRange range;
    std::variant<BoolLit, NullLit, IntLit, RealLit, CharLit, StringLit, This, Wildcard, Name, Member, Call, Index,
                 Slice, MultiSlice, Update, DatatypeUpdate, Unary, Binary, Chain, Conversion, TypeTest, Cardinality,
                 Old, Fresh, Unchanged, Allocated, Assigned, MultisetFrom, DecreasesTo, Tuple, SeqDisplay, SetDisplay,
                 MultisetDisplay, MapDisplay, SeqConstruction, Quantifier, SetComprehension, MapComprehension, Lambda,
                 IfExpr, MatchExpr, Let, LetSuchThat, LetOrFail, StmtExpr>
        node;
};

template <typename Node>
ExprPtr make_expr(SourceRange range, Node node) {
    return std::make_unique<const Expr>(Expr{range, std::move(node)});
}

// ---- patterns

// A variable, `_`, or a constructor without arguments: names are not resolved here.
struct NamePattern {
    Ident name;
    TypePtr type; // null when left to inference
};

// Cons(head, tail)
struct ConstructorPattern {
    Ident name;
    std::vector<PatternPtr> arguments;
};

// (a, b)
struct TuplePattern {
    std::vector<PatternPtr> elements;
};

// A literal, possibly a negated number.
struct LiteralPattern {
    ExprPtr value;
};

// A | B
struct OrPattern {
    std::vector<PatternPtr> alternatives;
};

struct Pattern {
    SourceRange range;
    std::variant<NamePattern, ConstructorPattern, TuplePattern, LiteralPattern, OrPattern> node;
    bool ghost = false; // `ghost x` in a destructuring declaration
};

template <typename Node>
PatternPtr make_pattern(SourceRange range, Node node) {
    return std::make_unique<const Pattern>(Pattern{range, std::move(node)});
}

} // namespace daphnia::ast
