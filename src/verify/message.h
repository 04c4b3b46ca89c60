// What a worker tells its parent, as bytes in a pipe: frames of a length, a kind and a payload in the machine's own
// byte order, because both ends are the same program on the same machine.
#pragma once

#include "support/source_files.h"
#include "verify/task.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace daphnia::verify {

struct AnnounceMessage {
    std::vector<ivl::Origin> obligations;
};
struct SpentMessage {
    std::uint64_t resources = 0;
    double seconds = 0;
};
struct AnswerMessage {
    TaskAnswer answer;
};
struct ExplainMessage {
    std::size_t obligation = 0;
    refute::Finding finding;
};
struct VacuousMessage {
    Vacuity vacuity = Vacuity::None;
};
struct WarnMessage {
    Warning warning;
};

struct CacheMessage {
    cache::Usage usage;
};
struct OpinionMessage {
    std::size_t obligation = 0;
    SecondOpinion opinion;
};
struct DoneMessage {};
// The worker cannot go on: memory is out.
struct StoppedMessage {
    Limit limit = Limit::Memory;
};
// Daphnia failed on this task.
struct FailedMessage {
    std::string what;
};
using Message = std::variant<AnnounceMessage, SpentMessage, AnswerMessage, ExplainMessage, VacuousMessage, WarnMessage,
                             CacheMessage, OpinionMessage, DoneMessage, StoppedMessage, FailedMessage>;

// Ranges are sent as those of the n-th of the files.
std::string encode_message(const Message& message, const support::SourceFiles& files);

// Takes bytes as they come and gives whole messages.
class MessageReader {
  public:
    // The files are those that the writer has.
    explicit MessageReader(const support::SourceFiles* files) : files_(files) {}

    void add(std::string_view bytes) { bytes_ += bytes; }
    // The next message, if it has wholly arrived. InternalError when the bytes are no message.
    std::optional<Message> next();
    void reset(const support::SourceFiles* files);

  private:
    const support::SourceFiles* files_;
    std::string bytes_;
};

} // namespace daphnia::verify
