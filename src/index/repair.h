// Half-typed text to text that a parser accepts: a placeholder where a name is being written, and behind it what the
// declaration needs to have an end. What stood there up to the next declaration is left out.
#pragma once

#include "parse/lexemes.h"
#include "support/source.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace daphnia::index {

// The place in a text that is being written at.
struct Spot {
    std::uint32_t begin = 0; // of the word that is there, or the place itself
    std::uint32_t end = 0;   // of that word
    std::size_t next = 0;    // the lexeme that follows what is in front of `begin`
    bool behind_dot = false;
    bool starts_statement = false;   // it could be the first word of a statement
    std::optional<std::size_t> head; // the lexeme at which its declaration begins; none: between declarations
};

// Nothing in comments, strings and numbers.
std::optional<Spot> spot_at(const support::SourceFile& file, const std::vector<parse::Lexeme>& lexemes,
                            std::uint32_t offset);

// Texts that are the same up to `begin`, where the placeholder stands; only such whose declaration can be parsed, the
// likeliest first.
std::vector<std::string> repaired(const support::SourceFile& file, const std::vector<parse::Lexeme>& lexemes,
                                  const Spot& spot);

} // namespace daphnia::index
