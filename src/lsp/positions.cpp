#include "lsp/positions.h"

#include <algorithm>

namespace daphnia::lsp {

namespace {

constexpr unsigned kContinuation = 0x80; // the bits of a byte that begins no character
constexpr unsigned kContinuationMask = 0xC0;
constexpr unsigned kFourBytes = 0xF0; // what begins a character beyond the basic plane

bool begins_character(char c) {
    return (static_cast<unsigned char>(c) & kContinuationMask) != kContinuation;
}

// Of the character that begins with this byte.
std::uint32_t units(char first, PositionEncoding encoding) {
    return encoding == PositionEncoding::Utf16 && static_cast<unsigned char>(first) >= kFourBytes ? 2 : 1;
}

// A number of the protocol, which has no negative ones.
std::uint32_t number(const Json& json, const char* name) {
    if (!json.is_object() || !json.contains(name) || !json.at(name).is_number_integer()) {
        throw RequestError(ErrorCode::InvalidParams, std::string("a position without a ") + name);
    }
    const Json& value = json.at(name);
    constexpr std::int64_t kMost = UINT32_MAX;
    if (value.is_number_unsigned()) {
        return static_cast<std::uint32_t>(std::min<std::uint64_t>(value.get<std::uint64_t>(), kMost));
    }
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(value.get<std::int64_t>(), 0, kMost));
}

} // namespace

std::string_view to_string(PositionEncoding encoding) {
    switch (encoding) {
    case PositionEncoding::Utf8:
        return "utf-8";
    case PositionEncoding::Utf16:
        return "utf-16";
    case PositionEncoding::Utf32:
        return "utf-32";
    }
    return "";
}

// Lines end with \n, \r\n or a lone \r.
Lines::Lines(std::string_view text, PositionEncoding encoding) : text_(text), encoding_(encoding), starts_{0} {
    for (std::uint32_t i = 0; i < text.size(); ++i) {
        const bool ends = text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'));
        if (ends) {
            starts_.push_back(i + 1);
        }
    }
}

std::uint32_t Lines::offset(Position position) const {
    if (position.line >= starts_.size()) {
        return static_cast<std::uint32_t>(text_.size());
    }
    std::uint32_t offset = starts_[position.line];
    std::uint32_t unit = 0;
    while (offset < text_.size() && text_[offset] != '\n' && text_[offset] != '\r') {
        if (encoding_ == PositionEncoding::Utf8) {
            if (unit >= position.character) {
                break;
            }
            ++unit;
            ++offset;
            continue;
        }
        const std::uint32_t width = units(text_[offset], encoding_);
        if (unit + width > position.character) {
            break;
        }
        unit += width;
        do {
            ++offset;
        } while (offset < text_.size() && !begins_character(text_[offset]));
    }
    while (offset < text_.size() && !begins_character(text_[offset])) {
        ++offset; // no place is inside of a character
    }
    return offset;
}

Position Lines::position(std::uint32_t offset) const {
    offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
    const std::uint32_t line = static_cast<std::uint32_t>(after - starts_.begin()) - 1;
    const std::uint32_t start = starts_[line];
    if (encoding_ == PositionEncoding::Utf8) {
        return {line, offset - start};
    }
    std::uint32_t unit = 0;
    for (std::uint32_t i = start; i < offset; ++i) {
        unit += begins_character(text_[i]) ? units(text_[i], encoding_) : 0;
    }
    return {line, unit};
}

Json to_json(Position position) {
    return {{"line", position.line}, {"character", position.character}};
}

Json to_json(const Range& range) {
    return {{"start", to_json(range.start)}, {"end", to_json(range.end)}};
}

Position position_from(const Json& json) {
    return {number(json, "line"), number(json, "character")};
}

Range range_from(const Json& json) {
    if (!json.is_object() || !json.contains("start") || !json.contains("end")) {
        throw RequestError(ErrorCode::InvalidParams, "a range without start or end");
    }
    return {position_from(json.at("start")), position_from(json.at("end"))};
}

} // namespace daphnia::lsp
