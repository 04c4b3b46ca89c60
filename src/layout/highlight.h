// Semantic tokens: what each word of a text is. What names stand for comes from whoever knows the program.
#pragma once

#include "layout/text.h"

#include <cstdint>
#include <vector>

namespace daphnia::layout {

// The names that the protocol has for them are in the comments, where they differ.
enum class TokenKind {
    Keyword,
    Type, // built in, and types of which no more is known
    Number,
    String, // characters, too
    Comment,
    Operator,
    Attribute, // decorator
    // What names are; `Label` has no name in the protocol, variable is nearest.
    Module,      // namespace
    Class,       // classes
    Trait,       // interface
    Datatype,    // enum
    Constructor, // enumMember: of a datatype
    TypeParameter,
    Method,
    Function,
    Field, // property
    Variable,
    Parameter,
    Label,
};

// Bits of SemanticToken::modifiers.
enum TokenModifier : std::uint32_t {
    kDeclaration = 1U,
    kReadonly = 2U,
    kStatic = 4U,
    kGhost = 8U, // not a modifier of the protocol: announced in the legend as "ghost"
};

struct SemanticToken {
    support::SourceRange range;
    TokenKind kind;
    std::uint32_t modifiers = 0;

    friend bool operator==(const SemanticToken&, const SemanticToken&) = default;
};

// In order, none over a line break, none overlapping. `names`: of identifiers, in order; an identifier that is not
// among them gets no token, and what is no identifier of this text (any more) is dropped.
std::vector<SemanticToken> semantic_tokens(const Text& text, const std::vector<SemanticToken>& names);

} // namespace daphnia::layout
