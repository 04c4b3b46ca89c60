// Runs the generated lexer over a file and gives the keywords their types.
#include "parse/tokens.h"

#include "parse/slips.h"

#include "DafnyLexer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>

namespace daphnia::parse {

namespace {

struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
using Keywords = std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>>;

// The literals of the lexer's mode Keywords: `'method'` without its quotes.
Keywords read_keywords(const antlr4::dfa::Vocabulary& vocabulary) {
    Keywords keywords;
    for (std::size_t type = DafnyLexer::ABSTRACT; type <= DafnyLexer::YIELDS; ++type) {
        const std::string literal = vocabulary.getLiteralName(type);
        keywords.emplace(literal.substr(1, literal.size() - 2), type);
    }
    return keywords;
}

bool all_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return '0' <= c && c <= '9'; });
}

// array, array2, array10, array2?; not array0 or array1, which are ordinary names.
bool is_array_type(std::string_view word) {
    if (!word.starts_with("array")) {
        return false;
    }
    word.remove_prefix(5);
    if (word.ends_with('?')) {
        word.remove_suffix(1);
    }
    return word.empty() || (all_digits(word) && word[0] != '0' && word != "1");
}

// bv0, bv32
bool is_bitvector_type(std::string_view word) {
    return word.size() > 2 && word.starts_with("bv") && all_digits(word.substr(2)) &&
           (word[2] != '0' || word.size() == 3);
}

std::size_t word_type(std::string_view word, const Keywords& keywords) {
    if (const auto found = keywords.find(word); found != keywords.end()) {
        return found->second;
    }
    if (is_array_type(word)) {
        return DafnyLexer::ARRAY;
    }
    return is_bitvector_type(word) ? DafnyLexer::BV : DafnyLexer::IDENT;
}

// The lexer counts code points, everything else counts bytes.
class ByteOffsets {
  public:
    explicit ByteOffsets(std::string_view text) {
        const auto starts_code_point = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
        if (std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80U; })) {
            for (std::uint32_t i = 0; i < text.size(); ++i) {
                if (starts_code_point(text[i])) {
                    starts_.push_back(i);
                }
            }
            starts_.push_back(static_cast<std::uint32_t>(text.size()));
        }
    }

    std::uint32_t of(std::size_t code_point) const {
        return starts_.empty() ? static_cast<std::uint32_t>(code_point)
                               : starts_[std::min(code_point, starts_.size() - 1)];
    }

  private:
    std::vector<std::uint32_t> starts_; // empty when all characters are single bytes
};

// What follows `//@` when a contract is meant.
constexpr std::array<std::string_view, 8> kAnnotations = {"requires", "ensures",        "decreases", "invariant",
                                                          "modifies", "loop_invariant", "assert",    "assignable"};

class Tokenizer {
  public:
    Tokenizer(const support::SourceFile& file, support::DiagnosticSink& sink)
        : file_(file), sink_(sink), input_(std::string(file.text())), lexer_(&input_),
          keywords_(read_keywords(lexer_.getVocabulary())), offsets_(file.text()) {
        lexer_.removeErrorListeners();
    }

    std::vector<Token> run() {
        while (true) {
            const auto token = lexer_.nextToken();
            if (token->getType() == antlr4::Token::EOF) {
                break;
            }
            take({token->getType(), offsets_.of(token->getStartIndex()), offsets_.of(token->getStopIndex() + 1)});
        }
        warn_of_annotations(static_cast<std::uint32_t>(file_.text().size()));
        if (!open_comments_.empty()) {
            error(open_comments_.back(), "this comment is not closed");
        }
        const auto end = static_cast<std::uint32_t>(file_.text().size());
        tokens_.push_back({antlr4::Token::EOF, end, end});
        return std::move(tokens_);
    }

  private:
    void take(Token token) {
        warn_of_annotations(token.begin);
        end_ = token.end;
        switch (token.type) {
        case DafnyLexer::IDENT:
            token.type = word_type(text(token), keywords_);
            tokens_.push_back(token);
            break;
        case DafnyLexer::COMMENT_OPEN:
        case DafnyLexer::NESTED_OPEN:
            open_comments_.push_back(token);
            break;
        case DafnyLexer::COMMENT_CLOSE:
            open_comments_.pop_back();
            break;
        case DafnyLexer::OPEN_STRING:
        case DafnyLexer::OPEN_VERBATIM:
            error({token.type, token.begin, token.begin + 1}, "this string is not closed");
            token.type = token.type == DafnyLexer::OPEN_STRING ? DafnyLexer::STRING_LIT : DafnyLexer::VERBATIM_LIT;
            tokens_.push_back(token);
            break;
        case DafnyLexer::UNKNOWN:
            error(token, fmt::format("unexpected character '{}'", text(token)),
                  way_out_of_character(file_.text(), token.begin));
            break;
        default:
            tokens_.push_back(token);
        }
    }

    // Contracts that are written as in Java, `//@ requires P`, would be passed over in silence.
    void warn_of_annotations(std::uint32_t end) {
        const std::string_view gap = file_.text().substr(end_, end - end_);
        for (std::size_t at = gap.find("//@"); at != std::string_view::npos && open_comments_.empty();
             at = gap.find("//@", at + 1)) {
            std::string_view word = gap.substr(at + 3);
            word.remove_prefix(std::min(word.find_first_not_of(" \t"), word.size()));
            const bool clause = std::any_of(kAnnotations.begin(), kAnnotations.end(),
                                            [&](std::string_view each) { return word.starts_with(each); });
            if (clause) {
                const auto begin = static_cast<std::uint32_t>(end_ + at);
                sink_.warning(support::Rule::Comment, {&file_, begin, begin + 3},
                              "this is a comment, of which nothing is checked: clauses are written without '//@'");
            }
        }
    }

    std::string_view text(const Token& token) const {
        return file_.text().substr(token.begin, token.end - token.begin);
    }

    void error(const Token& token, std::string message, std::string hint = {}) {
        sink_.error(support::Rule::Syntax, {&file_, token.begin, token.end}, std::move(message), std::move(hint));
    }

    const support::SourceFile& file_;
    support::DiagnosticSink& sink_;
    antlr4::ANTLRInputStream input_;
    DafnyLexer lexer_;
    Keywords keywords_;
    ByteOffsets offsets_;
    std::vector<Token> tokens_;
    std::vector<Token> open_comments_;
    std::uint32_t end_ = 0; // of the token before
};

} // namespace

std::vector<Token> tokenize(const support::SourceFile& file, support::DiagnosticSink& sink) {
    return Tokenizer(file, sink).run();
}

} // namespace daphnia::parse
