// Where the words of a text come to stand when its lines are indented anew, from the first line on: what is on a line
// moves with it. Private to layout.
#pragma once

#include "layout/text.h"

#include <cstdint>
#include <vector>

namespace daphnia::layout {

class Lines {
  public:
    // `fixed`: lines that begin in one of these ranges, which are in order, stay as they are.
    Lines(const Text& text, std::vector<support::SourceRange> fixed);

    // The next word. `column`: where it goes if it begins its line; `comment`: the same for comments in front of it.
    // Words come in order, each once.
    void place(std::size_t word, int column, int comment);
    // Comments behind the last word.
    void finish();

    // Only comments are in front of it on its line.
    bool begins_line(std::size_t word) const { return begins_line_[word]; }
    int column(std::size_t word) const { return columns_[word]; } // of a word that is placed
    int old_column(std::size_t word) const { return old_columns_[word]; }
    int indentation() const { return indentation_; } // of the line of the last word
    bool ends_line(std::size_t word) const;          // no further word on its line

    std::vector<TextEdit> take_edits() { return std::move(edits_); }

  private:
    // A word or comment, the next in order; returns its column.
    int item(std::uint32_t begin, std::uint32_t end, int column, bool block_comment);
    void comments_before(std::uint32_t offset, int column);
    bool is_fixed(std::uint32_t offset);
    int begin_line(std::uint32_t line, std::uint32_t begin, int column);
    int least_column(std::uint32_t begin, std::uint32_t end) const;
    void move_block(std::uint32_t begin, std::uint32_t end, int shift);
    int width(std::uint32_t begin, std::uint32_t end) const;

    const Text& text_;
    std::vector<support::SourceRange> fixed_;
    std::size_t next_fixed_ = 0;
    std::vector<bool> begins_line_;
    std::vector<int> columns_;
    std::vector<int> old_columns_;
    std::vector<TextEdit> edits_;
    std::size_t next_comment_ = 0;
    std::uint32_t end_ = 0; // of the last item
    int end_column_ = 0;    // where it ends
    int indentation_ = 0;
};

} // namespace daphnia::layout
