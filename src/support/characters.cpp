// Unicode characters in, text in UTF-8 out.
#include "support/characters.h"

#include <fmt/format.h>

#include <cstdint>

namespace daphnia::support {

std::string utf8(char32_t character) {
    const auto c = static_cast<std::uint32_t>(character);
    std::string result;
    const auto add = [&](std::uint32_t byte) { result += static_cast<char>(byte); };
    if (c < 0x80) {
        add(c);
    } else if (c < 0x800) {
        add(0xC0U | (c >> 6U));
        add(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
        add(0xE0U | (c >> 12U));
        add(0x80U | ((c >> 6U) & 0x3FU));
        add(0x80U | (c & 0x3FU));
    } else {
        add(0xF0U | (c >> 18U));
        add(0x80U | ((c >> 12U) & 0x3FU));
        add(0x80U | ((c >> 6U) & 0x3FU));
        add(0x80U | (c & 0x3FU));
    }
    return result;
}

std::optional<std::string_view> named_escape(char32_t character) {
    switch (character) {
    case U'"':
        return "\\\"";
    case U'\'':
        return "\\'";
    case U'\\':
        return "\\\\";
    case U'\n':
        return "\\n";
    case U'\r':
        return "\\r";
    case U'\t':
        return "\\t";
    case U'\0':
        return "\\0";
    default:
        return std::nullopt;
    }
}

std::string escaped(std::u32string_view text) {
    std::string result;
    for (const char32_t c : text) {
        if (const std::optional<std::string_view> escape = named_escape(c)) {
            result += *escape;
        } else if (c < 0x20 || c == 0x7F) {
            result += fmt::format("\\U{{{:04X}}}", static_cast<std::uint32_t>(c));
        } else {
            result += utf8(c);
        }
    }
    return result;
}

} // namespace daphnia::support
