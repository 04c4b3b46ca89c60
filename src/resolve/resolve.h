// ast -> typed: names resolved, types inferred, sugar spelled out; every static error of the language comes from here.
#pragma once

#include "ast/ast.h"
#include "support/diagnostics.h"
#include "typed/typed.h"

#include <optional>
#include <vector>

namespace daphnia::resolve {

class References;

struct Options {
    bool reads_clauses_on_methods = false; // methods may say what they read
    bool warn_shadowing = false;           // of variables that hide others of their name
    bool type_system_refresh = false;      // variables without a type hold all that flows into them, and no more
    References* references = nullptr;      // is told what names stand for; null: nobody asks
};

// Nothing iff an error was reported. The files must outlive the result: its ranges point into them.
std::optional<typed::Program> resolve(const ast::Program& program, support::DiagnosticSink& sink,
                                      const Options& options);
// Several files that make one program.
std::optional<typed::Program> resolve(const std::vector<const ast::Program*>& files, support::DiagnosticSink& sink,
                                      const Options& options);

} // namespace daphnia::resolve
