#include "parse/lexemes.h"

#include "parse/lookahead.h"
#include "parse/roles.h"
#include "parse/tokens.h"

#include "DafnyLexer.h"

namespace daphnia::parse {

namespace {

LexemeKind kind_of(const Token& token, std::string_view text) {
    switch (token.type) {
    case DafnyLexer::IDENT:
        return LexemeKind::Name;
    case DafnyLexer::DIGITS:
    case DafnyLexer::HEX_LIT:
    case DafnyLexer::REAL_LIT:
        return LexemeKind::Number;
    case DafnyLexer::CHAR_LIT:
    case DafnyLexer::STRING_LIT:
    case DafnyLexer::VERBATIM_LIT:
        return LexemeKind::Literal;
    default:
        break;
    }
    if (is_name(token.type)) {
        return LexemeKind::Word;
    }
    const char first = text.front();
    return (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') ? LexemeKind::Keyword : LexemeKind::Sign;
}

} // namespace

std::vector<Lexeme> lexemes(const support::SourceFile& file) {
    support::DiagnosticList unheard;
    const std::vector<Token> tokens = tokenize(file, unheard);
    // Of the words that are keywords only in some places, `to` and `downto` are names everywhere else.
    const std::vector<Token> roles = assign_roles(tokens, file, unheard).tokens;
    std::vector<Lexeme> result;
    auto role = roles.begin();
    for (const Token& token : tokens) {
        while (role != roles.end() && role->end <= token.begin) {
            ++role;
        }
        if (token.begin == token.end) {
            continue;
        }
        const bool known = role != roles.end() && role->begin <= token.begin;
        const bool keyword = known && (role->type == DafnyLexer::TO || role->type == DafnyLexer::DOWNTO ||
                                       role->begin < token.begin); // `to` of `decreases to`
        const LexemeKind kind = kind_of(token, file.text().substr(token.begin, token.end - token.begin));
        result.push_back({keyword && kind == LexemeKind::Name ? LexemeKind::Keyword : kind, token.begin, token.end});
    }
    return result;
}

bool is_identifier(std::string_view text) {
    const support::SourceFile file("", std::string(text));
    const std::vector<Lexeme> found = lexemes(file);
    return found.size() == 1 && found.front().kind == LexemeKind::Name && found.front().end == text.size() &&
           found.front().begin == 0;
}

} // namespace daphnia::parse
