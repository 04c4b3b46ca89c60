// The tree of modules and the types that each declares; what is not in the language is refused on the way.
#include "resolve/modules.h"

#include "resolve/attribute_names.h"
#include "resolve/attributes.h"
#include "resolve/classes.h"
#include "resolve/declarations.h"
#include "resolve/noting.h"
#include "resolve/type_parameters.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace daphnia::resolve {

namespace {

bool is_member(const ast::Decl& decl) {
    return std::holds_alternative<ast::FunctionDecl>(decl.node) || std::holds_alternative<ast::MethodDecl>(decl.node) ||
           std::holds_alternative<ast::ConstDecl>(decl.node);
}

// They would hold for all that a module declares.
constexpr std::array kRefusedOnModules{"options", "verify",    "only",  "resource_limit",
                                       "rlimit",  "timeLimit", "axiom", "timeLimitMultiplier"};

// {:options …} with the syntax of Dafny 4, which is the only one.
bool asks_for_what_is(const ast::Attribute& attribute) {
    constexpr std::array kOfDafny4{U"/functionSyntax:4", U"--function-syntax:4", U"/quantifierSyntax:4",
                                   U"--quantifier-syntax:4"};
    return name_of(attribute) == "options" &&
           std::all_of(attribute.arguments.begin(), attribute.arguments.end(), [&](const ast::Argument& argument) {
               const auto* text = std::get_if<ast::StringLit>(&argument.value->node);
               return text != nullptr && std::find(kOfDafny4.begin(), kOfDafny4.end(), text->value) != kOfDafny4.end();
           });
}

// module A.B.C { }: a declaration that belongs to a module declared elsewhere.
struct PrefixNamed {
    const ast::Decl* decl;
    std::size_t next; // of the segments of its name
};

class Collector {
  public:
    Collector(Globals& globals, typed::Program& program) : globals_(globals), program_(program) {}

    void collect(Module& module, const std::vector<ast::DeclPtr>& decls) {
        std::vector<PrefixNamed> elsewhere;
        for (const ast::DeclPtr& decl : decls) {
            declare(module, *decl, elsewhere);
        }
        place(module, elsewhere);
    }

    // The whole program may consist of several files.
    void collect(const std::vector<const ast::Program*>& files) {
        std::vector<PrefixNamed> elsewhere;
        for (const ast::Program* file : files) {
            for (const ast::DeclPtr& decl : file->decls) {
                declare(globals_.program, *decl, elsewhere);
            }
        }
        place(globals_.program, elsewhere);
        name_imports(globals_.program);
    }

    std::vector<PlacedDecl> take_members() { return std::move(members_); }

  private:
    void declare(Module& module, const ast::Decl& decl, std::vector<PrefixNamed>& elsewhere) {
        if (const auto* node = std::get_if<ast::ModuleDecl>(&decl.node)) {
            if (refuse_declaration(globals_, decl)) {
                globals_.refused_names.insert(node->name.front().text);
            } else if (check_module_attributes(decl); node->name.size() > 1) {
                elsewhere.push_back({&decl, 0});
            } else {
                collect(new_module(module, node->name.front(), decl), node->decls);
            }
        } else if (const auto* import = std::get_if<ast::ImportDecl>(&decl.node)) {
            const ast::Ident& name = import->alias ? *import->alias : import->path.back();
            if (refuse_declaration(globals_, decl)) {
                globals_.refused_names.insert(name.text);
            } else {
                check_attributes(globals_.reporter, decl.attributes, AttributePlace::Declaration);
                module.imports.push_back(std::make_unique<Import>(
                    Import{import, name.text, name.range, &module, {}, nullptr, false, false}));
                module.parts.emplace_back(module.imports.back().get());
            }
        } else if (is_member(decl)) {
            members_.push_back({&module, &decl});
        } else if (const auto* datatype = std::get_if<ast::DatatypeDecl>(&decl.node)) {
            if (!refuse_declaration(globals_, decl)) {
                check_attributes(globals_.reporter, decl.attributes, AttributePlace::Declaration);
                TypeEntry& entry = declare_datatype(globals_, module, decl, *datatype);
                if (!module.names.emplace(datatype->name.text, &entry).second) {
                    report_duplicate(datatype->name);
                }
                members_.push_back({&module, &decl});
            }
        } else if (const auto* klass = std::get_if<ast::ClassDecl>(&decl.node);
                   klass != nullptr && !refuse_declaration(globals_, decl)) {
            check_attributes(globals_.reporter, decl.attributes, AttributePlace::Declaration);
            TypeEntry& entry = declare_class(globals_, module, decl, *klass, program_);
            if (!module.names.emplace(klass->name.text, &entry).second) {
                report_duplicate(klass->name);
            }
            module.names.emplace(klass->name.text + "?", &entry);
            members_.push_back({&module, &decl});
        } else if (klass == nullptr && !refuse_declaration(globals_, decl)) {
            declare_type(module, decl);
        }
    }

