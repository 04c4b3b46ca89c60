// Unicode characters to UTF-8 and back.
#include "support/characters.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>

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

std::size_t utf8_length(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto in = [&](std::size_t i, unsigned low, unsigned high) {
        return i < text.size() && byte(i) >= low && byte(i) <= high;
    };
    const unsigned lead = byte(at);
    if (lead < 0x80) {
        return 1;
    }
    if (lead >= 0xC2 && lead <= 0xDF) {
        return in(at + 1, 0x80, 0xBF) ? 2 : 0;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
        const unsigned low = lead == 0xE0 ? 0xA0 : 0x80;
        const unsigned high = lead == 0xED ? 0x9F : 0xBF;
        return in(at + 1, low, high) && in(at + 2, 0x80, 0xBF) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const unsigned low = lead == 0xF0 ? 0x90 : 0x80;
        const unsigned high = lead == 0xF4 ? 0x8F : 0xBF;
        return in(at + 1, low, high) && in(at + 2, 0x80, 0xBF) && in(at + 3, 0x80, 0xBF) ? 4 : 0;
    }
    return 0;
}

std::optional<std::u32string> from_utf8(std::string_view text) {
    std::u32string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = utf8_length(text, at);
        if (length == 0) {
            return std::nullopt;
        }
        const auto lead = static_cast<unsigned char>(text[at]);
        char32_t value = length == 1 ? lead : lead & (0xFFU >> (length + 1));
        for (std::size_t i = 1; i < length; ++i) {
            value = (value << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
        }
        result += value;
        at += length;
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

namespace {

// What readers see nothing of, or see as something else: controls, formats (which turn the direction of what follows),
// blanks other than the space, marks that sit on the character before, surrogates, private use, tags, and code points
// that are no characters. Ranges of Unicode 15 that are wholly or for the most part such.
bool has_picture(char32_t character) {
    struct Range {
        char32_t first, last;
    };
    static constexpr Range kWithout[] = {
        {0x0000, 0x001F}, {0x007F, 0x00A0}, {0x00AD, 0x00AD}, {0x0300, 0x036F},   {0x034F, 0x034F},    {0x0378, 0x0379},
        {0x061C, 0x061C}, {0x115F, 0x1160}, {0x1680, 0x1680}, {0x17B4, 0x17B5},   {0x180B, 0x180F},    {0x1AB0, 0x1AFF},
        {0x1DC0, 0x1DFF}, {0x2000, 0x200F}, {0x2028, 0x202F}, {0x205F, 0x206F},   {0x20D0, 0x20FF},    {0x2800, 0x2800},
        {0x3000, 0x3000}, {0x3164, 0x3164}, {0xD800, 0xF8FF}, {0xFE00, 0xFE0F},   {0xFE20, 0xFE2F},    {0xFEFF, 0xFEFF},
        {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFFB}, {0xFFFE, 0xFFFF}, {0x1D173, 0x1D17A}, {0x323B0, 0x10FFFF},
    };
    return std::none_of(std::begin(kWithout), std::end(kWithout),
                        [&](const Range& range) { return range.first <= character && character <= range.last; });
}

} // namespace

std::string escaped(std::u32string_view text) {
    std::string result;
    for (const char32_t c : text) {
        if (const std::optional<std::string_view> escape = named_escape(c)) {
            result += *escape;
        } else if (!has_picture(c)) {
            result += fmt::format("\\U{{{:04X}}}", static_cast<std::uint32_t>(c));
        } else {
            result += utf8(c);
        }
    }
    return result;
}

} // namespace daphnia::support
