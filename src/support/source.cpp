#include "support/source_files.h"

#include "support/characters.h"
#include "support/error.h"

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <istream>
#include <limits>

namespace daphnia::support {

namespace {

bool is_continuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

void require_text(const std::string& path, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = utf8_length(text, at);
        if (length == 0 || text[at] == '\0') {
            const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
            throw InputError(path + ": not a text file: line " + std::to_string(line) +
                             (length == 0 ? " is not valid UTF-8" : " holds a zero byte"));
        }
        at += length;
    }
}

} // namespace

SourceFile::SourceFile(std::string path, std::string text) : path_(std::move(path)), text_(std::move(text)) {
    line_starts_.push_back(0);
    for (std::size_t i = 0; i < text_.size(); ++i) {
        if (text_[i] == '\n') {
            line_starts_.push_back(static_cast<std::uint32_t>(i + 1));
        }
    }
}

LineColumn SourceFile::place(std::uint32_t offset) const {
    offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
    const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
    const auto line = static_cast<std::uint32_t>(next - line_starts_.begin());
    const std::uint32_t start = line_starts_[line - 1];
    const auto column =
        std::count_if(text_.begin() + start, text_.begin() + offset, [](char byte) { return !is_continuation(byte); });
    return {line, static_cast<std::uint32_t>(column) + 1};
}

std::string_view SourceFile::line(std::uint32_t number) const {
    if (number == 0 || number > line_count()) {
        return {};
    }
    const std::uint32_t start = line_starts_[number - 1];
    std::string_view rest = std::string_view(text_).substr(start);
    rest = rest.substr(0, rest.find('\n'));
    if (!rest.empty() && rest.back() == '\r') {
        rest.remove_suffix(1);
    }
    return rest;
}

LineColumn SourceRange::begin_place() const {
    return file == nullptr ? LineColumn{} : file->place(begin);
}

LineColumn SourceRange::end_place() const {
    return file == nullptr ? LineColumn{} : file->place(end);
}

std::string_view SourceRange::text() const {
    return file == nullptr ? std::string_view{} : file->text().substr(begin, end - begin);
}

SourceRange cover(SourceRange first, SourceRange last) {
    if (first.file == nullptr) {
        return last;
    }
    if (last.file == nullptr) {
        return first;
    }
    return {first.file, std::min(first.begin, last.begin), std::max(first.end, last.end)};
}

namespace {

// How many parentheses the text closes without having opened them, and opens without closing them.
struct Unmatched {
    std::size_t closed = 0;
    std::size_t opened = 0;
};

Unmatched unmatched(std::string_view text) {
    Unmatched result;
    bool in_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char letter = text[i];
        if (letter == '"') {
            in_string = !in_string;
        } else if (in_string) {
            i += letter == '\\' ? 1 : 0;
        } else if (letter == '(') {
            ++result.opened;
        } else if (letter == ')') {
            if (result.opened > 0) {
                --result.opened;
            } else {
                ++result.closed;
            }
        }
    }
    return result;
}

} // namespace

std::string one_line(SourceRange range) {
    const std::string_view all = range.file->text();
    const Unmatched missing = unmatched(range.text());
    std::uint32_t begin = range.begin;
    for (std::size_t left = missing.closed; left > 0 && begin > 0;) {
        const char letter = all[--begin];
        left = letter == '(' ? left - 1 : letter == ')' ? left + 1 : left;
    }
    std::uint32_t end = range.end;
    for (std::size_t left = missing.opened; left > 0 && end < all.size();) {
        const char letter = all[end++];
        left = letter == ')' ? left - 1 : letter == '(' ? left + 1 : left;
    }
    std::string result;
    for (const char letter : all.substr(begin, end - begin)) {
        if (std::isspace(static_cast<unsigned char>(letter)) == 0) {
            result += letter;
        } else if (!result.empty() && result.back() != ' ') {
            result += ' ';
        }
    }
    return result;
}

bool comes_before(const SourceRange& a, const SourceRange& b) {
    if (a.file != b.file) {
        if (a.file == nullptr || b.file == nullptr) {
            return a.file == nullptr;
        }
        if (a.file->path() != b.file->path()) {
            return a.file->path() < b.file->path();
        }
    }
    return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
}

std::unique_ptr<SourceFile> read_source_file(const std::string& path) {
    std::error_code code;
    const auto status = std::filesystem::status(path, code);
    if (!std::filesystem::exists(status)) {
        throw InputError(path + ": no such file");
    }
    if (std::filesystem::is_directory(status)) {
        throw InputError(path + ": is a directory");
    }
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        throw InputError(path + ": cannot be read: " + std::strerror(errno));
    }
    return read_source(in, path);
}

std::unique_ptr<SourceFile> read_source(std::istream& in, const std::string& name) {
    constexpr std::size_t kFirstPiece = std::size_t{1} << 14U; // what is small takes no pages that it does not fill
    constexpr std::size_t kPiece = std::size_t{1} << 20U;
    std::string text;
    bool zero = false; // a device of zeros or of noise has no end: what is no text is read no further
    while (in && !zero && text.size() < std::numeric_limits<std::uint32_t>::max()) {
        const std::size_t before = text.size();
        const std::size_t piece = before == 0 ? kFirstPiece : kPiece;
        text.resize(before + piece);
        in.read(text.data() + before, static_cast<std::streamsize>(piece));
        text.resize(before + static_cast<std::size_t>(in.gcount()));
        zero = text.find('\0', before) != std::string::npos;
    }
    if (in.bad()) {
        throw InputError(name + ": cannot be read: " + std::strerror(errno));
    }
    if (text.size() >= std::numeric_limits<std::uint32_t>::max()) {
        throw InputError(name + ": is too large (4 GiB or more)");
    }
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.erase(0, 3);
    }
    require_text(name, text);
    return std::make_unique<SourceFile>(name, std::move(text));
}

} // namespace daphnia::support
