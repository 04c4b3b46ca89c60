// The order of things: refuse and declare all, then contracts and bodies.
#include "resolve/resolve.h"

#include "resolve/declarations.h"
#include "resolve/ghost.h"
#include "resolve/modules.h"
#include "resolve/slots.h"
#include "typed/call_graph.h"

#include <algorithm>

namespace daphnia::resolve {

namespace {

bool uses_method_keyword(const std::vector<ast::DeclPtr>& decls) {
    return std::any_of(decls.begin(), decls.end(), [](const ast::DeclPtr& decl) {
        const auto* function = std::get_if<ast::FunctionDecl>(&decl->node);
        const auto* module = std::get_if<ast::ModuleDecl>(&decl->node);
        return (function != nullptr && function->method_keyword) ||
               (module != nullptr && uses_method_keyword(module->decls));
    });
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
        globals.old_function_syntax = globals.old_function_syntax || uses_method_keyword(file->decls);
    }
    // Signatures mention modules and types that come, or are refused, further down.
    const std::vector<PlacedDecl> members = collect_modules(globals, files);
    if (!resolve_imports(globals)) {
        return std::nullopt;
    }
    for (const PlacedDecl& member : members) {
        const Inside inside(globals, member.module);
        declare(globals, *member.decl, program);
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
