// Source text and positions in it: every later stage points back into a SourceFile through SourceRange.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace daphnia::support {

// A place as people name it: line and column are 1-based, columns count Unicode code points.
struct LineColumn {
    std::uint32_t line = 0;
    std::uint32_t column = 0;

    friend auto operator<=>(const LineColumn&, const LineColumn&) = default;
};

// The text of one file, valid UTF-8 (see read_source_file). Immutable and at a stable address, because ranges
// point to it; whoever starts a run owns it for as long as anything made from it lives.
class SourceFile {
  public:
    SourceFile(std::string path, std::string text);
    SourceFile(const SourceFile&) = delete;
    SourceFile& operator=(const SourceFile&) = delete;

    const std::string& path() const { return path_; }
    std::string_view text() const { return text_; }
    std::uint32_t line_count() const { return static_cast<std::uint32_t>(line_starts_.size()); }

    // The place of a byte offset; offsets past the end give the place just after the last character.
    LineColumn place(std::uint32_t offset) const;
    // A line without its line break; 1-based; empty when there is no such line.
    std::string_view line(std::uint32_t number) const;

  private:
    std::string path_;
    std::string text_;
    std::vector<std::uint32_t> line_starts_;
};

// A half-open range of byte offsets in one file. A default-constructed range belongs to no file.
struct SourceRange {
    const SourceFile* file = nullptr;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    bool has_file() const { return file != nullptr; }
    LineColumn begin_place() const;
    LineColumn end_place() const;
    std::string_view text() const;

    friend bool operator==(const SourceRange&, const SourceRange&) = default;
};

// The smallest range that covers both; either one alone when the other belongs to no file.
SourceRange cover(SourceRange first, SourceRange last);

// The text of an expression for a message: on one line, runs of white space as one space. The range of an operand does
// not contain the parentheses around it, so that of an operation can cut them: they are added again.
std::string one_line(SourceRange range);

// Order by path, then begin, then end: the order in which things are shown.
bool comes_before(const SourceRange& a, const SourceRange& b);

// Reads a file as UTF-8 text. Throws InputError (support/error.h) that names the path and says why when it is
// missing, a directory, unreadable or not valid UTF-8 (with the line of the first bad byte) or larger than the
// 32-bit offsets allow. A byte order mark at the start is dropped.
std::unique_ptr<SourceFile> read_source_file(const std::string& path);

} // namespace daphnia::support
