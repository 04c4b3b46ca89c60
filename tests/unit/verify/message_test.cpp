// What a worker says arrives as it was said, in whatever pieces the pipe delivers it.
#include "verify/message.h"

#include "support/error.h"

#include <gtest/gtest.h>

namespace daphnia::verify {
namespace {

const support::SourceFile& source() {
    static const support::SourceFile file("a.dfy", "method M() {}\n");
    return file;
}

const support::SourceFile& included() {
    static const support::SourceFile file("b.dfy", "lemma L()\n");
    return file;
}

const support::SourceFiles& files() {
    static const support::SourceFiles both{{&included(), &source()}, {}};
    return both;
}

std::string bytes_of(const Message& message) {
    return encode_message(message, files());
}

TEST(Message, OriginsArriveWhole) {
    const ivl::Origin origin{support::Rule::Postcondition,
                             {&source(), 3, 7},
                             {{{&included(), 1, 2}, "this is the postcondition"}, {{}, "nowhere"}},
                             "x must be y"};
    MessageReader reader(&files());
    reader.add(bytes_of(AnnounceMessage{{origin, ivl::Origin{support::Rule::IndexRange, {}, {}, {}}}}));
    const std::optional<Message> message = reader.next();
    ASSERT_TRUE(message.has_value());
    const auto& obligations = std::get<AnnounceMessage>(*message).obligations;
    ASSERT_EQ(obligations.size(), 2U);
    EXPECT_EQ(obligations[0].rule, origin.rule);
    EXPECT_EQ(obligations[0].range, origin.range);
    EXPECT_EQ(obligations[0].message, origin.message);
    ASSERT_EQ(obligations[0].related.size(), 2U);
    EXPECT_EQ(obligations[0].related[0].range, origin.related[0].range);
    EXPECT_EQ(obligations[0].related[1].message, "nowhere");
    EXPECT_FALSE(obligations[0].related[1].range.has_file());
    EXPECT_FALSE(obligations[1].range.has_file());
    EXPECT_FALSE(reader.next().has_value());
}

TEST(Message, WarningsArriveWhole) {
    MessageReader reader(&files());
    reader.add(bytes_of(WarnMessage{{support::Rule::RedundantRequires, {&included(), 2, 5}, "unnecessary", "a hint"}}));
    const std::optional<Message> message = reader.next();
    ASSERT_TRUE(message.has_value());
    const Warning& warning = std::get<WarnMessage>(*message).warning;
    EXPECT_EQ(warning.rule, support::Rule::RedundantRequires);
    EXPECT_EQ(warning.range, (support::SourceRange{&included(), 2, 5}));
    EXPECT_EQ(warning.message, "unnecessary");
    EXPECT_EQ(warning.hint, "a hint");
}

TEST(Message, ExplanationsArriveWhole) {
    refute::Finding finding{true, {}};
    support::Explanation& sent = finding.explanation;
    sent.kind = support::ExplanationKind::Counterexample;
    sent.headline = "Max fails for n = 1";
    sent.subject = {&source(), 0, 6};
    sent.inputs = {{"n", "int", "1"}};
    sent.state = {{"s", "seq<int>", "[1, 2]"}, {"t", "int", ""}};
    sent.clause = {&source(), 7, 8};
    sent.parts = {{"s[0]", "", "1"}};
    sent.trace = {{{&source(), 3, 4}, "entry", {{"n", "int", "1"}}}, {{}, "", {}}};
    sent.trace_cut = true;
    sent.reproducer = "method Counterexample() {}";
    sent.hint = "try";
    MessageReader reader(&files());
    reader.add(bytes_of(ExplainMessage{4, finding}));
    const std::optional<Message> message = reader.next();
    ASSERT_TRUE(message.has_value());
    const auto& explain = std::get<ExplainMessage>(*message);
    const support::Explanation& got = explain.finding.explanation;
    EXPECT_EQ(explain.obligation, 4U);
    EXPECT_TRUE(explain.finding.refuted);
    EXPECT_EQ(got.kind, sent.kind);
    EXPECT_EQ(got.headline, sent.headline);
    EXPECT_EQ(got.subject, sent.subject);
    ASSERT_EQ(got.inputs.size(), 1U);
    EXPECT_EQ(got.inputs[0].name + got.inputs[0].type + got.inputs[0].value, "nint1");
    ASSERT_EQ(got.state.size(), 2U);
    EXPECT_EQ(got.state[0].value, "[1, 2]");
    EXPECT_EQ(got.clause, sent.clause);
    ASSERT_EQ(got.parts.size(), 1U);
    EXPECT_EQ(got.parts[0].name, "s[0]");
    ASSERT_EQ(got.trace.size(), 2U);
    EXPECT_EQ(got.trace[0].event, "entry");
    EXPECT_EQ(got.trace[0].range, sent.trace[0].range);
    ASSERT_EQ(got.trace[0].state.size(), 1U);
    EXPECT_FALSE(got.trace[1].range.has_file());
    EXPECT_TRUE(got.trace_cut);
    EXPECT_EQ(got.reproducer, sent.reproducer);
    EXPECT_EQ(got.hint, sent.hint);
}

TEST(Message, ComesTogetherFromSingleBytes) {
    const std::string bytes = bytes_of(SpentMessage{12'345'678'901, 0.25}) +
                              bytes_of(AnswerMessage{{3, 2, Verdict::Unproved, Limit::None, 77, 1.5}}) +
                              bytes_of(VacuousMessage{Vacuity::Precondition}) +
                              bytes_of(StoppedMessage{Limit::Memory}) + bytes_of(FailedMessage{"odd"}) +
                              bytes_of(DoneMessage{});
    MessageReader reader(&files());
    std::vector<Message> messages;
    for (const char byte : bytes) {
        reader.add(std::string_view(&byte, 1));
        while (std::optional<Message> message = reader.next()) {
            messages.push_back(std::move(*message));
        }
    }
    ASSERT_EQ(messages.size(), 6U);
    EXPECT_EQ(std::get<SpentMessage>(messages[0]).resources, 12'345'678'901U);
    EXPECT_EQ(std::get<SpentMessage>(messages[0]).seconds, 0.25);
    const TaskAnswer& answer = std::get<AnswerMessage>(messages[1]).answer;
    EXPECT_EQ(answer.first, 3U);
    EXPECT_EQ(answer.count, 2U);
    EXPECT_EQ(answer.verdict, Verdict::Unproved);
    EXPECT_EQ(answer.resources, 77U);
    EXPECT_EQ(answer.seconds, 1.5);
    EXPECT_EQ(std::get<VacuousMessage>(messages[2]).vacuity, Vacuity::Precondition);
    EXPECT_EQ(std::get<StoppedMessage>(messages[3]).limit, Limit::Memory);
    EXPECT_EQ(std::get<FailedMessage>(messages[4]).what, "odd");
    EXPECT_TRUE(std::holds_alternative<DoneMessage>(messages[5]));
}

// Kept ones may come from somebody else.
TEST(Message, NumbersThatStandForNothingAreADefect) {
    const ivl::Origin origin{support::Rule::Postcondition, {&source(), 3, 7}, {}, {}};
    for (const Message& message :
         {Message(AnswerMessage{{1, 2, Verdict::Proved, Limit::None, 3, 0, true}}), Message(AnnounceMessage{{origin}}),
          Message(VacuousMessage{Vacuity::Type}), Message(WarnMessage{{support::Rule::Assume, {}, "m", "h"}}),
          Message(ExplainMessage{0, {true, {}}})}) {
        const std::string good = bytes_of(message);
        std::size_t refused = 0;
        for (std::size_t at = sizeof(std::uint32_t); at < good.size(); ++at) {
            std::string bytes = good;
            bytes[at] = static_cast<char>(0xFF);
            MessageReader reader(&files());
            reader.add(bytes);
            try {
                EXPECT_TRUE(reader.next().has_value());
            } catch (const support::InternalError&) {
                ++refused;
            }
        }
        EXPECT_GT(refused, 0U) << message.index();
    }
}

TEST(Message, BytesThatAreNoMessageAreADefect) {
    MessageReader reader(&files());
    reader.add(std::string("\x01\x00\x00\x00\x7F", 5));
    EXPECT_THROW(reader.next(), support::InternalError);
    MessageReader cut(&files());
    cut.add(std::string("\x02\x00\x00\x00\x01\x00", 6));
    EXPECT_THROW(cut.next(), support::InternalError);
}

} // namespace
} // namespace daphnia::verify
