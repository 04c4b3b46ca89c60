// The values of literals: numbers, characters and strings as they are written, to what they stand for. Private to
// parse.
#pragma once

#include "support/integer.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace daphnia::parse {

// 1_000, 0xFF
support::Integer integer_value(std::string_view text);

struct RealValue {
    support::Integer digits;
    std::int32_t exponent = 0;
};

// 1.50, 1e3; nothing when the exponent is beyond all use.
std::optional<RealValue> real_value(std::string_view text);

struct TextValue {
    std::u32string value;
    std::string problem; // empty when all is well
    std::size_t problem_offset = 0;
};

// The text between the quotes of "…" or '…'. Escapes must be Dafny's, and stand for characters that exist.
TextValue unescape(std::string_view text);
// The text between the quotes of @"…", where "" stands for one quote.
std::u32string verbatim_value(std::string_view text);

} // namespace daphnia::parse
