#include "lsp/frames.h"

#include "support/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>

namespace daphnia::lsp {

namespace {

constexpr std::string_view kEnd = "\r\n\r\n";
constexpr std::string_view kLength = "content-length:";
constexpr std::size_t kLongestHeader = 4096;
constexpr std::size_t kLongestText = std::size_t{1} << 28U;

std::string lower_case(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

// What the header says of the length.
std::size_t length_in(std::string_view header) {
    std::size_t begin = 0;
    while (begin < header.size()) {
        const std::size_t end = std::min(header.find("\r\n", begin), header.size());
        const std::string_view line = header.substr(begin, end - begin);
        if (lower_case(line.substr(0, kLength.size())) == kLength) {
            std::string_view digits = line.substr(kLength.size());
            digits.remove_prefix(std::min(digits.find_first_not_of(" \t"), digits.size()));
            std::size_t length = 0;
            const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), length);
            if (read.ec == std::errc() && read.ptr == digits.data() + digits.size() && length <= kLongestText) {
                return length;
            }
            throw support::InputError(fmt::format("a message with the length '{}'", digits));
        }
        begin = end + 2;
    }
    throw support::InputError("a message whose header does not say how long it is");
}

} // namespace

std::optional<std::string> FrameReader::next() {
    const std::string_view rest = std::string_view(bytes_).substr(start_);
    const std::size_t end = rest.find(kEnd);
    if (end == std::string_view::npos ? rest.size() > kLongestHeader : end > kLongestHeader) {
        throw support::InputError("input that is no message of the language server protocol");
    }
    if (end == std::string_view::npos) {
        return std::nullopt;
    }
    const std::size_t length = length_in(rest.substr(0, end));
    const std::size_t begin = end + kEnd.size();
    if (rest.size() - begin < length) {
        return std::nullopt;
    }
    std::string text(rest.substr(begin, length));
    start_ += begin + length;
    if (start_ == bytes_.size() || start_ > kLongestText) {
        bytes_.erase(0, start_);
        start_ = 0;
    }
    return text;
}

std::string frame(std::string_view text) {
    return fmt::format("Content-Length: {}\r\n\r\n{}", text.size(), text);
}

} // namespace daphnia::lsp
