#include "support/quoted.h"

#include <cstddef>

namespace daphnia::support {

namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '\'';
}

// A quote ends at a sign that no letter follows.
std::size_t closing_quote(std::string_view text, std::size_t from, char quote) {
    std::size_t end = text.find(quote, from);
    while (end != std::string_view::npos && end + 1 < text.size() && is_letter(text[end + 1])) {
        end = text.find(quote, end + 1);
    }
    return end;
}

// A quote begins at a sign that no letter precedes.
std::vector<std::string> between(std::string_view text, char quote) {
    std::vector<std::string> result;
    std::size_t at = text.find(quote);
    while (at != std::string_view::npos) {
        if (at > 0 && is_letter(text[at - 1])) {
            at = text.find(quote, at + 1);
            continue;
        }
        const std::size_t end = closing_quote(text, at + 1, quote);
        if (end == std::string_view::npos) {
            break;
        }
        if (end > at + 1) {
            result.emplace_back(text.substr(at + 1, end - at - 1));
        }
        at = text.find(quote, end + 1);
    }
    return result;
}

} // namespace

std::vector<std::string> quoted_code(std::string_view hint) {
    return between(hint, '`');
}

std::vector<std::string> quoted_words(std::string_view hint) {
    return between(hint, '\'');
}

} // namespace daphnia::support
