#include "report/escape.h"

#include "support/characters.h"

#include <fmt/format.h>

#include <cctype>

namespace daphnia::report {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD"; // U+FFFD

char32_t decoded(std::string_view character) {
    constexpr unsigned kPayload = 0x3F;
    const auto first = static_cast<unsigned char>(character.front());
    char32_t result = character.size() == 1 ? first : first & (0xFFU >> (character.size() + 1));
    for (const char byte : character.substr(1)) {
        result = (result << 6U) | (static_cast<unsigned char>(byte) & kPayload);
    }
    return result;
}

bool turns_direction(char32_t c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

// Text in place of a character that is not to be shown as it is; empty: it may be.
std::string substitute(char32_t c) {
    constexpr char32_t kPictures = 0x2400;
    constexpr char32_t kDelete = 0x7F;
    if (c < 0x20) {
        return support::utf8(kPictures + c);
    }
    if (c == kDelete) {
        return support::utf8(kPictures + 0x21);
    }
    const bool no_character = (c & 0xFFFEU) == 0xFFFE; // of any plane
    const bool control = (c > kDelete && c < 0xA0) || c == 0x2028 || c == 0x2029;
    return control || no_character || turns_direction(c) ? std::string(kReplacement) : std::string();
}

template <typename Substitute>
std::string replaced(std::string_view text, Substitute substitute_of) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = support::utf8_length(text, at);
        if (length == 0) {
            result += kReplacement;
            ++at;
            continue;
        }
        const std::string_view character = text.substr(at, length);
        const std::string other = substitute_of(decoded(character));
        result += other.empty() ? character : std::string_view(other);
        at += length;
    }
    return result;
}

} // namespace

std::string well_formed(std::string_view text) {
    return replaced(text, [](char32_t) { return std::string(); });
}

std::string printable(std::string_view text) {
    return replaced(text, substitute);
}

std::string printable_lines(std::string_view text) {
    return replaced(text, [](char32_t c) { return c == U'\n' || c == U'\t' ? std::string() : substitute(c); });
}

std::string entities(std::string_view text) {
    std::string result;
    for (const char byte : text) {
        switch (byte) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        case '\'':
            result += "&#39;";
            break;
        default:
            result += byte;
        }
    }
    return result;
}

std::string markdown(std::string_view text) {
    constexpr std::string_view kHarmless = " .,()=-/;";
    std::string result;
    for (const char byte : printable(text)) {
        const auto letter = static_cast<unsigned char>(byte);
        const bool plain =
            letter >= 0x80 || std::isalnum(letter) != 0 || kHarmless.find(byte) != std::string_view::npos;
        result += plain ? std::string(1, byte) : fmt::format("&#{};", static_cast<int>(letter));
    }
    return result;
}

} // namespace daphnia::report
