// Reads text into a pool of S-expressions.
#include "logic/sexpr.h"

#include <fmt/format.h>

#include <algorithm>

namespace daphnia::logic {

namespace {

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}
bool ends_symbol(char c) {
    return is_space(c) || c == '(' || c == ')' || c == ';' || c == '"' || c == '|';
}

class Reader {
  public:
    Reader(std::string_view text, std::vector<SExpr>& pool, std::vector<std::uint32_t>& roots)
        : text_(text), pool_(pool), roots_(roots) {}

    void read() {
        while (skip_space()) {
            char c = text_[at_];
            if (c == '(') {
                open();
            } else if (c == ')') {
                close();
            } else if (c == '"') {
                read_text();
            } else if (c == '|') {
                read_quoted();
            } else {
                read_symbol();
            }
        }
        if (!open_.empty()) {
            throw SyntaxError(pool_[open_.back()].line, "this parenthesis is never closed");
        }
    }

  private:
    // False at the end of the text.
    bool skip_space() {
        while (at_ < text_.size()) {
            if (text_[at_] == ';') {
                std::size_t end = std::min(text_.find('\n', at_), text_.size());
                std::size_t begin = std::min(text_.find_first_not_of("; ", at_), end);
                bool continues = !comment_.empty() && comment_line_ + 1 == line_;
                comment_ = (continues ? comment_ + " " : "") + std::string(text_.substr(begin, end - begin));
                comment_line_ = line_;
                at_ = end;
            } else if (is_space(text_[at_])) {
                line_ += text_[at_] == '\n' ? 1 : 0;
                ++at_;
            } else {
                return true;
            }
        }
        return false;
    }

    std::uint32_t add(SExpr::Kind kind, std::size_t begin) {
        SExpr expr;
        expr.kind = kind;
        expr.line = line_;
        expr.begin = static_cast<std::uint32_t>(begin);
        expr.end = static_cast<std::uint32_t>(at_);
        auto index = static_cast<std::uint32_t>(pool_.size());
        pool_.push_back(std::move(expr));
        (open_.empty() ? roots_ : pool_[open_.back()].items).push_back(index);
        return index;
    }

    void open() {
        std::size_t begin = at_++;
        std::uint32_t index = add(SExpr::Kind::List, begin);
        if (open_.empty()) {
            pool_[index].comment = std::move(comment_);
            comment_.clear();
        }
        open_.push_back(index);
    }

    void close() {
        if (open_.empty()) {
            throw SyntaxError(line_, "this parenthesis closes nothing");
        }
        ++at_;
        pool_[open_.back()].end = static_cast<std::uint32_t>(at_);
        open_.pop_back();
        if (open_.empty()) {
            comment_.clear();
        }
    }

    // "…", in which "" stands for one quotation mark.
    void read_text() {
        std::size_t begin = at_++;
        std::string text;
        while (true) {
            if (at_ == text_.size()) {
                throw SyntaxError(line_, "this text is never closed");
            }
            char c = text_[at_++];
            if (c == '"') {
                if (at_ == text_.size() || text_[at_] != '"') {
                    break;
                }
                ++at_;
            }
            text += c;
        }
        std::uint32_t index = add(SExpr::Kind::Text, begin);
        line_ += static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
        pool_[index].text = std::move(text);
    }

    void read_quoted() {
        std::size_t begin = at_;
        std::size_t end = text_.find('|', begin + 1);
        if (end == std::string_view::npos) {
            throw SyntaxError(line_, "this quoted symbol is never closed");
        }
        at_ = end + 1;
        std::uint32_t index = add(SExpr::Kind::Symbol, begin);
        pool_[index].text = std::string(text_.substr(begin + 1, end - begin - 1));
        pool_[index].quoted = true;
    }

    void read_symbol() {
        std::size_t begin = at_;
        while (at_ < text_.size() && !ends_symbol(text_[at_])) {
            ++at_;
        }
        std::uint32_t index = add(SExpr::Kind::Symbol, begin);
        pool_[index].text = std::string(text_.substr(begin, at_ - begin));
    }

    std::string_view text_;
    std::vector<SExpr>& pool_;
    std::vector<std::uint32_t>& roots_;
    std::vector<std::uint32_t> open_;
    std::size_t at_ = 0;
    std::uint32_t line_ = 1;
    std::string comment_;
    std::uint32_t comment_line_ = 0;
};

} // namespace

SExprs::SExprs(std::string_view text) {
    Reader(text, pool_, roots_).read();
}

bool SExprs::is_symbol(std::uint32_t index, std::string_view symbol) const {
    const SExpr& expr = pool_[index];
    return expr.kind == SExpr::Kind::Symbol && !expr.quoted && expr.text == symbol;
}

bool SExprs::is_form(std::uint32_t index, std::string_view head) const {
    const SExpr& expr = pool_[index];
    return expr.kind == SExpr::Kind::List && !expr.items.empty() && is_symbol(expr.items.front(), head);
}

const std::string& SExprs::name(std::uint32_t index) const {
    const SExpr& expr = pool_[index];
    if (expr.kind != SExpr::Kind::Symbol) {
        fail_at(expr, "a name is expected here");
    }
    return expr.text;
}

const std::vector<std::uint32_t>& SExprs::items(std::uint32_t index, std::size_t at_least) const {
    const SExpr& expr = pool_[index];
    if (expr.kind != SExpr::Kind::List || expr.items.size() < at_least) {
        fail_at(expr, fmt::format("a list of at least {} items is expected here", at_least));
    }
    return expr.items;
}

void fail_at(const SExpr& expr, const std::string& message) {
    throw SyntaxError(expr.line, message);
}

} // namespace daphnia::logic
