#include "layout/highlight.h"

#include <algorithm>
#include <optional>

namespace daphnia::layout {

namespace {

using parse::WordKind;
using parse::WordRole;

std::optional<TokenKind> kind_of(const parse::Word& word) {
    if (word.role == WordRole::AttributeName) {
        return TokenKind::Attribute;
    }
    switch (word.kind) {
    case WordKind::Keyword:
        return TokenKind::Keyword;
    case WordKind::TypeName:
        return TokenKind::Type;
    case WordKind::Number:
        return TokenKind::Number;
    case WordKind::String:
    case WordKind::Character:
        return TokenKind::String;
    case WordKind::Operator:
        return TokenKind::Operator;
    case WordKind::Identifier:
        return word.role == WordRole::LabelName ? std::optional(TokenKind::Label) : std::nullopt;
    case WordKind::Bracket:
    case WordKind::Separator:
    case WordKind::Unknown:
        return std::nullopt;
    }
    return std::nullopt;
}

class Highlighter {
  public:
    Highlighter(const Text& text, const std::vector<SemanticToken>& names) : text_(text), names_(names) {}

    std::vector<SemanticToken> run() {
        auto comment = text_.comments().begin();
        for (const parse::Word& word : text_.words()) {
            for (; comment != text_.comments().end() && comment->begin < word.begin; ++comment) {
                add(comment->begin, comment->end, TokenKind::Comment);
            }
            this->word(word);
        }
        for (; comment != text_.comments().end(); ++comment) {
            add(comment->begin, comment->end, TokenKind::Comment);
        }
        return std::move(result_);
    }

  private:
    void word(const parse::Word& word) {
        if (const SemanticToken* name = name_at(word)) {
            result_.push_back({text_.range(word.begin, word.end), name->kind, name->modifiers});
        } else if (const auto kind = kind_of(word)) {
            add(word.begin, word.end, *kind);
        }
    }

    // Numbers are names as well: of the components of tuples.
    const SemanticToken* name_at(const parse::Word& word) {
        while (next_ < names_.size() && names_[next_].range.begin < word.begin) {
            ++next_;
        }
        const bool may_be_name = (word.kind == WordKind::Identifier || word.kind == WordKind::Number) &&
                                 word.role != WordRole::AttributeName;
        const bool found = may_be_name && next_ < names_.size() && names_[next_].range.begin == word.begin &&
                           names_[next_].range.end == word.end;
        return found ? &names_[next_] : nullptr;
    }

    // A piece for each line.
    void add(std::uint32_t begin, std::uint32_t end, TokenKind kind) {
        while (begin < end) {
            const std::uint32_t line_end = std::min(text_.line_end(begin), end);
            if (begin < line_end) {
                result_.push_back({text_.range(begin, line_end), kind});
            }
            const std::size_t line_break = text_.file().text().find('\n', line_end);
            begin = line_break == std::string_view::npos ? end : static_cast<std::uint32_t>(line_break) + 1;
        }
    }

    const Text& text_;
    const std::vector<SemanticToken>& names_;
    std::size_t next_ = 0;
    std::vector<SemanticToken> result_;
};

} // namespace

std::vector<SemanticToken> semantic_tokens(const Text& text, const std::vector<SemanticToken>& names) {
    return Highlighter(text, names).run();
}

} // namespace daphnia::layout
