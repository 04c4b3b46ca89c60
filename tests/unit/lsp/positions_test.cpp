#include "lsp/positions.h"

#include <gtest/gtest.h>

#include <string>

namespace daphnia::lsp {
namespace {

constexpr std::string_view kText = "aä𝔸b\r\n\r\nx\ry\n𝔸";

TEST(Positions, CountUnitsOfTheEncodingAgreedOn) {
    const Lines utf16(kText, PositionEncoding::Utf16);
    EXPECT_EQ(utf16.position(0), (Position{0, 0}));
    EXPECT_EQ(utf16.position(3), (Position{0, 2}));
    EXPECT_EQ(utf16.position(7), (Position{0, 4})); // behind the 𝔸
    EXPECT_EQ(utf16.count(), 5u);
    EXPECT_EQ(Lines(kText, PositionEncoding::Utf32).position(7), (Position{0, 3}));
    EXPECT_EQ(Lines(kText, PositionEncoding::Utf8).position(7), (Position{0, 7}));
}

TEST(Positions, AreTheInverseOfOffsets) {
    for (const PositionEncoding encoding : {PositionEncoding::Utf8, PositionEncoding::Utf16, PositionEncoding::Utf32}) {
        const Lines lines(kText, encoding);
        for (std::uint32_t offset = 0; offset <= kText.size(); ++offset) {
            const bool inside = offset < kText.size() && (static_cast<unsigned char>(kText[offset]) & 0xC0U) == 0x80U;
            const bool between = offset > 0 && offset < kText.size() && kText.substr(offset - 1, 2) == "\r\n";
            if (!inside && !between) {
                EXPECT_EQ(lines.offset(lines.position(offset)), offset) << to_string(encoding);
            }
        }
    }
}

TEST(Positions, BehindAnEndAreThatEnd) {
    const Lines lines(kText, PositionEncoding::Utf16);
    EXPECT_EQ(lines.offset({0, 99}), 8u); // before the line break
    EXPECT_EQ(lines.offset({1, 5}), 10u);
    EXPECT_EQ(lines.offset({99, 0}), kText.size());
    EXPECT_EQ(lines.position(10'000), (Position{4, 2}));
    // In the middle of a surrogate pair: before it.
    EXPECT_EQ(lines.offset({0, 3}), 3u);
}

TEST(Positions, AreReadOnlyFromWhatIsOne) {
    EXPECT_EQ(position_from({{"line", 3}, {"character", 4}}), (Position{3, 4}));
    EXPECT_EQ(position_from({{"line", -3}, {"character", 5'000'000'000}}), (Position{0, UINT32_MAX}));
    for (const Json& json :
         {Json(), Json(3), Json::object(), Json{{"line", 1}}, Json{{"line", "1"}, {"character", 2}}}) {
        EXPECT_THROW(position_from(json), RequestError) << json;
        EXPECT_THROW(range_from(json), RequestError) << json;
    }
}

} // namespace
} // namespace daphnia::lsp
