// Declarations and whole programs as written.
#pragma once

#include "ast/statements.h"

#include <variant>

namespace daphnia::ast {

enum class ModifierKind { Abstract, Ghost, Static, Opaque, Replaceable, Least, Greatest, Twostate };

struct Modifier {
    ModifierKind kind;
    SourceRange range;
};

enum class Variance { Invariant, Covariant, CovariantPermissive, InvariantPermissive, Contravariant }; // none + * ! -

// (==), (0), (00), (!new)
struct Characteristics {
    bool equality = false;
    bool auto_init = false;
    bool nonempty = false;
    bool no_references = false;
};

struct TypeParameter {
    SourceRange range;
    Ident name;
    Variance variance = Variance::Invariant;
    Characteristics characteristics;
    std::vector<TypePtr> bounds;
};

struct Formal {
    SourceRange range;
    Attributes attributes;
    bool ghost = false;
    bool is_new = false; // `new`, in two-state functions and lemmas
    bool nameonly = false;
    bool older = false;
    std::optional<Ident> name; // none for a constructor's formal without a name
    TypePtr type;
    ExprPtr default_value; // may be null
};

// ---- members

enum class MethodKind { Method, Lemma, TwostateLemma, LeastLemma, GreatestLemma, Constructor };

// The type in square brackets of an extreme predicate or lemma: least predicate P[nat](…)
enum class ExtremeIndex { Unspecified, Nat, Ordinal };

struct MethodDecl {
    SourceRange keyword;
    MethodKind kind;
    std::optional<Ident> name; // none for a constructor without a name
    std::vector<TypeParameter> type_parameters;
    ExtremeIndex extreme_index = ExtremeIndex::Unspecified;
    std::vector<Formal> ins;
    std::vector<Formal> outs;
    SpecClauses specs;
    std::optional<Block> body;
    bool refining_signature = false; // `method M...`
};

enum class FunctionKind { Function, Predicate, TwostateFunction, TwostatePredicate, LeastPredicate, GreatestPredicate };

struct FunctionDecl {
    SourceRange keyword;
    FunctionKind kind;
    bool method_keyword = false; // `function method`
    Ident name;
    std::vector<TypeParameter> type_parameters;
    ExtremeIndex extreme_index = ExtremeIndex::Unspecified;
    std::vector<Formal> ins;
    std::optional<Ident> result_name;
    bool ghost_result = false;
    TypePtr result; // null for predicates, unless written
    SpecClauses specs;
    ExprPtr body;            // null without a body
    SourceRange body_braces; // no file without a body
    std::optional<Block> by_method;
    bool refining_signature = false; // `function F...`
};

// One variable of `var x: T, y: U`
struct FieldDecl {
    Ident name;
    TypePtr type;
};

struct ConstDecl {
    Ident name;
    TypePtr type;  // may be null when there is a value
    ExprPtr value; // may be null
};

struct IteratorDecl {
    SourceRange keyword;
    Ident name;
    std::vector<TypeParameter> type_parameters;
    std::vector<Formal> ins;
    std::vector<Formal> yields;
    SpecClauses specs;
    std::optional<Block> body;
};

// ---- types

struct DatatypeConstructor {
    SourceRange range;
    Attributes attributes;
    bool ghost = false;
    Ident name;
    std::vector<Formal> formals;
};

struct DatatypeDecl {
    bool codatatype;
    Ident name;
    std::vector<TypeParameter> type_parameters;
    std::vector<TypePtr> extends;
    std::vector<DatatypeConstructor> constructors;
    std::vector<DeclPtr> members;
};

enum class WitnessKind { None, Compiled, Ghost, Skip }; // nothing; witness e; ghost witness e; witness *

// newtype N = x: T | P witness w; newtype N = T. The variable is there when the constraint is.
struct NewtypeDecl {
    Ident name;
    std::vector<TypeParameter> type_parameters;
    std::vector<TypePtr> extends;
    std::optional<Ident> var;
    TypePtr base; // null when `x | P` leaves it to inference
    ExprPtr constraint;
    WitnessKind witness_kind = WitnessKind::None;
    ExprPtr witness;
    std::vector<DeclPtr> members;
};

// type S = x: T | P witness w
struct SubsetTypeDecl {
    Ident name;
    std::vector<TypeParameter> type_parameters;
    Characteristics characteristics;
    Ident var;
    TypePtr base; // null when left to inference
    ExprPtr constraint;
    WitnessKind witness_kind = WitnessKind::None;
    ExprPtr witness;
    std::vector<DeclPtr> members;
};

// type S = T
struct SynonymDecl {
    Ident name;
    std::vector<TypeParameter> type_parameters;
    Characteristics characteristics;
    TypePtr target;
};

// type T(==)
struct AbstractTypeDecl {
    Ident name;
    std::vector<TypeParameter> type_parameters;
    Characteristics characteristics;
    std::vector<TypePtr> extends;
    std::vector<DeclPtr> members;
};

struct ClassDecl {
    bool is_trait;
    Ident name;
    std::vector<TypeParameter> type_parameters;
    std::vector<TypePtr> extends;
    std::vector<DeclPtr> members;
};

// ---- modules

struct ModuleDecl {
    std::vector<Ident> name;    // A.B
    std::vector<Ident> refines; // empty without `refines`; also for `replaces`
    bool replaces = false;
    std::vector<DeclPtr> decls;
};

// import opened A = B.C`{E, F}; import A : B
struct ImportDecl {
    bool opened;
    std::optional<Ident> alias;
    bool is_abstract; // `:` in place of `=`
    std::vector<Ident> path;
    std::vector<Ident> exports;
};

enum class ExportItem { Provides, Reveals, Extends };

struct ExportClause {
    ExportItem kind;
    bool all; // `*`
    std::vector<std::vector<Ident>> names;
};

struct ExportDecl {
    std::optional<Ident> name;
    std::vector<ExportClause> clauses;
};

// The range starts at the first modifier or attribute and ends after the body.
struct Decl {
    SourceRange range;
    Attributes attributes;
    std::vector<Modifier> modifiers;
    std::variant<ModuleDecl, ImportDecl, ExportDecl, DatatypeDecl, NewtypeDecl, SubsetTypeDecl, SynonymDecl,
                 AbstractTypeDecl, ClassDecl, IteratorDecl, FieldDecl, ConstDecl, MethodDecl, FunctionDecl>
        node;
};

bool has_modifier(const Decl& decl, ModifierKind kind);

// include "path"
struct Include {
    SourceRange range;
    std::string path;
};

struct Program {
    const support::SourceFile* file = nullptr;
    std::vector<Include> includes;
    std::vector<DeclPtr> decls;
};

} // namespace daphnia::ast
