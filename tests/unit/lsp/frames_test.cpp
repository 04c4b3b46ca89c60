#include "lsp/frames.h"

#include "support/error.h"

#include <gtest/gtest.h>

#include <string>

namespace daphnia::lsp {
namespace {

TEST(Frames, ComeBackInWhateverPartsTheyArrive) {
    const std::string bytes = frame("{}") + frame("{\"text\":\"ä𝔸\"}") + frame("");
    for (std::size_t size = 1; size <= bytes.size(); ++size) {
        FrameReader reader;
        std::vector<std::string> texts;
        for (std::size_t at = 0; at < bytes.size(); at += size) {
            reader.add(std::string_view(bytes).substr(at, size));
            while (std::optional<std::string> text = reader.next()) {
                texts.push_back(*text);
            }
        }
        EXPECT_EQ(texts, (std::vector<std::string>{"{}", "{\"text\":\"ä𝔸\"}", ""})) << "in parts of " << size;
    }
}

TEST(Frames, HaveHeadersInAnyCaseAndOrder) {
    FrameReader reader;
    reader.add("Content-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length:2\r\n\r\n{}");
    EXPECT_EQ(reader.next(), "{}");
    EXPECT_EQ(reader.next(), std::nullopt);
}

TEST(Frames, OfWhatIsNoneNothingIsRead) {
    for (const std::string& bytes :
         {std::string("Content-Length: two\r\n\r\n{}"), std::string("Content-Length: -2\r\n\r\n{}"),
          std::string("Content-Length: 99999999999999999999\r\n\r\n"), std::string("Content-Length: 999999999\r\n\r\n"),
          std::string("Length: 2\r\n\r\n{}"), std::string("\r\n\r\n"), std::string(5000, 'x')}) {
        FrameReader reader;
        reader.add(bytes);
        EXPECT_THROW(reader.next(), support::InputError) << bytes.substr(0, 60);
    }
}

} // namespace
} // namespace daphnia::lsp
