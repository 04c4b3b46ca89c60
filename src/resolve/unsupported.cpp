// Declarations that are refused by name: what is said about each, and the names that go with them, so that one refusal
// does not bring unknown names in its train.
#include "resolve/attributes.h"
#include "resolve/declarations.h"
#include "support/match.h"

#include <algorithm>

namespace daphnia::resolve {

namespace {

constexpr const char* kNoExports =
    "a module shows all that it declares: leave the export sets out, and import the module "
    "by its name alone";

class Refusal {
  public:
    Refusal(Globals& globals, SourceRange range, const TypeEntry* owner)
        : globals_(globals), range_(range), owner_(owner) {}

    bool operator()(const ast::ModuleDecl& node) const {
        if (!node.refines.empty()) {
            globals_.reporter.forgive_unknown_names();
            globals_.reporter.not_in_language(range_, "refinement of modules is",
                                              "write a module of its own that declares all; what several modules have "
                                              "in common, they can import");
        }
        return !node.refines.empty();
    }
    bool operator()(const ast::ImportDecl& node) const {
        if (node.is_abstract || !node.exports.empty()) {
            globals_.reporter.forgive_unknown_names();
            globals_.reporter.not_in_language(range_, node.is_abstract ? "abstract imports are" : "export sets are",
                                              node.is_abstract ? "import the module itself: 'import A'" : kNoExports);
            return true;
        }
        return false;
    }
    bool operator()(const ast::ExportDecl&) const {
        globals_.reporter.not_in_language(range_, "export sets are", kNoExports);
        return true;
    }
    bool operator()(const ast::DatatypeDecl& node) const {
        const char* const what = unsupported_datatype(node);
        if (what == nullptr) {
            return false;
        }
        refuse(node.name);
        for (const ast::DatatypeConstructor& constructor : node.constructors) {
            refuse(constructor.name);
        }
        if (node.codatatype) {
            globals_.reporter.not_in_language(range_, "codatatypes are");
            return true;
        }
        return unsupported(what);
    }
    bool operator()(const ast::NewtypeDecl& node) const {
        const char* const what = !node.type_parameters.empty() ? "newtypes with type parameters are"
                                 : !node.extends.empty()       ? "newtypes that extend traits are"
                                                               : nullptr;
        if (what == nullptr) {
            return false;
        }
        refuse(node.name);
        return unsupported(what);
    }
    bool operator()(const ast::SubsetTypeDecl& node) const {
        const char* const what = !node.type_parameters.empty() && node.base == nullptr
                                     ? "subset types with type parameters that do not name their base type are"
                                 : !node.members.empty() ? "members of subset types are"
                                                         : nullptr;
        if (what == nullptr) {
            return false;
        }
        refuse(node.name);
        return unsupported(what);
    }
    bool operator()(const ast::SynonymDecl&) const { return false; }
    bool operator()(const ast::AbstractTypeDecl& node) const {
        const char* const what = !node.type_parameters.empty() ? "abstract types with type parameters are"
                                 : !node.extends.empty()       ? "abstract types that extend traits are"
                                                               : nullptr;
        if (what == nullptr) {
            return false;
        }
        refuse(node.name);
        return unsupported(what);
    }
    bool operator()(const ast::ClassDecl&) const { return false; }
    bool operator()(const ast::IteratorDecl& node) const {
        refuse(node.name);
        globals_.reporter.not_in_language(range_, "iterators are");
        return true;
    }
    bool operator()(const ast::FieldDecl& node) const {
        refuse(node.name);
        globals_.reporter.error(Rule::Misplaced, range_,
                                "fields are not allowed to be declared at the module level; instead, wrap the field in "
                                "a 'class' declaration");
        return true;
    }
    bool operator()(const ast::ConstDecl&) const { return false; }
    bool operator()(const ast::MethodDecl& node) const {
        switch (node.kind) {
        case ast::MethodKind::Method:
        case ast::MethodKind::Lemma:
        case ast::MethodKind::TwostateLemma:
            break;
        case ast::MethodKind::LeastLemma:
        case ast::MethodKind::GreatestLemma:
            globals_.reporter.not_in_language(range_, "extreme lemmas are");
            refuse(*node.name);
            return true;
        case ast::MethodKind::Constructor:
            if (owner_ != nullptr && owner_->klass != nullptr && !owner_->klass->trait) {
                return false;
            }
            globals_.reporter.error(Rule::Misplaced, range_,
                                    owner_ != nullptr && owner_->klass != nullptr
                                        ? "a trait is not allowed to declare a constructor"
                                        : "constructors are allowed only in classes");
            return true;
        }
        if (node.refining_signature) {
            globals_.reporter.not_in_language(range_, "refinement is");
            refuse(*node.name);
            return true;
        }
        return false;
    }
    bool operator()(const ast::FunctionDecl& node) const {
        switch (node.kind) {
        case ast::FunctionKind::Function:
        case ast::FunctionKind::Predicate:
        case ast::FunctionKind::TwostateFunction:
        case ast::FunctionKind::TwostatePredicate:
            break;
        case ast::FunctionKind::LeastPredicate:
        case ast::FunctionKind::GreatestPredicate:
            refuse(node.name);
            globals_.reporter.not_in_language(range_, "extreme predicates are");
            return true;
        }
        if (node.refining_signature) {
            refuse(node.name);
            globals_.reporter.not_in_language(range_, "refinement is");
            return true;
        }
        return false;
    }

  private:
    // What there is in a datatype that is not in the language yet; null: nothing.
    static const char* unsupported_datatype(const ast::DatatypeDecl& node) {
        if (node.codatatype) {
            return "codatatypes are";
        }
        if (!node.extends.empty()) {
            return "datatypes that extend traits are";
        }
        for (const ast::DatatypeConstructor& constructor : node.constructors) {
            if (constructor.ghost) {
                return "ghost constructors are";
            }
        }
        return nullptr;
    }
    bool unsupported(const char* what) const {
        globals_.reporter.unsupported(range_, what);
        return true;
    }
    void refuse(const ast::Ident& name) const { globals_.refused_names.insert(name.text); }

    Globals& globals_;
    SourceRange range_;
    const TypeEntry* owner_;
};

bool can_be_opaque(const ast::Decl& decl) {
    return std::holds_alternative<ast::FunctionDecl>(decl.node) || std::holds_alternative<ast::ConstDecl>(decl.node);
}

} // namespace

bool refuse_declaration(Globals& globals, const ast::Decl& decl, const TypeEntry* owner) {
    for (const ast::Modifier& modifier : decl.modifiers) {
        if (modifier.kind == ast::ModifierKind::Opaque && !can_be_opaque(decl)) {
            globals.reporter.error(Rule::Misplaced, modifier.range,
                                   "only functions and constants can be declared 'opaque'");
        } else if (modifier.kind == ast::ModifierKind::Replaceable) {
            globals.reporter.not_in_language(modifier.range, "replaceable modules are");
        }
    }
    return support::match(decl.node, Refusal(globals, decl.range, owner));
}

} // namespace daphnia::resolve
