// The pass between lexer and parser: gives tokens whose role depends on tokens far away a type of their own, and cuts
// the list into declarations. After it, one token of look-ahead is enough for the grammar. Private to parse.
#pragma once

#include "parse/tokens.h"

#include <cstddef>
#include <vector>

namespace daphnia::parse {

struct Chunk {
    enum class Kind {
        Declaration, // tokens [begin, end)
        Container,   // the same, and a brace behind it opens a body of declarations
        Close,       // the brace at `begin` closes the innermost container, or the body ends there without a brace
    };
    Kind kind;
    std::size_t begin;
    std::size_t end;
    bool too_deep = false; // not to be parsed: the parser recurses once per level
};

struct RoleResult {
    std::vector<Token> tokens;
    std::vector<Chunk> chunks;
};

// Never fails: what makes no sense keeps its type and is the parser's to report. Reports nesting that is too deep and
// braces of containers that do not match.
RoleResult assign_roles(const std::vector<Token>& tokens, const support::SourceFile& file,
                        support::DiagnosticSink& sink);

} // namespace daphnia::parse