    void declare_type(Module& module, const ast::Decl& decl) {
        const bool is_newtype = std::holds_alternative<ast::NewtypeDecl>(decl.node);
        check_attributes(globals_.reporter, decl.attributes,
                         is_newtype ? AttributePlace::Newtype : AttributePlace::Declaration);
        if (const auto* type = std::get_if<ast::AbstractTypeDecl>(&decl.node)) {
            declare_abstract_type(module, *type);
            add_members(module, decl, type->members);
            return;
        }
        if (const auto* subset = std::get_if<ast::SubsetTypeDecl>(&decl.node)) {
            declare_subset_type(module, decl, *subset);
            return;
        }
        if (const auto* newtype = std::get_if<ast::NewtypeDecl>(&decl.node)) {
            declare_newtype(module, decl, *newtype);
            add_members(module, decl, newtype->members);
            return;
        }
        const auto& synonym = std::get<ast::SynonymDecl>(decl.node);
        module.synonyms.push_back(std::make_unique<Synonym>(Synonym{&synonym, &module}));
        if (!module.names.emplace(synonym.name.text, module.synonyms.back().get()).second) {
            report_duplicate(synonym.name);
        }
    }

    static const void* declared_by(const typed::Type& type) {
        return type.kind == typed::TypeKind::Subset ? static_cast<const void*>(type.subset) : type.parameter;
    }

    void add_members(Module& module, const ast::Decl& decl, const std::vector<ast::DeclPtr>& members) {
        if (members.empty()) {
            return;
        }
        DeclaredType& type = *module.types.back();
        module.datatypes.push_back(
            std::make_unique<TypeEntry>(TypeEntry{nullptr, nullptr, nullptr, &module, {}, &type}));
        TypeEntry* const entry = module.datatypes.back().get();
        type.entry = entry;
        globals_.other_types.emplace(&decl, entry);
        globals_.other_types.emplace(declared_by(type.type), entry);
        members_.push_back({&module, &decl});
    }

    void declare_abstract_type(Module& module, const ast::AbstractTypeDecl& node) {
        typed::TypeParameter type =
            type_parameter(node.name, node.characteristics, qualified_name(module, node.name.text));
        type.abstract = true;
        type.no_references = type.no_references || module.parent == nullptr; // as in Dafny
        program_.abstract_types.push_back(std::make_unique<const typed::TypeParameter>(std::move(type)));
        const typed::Type meant = typed::parameter_type(program_.abstract_types.back().get());
        module.types.push_back(
            std::make_unique<DeclaredType>(DeclaredType{meant, "abstract type", node.name.range, &module}));
        if (!module.names.emplace(node.name.text, module.types.back().get()).second) {
            report_duplicate(node.name);
        }
    }

    void declare_subset_type(Module& module, const ast::Decl& decl, const ast::SubsetTypeDecl& node) {
        add_subset_type({nullptr, &decl, &module, node.name, node.var, node.base.get(), node.constraint.get(),
                         node.witness_kind, node.witness.get()},
                        false, node.type_parameters);
    }

    void declare_newtype(Module& module, const ast::Decl& decl, const ast::NewtypeDecl& node) {
        add_subset_type({nullptr, &decl, &module, node.name, node.var.value_or(node.name), node.base.get(),
                         node.constraint.get(), node.witness_kind, node.witness.get()},
                        true, {});
    }

    void add_subset_type(SubsetEntry entry, bool newtype, const std::vector<ast::TypeParameter>& parameters) {
        program_.subset_types.push_back(std::make_unique<typed::SubsetType>());
        typed::SubsetType& type = *program_.subset_types.back();
        type.name = qualified_name(*entry.module, entry.name.text);
        type.range = entry.name.range;
        type.newtype = newtype;
        type.type_parameters = declare_type_parameters(globals_, parameters, type.name, true);
        entry.type = &type;
        Module& module = *entry.module;
        module.types.push_back(std::make_unique<DeclaredType>(
            DeclaredType{typed::subset_type(&type), newtype ? "newtype" : "subset type", entry.name.range, &module}));
        if (!module.names.emplace(entry.name.text, module.types.back().get()).second) {
            report_duplicate(entry.name);
        }
        globals_.subset_types.push_back(std::move(entry));
    }

