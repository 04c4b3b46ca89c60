// Whether the tokens around an error are those of a row of the table. Private to parse.
#pragma once

#include "parse/slip_table.h"
#include "parse/slips.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace daphnia::parse {

class SlipMatcher {
  public:
    explicit SlipMatcher(const ErrorSite& site);

    // The hint of the row with its wildcards filled in; nothing when it does not fit.
    std::optional<std::string> match(const Slip& slip);

    std::string_view text(std::size_t token) const;
    std::size_t type(std::size_t token) const { return site_.tokens[token].type; }
    // Where the statement starts that the error is in, or the declaration.
    std::size_t statement() const { return statement_; }
    bool in_head() const { return depth_ == 0 && !behind_brace(); }
    bool in_body() const { return depth_ > 0; }
    bool of_method() const;
    bool of_function() const;
    bool wants_declaration() const;
    bool wants_end() const;
    bool wants_statement() const;
    bool wants_expression() const;
    // What is said of parentheses that do not match; empty when they do.
    std::string unbalanced() const;

  private:
    bool fits(SlipPlace place) const;
    bool behind_brace() const;
    bool starts_statement(std::size_t token) const;
    bool match_from(std::size_t element, std::size_t token);
    bool match_element(std::string_view element, std::size_t element_index, std::size_t token);
    bool match_wildcard(std::string_view wildcard, std::size_t element, std::size_t token);
    bool match_any_number(std::size_t element, std::size_t token, bool captured);
    bool is_one_of(std::string_view alternatives, std::size_t token) const;
    bool is_word(std::size_t token) const;
    std::size_t end() const { return site_.tokens.size() - 1; } // EOF
    std::string filled_in(const char* hint) const;
    std::string source(std::size_t from, std::size_t to) const;
    // The token behind a type, as any language writes it, or behind its first word; and how it is written here.
    std::optional<std::size_t> type_at(std::size_t token, std::string& spelled, bool whole = true) const;
    std::optional<std::size_t> type_list(std::size_t token, std::string_view close, std::string& spelled) const;

    const ErrorSite& site_;
    std::size_t head_ = 0; // the keyword of the declaration
    int depth_ = 0;        // open braces before the error
    std::size_t statement_ = 0;
    std::vector<std::string_view> elements_;
    std::vector<std::string> captures_;
};

} // namespace daphnia::parse
