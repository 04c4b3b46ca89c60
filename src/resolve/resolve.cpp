// The order of things: refuse and declare all, then contracts and bodies.
#include "resolve/resolve.h"

#include "resolve/declarations.h"
#include "resolve/ghost.h"
#include "resolve/slots.h"
#include "typed/call_graph.h"

namespace daphnia::resolve {

namespace {

bool uses_method_keyword(const ast::Program& file) {
    for (const ast::DeclPtr& decl : file.decls) {
        const auto* function = std::get_if<ast::FunctionDecl>(&decl->node);
        if (function != nullptr && function->method_keyword) {
            return true;
        }
    }
    return false;
}

bool is_member(const ast::Decl& decl) {
    return std::holds_alternative<ast::FunctionDecl>(decl.node) || std::holds_alternative<ast::MethodDecl>(decl.node) ||
           std::holds_alternative<ast::ConstDecl>(decl.node);
}

void declare_types(Globals& globals, const ast::Program& file) {
    for (const ast::DeclPtr& decl : file.decls) {
        if (const auto* synonym = std::get_if<ast::SynonymDecl>(&decl->node)) {
            if (synonym->type_parameters.empty() && !globals.synonyms.emplace(synonym->name.text, synonym).second) {
                globals.reporter.error("duplicate", synonym->name.range,
                                       "duplicate name of top-level declaration: " + synonym->name.text);
            }
        }
    }
}

// Signatures mention types that are refused further down: the names are known before.
void refuse_types(Globals& globals, const ast::Program& file) {
    for (const ast::DeclPtr& decl : file.decls) {
        if (!is_member(*decl)) {
            refuse_declaration(globals, *decl);
        }
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
        reporter.error("unresolved", (*constant)->name_range,
                       "const definition contains a cycle: " + path + " -> " + (*constant)->name);
    }
}

} // namespace

std::optional<typed::Program> resolve(const std::vector<const ast::Program*>& files, support::DiagnosticSink& sink,
                                      const Options& options) {
    Reporter reporter(sink);
    Globals globals(reporter, options);
    typed::Program program;
    for (const ast::Program* file : files) {
        globals.old_function_syntax = globals.old_function_syntax || uses_method_keyword(*file);
        declare_types(globals, *file);
        refuse_types(globals, *file);
    }
    for (const ast::Program* file : files) {
        for (const ast::DeclPtr& decl : file->decls) {
            if (is_member(*decl)) {
                declare(globals, *decl, program);
            }
        }
    }
    for (Member* member : globals.members_in_order) {
        resolve_member(globals, *member);
    }
    if (reporter.error_count() == 0) {
        report_constant_cycles(program, reporter);
    }
    if (reporter.error_count() > 0 || !check_ghost(program, sink)) {
        return std::nullopt;
    }
    number_slots(program);
    return program;
}

std::optional<typed::Program> resolve(const ast::Program& program, support::DiagnosticSink& sink,
                                      const Options& options) {
    return resolve(std::vector<const ast::Program*>{&program}, sink, options);
}

} // namespace daphnia::resolve
