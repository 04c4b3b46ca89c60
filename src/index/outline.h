// What a file declares, from its text alone: also of a program that has errors, as far as it can be parsed.
#pragma once

#include "ast/ast.h"
#include "support/source.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace daphnia::index {

using support::SourceFile;
using support::SourceRange;

enum class SymbolKind {
    Module,
    Import, // the name that an import gives
    Export,
    Class,
    Trait,
    Datatype,
    Codatatype,
    Newtype,
    SubsetType,
    Synonym,
    AbstractType,
    TypeParameter,
    DatatypeConstructor,
    Destructor, // a named parameter of a datatype's constructor
    Field,
    Constant,
    Function,
    Predicate,
    Method,
    Lemma,
    Constructor, // of a class; its name may be the keyword
    Iterator,
    Parameter,
    Result,
    Local,
    Bound, // of a quantifier, comprehension, lambda, let or guard
    PatternVariable,
    Label,
};
// "ghost function" without the ghost: what the language calls it.
std::string_view name_of(SymbolKind kind);

struct ContractClause {
    ast::SpecKind kind;
    SourceRange range; // from its keyword to its end
};

constexpr std::size_t kNoSymbol = static_cast<std::size_t>(-1);

struct Symbol {
    std::string name;
    SymbolKind kind = SymbolKind::Local;
    SourceRange name_range;
    SourceRange range;                 // all of it, with modifiers and attributes
    std::size_t container = kNoSymbol; // what it is declared in; none: the file
    bool ghost = false;
    // Of a declaration, from its first word to its contract or body, as written; of a variable, its type if that is
    // written. Without a file: there is nothing to show.
    SourceRange signature;
    std::vector<ContractClause> contract;
    SourceRange comment; // right above it; without a file: there is none
    std::string type;    // of what has a value, as far as it is known: written or inferred. Set by the index.
};

// The symbols of one file, each after the one that it is declared in.
struct Outline {
    const SourceFile* file = nullptr;
    std::vector<Symbol> symbols;
};

Outline outline(const ast::Program& program);
// Parses the file; syntax errors are somebody else's to report.
Outline outline(const SourceFile& file);

// Whether it is more than a part of a declaration: what an outline shows.
bool is_declaration(SymbolKind kind);
// The text of a comment without its signs.
std::string comment_text(const SourceRange& comment);

} // namespace daphnia::index
