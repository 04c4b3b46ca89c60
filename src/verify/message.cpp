#include "verify/message.h"

#include "support/error.h"
#include "support/match.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <type_traits>

namespace daphnia::verify {

namespace {

using FrameLength = std::uint32_t;

// Of a range that belongs to no file.
constexpr std::uint32_t kNoFile = std::numeric_limits<std::uint32_t>::max();

class Writer {
  public:
    explicit Writer(const support::SourceFiles& files) : files_(files) {}

    template <typename Value>
    void put(Value value) {
        static_assert(std::is_arithmetic_v<Value> || std::is_enum_v<Value>);
        char bytes[sizeof value];
        std::memcpy(bytes, &value, sizeof value);
        bytes_.append(bytes, sizeof value);
    }
    void put_text(std::string_view text) {
        put(static_cast<std::uint32_t>(text.size()));
        bytes_ += text;
    }
    void put_range(const support::SourceRange& range) {
        const auto file = std::find(files_.all.begin(), files_.all.end(), range.file);
        DAPHNIA_CHECK(!range.has_file() || file != files_.all.end(), "a place in a file that is not of the program");
        put(range.has_file() ? static_cast<std::uint32_t>(file - files_.all.begin()) : kNoFile);
        put(range.begin);
        put(range.end);
    }
    std::string frame() && {
        Writer header(files_);
        header.put(static_cast<FrameLength>(bytes_.size()));
        return std::move(header.bytes_) + bytes_;
    }

  private:
    const support::SourceFiles& files_;
    std::string bytes_;
};

class Reader {
  public:
    Reader(std::string_view bytes, const support::SourceFiles* files) : bytes_(bytes), files_(files) {}

    template <typename Number>
    Number take() {
        static_assert(std::is_arithmetic_v<Number> && !std::is_same_v<Number, bool>);
        Number value;
        std::memcpy(&value, take_bytes(sizeof value).data(), sizeof value);
        return value;
    }
    bool take_bool() { return take_below<std::uint8_t>(2) != 0; }
    // One of an enumeration, of which `last` has the largest number.
    template <typename Value>
    Value take_enum(Value last) {
        using Number = std::underlying_type_t<Value>;
        return static_cast<Value>(take_below(static_cast<Number>(static_cast<std::uint64_t>(last) + 1)));
    }
    support::Rule take_rule() {
        return static_cast<support::Rule>(take_below(static_cast<std::uint8_t>(support::rules().size())));
    }
    // Of things that follow, of which each takes a byte at least.
    std::size_t take_count() {
        const auto count = take<std::uint32_t>();
        DAPHNIA_CHECK(count <= bytes_.size(), "a worker's message is too short");
        return count;
    }
    std::string take_text() { return std::string(take_bytes(take<std::uint32_t>())); }
    support::SourceRange take_range() {
        const auto file = take<std::uint32_t>();
        const auto begin = take<std::uint32_t>();
        const auto end = take<std::uint32_t>();
        DAPHNIA_CHECK(file == kNoFile || (files_ != nullptr && file < files_->all.size()),
                      "a worker speaks of an unknown file");
        DAPHNIA_CHECK(begin <= end && (file == kNoFile || end <= files_->all[file]->text().size()),
                      "a worker speaks of an unknown place");
        return {file == kNoFile ? nullptr : files_->all[file], begin, end};
    }

  private:
    template <typename Number>
    Number take_below(Number limit) {
        const auto number = take<Number>();
        DAPHNIA_CHECK(static_cast<std::uint64_t>(number) < static_cast<std::uint64_t>(limit),
                      "a worker's message makes no sense");
        return number;
    }
    std::string_view take_bytes(std::size_t count) {
        DAPHNIA_CHECK(count <= bytes_.size(), "a worker's message is too short");
        const std::string_view result = bytes_.substr(0, count);
        bytes_.remove_prefix(count);
        return result;
    }

