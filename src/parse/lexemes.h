// A text as words and signs, whether or not it is a program: for those who look at what is being typed.
#pragma once

#include "support/source.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace daphnia::parse {

enum class LexemeKind {
    Name,
    Word, // a keyword in some places and a name in others, as `least`
    Keyword,
    Number,
    Literal, // of characters or strings
    Sign,
};

struct Lexeme {
    LexemeKind kind;
    std::uint32_t begin; // byte offsets
    std::uint32_t end;
};

// Without comments, and without what is no token at all. A string that is not closed ends with its line.
std::vector<Lexeme> lexemes(const support::SourceFile& file);
// Whether the text is one word that can be a name anywhere.
bool is_identifier(std::string_view text);

} // namespace daphnia::parse
