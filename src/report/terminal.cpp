// Places and excerpts as text; see the header.
#include "report/terminal.h"

#include "report/escape.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <ostream>

namespace daphnia::report {

namespace {

std::string_view code(Style style) {
    switch (style) {
    case Style::Plain:
        return "";
    case Style::Bold:
        return "\x1b[1m";
    case Style::Error:
        return "\x1b[1;31m";
    case Style::Warning:
        return "\x1b[1;35m";
    case Style::Note:
        return "\x1b[1;36m";
    case Style::Quiet:
        return "\x1b[2m";
    }
    return {};
}

bool continues(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

bool is_control(char byte) {
    return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F;
}

constexpr std::uint32_t kLongestLine = 300; // code points
constexpr std::uint32_t kBefore = 100;      // of them, before the place in a longer line

// The offset of a code point, counted from 0.
std::size_t offset(std::string_view text, std::size_t code_point) {
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
        if (!continues(text[at]) && code_point-- == 0) {
            break;
        }
    }
    return at;
}

} // namespace

std::string Terminal::paint(Style style, std::string_view text) const {
    return colour_ && style != Style::Plain ? fmt::format("{}{}\x1b[0m", code(style), text) : std::string(text);
}

void Terminal::place(const support::SourceRange& range) const {
    if (range.has_file()) {
        const support::LineColumn begin = range.begin_place();
        out_ << paint(Style::Bold, fmt::format("{}:{}:{}:", printable(range.file->path()), begin.line, begin.column))
             << ' ';
    }
}

void Terminal::excerpt(const support::SourceRange& range, Style style, char mark) const {
    if (!range.has_file()) {
        return;
    }
    const support::LineColumn begin = range.begin_place();
    const support::LineColumn end = range.end_place();
    const std::string_view line = range.file->line(begin.line);
    // Of a line that nobody could read, what is near the place.
    const bool whole = width(line) <= kLongestLine;
    const std::uint32_t first = whole || begin.column <= kBefore ? 1 : begin.column - kBefore;
    const std::uint32_t last = whole ? std::numeric_limits<std::uint32_t>::max() : first + kLongestLine;
    std::string blank = first > 1 ? " " : "";
    std::string shown = first > 1 ? "…" : "";
    std::string marks;
    std::uint32_t column = 0; // of the code point that a byte belongs to
    for (const char byte : line) {
        column += continues(byte) ? 0 : 1;
        if (column < first || column > last) {
            continue;
        }
        shown += is_control(byte) && byte != '\t' ? '?' : byte; // no escape sequence of a program reaches the terminal
        if (continues(byte)) {
            continue;
        }
        if (column < begin.column) {
            blank += byte == '\t' ? '\t' : ' ';
        } else if (begin.line != end.line || column < end.column) {
            marks += mark;
        }
    }
    if (marks.empty()) {
        marks = mark; // an empty range, or the end of the line
    }
    out_ << fmt::format("{:5} | {}{}\n", begin.line, shown, column > last ? "…" : "");
    out_ << fmt::format("      | {}{}\n", blank, paint(style, marks));
}

std::string on_one_line(std::string_view text) {
    std::string result;
    for (const char byte : text) {
        const bool blank = byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
        if (!blank) {
            result += is_control(byte) ? '?' : byte;
        } else if (!result.empty() && result.back() != ' ') {
            result += ' ';
        }
    }
    return result;
}

std::size_t width(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char byte) { return !continues(byte); }));
}

std::string cut(std::string_view text, std::size_t limit) {
    const std::size_t all = width(text);
    if (all <= limit) {
        return std::string(text);
    }
    const std::size_t tail = (limit - 1) / 3;
    return fmt::format("{}…{}", text.substr(0, offset(text, limit - 1 - tail)), text.substr(offset(text, all - tail)));
}

} // namespace daphnia::report
