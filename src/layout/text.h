// A text as editors look at it: its words, comments and shape. Made once for each version of a text; everything else
// in this folder starts from it. Half-typed texts are texts like all others.
#pragma once

#include "layout/tree.h"
#include "parse/words.h"
#include "support/source.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace daphnia::layout {

class Text {
  public:
    // The file must live as long as what is made of it.
    explicit Text(const support::SourceFile& file);

    const support::SourceFile& file() const { return *file_; }
    const std::vector<parse::Word>& words() const { return words_.words; }
    const std::vector<parse::Comment>& comments() const { return words_.comments; }
    const Node& tree() const { return tree_; }

    std::string_view word(std::size_t index) const;     // empty behind the last one
    support::SourceRange range(const Node& node) const; // from its first word to the end of its last
    support::SourceRange range(std::uint32_t begin, std::uint32_t end) const { return {file_, begin, end}; }

    // Indices of words: the first that begins at or behind an offset; the one that contains it or touches it. Between
    // two that touch it: the second, unless that is a sign, such as a bracket, and the first is none.
    std::size_t first_at(std::uint32_t offset) const;
    std::optional<std::size_t> touching(std::uint32_t offset) const;
    // The comment that contains an offset; behind a line comment counts as in it.
    const parse::Comment* comment_at(std::uint32_t offset) const;

    std::uint32_t line_of(std::uint32_t offset) const;        // 1-based
    std::uint32_t line_begin(std::uint32_t offset) const;     // of the line with the offset
    std::uint32_t line_end(std::uint32_t offset) const;       // before its line break
    std::string_view indentation(std::uint32_t offset) const; // the blanks at the beginning of that line
    std::string_view line_break() const;                      // that this text uses: "\n" or "\r\n"

  private:
    const support::SourceFile* file_;
    std::vector<std::uint32_t> line_starts_;
    parse::Words words_;
    Node tree_;
};

struct TextEdit {
    support::SourceRange range; // what goes; empty: nothing
    std::string text;           // what comes in its place
};

// The text after edits that are in order and do not overlap.
std::string apply_edits(const support::SourceFile& file, const std::vector<TextEdit>& edits);

} // namespace daphnia::layout
