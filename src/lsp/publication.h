// What is told about programs without being asked: diagnostics, and the states of declarations and lines in the words
// of Dafny's own editor extension. All of it is derived from one state, so that no two messages contradict each other.
#pragma once

#include "lsp/locator.h"
#include "lsp/program.h"

#include <map>
#include <string>
#include <vector>

namespace daphnia::lsp {

// Why, and what to try, in lines; empty when nothing is known.
std::string reason_of(const support::Diagnostic& diagnostic);

// A diagnostic as the protocol has it. What is outdated is marked as such.
Json to_json(const support::Diagnostic& diagnostic, bool is_outdated, const EditCounts& edits, const Locator& locator);

// All that there is to say about a program, by the URIs of its files; each file that is part of it has an entry.
std::map<std::string, Json> diagnostics_of(const Program& program, const Locator& locator);

// `dafny/textDocument/symbolStatus`: how far each declaration of the document is.
Json symbol_status(const Program& program, const Document& document, const Locator& locator);
// `dafny/compilation/status`: how far the text is.
Json compilation_status(const Program& program, const Document& document);
// `dafny/verification/status/gutter`: what is known of each line of the document.
Json line_status(const Program& program, const Document& document, const Locator& locator);
// `dafny/ghost/diagnostics`: which parts of the document are ghost.
Json ghost_status(const Program& program, const Document& document, const Locator& locator);

} // namespace daphnia::lsp
