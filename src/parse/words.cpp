#include "parse/words.h"

#include "parse/roles.h"
#include "parse/tokens.h"

#include "DafnyLexer.h"

#include <algorithm>
#include <string_view>

namespace daphnia::parse {

using L = DafnyLexer;

namespace {

WordKind kind_of(std::size_t type) {
    switch (type) {
    case L::IDENT:
    case L::LAMBDA_IDENT:
    case L::LABEL_NAME:
    case L::NAMED_ARG:
    case L::BINDING_IDENT:
        return WordKind::Identifier;
    case L::BOOL:
    case L::CHAR:
    case L::INT:
    case L::NAT:
    case L::REAL:
    case L::STRING:
    case L::OBJECT:
    case L::OBJECT_Q:
    case L::ORDINAL:
    case L::BV:
    case L::SEQ:
    case L::SET:
    case L::ISET:
    case L::MULTISET:
    case L::MAP:
    case L::IMAP:
    case L::ARRAY:
    case L::MAP_DISPLAY:
    case L::IMAP_DISPLAY:
    case L::ISET_DISPLAY:
    case L::SET_ALONE:
        return WordKind::TypeName;
    case L::DIGITS:
    case L::HEX_LIT:
    case L::REAL_LIT:
        return WordKind::Number;
    case L::STRING_LIT:
    case L::VERBATIM_LIT:
        return WordKind::String;
    case L::CHAR_LIT:
        return WordKind::Character;
    case L::LPAREN:
    case L::RPAREN:
    case L::LBRACKET:
    case L::RBRACKET:
    case L::LBRACE:
    case L::RBRACE:
    case L::LBRACE_COLON:
    case L::DOMAIN_ATTRIBUTE:
    case L::TYPE_LT:
    case L::TYPE_GT:
    case L::BAR_OPEN:
    case L::BAR_CLOSE:
    case L::LAMBDA_LPAREN:
    case L::STMT_LPAREN:
    case L::NAMED_LPAREN:
    case L::BLOCK_LBRACE:
    case L::CASES_LBRACE:
        return WordKind::Bracket;
    case L::COMMA:
    case L::BINDER_COMMA:
    case L::SEMI:
    case L::LEMMA_SEMI:
    case L::COLON:
    case L::SET_COLON:
    case L::COLON_COLON:
    case L::DOT:
        return WordKind::Separator;
    default:
        return WordKind::Operator; // keywords are told by their first letter
    }
}

WordRole role_of(std::size_t type) {
    switch (type) {
    case L::TYPE_LT:
        return WordRole::TypeOpen;
    case L::TYPE_GT:
        return WordRole::TypeClose;
    case L::BAR_OPEN:
        return WordRole::BarOpen;
    case L::BAR_CLOSE:
        return WordRole::BarClose;
    case L::RANGE_BAR:
        return WordRole::RangeBar;
    case L::LEMMA_SEMI:
        return WordRole::LemmaSemicolon;
    case L::LAMBDA_IDENT:
    case L::LAMBDA_LPAREN:
        return WordRole::Lambda;
    case L::STMT_LPAREN:
        return WordRole::StatementParen;
    case L::FORALL_PROOF:
        return WordRole::ProofForall;
    case L::EXPR_CASE:
    case L::FIRST_EXPR_CASE:
        return WordRole::ExpressionCase;
    case L::MATCH_CASE:
    case L::GUARD_CASE:
        return WordRole::StatementCase;
    case L::LABEL_NAME:
        return WordRole::LabelName;
    case L::AT:
        return WordRole::AttributeAt;
    default:
        return WordRole::None;
    }
}

bool is_letter(char c) {
    return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z');
}

// Whether a string literal has its second quote.
bool is_closed(std::string_view text) {
    const bool verbatim = text.starts_with('@');
    std::size_t at = verbatim ? 2 : 1;
    while (at < text.size()) {
        if (!verbatim && text[at] == '\\') {
            at += 2;
        } else if (text[at] != '"') {
            ++at;
        } else if (verbatim && at + 1 < text.size() && text[at + 1] == '"') {
            at += 2;
        } else {
            return true;
        }
    }
    return false;
}

// What lies between the tokens: blanks, comments and what is no token.
class Gaps {
  public:
    Gaps(std::string_view text, Words& result) : text_(text), result_(result) {}

