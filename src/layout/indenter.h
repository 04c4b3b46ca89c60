// Goes through the shape of a text and says for each word where it goes if it begins a line. Private to layout.
//
// Columns depend on the words, on the line breaks and on what stands between words of a line, and on nothing else that
// formatting changes: so formatting twice is formatting once.
#pragma once

#include "layout/lines.h"
#include "layout/tree.h"

#include <optional>

namespace daphnia::layout {

class Indenter {
  public:
    Indenter(const Text& text, Lines& lines) : text_(text), lines_(lines) {}
    void run();

  private:
    // Where a part goes: its first word, if it begins a line, and, where it differs from the column of that word, what
    // its further lines hang from.
    struct At {
        int column;
        std::optional<int> hang = {};
        std::optional<int> comment = {}; // comments in front of it; nothing: as the part itself
    };

    void node(const Node& node, At at);
    void word(std::size_t word, int column, std::optional<int> comment = {});
    template <typename OnWord, typename OnPart>
    void each(const Node& node, OnWord on_word, OnPart on_part);

    // ---- indenter.cpp
    void declaration(const Node& node, At at);
    void constructors(const Node& node, int inner);
    void clause(const Node& node, At at);
    void list_word(std::size_t word, int list, int fallback);
    void braces(const Node& node, At at);
    void statement(const Node& node, At at);
    void calculation(const Node& node, At at);
    void one_case(const Node& node, At at);

    // ---- indenter_expressions.cpp
    void operation(const Node& node, At at);
    void implication(const Node& node, At at);
    void suffixed(const Node& node, At at);
    void brackets(const Node& node, At at);
    void comprehension(const Node& node, At at);
    void conditional(const Node& node, At at);
    void match(const Node& node, At at);
    void let(const Node& node, At at);
    void proof(const Node& node, At at);
    void lambda(const Node& node, At at);
    void plain(const Node& node, At at);

    bool is(std::size_t word, std::string_view text) const { return text_.word(word) == text; }
    int column(std::size_t word) const { return lines_.column(word); }
    bool same_line(std::size_t word) const { return !lines_.begins_line(word); } // as the word before it

    const Text& text_;
    Lines& lines_;
    int floor_ = 0;              // comparison operators at the beginning of lines do not go further to the left
    std::optional<int> chain_{}; // where the operators && of an enclosing operation go
};

// Words of the node that are in none of its parts, and its parts, in order.
template <typename OnWord, typename OnPart>
void Indenter::each(const Node& node, OnWord on_word, OnPart on_part) {
    std::size_t at = node.begin;
    for (const Node& part : node.parts) {
        for (; at < part.begin; ++at) {
            on_word(at);
        }
        if (part.begin < part.end) {
            on_part(part);
        }
        at = part.end;
    }
    for (; at < node.end; ++at) {
        on_word(at);
    }
}

} // namespace daphnia::layout
