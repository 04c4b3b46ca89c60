#include "layout/lines.h"

#include <algorithm>

namespace daphnia::layout {

namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

bool all_blank(std::string_view text) {
    return std::all_of(text.begin(), text.end(), is_blank);
}

// Tutorials are set in such comments, from the first column on.
bool is_tutorial(std::string_view comment) {
    return comment.starts_with("///");
}

} // namespace

Lines::Lines(const Text& text, std::vector<support::SourceRange> fixed)
    : text_(text), fixed_(std::move(fixed)), begins_line_(text.words().size()), columns_(text.words().size()),
      old_columns_(text.words().size()) {
    std::uint32_t end = 0;
    for (std::size_t i = 0; i < text.words().size(); ++i) {
        const parse::Word& word = text.words()[i];
        begins_line_[i] =
            i == 0 || text.file().text().substr(end, word.begin - end).find('\n') != std::string_view::npos;
        const std::uint32_t line = text.line_begin(word.begin);
        const bool goes_on = i > 0 && line <= text.words()[i - 1].begin;
        old_columns_[i] =
            goes_on ? old_columns_[i - 1] + width(text.words()[i - 1].begin, word.begin) : width(line, word.begin);
        end = word.end;
    }
}

bool Lines::ends_line(std::size_t word) const {
    return word + 1 >= begins_line_.size() || begins_line_[word + 1];
}

int Lines::width(std::uint32_t begin, std::uint32_t end) const {
    const std::string_view text = text_.file().text().substr(begin, end - begin);
    return static_cast<int>(std::count_if(text.begin(), text.end(),
                                          [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool Lines::is_fixed(std::uint32_t offset) {
    while (next_fixed_ < fixed_.size() && fixed_[next_fixed_].end <= offset) {
        ++next_fixed_;
    }
    return next_fixed_ < fixed_.size() && fixed_[next_fixed_].begin <= offset;
}

void Lines::place(std::size_t word, int column, int comment) {
    const parse::Word& placed = text_.words()[word];
    comments_before(placed.begin, comment);
    columns_[word] = item(placed.begin, placed.end, column, false);
}

void Lines::finish() {
    comments_before(static_cast<std::uint32_t>(text_.file().text().size()) + 1, 0);
}

void Lines::comments_before(std::uint32_t offset, int column) {
    const auto& comments = text_.comments();
    for (; next_comment_ < comments.size() && comments[next_comment_].begin < offset; ++next_comment_) {
        const parse::Comment& comment = comments[next_comment_];
        const std::string_view text = text_.file().text().substr(comment.begin, comment.end - comment.begin);
        const bool stays = is_tutorial(text) && text_.line_begin(comment.begin) == comment.begin;
        item(comment.begin, comment.end, stays ? 0 : column, !comment.line);
    }
}

int Lines::item(std::uint32_t begin, std::uint32_t end, int column, bool block_comment) {
    const std::string_view gap = text_.file().text().substr(end_, begin - end_);
    const std::size_t line_break = gap.rfind('\n');
    int result = 0;
    if (line_break == std::string_view::npos && end_ > 0) {
        result = end_column_ + width(end_, begin);
    } else {
        const std::uint32_t line =
            line_break == std::string_view::npos ? 0 : end_ + static_cast<std::uint32_t>(line_break) + 1;
        result = begin_line(line, begin, block_comment ? std::max(column, least_column(begin, end)) : column);
    }
    const std::string_view own = text_.file().text().substr(begin, end - begin);
    const std::size_t last_line = own.rfind('\n');
    if (last_line == std::string_view::npos) {
        end_column_ = result + width(begin, end);
    } else {
        // A string of several lines keeps them; those of a comment move with its first.
        const std::uint32_t last = begin + static_cast<std::uint32_t>(last_line) + 1;
        const int shift = result - width(text_.line_begin(begin), begin);
        if (block_comment && shift != 0) {
            move_block(begin, end, shift);
        }
        const int blanks = static_cast<int>(text_.indentation(last).size());
        const int moved = block_comment ? std::max(shift, -blanks) : 0;
        end_column_ = width(last, end) + moved;
        indentation_ = blanks + moved;
    }
    end_ = end;
    return result;
}

// The first item of a line; returns its column.
int Lines::begin_line(std::uint32_t line, std::uint32_t begin, int column) {
    const std::string_view blanks = text_.file().text().substr(line, begin - line);
    if (!all_blank(blanks) || is_fixed(begin)) {
        indentation_ = static_cast<int>(blanks.size());
        return width(line, begin);
    }
    column = std::max(column, 0);
    if (blanks.size() != static_cast<std::size_t>(column) ||
        !std::all_of(blanks.begin(), blanks.end(), [](char c) { return c == ' '; })) {
        edits_.push_back({text_.range(line, begin), std::string(static_cast<std::size_t>(column), ' ')});
    }
    indentation_ = column;
    return column;
}

// How far to the left a block comment can be moved as a whole.
int Lines::least_column(std::uint32_t begin, std::uint32_t end) const {
    const int column = width(text_.line_begin(begin), begin);
    int least = column;
    for (std::uint32_t line = text_.line_end(begin); line < end; line = text_.line_end(line)) {
        line = static_cast<std::uint32_t>(text_.file().text().find('\n', line)) + 1;
        const std::string_view blanks = text_.indentation(line);
        if (line + blanks.size() < text_.line_end(line)) {
            least = std::min(least, static_cast<int>(blanks.size()));
        }
    }
    return column - least;
}

// Further lines of a block comment.
void Lines::move_block(std::uint32_t begin, std::uint32_t end, int shift) {
    const std::string_view text = text_.file().text();
    for (std::size_t at = text.find('\n', begin); at != std::string_view::npos && at < end;
         at = text.find('\n', at + 1)) {
        const auto line = static_cast<std::uint32_t>(at + 1);
        const std::string_view blanks = text_.indentation(line);
        const bool empty = line + blanks.size() >= text_.line_end(line);
        if (shift > 0 && !empty) {
            edits_.push_back({text_.range(line, line), std::string(static_cast<std::size_t>(shift), ' ')});
        } else if (shift < 0 && !empty) {
            const auto gone = std::min(static_cast<std::uint32_t>(-shift), static_cast<std::uint32_t>(blanks.size()));
            edits_.push_back({text_.range(line, line + gone), ""});
        }
    }
}

} // namespace daphnia::layout