    void read(std::uint32_t begin, std::uint32_t end) {
        std::uint32_t at = begin;
        while (at < end) {
            if (text_.substr(at, 2) == "//") {
                at = line_comment(at);
            } else if (text_.substr(at, 2) == "/*") {
                at = block_comment(at);
            } else {
                at = other(at, end);
            }
        }
    }

  private:
    std::uint32_t line_comment(std::uint32_t begin) {
        const auto end = static_cast<std::uint32_t>(std::min(text_.find_first_of("\r\n", begin), text_.size()));
        result_.comments.push_back({begin, end, true});
        return end;
    }

    std::uint32_t block_comment(std::uint32_t begin) {
        std::size_t depth = 1;
        std::uint32_t at = begin + 2;
        while (at < text_.size() && depth > 0) {
            const std::string_view next = text_.substr(at, 2);
            depth += next == "/*" ? 1U : 0U;
            depth -= next == "*/" ? 1U : 0U;
            at += next == "/*" || next == "*/" ? 2 : 1;
        }
        result_.comments.push_back({begin, at, false, depth == 0});
        return at;
    }

    // One character, of several bytes maybe.
    std::uint32_t other(std::uint32_t begin, std::uint32_t limit) {
        std::uint32_t end = begin + 1;
        while (end < limit && (static_cast<unsigned char>(text_[end]) & 0xC0U) == 0x80U) {
            ++end;
        }
        if (std::string_view(" \t\r\n").find(text_[begin]) == std::string_view::npos) {
            result_.words.push_back({WordKind::Unknown, WordRole::None, begin, end});
        }
        return end;
    }

    std::string_view text_;
    Words& result_;
};

Word word_of(const Token& token, std::string_view file_text, const std::vector<Word>& before) {
    const std::string_view text = file_text.substr(token.begin, token.end - token.begin);
    Word word{kind_of(token.type), role_of(token.type), token.begin, token.end};
    if (word.kind == WordKind::Operator && is_letter(text.front())) {
        word.kind = WordKind::Keyword;
    }
    if (word.kind == WordKind::String) {
        word.closed = is_closed(text);
    }
    if (!before.empty() && word.kind != WordKind::Bracket) {
        const Word& last = before.back();
        if (file_text.substr(last.begin, last.end - last.begin) == "{:" || last.role == WordRole::AttributeAt) {
            word.role = WordRole::AttributeName;
        }
    }
    return word;
}

} // namespace

Words read_words(const support::SourceFile& file, support::DiagnosticSink& sink) {
    const RoleResult roles = assign_roles(tokenize(file, sink), file, sink);
    Words result;
    std::vector<std::size_t> places; // of each token among the words
    Gaps gaps(file.text(), result);
    std::uint32_t end = 0;
    for (const Token& token : roles.tokens) {
        gaps.read(end, token.begin);
        places.push_back(result.words.size());
        if (token.type != antlr4::Token::EOF) {
            result.words.push_back(word_of(token, file.text(), result.words));
        }
        end = token.end;
    }
    for (const Chunk& chunk : roles.chunks) {
        const auto kind = chunk.kind == Chunk::Kind::Declaration ? WordChunk::Kind::Declaration
                          : chunk.kind == Chunk::Kind::Container ? WordChunk::Kind::Container
                                                                 : WordChunk::Kind::Close;
        result.chunks.push_back({kind, places[chunk.begin], places[chunk.end]});
    }
    return result;
}

} // namespace daphnia::parse
