// What the declarations of a program are to each other: modules, in each its members and types by name, and what every
// body needs to know about them.
#pragma once

#include "ast/ast.h"
#include "resolve/reporter.h"
#include "resolve/resolve.h"
#include "typed/typed.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace daphnia::resolve {

struct Module;
struct TypeEntry;
struct DeclaredType;

struct FunctionEntry {
    typed::Function* function;
    const ast::Decl* decl;
    const ast::FunctionDecl* ast;
    Module* module;
    TypeEntry* owner = nullptr;         // whose member it is; null: of the module
    typed::Method* by_method = nullptr; // what runs in its place, unless its body does
};

struct MethodEntry {
    typed::Method* method;
    const ast::Decl* decl;
    const ast::MethodDecl* ast;
    bool may_diverge; // decreases *
    Module* module;
    TypeEntry* owner = nullptr;
};

enum class ConstantState { Unresolved, Resolving, Resolved };

struct ConstantEntry {
    typed::Constant* constant;
    const ast::Decl* decl;
    const ast::ConstDecl* ast;
    ConstantState state;
    Module* module;
    TypeEntry* owner = nullptr;
};

// A constant that each value of a datatype has: a function of the value.
struct PerValueConstant {
    typed::Function* function;
    const ast::Decl* decl;
    const ast::ConstDecl* ast;
    Module* module;
    TypeEntry* owner;
    ConstantState state = ConstantState::Resolved; // of one whose type follows from its value: not yet
};

// What objects of a class hold: a variable, or a constant that constructors give its value.
struct FieldEntry {
    typed::Field* field;
    const ast::Decl* decl;
    Module* module;
    TypeEntry* owner;
};

using Member = std::variant<FunctionEntry, MethodEntry, ConstantEntry, PerValueConstant, FieldEntry>;

// A type that may have members: a datatype, a class or a trait; or a newtype or an abstract type, which has nothing
// else here.
struct TypeEntry {
    std::unique_ptr<typed::Datatype> declared; // until the program has it
    typed::Datatype* datatype;                 // null: of another type
    const ast::DatatypeDecl* ast;              // likewise
    Module* module;
    std::map<std::string, Member> members = {};
    const DeclaredType* other = nullptr; // null: a datatype or a class
    typed::Class* klass = nullptr;       // null: another type
    const ast::ClassDecl* class_ast = nullptr;
    const ast::Decl* declaration = nullptr;        // of a class
    std::map<std::string, Member*> inherited = {}; // from traits, whether the type declares them again or not

    const std::string& name() const; // qualified
    const typed::TypeParameters& parameters() const;
    std::size_t parameter_count() const { return parameters().size(); }
    // With these for the type parameters.
    typed::Type type(std::vector<typed::Type> arguments) const;
};

struct ConstructorEntry {
    TypeEntry* owner;
    std::size_t constructor;
    const ast::DatatypeConstructor* ast;

    friend bool operator==(const ConstructorEntry&, const ConstructorEntry&) = default;
};

struct Synonym {
    const ast::SynonymDecl* ast;
    Module* module;
};

// A type of which what it stands for is known when it is declared: an abstract type, a subset type.
struct DeclaredType {
    typed::Type type;
    const char* what; // "abstract type"
    SourceRange range;
    Module* module;
    TypeEntry* entry = nullptr; // of one that has members
};

// type S = x: T | P, or newtype N = T
struct SubsetEntry {
    typed::SubsetType* type;
    const ast::Decl* decl;
    Module* module;
    ast::Ident name;
    ast::Ident var;
    const ast::Type* base;
    const ast::Expr* constraint_value; // null: all values of the base type
    ast::WitnessKind witness_kind;
    const ast::Expr* witness_value; // may be null
    typed::Function* constraint = nullptr;
    typed::Function* witness = nullptr; // null when the type may be empty
    bool broken = false;
    bool searched = false; // its base is, or was, being inferred
};

// import opened N = M.P
struct Import {
    const ast::ImportDecl* ast;
    std::string name; // N
    SourceRange range;
    Module* module;                                      // where it stands
    std::variant<std::monostate, Module*, Import*> root; // what M is
    Module* target = nullptr; // null as long as it is not known, and for ever when that is an error
    bool resolved = false;
    // `import opened M` where M is a module of the same scope: the name M goes on meaning that module.
    bool nameless = false;
};

// What the name of a type or module can stand for.
using Named = std::variant<Module*, Import*, Synonym*, DeclaredType*, TypeEntry*>;

