// Changes of source text that quick fixes are made of: each says where something goes and how it is indented there.
// Nothing is returned where there is no such place. What is inserted may have several lines, which keep their
// indentation relative to the first. A text that is formatted stays so, provided that what is inserted is.
#pragma once

#include "layout/text.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace daphnia::layout {

// The innermost declaration with a contract, or loop, around an offset: `invariant` needs a loop, `requires`, `reads`
// and `ensures` need a declaration, `decreases` and `modifies` take what is nearest. Behind the last clause of its
// kind, else where the usual order has it. `clause` is the whole clause: "invariant 0 <= i <= n".
std::optional<TextEdit> insert_clause(const Text& text, std::uint32_t offset, std::string_view clause);

// In front of, or behind, the innermost statement at an offset, on lines of its own.
std::optional<TextEdit> insert_before_statement(const Text& text, std::uint32_t offset, std::string_view statement);
std::optional<TextEdit> insert_after_statement(const Text& text, std::uint32_t offset, std::string_view statement);

// At the end of the block whose braces are the innermost around an offset, or at its beginning.
std::optional<TextEdit> insert_at_end_of_block(const Text& text, std::uint32_t offset, std::string_view statement);
std::optional<TextEdit> insert_at_start_of_block(const Text& text, std::uint32_t offset, std::string_view statement);

// Behind the last case of the innermost match, statement or expression, around an offset. A case: "case Nil => ".
std::optional<TextEdit> append_cases(const Text& text, std::uint32_t offset, const std::vector<std::string>& cases);

// In front of the innermost declaration around an offset and its comment, with an empty line between them.
std::optional<TextEdit> insert_before_declaration(const Text& text, std::uint32_t offset, std::string_view declaration);

} // namespace daphnia::layout
