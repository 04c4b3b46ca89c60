// The way out of syntax errors: what people write who know another language, and words that are nearly keywords.
// Private to parse.
#pragma once

#include "parse/tokens.h"

#include "antlr4-runtime.h"

#include <string>
#include <string_view>
#include <vector>

namespace daphnia::parse {

// Where the parser stopped.
struct ErrorSite {
    const support::SourceFile& file;
    const std::vector<Token>& tokens; // of the whole file; the last one is EOF
    std::size_t begin;                // the first token of the declaration
    std::size_t found;                // the token that does not fit
    const antlr4::misc::IntervalSet& expected;
    const antlr4::dfa::Vocabulary& vocabulary;
    std::size_t rule; // that the parser is in
    bool semicolon;   // a statement could end here
};

// One line, without a final period; empty when the site looks like none of the known slips.
std::string way_out(const ErrorSite& site);

// The same for the character at `at`, which begins no token.
std::string way_out_of_character(std::string_view text, std::size_t at);

} // namespace daphnia::parse
