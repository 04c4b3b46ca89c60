#include "parse/lexemes.h"

#include "parse/lookahead.h"
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
    std::vector<Lexeme> result;
    for (const Token& token : tokenize(file, unheard)) {
        if (token.begin < token.end) {
            result.push_back(
                {kind_of(token, file.text().substr(token.begin, token.end - token.begin)), token.begin, token.end});
        }
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
