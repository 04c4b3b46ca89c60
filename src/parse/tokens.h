// A file's text as a list of tokens: words already told apart into keywords and identifiers, comments dropped.
// A token's type means something to parse alone.
#pragma once

#include "support/diagnostics.h"
#include "support/source.h"

#include <cstdint>
#include <vector>

namespace daphnia::parse {

// The type is one of DafnyLexer's; begin and end are byte offsets.
struct Token {
    std::size_t type;
    std::uint32_t begin;
    std::uint32_t end;
};

// The last token is an EOF of no length. Reports what is no token at all: foreign characters, strings and comments
// that are not closed.
std::vector<Token> tokenize(const support::SourceFile& file, support::DiagnosticSink& sink);

} // namespace daphnia::parse
