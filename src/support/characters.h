// Unicode characters in, text in UTF-8 out: as they are, or as a literal of a program writes them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace daphnia::support {

std::string utf8(char32_t character);
// What Dafny has an escape for: line breaks, tab, null, both quotes and the backslash.
std::optional<std::string_view> named_escape(char32_t character);
// As between the quotes of a literal: named escapes, numbers for other characters without picture.
std::string escaped(std::u32string_view text);

} // namespace daphnia::support
