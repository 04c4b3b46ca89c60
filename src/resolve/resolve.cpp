// The order of things: refuse and declare all, then contracts and bodies.
#include "resolve/resolve.h"

#include "resolve/classes.h"
#include "resolve/declarations.h"
#include "resolve/definitions.h"
#include "resolve/function_stores.h"
#include "resolve/generic_rules.h"
#include "resolve/ghost.h"
#include "resolve/modules.h"
#include "resolve/overrides.h"
#include "resolve/slots.h"
#include "resolve/subset_types.h"
#include "resolve/triggers.h"
#include "resolve/type_parameters.h"
#include "typed/call_graph.h"
#include "typed/instantiate.h"
#include "typed/walk.h"

#include <fmt/format.h>

#include <algorithm>

namespace daphnia::resolve {

namespace {

bool uses_method_keyword(const std::vector<ast::DeclPtr>& decls) {
    return std::any_of(decls.begin(), decls.end(), [](const ast::DeclPtr& decl) {
        const auto* function = std::get_if<ast::FunctionDecl>(&decl->node);
        const auto* datatype = std::get_if<ast::DatatypeDecl>(&decl->node);
        const auto* newtype = std::get_if<ast::NewtypeDecl>(&decl->node);
        const auto* abstract = std::get_if<ast::AbstractTypeDecl>(&decl->node);
        const auto* module = std::get_if<ast::ModuleDecl>(&decl->node);
        const auto* klass = std::get_if<ast::ClassDecl>(&decl->node);
        return (klass != nullptr && uses_method_keyword(klass->members)) ||
               (newtype != nullptr && uses_method_keyword(newtype->members)) ||
               (abstract != nullptr && uses_method_keyword(abstract->members)) ||
               (datatype != nullptr && uses_method_keyword(datatype->members)) ||
               (function != nullptr && function->method_keyword) ||
               (module != nullptr && uses_method_keyword(module->decls));
    });
}

// What a synonym says of the type that it names.
void check_synonym(Globals& globals, const ast::SynonymDecl& node) {
    const typed::TypeParameters parameters = declare_type_parameters(globals, node.type_parameters, node.name.text);
    const TypeScope scope(globals, parameters);
    const std::optional<typed::Type> target = resolve_type(globals, *node.target);
    check_arguments(globals);
    if (!target) {
        return;
    }
    const auto lies = [&](const char* form) {
        globals.reporter.error(Rule::Characteristic, node.name.range,
                               fmt::format(fmt::runtime(form), node.name.text, typed::to_string(*target)));
    };
    if (node.characteristics.equality && !typed::supports_equality(*target)) {
        lies(
            "type '{}' declared as supporting equality, but the RHS type ({}) could not be proved to support equality");
    }
    if (node.characteristics.nonempty && !typed::is_nonempty(*target)) {
        lies("type '{}' declared as being nonempty, but the RHS type ({}) may be empty");
    } else if (node.characteristics.auto_init && !typed::has_default_value(*target)) {
        lies("type '{}' declared as auto-initialization type, but the RHS type ({}) does not support "
             "auto-initialization");
    }
    if (node.characteristics.no_references && typed::contains_references(*target)) {
        lies("type '{}' declared as containing no reference types, but the RHS type ({}) may contain reference types");
    }
}

void check_synonyms(Globals& globals, Module& module) {
    const Inside inside(globals, &module);
    for (const auto& synonym : module.synonyms) {
        check_synonym(globals, *synonym->ast);
    }
    for (const auto& child : module.modules) {
        check_synonyms(globals, *child);
    }
}

std::string name_of(const typed::Program& program, typed::Callable callable) {
    for (const typed::Declaration& declaration : program.declarations) {
        const auto [address, name] =
            std::visit([](const auto& node) { return std::pair<typed::Callable, std::string>(node.get(), node->name); },
                       declaration);
        if (address == callable) {
            return name;
        }
    }
    return {};
}

// A constant that depends on itself, also by way of functions, has no value.
void report_constant_cycles(const typed::Program& program, Reporter& reporter) {
    const typed::CallGraph calls(program);
    for (const typed::Declaration& declaration : program.declarations) {
        const auto* constant = std::get_if<std::unique_ptr<typed::Constant>>(&declaration);
        if (constant == nullptr || !calls.is_recursive(constant->get())) {
            continue;
        }
        std::string path = (*constant)->name;
        for (const typed::Callable next : calls.callees(constant->get())) {
            if (next != constant->get() && calls.same_component(next, constant->get())) {
                path += " -> " + name_of(program, next);
                break;
            }
        }
        reporter.error(Rule::Unresolved, (*constant)->name_range,
                       "const definition contains a cycle: " + path + " -> " + (*constant)->name);
    }
}

// A function that could use itself as a value would call itself without anybody asking what decreases.
void check_function_values(const typed::Program& program, Reporter& reporter) {
    const typed::CallGraph calls(program);
    for (const typed::Declaration& declaration : program.declarations) {
        const typed::Callable owner =
            std::visit([](const auto& node) -> typed::Callable { return node.get(); }, declaration);
        const typed::Children visit{
            [&](const typed::Expr& expr) {
                const auto* value = std::get_if<typed::FunctionValue>(&expr.node);
                if (value != nullptr && (calls.same_component(owner, value->function) ||
                                         (value->function->by_method != nullptr &&
                                          calls.same_component(owner, value->function->by_method)))) {
                    reporter.error(Rule::RecursiveValue, expr.anchor,
                                   "in the definition of a function, every recursive use of the function must apply it "
                                   "to arguments. Possible solution: eta expansion.");
                }
            },
            {}};
        typed::for_each_child(declaration, {[&](const typed::Expr& expr) { typed::for_each_below(expr, visit); },
                                            [&](const typed::Stmt& stmt) { typed::for_each_below(stmt, visit); }});
    }
}

} // namespace

std::optional<typed::Program> resolve(const std::vector<const ast::Program*>& files, support::DiagnosticSink& sink,
                                      const Options& options) {
    Reporter reporter(sink);
    Globals globals(reporter, options);
    typed::Program program;
    for (const ast::Program* file : files) {
        globals.old_function_syntax = globals.old_function_syntax || uses_method_keyword(file->decls);
    }
    // Signatures mention modules and types that come, or are refused, further down.
    const std::vector<PlacedDecl> members = collect_modules(globals, files, program);
    if (!resolve_imports(globals)) {
        return std::nullopt;
    }
    complete_subset_types(globals, program);
    if (!complete_classes(globals) || !complete_datatypes(globals, program)) {
        return std::nullopt;
    }
    check_synonyms(globals, globals.program);
    for (const PlacedDecl& member : members) {
        const Inside inside(globals, member.module);
        declare(globals, *member.decl, program);
    }
    inherit_members(globals);
    find_bases(globals);
    check_classes(globals);
    check_field_defaults(globals);
    resolve_subset_types(globals);
    for (Member* member : globals.members_in_order) {
        resolve_member(globals, *member);
    }
    check_arguments(globals);
    if (reporter.error_count() == 0) {
        check_first_phases(program, reporter);
        report_constant_cycles(program, reporter);
        if (check_growth(program, reporter)) {
            check_definitions(program, reporter);
        }
    }
    if (reporter.error_count() > 0) {
        return std::nullopt;
    }
    const bool ghost_code_is_apart = check_ghost(program, sink);
    check_instantiations(program, reporter);
    check_function_stores(program, reporter);
    check_function_values(program, reporter);
    if (!ghost_code_is_apart || reporter.error_count() > 0) {
        return std::nullopt;
    }
    warn_about_triggers(program, globals.quiet_quantifiers, reporter);
    number_slots(program);
    typed::instantiate(program);
    check_coinciding_types(program, reporter);
    check_constant_functions(program, reporter);
    check_stored_functions(program, reporter);
    if (reporter.error_count() > 0) {
        return std::nullopt;
    }
    return program;
}

std::optional<typed::Program> resolve(const ast::Program& program, support::DiagnosticSink& sink,
                                      const Options& options) {
    return resolve(std::vector<const ast::Program*>{&program}, sink, options);
}

} // namespace daphnia::resolve
