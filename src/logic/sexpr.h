// S-expressions: the text form that SMT-LIB, the theories and the intermediate language share.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace daphnia::logic {

// What is wrong with a text, and in which line; caught by those who read texts.
class SyntaxError : public std::runtime_error {
  public:
    SyntaxError(std::uint32_t line, const std::string& message) : std::runtime_error(message), line_(line) {}
    std::uint32_t line() const { return line_; }

  private:
    std::uint32_t line_;
};

struct SExpr {
    enum class Kind { Symbol, Text, List }; // Text: "…"
    Kind kind = Kind::Symbol;
    std::string text;                 // Symbol (without its bars) and Text
    bool quoted = false;              // Symbol: written with bars, hence never a reserved word or a number
    std::vector<std::uint32_t> items; // List
    std::uint32_t line = 0;
    std::uint32_t begin = 0; // byte offsets
    std::uint32_t end = 0;
    std::string comment; // the comment lines just before a list that stands at the top, without their semicolons
};

// All expressions of a text, in one pool (so that depth costs no stack). Throws SyntaxError.
class SExprs {
  public:
    explicit SExprs(std::string_view text);

    const SExpr& operator[](std::uint32_t index) const { return pool_[index]; }
    const std::vector<std::uint32_t>& roots() const { return roots_; }

    // Whether it is that symbol, written without bars.
    bool is_symbol(std::uint32_t index, std::string_view symbol) const;
    // Whether it is a list that starts with that symbol.
    bool is_form(std::uint32_t index, std::string_view head) const;
    // The name at `index`; SyntaxError when it is something else.
    const std::string& name(std::uint32_t index) const;
    // The items of a list that has at least that many; SyntaxError otherwise.
    const std::vector<std::uint32_t>& items(std::uint32_t index, std::size_t at_least) const;

  private:
    std::vector<SExpr> pool_;
    std::vector<std::uint32_t> roots_;
};

// An expression's own end is found by its reader; this says what was expected there.
[[noreturn]] void fail_at(const SExpr& expr, const std::string& message);

} // namespace daphnia::logic
