#include "lsp/message.h"

#include <gtest/gtest.h>

#include <string>

namespace daphnia::lsp {
namespace {

TEST(Messages, AreToldApart) {
    const Message request = read_message(R"({"jsonrpc":"2.0","id":1,"method":"a","params":{"x":1}})");
    ASSERT_TRUE(std::holds_alternative<Request>(request));
    EXPECT_EQ(std::get<Request>(request).id, 1);
    EXPECT_EQ(std::get<Request>(request).method, "a");
    EXPECT_EQ(std::get<Request>(request).params, (Json{{"x", 1}}));
    const Message named = read_message(R"({"id":"one","method":"a"})");
    ASSERT_TRUE(std::holds_alternative<Request>(named));
    EXPECT_EQ(std::get<Request>(named).id, "one");
    const Message notification = read_message(R"({"method":"exit"})");
    ASSERT_TRUE(std::holds_alternative<Notification>(notification));
    const Message response = read_message(R"({"id":"w","result":null})");
    ASSERT_TRUE(std::holds_alternative<Response>(response));
}

TEST(Messages, OfOtherTextsAreMalformed) {
    const auto code = [](const std::string& text) {
        const Message message = read_message(text);
        return std::holds_alternative<Malformed>(message) ? std::get<Malformed>(message).code : ErrorCode{};
    };
    EXPECT_EQ(code(""), ErrorCode::ParseError);
    EXPECT_EQ(code("{"), ErrorCode::ParseError);
    EXPECT_EQ(code("{\"method\":\"\xff\"}"), ErrorCode::ParseError);
    EXPECT_EQ(code(std::string(100'000, '[')), ErrorCode::ParseError);
    EXPECT_EQ(code(std::string(1'000, '[') + std::string(1'000, ']')), ErrorCode::ParseError);
    EXPECT_EQ(code("[]"), ErrorCode::InvalidRequest);
    EXPECT_EQ(code("{}"), ErrorCode::InvalidRequest);
    EXPECT_EQ(code(R"({"id":1.5,"method":"a"})"), ErrorCode::InvalidRequest);
    EXPECT_EQ(code(R"({"id":{},"method":"a"})"), ErrorCode::InvalidRequest);
    EXPECT_EQ(code(R"({"id":1,"method":2})"), ErrorCode::InvalidRequest);
    EXPECT_EQ(code(R"({"id":1,"method":"a","params":3})"), ErrorCode::InvalidRequest);
}

TEST(Messages, ThatAreSentAreValidWhateverTheyHold) {
    const Json sent = Json::parse(notification_text("m", {{"text", "a\xff\x01\"\n"}}));
    EXPECT_EQ(sent.at("params").at("text"), "a\uFFFD\x01\"\n");
    EXPECT_EQ(Json::parse(error_text(3, ErrorCode::MethodNotFound, "no")).at("error").at("code"), -32601);
}

} // namespace
} // namespace daphnia::lsp
