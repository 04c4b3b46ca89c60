// Unicode characters to UTF-8 and back, and as a literal of a program writes them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace daphnia::support {

std::string utf8(char32_t character);
// Length in bytes of the well-formed UTF-8 sequence at `at` (Unicode 15, table 3-7), or 0 when there is none.
std::size_t utf8_length(std::string_view text, std::size_t at);
// Nothing when the text is not well-formed.
std::optional<std::u32string> from_utf8(std::string_view text);
// What Dafny has an escape for: line breaks, tab, null, both quotes and the backslash.
std::optional<std::string_view> named_escape(char32_t character);
// As between the quotes of a literal: named escapes, numbers for other characters without picture.
std::string escaped(std::u32string_view text);

} // namespace daphnia::support