struct Module {
    std::string name;      // as written; empty for the whole program, of which all is part
    std::string qualified; // A.B
    SourceRange range;     // of the name
    SourceRange extent;    // of the whole declaration
    Module* parent = nullptr;
    bool abstract = false; // compiled modules may not use it
    // In the order of the text, modules declared elsewhere as A.B last.
    std::vector<std::variant<Module*, Import*>> parts;
    std::vector<std::unique_ptr<Module>> modules;
    std::vector<std::unique_ptr<Import>> imports;
    std::vector<std::unique_ptr<Synonym>> synonyms;
    std::vector<std::unique_ptr<DeclaredType>> types;
    std::vector<std::unique_ptr<TypeEntry>> datatypes;
    std::map<std::string, Named> names; // of its types and modules
    std::map<std::string, std::vector<ConstructorEntry>> constructors;
    std::map<std::string, Member> members;
};

// What a datatype or collection gets for its type arguments where they are left out: type parameters of what is
// declared, the first ones of its own; a signature without any gets some for the purpose.
struct FillIn {
    typed::TypeParameters* parameters = nullptr; // null: they may not be left out
    std::size_t first = 0;
    std::string extended; // the name of the declaration that may get more; empty: none
};

struct Globals {
    Globals(Reporter& reporter_, const Options& options_) : reporter(reporter_), options(options_) {}

    Reporter& reporter;
    Options options;
    std::set<std::pair<const support::SourceFile*, std::uint32_t>> abstract_uses; // of modules, which are reported
    Module program; // what is declared outside of all modules, and these modules
    // The module from where names are looked up at the moment.
    Module* module = &program;
    std::vector<Member*> members_in_order;                       // of the source
    std::vector<SubsetEntry> subset_types;                       // likewise
    std::map<const typed::SubsetType*, SubsetEntry*> open_bases; // whose base is not known yet
    bool signatures_known = false;                               // of all members
    std::map<std::string, typed::Type> type_names;               // of the type parameters around what is being resolved
    FillIn fill_in;
    std::size_t parameters_named = 0; // how often a type parameter was written as a type
    std::map<const typed::Datatype*, TypeEntry*> datatypes;
    std::vector<TypeEntry*> datatypes_in_order;
    std::map<const typed::Class*, TypeEntry*> classes;
    std::vector<TypeEntry*> classes_in_order;
    // Other types with members: by declaration, and by the subset type or type parameter that is declared.
    std::map<const void*, TypeEntry*> other_types;
    std::set<std::string> member_methods; // the names of methods of types
    // Names that refused declarations introduce: uses of them are not reported again.
    std::set<std::string> refused_names;
    std::set<Synonym*> synonyms_in_progress;
    // What is asked of type arguments that are written down, once all types are complete.
    std::vector<std::function<void()>> argument_checks;
    int constant_depth = 0;            // constants that are being resolved for the sake of others
    std::size_t errors_before = 0;     // when the module whose bodies are resolved was begun
    std::set<const Module*> unsettled; // that have a body with types that are not known
    // Parameters, results and constants whose type was refused or is wrong.
    std::set<const void*> untyped;
    // Of which nobody wants to hear that they have no triggers.
    std::vector<SourceRange> quiet_quantifiers;
    // A file of Dafny 3 says `function method` for what is compiled, and plain `function` for what is ghost.
    bool old_function_syntax = false;
};

// While one lives, names are looked up from another module.
class Inside {
  public:
    Inside(Globals& globals, Module* module) : globals_(globals), before_(globals.module) { globals.module = module; }
    ~Inside() { globals_.module = before_; }
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;

  private:
    Globals& globals_;
    Module* before_;
};

// Whether something is wrong with the module whose bodies are resolved.
inline bool has_errors(const Globals& globals) {
    return globals.reporter.error_count() > globals.errors_before;
}

// Checks the type arguments that have been written so far.
void check_arguments(Globals& globals);

// The type that is meant; nothing when it was refused or is wrong (which is then reported).
std::optional<typed::Type> resolve_type(Globals& globals, const ast::Type& type);

// Gives a constant its type and its value; again: does nothing. (constants.cpp)
void resolve_constant(Globals& globals, ConstantEntry& entry);
// The same for one that each value of a datatype has, where its type follows from its value.
void resolve_constant(Globals& globals, PerValueConstant& entry);

} // namespace daphnia::resolve
