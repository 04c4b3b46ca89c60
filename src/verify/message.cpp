#include "verify/message.h"

#include "support/error.h"
#include "support/match.h"

#include <cstring>
#include <type_traits>

namespace daphnia::verify {

namespace {

using FrameLength = std::uint32_t;

class Writer {
  public:
    template <typename Value>
    void put(Value value) {
        static_assert(std::is_trivially_copyable_v<Value>);
        char bytes[sizeof value];
        std::memcpy(bytes, &value, sizeof value);
        bytes_.append(bytes, sizeof value);
    }
    void put_text(std::string_view text) {
        put(static_cast<std::uint32_t>(text.size()));
        bytes_ += text;
    }
    void put_range(const support::SourceRange& range) {
        put(range.has_file());
        put(range.begin);
        put(range.end);
    }
    std::string frame() && {
        Writer header;
        header.put(static_cast<FrameLength>(bytes_.size()));
        return std::move(header.bytes_) + bytes_;
    }

  private:
    std::string bytes_;
};

class Reader {
  public:
    Reader(std::string_view bytes, const support::SourceFile* file) : bytes_(bytes), file_(file) {}

    template <typename Value>
    Value take() {
        static_assert(std::is_trivially_copyable_v<Value>);
        Value value;
        std::memcpy(&value, take_bytes(sizeof value).data(), sizeof value);
        return value;
    }
    std::string take_text() { return std::string(take_bytes(take<std::uint32_t>())); }
    support::SourceRange take_range() {
        const bool has_file = take<bool>();
        const auto begin = take<std::uint32_t>();
        const auto end = take<std::uint32_t>();
        return {has_file ? file_ : nullptr, begin, end};
    }

  private:
    std::string_view take_bytes(std::size_t count) {
        DAPHNIA_CHECK(count <= bytes_.size(), "a worker's message is too short");
        const std::string_view result = bytes_.substr(0, count);
        bytes_.remove_prefix(count);
        return result;
    }

    std::string_view bytes_;
    const support::SourceFile* file_;
};

struct PutMessage {
    Writer& out;

    void operator()(const AnnounceMessage& message) const {
        out.put(static_cast<std::uint32_t>(message.obligations.size()));
        for (const ivl::Origin& origin : message.obligations) {
            out.put(origin.kind);
            out.put_range(origin.range);
            out.put_text(origin.message);
            out.put(static_cast<std::uint32_t>(origin.related.size()));
            for (const ivl::RelatedPlace& place : origin.related) {
                out.put_range(place.range);
                out.put_text(place.message);
            }
        }
    }
    void operator()(const SpentMessage& message) const { out.put(message); }
    void operator()(const AnswerMessage& message) const { out.put(message.answer); }
    void operator()(const DoneMessage&) const {}
    void operator()(const StoppedMessage& message) const { out.put(message.limit); }
    void operator()(const FailedMessage& message) const { out.put_text(message.what); }
};

AnnounceMessage take_announce(Reader& in) {
    AnnounceMessage message;
    message.obligations.resize(in.take<std::uint32_t>());
    for (ivl::Origin& origin : message.obligations) {
        origin.kind = in.take<ivl::ObligationKind>();
        origin.range = in.take_range();
        origin.message = in.take_text();
        origin.related.resize(in.take<std::uint32_t>());
        for (ivl::RelatedPlace& place : origin.related) {
            place.range = in.take_range();
            place.message = in.take_text();
        }
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
        return in.take<SpentMessage>();
    case index_of<AnswerMessage>():
        return AnswerMessage{in.take<TaskAnswer>()};
    case index_of<DoneMessage>():
        return DoneMessage{};
    case index_of<StoppedMessage>():
        return StoppedMessage{in.take<Limit>()};
    case index_of<FailedMessage>():
        return FailedMessage{in.take_text()};
    }
    throw support::InternalError("a worker sent a message of an unknown kind");
}

} // namespace

std::string encode_message(const Message& message) {
    Writer out;
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
    Reader in(std::string_view(bytes_).substr(sizeof length, length), file_);
    Message message = take_message(in);
    bytes_.erase(0, sizeof length + length);
    return message;
}

void MessageReader::reset(const support::SourceFile* file) {
    DAPHNIA_CHECK(bytes_.empty(), "a worker said more than its task");
    file_ = file;
}

} // namespace daphnia::verify
