// The modules of a program: their tree, what is imported from where, and what a name stands for in each.
#pragma once

#include "resolve/globals.h"

#include <vector>

namespace daphnia::resolve {

// A function, method, constant or datatype, and where it is declared.
struct PlacedDecl {
    Module* module;
    const ast::Decl* decl;
};

// Builds the tree, with the types of each module; refuses all that is not in the language. What is left are functions,
// methods, constants and datatypes, in the order of the text.
std::vector<PlacedDecl> collect_modules(Globals& globals, const std::vector<const ast::Program*>& files,
                                        typed::Program& program);

// Finds what each import means; false when modules cannot be put in an order, which leaves all names in doubt
// (imports.cpp).
bool resolve_imports(Globals& globals);

// M.x as the kernel calls it.
std::string qualified_name(const Module& module, const std::string& name);

// ---- what a name stands for (lookup.cpp)

struct Unknown {};
// Something that was refused or is wrong, which is reported elsewhere.
struct Forgiven {};
struct AmbiguousMember {
    std::vector<Module*> modules; // where it is declared
};
struct AmbiguousName {
    std::vector<Named> meanings;
};
struct AmbiguousConstructor {
    std::vector<ConstructorEntry> constructors;
};
using Meaning = std::variant<Unknown, Forgiven, AmbiguousMember, AmbiguousName, AmbiguousConstructor, Module*, Synonym*,
                             DeclaredType*, TypeEntry*, ConstructorEntry, Member*>;

// From inside the module: what it declares, then what it opens. Constructors come before members, and these before
// types and modules.
Meaning meaning_of(Globals& globals, const std::string& name);
// Of a name or a qualified name; unknown when it is another expression.
Meaning meaning_of(Globals& globals, const ast::Expr& expr);
// The same of types and modules alone.
Meaning meaning_of_type(Globals& globals, const std::string& name);
// A compiled module that names an abstract one, from the current module: reported once for each place.
void check_module_use(Globals& globals, const Module& used, SourceRange at);
// From outside: what the module declares.
Meaning meaning_in(Globals& globals, Module& module, const std::string& name);
Meaning meaning_of_type_in(Globals& globals, Module& module, const std::string& name);

// A member of the type, or of a trait that it extends; null when there is none.
Member* find_member(TypeEntry& type, const std::string& name);
// What a datatype declares: constructors, and members that need not be static.
Meaning meaning_in(Globals& globals, TypeEntry& type, const std::string& name);
// The type with members that is meant; null when there is none.
TypeEntry* entry_of(const Meaning& type);

// Sorts of things that have names.
struct NameSorts {
    bool constants = false;
    bool functions = false;
    bool methods = false; // and lemmas
    bool constructors = false;
    bool types = false;
    bool modules = false;
};
// The names that the module declares for things of these sorts.
std::vector<std::string> declared_names(const Module& module, const NameSorts& sorts);
// The names that can be used in the current module without qualification.
std::vector<std::string> visible_names(const Globals& globals, const NameSorts& sorts);

// Dafny's message for a name that may mean several things.
std::string ambiguity(const std::string& name, const AmbiguousMember& ambiguous);
std::string ambiguity(const std::string& name, const AmbiguousName& ambiguous);
std::string ambiguity(const std::string& name, const AmbiguousConstructor& ambiguous);

} // namespace daphnia::resolve
