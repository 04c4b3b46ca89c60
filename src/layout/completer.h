// Reads the text up to the cursor as if it ended there: what is open at its end is what the cursor is in. Private to
// layout.
#pragma once

#include "layout/completion.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace daphnia::layout {

using Keywords = std::vector<std::string>;

Keywords type_keywords();

inline bool among(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

class Completer {
  public:
    // `front`: the text in front of the word that is being typed.
    Completer(const Text& text, const Text& front, support::SourceRange word);
    Completion run();

  private:
    // ---- completion.cpp
    // The word that is `back` words in front of the cursor, from 1.
    std::string_view last(std::size_t back = 1) const;
    const parse::Word* last_word(std::size_t back = 1) const;
    bool is_keyword(std::initializer_list<std::string_view> words, std::size_t back = 1) const;
    const Node* innermost(std::initializer_list<Part> parts) const;
    // Whether its last word is the bracket that closes it.
    bool is_closed(const Node& node) const;
    void place(Place place) { result_.place = place; }
    // What the last word alone decides.
    bool by_last_word();
    void member();
    bool declares_name() const;
    // In the parentheses of a declaration's head.
    bool formals() const;
    static bool among_heads(Part part) { return part == Part::Declaration || part == Part::Constructor; }
    bool behind_type_colon() const;
    // seq<…, map<int, …, or behind an angle bracket that is known to be around types.
    bool in_type_arguments() const;

    // ---- completion_shape.cpp
    void by_shape();
    bool statement_begins() const;
    // Behind the brace of a block: of a statement, as a rule.
    bool closed_block() const;
    bool ends_operand() const;
    // Clauses may end with a semicolon; other semicolons begin something.
    bool behind_clause() const;
    void declaration();
    bool only_includes() const;
    void statement();
    // Operators that are words, and whatever may follow the part that the operand ends.
    void behind_operand();
    std::size_t count(const Node& node, std::string_view word) const;
    // Of a declaration that may be complete.
    void head(const Node& node, std::string_view keyword);
    // Those of a declaration or loop, and which of them are in the whole text.
    void clauses(const Node& owner);

    const Text& text_;
    const Text& front_;
    std::vector<const Node*> open_; // from the file to the innermost part that reaches the cursor
    Completion result_;
};

} // namespace daphnia::layout