    void report_duplicate(const ast::Ident& name) {
        globals_.reporter.error(Rule::Duplicate, name.range,
                                fmt::format("duplicate name of top-level declaration: {}", name.text));
    }

    void check_module_attributes(const ast::Decl& decl) {
        check_attributes(globals_.reporter, decl.attributes, AttributePlace::Declaration);
        for (const ast::Attribute& attribute : decl.attributes) {
            if (std::find(kRefusedOnModules.begin(), kRefusedOnModules.end(), name_of(attribute)) !=
                    kRefusedOnModules.end() &&
                !asks_for_what_is(attribute)) {
                globals_.reporter.unsupported(attribute.range,
                                              fmt::format("the attribute {} on modules is", as_written(attribute)));
            }
        }
    }

    Module& new_module(Module& parent, const ast::Ident& name, const ast::Decl& decl) {
        Module& module = new_module(parent, name);
        module.abstract = ast::has_modifier(decl, ast::ModifierKind::Abstract);
        module.extent = decl.range;
        return module;
    }

    Module& new_module(Module& parent, const ast::Ident& name) {
        parent.modules.push_back(std::make_unique<Module>());
        Module& module = *parent.modules.back();
        module.name = name.text;
        module.qualified = qualified_name(parent, name.text);
        module.range = name.range;
        module.parent = &parent;
        parent.parts.emplace_back(&module);
        const auto [before, added] = parent.names.emplace(name.text, &module);
        if (!added && std::holds_alternative<Module*>(before->second)) {
            globals_.reporter.error(Rule::Duplicate, name.range, fmt::format("duplicate module name: {}", name.text));
        } else if (!added) {
            report_duplicate(name);
        }
        return module;
    }

    // The modules that are named along the way are there, or are made.
    void place(Module& module, const std::vector<PrefixNamed>& elsewhere) {
        std::map<Module*, std::vector<PrefixNamed>> below;
        std::vector<Module*> order;
        std::vector<std::pair<Module*, const ast::ModuleDecl*>> here;
        for (const PrefixNamed& prefixed : elsewhere) {
            const auto& node = std::get<ast::ModuleDecl>(prefixed.decl->node);
            const ast::Ident& name = node.name[prefixed.next];
            if (prefixed.next + 1 == node.name.size()) {
                here.emplace_back(&new_module(module, name, *prefixed.decl), &node);
                continue;
            }
            Module& next = existing_module(module, name);
            note(globals_, name.range, next.range);
            if (below.emplace(&next, std::vector<PrefixNamed>()).second) {
                order.push_back(&next);
            }
            below.at(&next).push_back({prefixed.decl, prefixed.next + 1});
        }
        for (const auto& [child, node] : here) {
            collect(*child, node->decls);
        }
        for (Module* child : order) {
            place(*child, below.at(child));
        }
    }

    Module& existing_module(Module& parent, const ast::Ident& name) {
        for (const auto& module : parent.modules) {
            if (module->name == name.text) {
                return *module;
            }
        }
        return new_module(parent, name);
    }

    // Once all modules and types are there.
    void name_imports(Module& module) {
        for (const auto& import : module.imports) {
            const auto [before, added] = module.names.emplace(import->name, import.get());
            if (added) {
                continue;
            }
            const bool to_a_module = std::holds_alternative<Module*>(before->second);
            if (std::holds_alternative<Import*>(before->second)) {
                globals_.reporter.error(Rule::Duplicate, import->range,
                                        fmt::format("duplicate name of import: {}", import->name));
            } else if (to_a_module && import->ast->opened && import->ast->path.size() == 1 &&
                       import->ast->path.front().text == import->name) {
                import->nameless = true;
            } else if (to_a_module) {
                globals_.reporter.error(
                    Rule::Duplicate, import->range,
                    fmt::format("import declaration uses same name as a module in the same scope: {}", import->name));
            } else {
                globals_.reporter.error(Rule::Duplicate, import->range,
                                        fmt::format("duplicate name of top-level declaration: {}", import->name));
            }
        }
        for (const auto& child : module.modules) {
            name_imports(*child);
        }
    }

    Globals& globals_;
    typed::Program& program_;
    std::vector<PlacedDecl> members_;
};

} // namespace

std::vector<PlacedDecl> collect_modules(Globals& globals, const std::vector<const ast::Program*>& files,
                                        typed::Program& program) {
    Collector collector(globals, program);
    collector.collect(files);
    return collector.take_members();
}

} // namespace daphnia::resolve
