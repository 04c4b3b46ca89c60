// Text to source tree. The only folder that knows ANTLR; nothing of it shows here.
#pragma once

#include "ast/ast.h"
#include "support/diagnostics.h"
#include "support/source.h"

namespace daphnia::parse {

// Reports every syntax error it finds with the id "syntax" and returns what could be built: a declaration with an
// error in it is left out, the others are there. Never throws for what the user wrote.
ast::Program parse(const support::SourceFile& file, support::DiagnosticSink& sink);

} // namespace daphnia::parse
