// The order of things: refuse and declare all, then contracts and bodies.
#include "resolve/resolve.h"

#include "resolve/declarations.h"
#include "resolve/ghost.h"

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
    if (reporter.error_count() > 0 || !check_ghost(program, sink)) {
        return std::nullopt;
    }
    return program;
}

std::optional<typed::Program> resolve(const ast::Program& program, support::DiagnosticSink& sink,
                                      const Options& options) {
    return resolve(std::vector<const ast::Program*>{&program}, sink, options);
}

} // namespace daphnia::resolve
