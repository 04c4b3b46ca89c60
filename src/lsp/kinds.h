// What the protocol calls the kinds of symbols: one table for outlines, completion and semantic tokens.
#pragma once

#include "index/outline.h"
#include "layout/highlight.h"

namespace daphnia::lsp {

struct Kinds {
    int symbol;     // SymbolKind
    int completion; // CompletionItemKind
    layout::TokenKind token;
    bool readonly = false; // of a variable or field: nothing is assigned to it
};

Kinds kinds_of(index::SymbolKind kind);

} // namespace daphnia::lsp
