// Values of literals.
#include "parse/literals.h"

#include <algorithm>

namespace daphnia::parse {

namespace {

constexpr char32_t kLastCharacter = 0x10FFFF;

std::string without_underscores(std::string_view text) {
    std::string digits(text);
    digits.erase(std::remove(digits.begin(), digits.end(), '_'), digits.end());
    return digits;
}

// Decodes the code point at `offset` of valid UTF-8 and moves behind it.
char32_t next_code_point(std::string_view text, std::size_t& offset) {
    const auto lead = static_cast<unsigned char>(text[offset]);
    const std::size_t length = lead < 0x80U ? 1 : lead < 0xE0U ? 2 : lead < 0xF0U ? 3 : 4;
    char32_t value = length == 1 ? lead : lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        value = (value << 6U) | (static_cast<unsigned char>(text[offset + i]) & 0x3FU);
    }
    offset += length;
    return value;
}

bool is_hex_digit(char c) {
    return ('0' <= c && c <= '9') || ('a' <= c && c <= 'f') || ('A' <= c && c <= 'F');
}

// The digits of \u1234 or \U{1F600}, from behind the letter; the offset moves behind the escape.
std::optional<char32_t> hex_escape(std::string_view text, std::size_t& offset, bool braces) {
    std::string digits;
    if (braces) {
        const auto close = text.find('}', offset);
        if (offset >= text.size() || text[offset] != '{' || close == std::string_view::npos) {
            return std::nullopt;
        }
        digits = without_underscores(text.substr(offset + 1, close - offset - 1));
        offset = close + 1;
    } else {
        digits = text.substr(offset, 4);
        offset += digits.size();
        if (digits.size() != 4) {
            return std::nullopt;
        }
    }
    if (digits.empty() || digits.size() > 6 || !std::all_of(digits.begin(), digits.end(), is_hex_digit)) {
        return std::nullopt;
    }
    const auto value = static_cast<char32_t>(std::stoul(digits, nullptr, 16));
    const bool surrogate = 0xD800 <= value && value <= 0xDFFF;
    return value > kLastCharacter || surrogate ? std::nullopt : std::optional(value);
}

} // namespace

support::Integer integer_value(std::string_view text) {
    const bool hexadecimal = text.starts_with("0x");
    return support::Integer(without_underscores(hexadecimal ? text.substr(2) : text), hexadecimal ? 16 : 10);
}

std::optional<RealValue> real_value(std::string_view text) {
    const std::string plain = without_underscores(text);
    const auto e = plain.find('e');
    const std::string mantissa = plain.substr(0, e);
    long exponent = 0;
    if (e != std::string::npos) {
        const std::string digits = plain.substr(e + 1);
        if (digits.size() > 5) {
            return std::nullopt;
        }
        exponent = std::stol(digits);
    }
    const auto dot = mantissa.find('.');
    if (dot == std::string::npos) {
        return RealValue{support::Integer(mantissa, 10), static_cast<std::int32_t>(exponent)};
    }
    const std::string decimals = mantissa.substr(dot + 1);
    exponent -= static_cast<long>(decimals.size());
    return RealValue{support::Integer(mantissa.substr(0, dot) + decimals, 10), static_cast<std::int32_t>(exponent)};
}

TextValue unescape(std::string_view text) {
    TextValue result;
    std::size_t offset = 0;
    while (offset < text.size()) {
        if (text[offset] != '\\') {
            result.value += next_code_point(text, offset);
            continue;
        }
        const std::size_t start = offset;
        const char letter = offset + 1 < text.size() ? text[offset + 1] : '\0';
        offset = std::min(offset + 2, text.size());
        switch (letter) {
        case '\'':
        case '"':
        case '\\':
            result.value += static_cast<char32_t>(letter);
            break;
        case '0':
            result.value += U'\0';
            break;
        case 'n':
            result.value += U'\n';
            break;
        case 'r':
            result.value += U'\r';
            break;
        case 't':
            result.value += U'\t';
            break;
        case 'u':
        case 'U':
            if (const auto value = hex_escape(text, offset, letter == 'U')) {
                result.value += *value;
                break;
            }
            return {{}, "this escape stands for no character", start};
        default:
            return {{}, "there is no such escape: a backslash is written \\\\", start};
        }
    }
    return result;
}

std::u32string verbatim_value(std::string_view text) {
    std::u32string value;
    std::size_t offset = 0;
    while (offset < text.size()) {
        const char32_t c = next_code_point(text, offset);
        value += c;
        if (c == U'"') {
            ++offset; // the second one of the pair
        }
    }
    return value;
}

} // namespace daphnia::parse
