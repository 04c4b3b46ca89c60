// The base protocol: each message is a text behind a header that says how long it is.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace daphnia::lsp {

// Takes bytes as they come and gives the texts of whole messages.
class FrameReader {
  public:
    void add(std::string_view bytes) { bytes_ += bytes; }
    // The next text, if all of it is there. Throws InputError for what is no header, and for a message that is larger
    // than any that somebody means: where the next message begins is not known then.
    std::optional<std::string> next();

  private:
    std::string bytes_;
    std::size_t start_ = 0; // of what has not been given
};

// A text with its header.
std::string frame(std::string_view text);

} // namespace daphnia::lsp