    std::string_view bytes_;
    const support::SourceFiles* files_;
};

void put_values(Writer& out, const std::vector<support::NamedValue>& values) {
    out.put(static_cast<std::uint32_t>(values.size()));
    for (const support::NamedValue& value : values) {
        out.put_text(value.name);
        out.put_text(value.type);
        out.put_text(value.value);
    }
}

std::vector<support::NamedValue> take_values(Reader& in) {
    std::vector<support::NamedValue> result(in.take_count());
    for (support::NamedValue& value : result) {
        value.name = in.take_text();
        value.type = in.take_text();
        value.value = in.take_text();
    }
    return result;
}

void put_explanation(Writer& out, const support::Explanation& explanation) {
    out.put(explanation.kind);
    out.put_text(explanation.headline);
    out.put_range(explanation.subject);
    put_values(out, explanation.inputs);
    put_values(out, explanation.state);
    out.put_range(explanation.clause);
    put_values(out, explanation.parts);
    out.put(static_cast<std::uint32_t>(explanation.trace.size()));
    for (const support::TraceRow& row : explanation.trace) {
        out.put_range(row.range);
        out.put_text(row.event);
        put_values(out, row.state);
    }
    out.put(explanation.trace_cut);
    out.put_text(explanation.reproducer);
    out.put_text(explanation.hint);
}

support::Explanation take_explanation(Reader& in) {
    support::Explanation explanation;
    explanation.kind = in.take_enum(support::ExplanationKind::GaveUp);
    explanation.headline = in.take_text();
    explanation.subject = in.take_range();
    explanation.inputs = take_values(in);
    explanation.state = take_values(in);
    explanation.clause = in.take_range();
    explanation.parts = take_values(in);
    explanation.trace.resize(in.take_count());
    for (support::TraceRow& row : explanation.trace) {
        row.range = in.take_range();
        row.event = in.take_text();
        row.state = take_values(in);
    }
    explanation.trace_cut = in.take_bool();
    explanation.reproducer = in.take_text();
    explanation.hint = in.take_text();
    return explanation;
}

struct PutMessage {
    Writer& out;

