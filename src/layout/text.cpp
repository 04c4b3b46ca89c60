#include "layout/text.h"

#include "support/diagnostics.h"

#include <algorithm>

namespace daphnia::layout {

namespace {

bool is_sign(const parse::Word& word) {
    return word.kind == parse::WordKind::Operator || word.kind == parse::WordKind::Bracket ||
           word.kind == parse::WordKind::Separator;
}

} // namespace

Text::Text(const support::SourceFile& file) : file_(&file), line_starts_{0} {
    for (std::uint32_t i = 0; i < file.text().size(); ++i) {
        if (file.text()[i] == '\n') {
            line_starts_.push_back(i + 1);
        }
    }
    support::DiagnosticList ignored; // parse() reports them
    words_ = parse::read_words(file, ignored);
    tree_ = read_tree(file.text(), words_);
}

std::string_view Text::word(std::size_t index) const {
    if (index >= words().size()) {
        return {};
    }
    const parse::Word& found = words()[index];
    return file_->text().substr(found.begin, found.end - found.begin);
}

support::SourceRange Text::range(const Node& node) const {
    if (node.begin >= node.end) {
        const auto at =
            node.begin < words().size() ? words()[node.begin].begin : static_cast<std::uint32_t>(file_->text().size());
        return {file_, at, at};
    }
    return {file_, words()[node.begin].begin, words()[node.end - 1].end};
}

std::size_t Text::first_at(std::uint32_t offset) const {
    const auto found = std::lower_bound(words().begin(), words().end(), offset,
                                        [](const parse::Word& word, std::uint32_t at) { return word.begin < at; });
    return static_cast<std::size_t>(found - words().begin());
}

std::optional<std::size_t> Text::touching(std::uint32_t offset) const {
    const std::size_t next = first_at(offset);
    const bool begins = next < words().size() && words()[next].begin == offset;
    const bool ends = next > 0 && words()[next - 1].end >= offset;
    if (ends && (!begins || (is_sign(words()[next]) && !is_sign(words()[next - 1])))) {
        return next - 1;
    }
    return begins ? std::optional(next) : std::nullopt;
}

const parse::Comment* Text::comment_at(std::uint32_t offset) const {
    const auto next = std::lower_bound(comments().begin(), comments().end(), offset,
                                       [](const parse::Comment& each, std::uint32_t at) { return each.begin < at; });
    if (next == comments().begin()) {
        return nullptr;
    }
    const parse::Comment& before = *(next - 1);
    const bool inside = before.line || !before.closed ? offset <= before.end : offset < before.end;
    return inside ? &before : nullptr;
}

std::uint32_t Text::line_of(std::uint32_t offset) const {
    const auto behind = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
    return static_cast<std::uint32_t>(behind - line_starts_.begin());
}

std::uint32_t Text::line_begin(std::uint32_t offset) const {
    return line_starts_[line_of(offset) - 1];
}

std::uint32_t Text::line_end(std::uint32_t offset) const {
    const std::uint32_t line = line_of(offset);
    if (line == line_starts_.size()) {
        return static_cast<std::uint32_t>(file_->text().size());
    }
    const std::uint32_t line_break = line_starts_[line] - 1;
    const bool two = line_break > line_starts_[line - 1] && file_->text()[line_break - 1] == '\r';
    return two && line_break > offset ? line_break - 1 : line_break;
}

std::string_view Text::indentation(std::uint32_t offset) const {
    const std::uint32_t begin = line_begin(offset);
    const std::string_view line = file_->text().substr(begin, line_end(begin) - begin);
    return line.substr(0, std::min(line.find_first_not_of(" \t"), line.size()));
}

std::string_view Text::line_break() const {
    const std::size_t first = file_->text().find('\n');
    const bool two = first != std::string_view::npos && first > 0 && file_->text()[first - 1] == '\r';
    return two ? "\r\n" : "\n";
}

std::string apply_edits(const support::SourceFile& file, const std::vector<TextEdit>& edits) {
    std::string result;
    std::uint32_t end = 0;
    for (const TextEdit& edit : edits) {
        result += file.text().substr(end, edit.range.begin - end);
        result += edit.text;
        end = edit.range.end;
    }
    result += file.text().substr(end);
    return result;
}

} // namespace daphnia::layout
