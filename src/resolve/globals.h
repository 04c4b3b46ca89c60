// What the declarations of a program are to each other: members by name, types by name, and what every body needs to
// know about both.
#pragma once

#include "ast/ast.h"
#include "resolve/reporter.h"
#include "resolve/resolve.h"
#include "typed/typed.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>

namespace daphnia::resolve {

struct FunctionEntry {
    typed::Function* function;
    const ast::Decl* decl;
    const ast::FunctionDecl* ast;
};

struct MethodEntry {
    typed::Method* method;
    const ast::Decl* decl;
    const ast::MethodDecl* ast;
    bool may_diverge; // decreases *
};

enum class ConstantState { Unresolved, Resolving, Resolved };

struct ConstantEntry {
    typed::Constant* constant;
    const ast::Decl* decl;
    const ast::ConstDecl* ast;
    ConstantState state;
};

using Member = std::variant<FunctionEntry, MethodEntry, ConstantEntry>;

struct Globals {
    Globals(Reporter& reporter_, const Options& options_) : reporter(reporter_), options(options_) {}

    Reporter& reporter;
    Options options;
    std::map<std::string, Member> members;
    std::vector<Member*> members_in_order; // of the source
    std::map<std::string, const ast::SynonymDecl*> synonyms;
    // Names that refused declarations introduce: uses of them are not reported again.
    std::set<std::string> refused_names;
    std::set<std::string> synonyms_in_progress;
    int constant_depth = 0; // constants that are being resolved for the sake of others
    // Parameters, results and constants whose type was refused or is wrong.
    std::set<const void*> untyped;
    // A file of Dafny 3 says `function method` for what is compiled, and plain `function` for what is ghost.
    bool old_function_syntax = false;
};

// The type that is meant; nothing when it was refused or is wrong (which is then reported).
std::optional<typed::Type> resolve_type(Globals& globals, const ast::Type& type);

// Gives a constant its type and its value; again: does nothing. (constants.cpp)
void resolve_constant(Globals& globals, ConstantEntry& entry);

} // namespace daphnia::resolve
