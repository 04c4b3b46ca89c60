// Places as editors name them: lines and units of a line, both from 0. What a unit is has been agreed on.
#pragma once

#include "lsp/message.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace daphnia::lsp {

enum class PositionEncoding { Utf8, Utf16, Utf32 };
std::string_view to_string(PositionEncoding encoding); // as the protocol has it

struct Position {
    std::uint32_t line = 0;
    std::uint32_t character = 0;

    friend auto operator<=>(const Position&, const Position&) = default;
};
struct Range {
    Position start;
    Position end;

    friend bool operator==(const Range&, const Range&) = default;
};

// The lines of a text, which must outlive this.
class Lines {
  public:
    Lines(std::string_view text, PositionEncoding encoding);

    // A place behind the end of a line is its end, one behind the last line the end of the text.
    std::uint32_t offset(Position position) const;
    // Of an offset in bytes, which may lie behind the end.
    Position position(std::uint32_t offset) const;
    Range range(std::uint32_t begin, std::uint32_t end) const { return {position(begin), position(end)}; }
    std::uint32_t count() const { return static_cast<std::uint32_t>(starts_.size()); }

  private:
    std::string_view text_;
    PositionEncoding encoding_;
    std::vector<std::uint32_t> starts_;
};

Json to_json(Position position);
Json to_json(const Range& range);
// Throw RequestError for what is none.
Position position_from(const Json& json);
Range range_from(const Json& json);

} // namespace daphnia::lsp