    void operator()(const AnnounceMessage& message) const {
        out.put(static_cast<std::uint32_t>(message.obligations.size()));
        for (const ivl::Origin& origin : message.obligations) {
            out.put(origin.rule);
            out.put_range(origin.range);
            out.put_text(origin.message);
            out.put(static_cast<std::uint32_t>(origin.related.size()));
            for (const ivl::RelatedPlace& place : origin.related) {
                out.put_range(place.range);
                out.put_text(place.message);
            }
        }
    }
    void operator()(const SpentMessage& message) const {
        out.put(message.resources);
        out.put(message.seconds);
    }
    void operator()(const AnswerMessage& message) const {
        const TaskAnswer& answer = message.answer;
        out.put(answer.first);
        out.put(answer.count);
        out.put(answer.verdict);
        out.put(answer.limit);
        out.put(answer.resources);
        out.put(answer.seconds);
        out.put(answer.cached);
    }
    void operator()(const ExplainMessage& message) const {
        out.put(message.obligation);
        out.put(message.finding.refuted);
        put_explanation(out, message.finding.explanation);
    }
    void operator()(const VacuousMessage& message) const { out.put(message.vacuity); }
    void operator()(const WarnMessage& message) const {
        out.put(message.warning.rule);
        out.put_range(message.warning.range);
        out.put_text(message.warning.message);
        out.put_text(message.warning.hint);
    }
    void operator()(const CacheMessage& message) const {
        out.put(message.usage.hits);
        out.put(message.usage.misses);
        out.put(message.usage.asked);
        out.put(static_cast<std::uint32_t>(message.usage.notes.size()));
        for (const std::string& note : message.usage.notes) {
            out.put_text(note);
        }
    }
    void operator()(const OpinionMessage& message) const {
        out.put(message.obligation);
        out.put(message.opinion.opinion);
        out.put_text(message.opinion.reason);
    }
    void operator()(const DoneMessage&) const {}
    void operator()(const StoppedMessage& message) const { out.put(message.limit); }
    void operator()(const FailedMessage& message) const { out.put_text(message.what); }
};

AnnounceMessage take_announce(Reader& in) {
    AnnounceMessage message;
    message.obligations.resize(in.take_count());
    for (ivl::Origin& origin : message.obligations) {
        origin.rule = in.take_rule();
        origin.range = in.take_range();
        origin.message = in.take_text();
        origin.related.resize(in.take_count());
        for (ivl::RelatedPlace& place : origin.related) {
            place.range = in.take_range();
            place.message = in.take_text();
        }
    }
    return message;
}

SpentMessage take_spent(Reader& in) {
    SpentMessage message;
    message.resources = in.take<std::uint64_t>();
    message.seconds = in.take<double>();
    return message;
}

AnswerMessage take_answer(Reader& in) {
    AnswerMessage message;
    message.answer.first = in.take<std::size_t>();
    message.answer.count = in.take<std::size_t>();
    message.answer.verdict = in.take_enum(Verdict::Exhausted);
    message.answer.limit = in.take_enum(Limit::NotCached);
    message.answer.resources = in.take<std::uint64_t>();
    message.answer.seconds = in.take<double>();
    message.answer.cached = in.take_bool();
    return message;
}

CacheMessage take_usage(Reader& in) {
    CacheMessage message;
    message.usage.hits = in.take<std::uint64_t>();
    message.usage.misses = in.take<std::uint64_t>();
    message.usage.asked = in.take<std::uint64_t>();
    message.usage.notes.resize(in.take_count());
    for (std::string& note : message.usage.notes) {
        note = in.take_text();
    }
    return message;
}

template <typename Wanted, std::size_t Index = 0>
constexpr std::size_t index_of() {
    if constexpr (std::is_same_v<Wanted, std::variant_alternative_t<Index, Message>>) {
        return Index;
    } else {
        return index_of<Wanted, Index + 1>();
    }
}

Message take_message(Reader& in) {
    switch (in.take<std::uint8_t>()) {
    case index_of<AnnounceMessage>():
        return take_announce(in);
    case index_of<SpentMessage>():
        return take_spent(in);
    case index_of<AnswerMessage>():
        return take_answer(in);
    case index_of<ExplainMessage>(): {
        const auto obligation = in.take<std::size_t>();
        const bool refuted = in.take_bool();
        return ExplainMessage{obligation, {refuted, take_explanation(in)}};
    }
    case index_of<VacuousMessage>():
        return VacuousMessage{in.take_enum(Vacuity::Type)};
    case index_of<WarnMessage>(): {
        WarnMessage message{{in.take_rule(), in.take_range(), {}, {}}};
        message.warning.message = in.take_text();
        message.warning.hint = in.take_text();
        return message;
    }
    case index_of<CacheMessage>():
        return take_usage(in);
    case index_of<OpinionMessage>(): {
        const auto obligation = in.take<std::size_t>();
        const auto opinion = in.take_enum(Opinion::Failed);
        return OpinionMessage{obligation, {opinion, in.take_text()}};
    }
    case index_of<DoneMessage>():
        return DoneMessage{};
    case index_of<StoppedMessage>():
        return StoppedMessage{in.take_enum(Limit::NotCached)};
    case index_of<FailedMessage>():
        return FailedMessage{in.take_text()};
    }
    throw support::InternalError("a worker sent a message of an unknown kind");
}

} // namespace

std::string encode_message(const Message& message, const support::SourceFiles& files) {
    Writer out(files);
    out.put(static_cast<std::uint8_t>(message.index()));
    support::match(message, PutMessage{out});
    return std::move(out).frame();
}

std::optional<Message> MessageReader::next() {
    FrameLength length = 0;
    if (bytes_.size() < sizeof length) {
        return std::nullopt;
    }
    std::memcpy(&length, bytes_.data(), sizeof length);
    if (bytes_.size() < sizeof length + length) {
        return std::nullopt;
    }
    Reader in(std::string_view(bytes_).substr(sizeof length, length), files_);
    Message message = take_message(in);
    bytes_.erase(0, sizeof length + length);
    return message;
}

void MessageReader::reset(const support::SourceFiles* files) {
    DAPHNIA_CHECK(bytes_.empty(), "a worker said more than its task");
    files_ = files;
}

} // namespace daphnia::verify
