// What text reports are written with: styles, places, and source lines with marks below them.
#pragma once

#include "support/source.h"

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>

namespace daphnia::report {

enum class Style { Plain, Bold, Error, Warning, Note, Quiet };

class Terminal {
  public:
    Terminal(bool colour, std::ostream& out) : colour_(colour), out_(out) {}

    bool colour() const { return colour_; }
    std::ostream& out() const { return out_; }
    std::string paint(Style style, std::string_view text) const;
    // `file:line:column: `; nothing for a range that belongs to no file.
    void place(const support::SourceRange& range) const;
    // The line where the range begins, and marks below the part of it that the range covers.
    void excerpt(const support::SourceRange& range, Style style, char mark) const;

  private:
    bool colour_;
    std::ostream& out_;
};

// Program text on one line, without control characters: no escape sequence of a program reaches the terminal.
std::string on_one_line(std::string_view text);
// The number of its code points, which is what it is taken to need on a line.
std::size_t width(std::string_view text);
// At most `limit` code points, the middle replaced by "…".
std::string cut(std::string_view text, std::size_t limit);

} // namespace daphnia::report
