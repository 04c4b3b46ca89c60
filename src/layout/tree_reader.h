// The walk that finds the shape of a text, shared by the files that implement it. Private to layout.
#pragma once

#include "layout/tree.h"

#include <optional>
#include <string_view>
#include <vector>

namespace daphnia::layout {

// Every function reads what begins at the place and ends at the latest at the limit. Those that return an optional
// have read nothing when they return nothing; all others have read at least one word, so that every loop ends.
class TreeReader {
  public:
    TreeReader(std::string_view text, const parse::Words& words) : text_(text), words_(words) {}
    Node read();

  private:
    // ---- tree.cpp: declarations
    void chunk(const parse::WordChunk& chunk);
    Node declaration();
    void declaration_part(Node& node, std::string_view keyword);
    void body(Node& node, std::string_view keyword);
    void definition(Node& node, std::string_view keyword);
    Node constructors();
    Node attribute();
    Node clause();
    bool at_attribute() const;
    bool at_clause() const;
    bool at_modifier() const;

    // ---- tree_statements.cpp
    Node block();
    void statements(Node& node);
    std::optional<Node> statement();
    void labels(Node& node);
    void if_statement(Node& node);
    void loop(Node& node);
    void forall_statement(Node& node);
    void match_statement(Node& node);
    void calculation(Node& node);
    Node calculation_body();
    void simple_statement(Node& node);
    void clauses_and_block(Node& node);
    void attributes(Node& node);
    bool starts_statement() const;
    bool ends_statement() const;
    Node cases(bool statements);
    Node one_case(bool statements);

    // ---- tree_expressions.cpp
    std::optional<Node> expression() { return operation(0); }
    std::optional<Node> operation(int level);
    std::optional<Node> prefixed();
    std::optional<Node> primary();
    std::optional<Node> suffixed();
    Node brackets();
    void bracket_content(Node& node, std::string_view close);
    Node comprehension();
    void binders(Node& node);
    Node conditional();
    Node match();
    Node let();
    Node proof();
    Node lambda();
    Node type();
    bool at_comprehension() const;
    bool at_operand() const;
    int level_here() const;

    // ---- helpers
    std::string_view word(std::size_t index) const;
    bool at_end() const { return place_ >= limit_; }
    bool is(std::string_view text) const { return is_at(place_, text); }
    bool is_at(std::size_t index, std::string_view text) const;
    bool is_any(std::initializer_list<std::string_view> texts) const;
    parse::WordRole role() const { return at_end() ? parse::WordRole::None : words_.words[place_].role; }
    parse::WordKind kind() const { return at_end() ? parse::WordKind::Unknown : words_.words[place_].kind; }
    Node begin(Part part) const { return {part, place_, place_}; }
    Node finish(Node node) const;
    void add(Node& node, std::optional<Node> part);
    bool take(std::string_view text);
    void expressions(Node& node); // separated by commas
    void wrap(Node& node, Part part) const;

    std::string_view text_;
    const parse::Words& words_;
    std::size_t place_ = 0;
    std::size_t limit_ = 0;
    std::size_t depth_ = 0;
    std::vector<Node> open_; // the file, and declarations whose bodies are open
};

} // namespace daphnia::layout
