#include "index/comments.h"

#include "index/outline.h"

#include <algorithm>

namespace daphnia::index {

namespace {

constexpr std::string_view kBlank = " \t\r";

std::string_view trim(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(kBlank);
    return begin == std::string_view::npos ? std::string_view()
                                           : text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

// `begin` of the line with this offset.
std::size_t start_of_line(std::string_view text, std::size_t at) {
    const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    return before == std::string_view::npos ? 0 : before + 1;
}

} // namespace

support::SourceRange comment_above(const support::SourceRange& range) {
    const std::string_view text = range.file->text();
    std::size_t line = start_of_line(text, range.begin);
    if (!trim(text.substr(line, range.begin - line)).empty() || line == 0) {
        return {};
    }
    const std::size_t end = line - 1; // the line break above
    const std::size_t above = start_of_line(text, end);
    const std::string_view last = trim(text.substr(above, end - above));
    if (last.ends_with("*/")) {
        const std::size_t open = text.rfind("/*", end);
        const std::size_t own_line = open == std::string_view::npos ? 0 : start_of_line(text, open);
        return open == std::string_view::npos || !trim(text.substr(own_line, open - own_line)).empty()
                   ? support::SourceRange()
                   : support::SourceRange{range.file, static_cast<std::uint32_t>(open),
                                          static_cast<std::uint32_t>(end)};
    }
    std::size_t begin = line;
    while (begin > 0) {
        const std::size_t before = start_of_line(text, begin - 1);
        if (!trim(text.substr(before, begin - 1 - before)).starts_with("//")) {
            break;
        }
        begin = before;
    }
    return begin == line
               ? support::SourceRange()
               : support::SourceRange{range.file, static_cast<std::uint32_t>(text.find_first_not_of(kBlank, begin)),
                                      static_cast<std::uint32_t>(end)};
}

std::string comment_text(const SourceRange& comment) {
    std::string result;
    std::string_view rest = comment.has_file() ? trim(comment.text()) : std::string_view();
    const bool block = rest.starts_with("/*");
    if (block) {
        rest.remove_prefix(2);
        rest.remove_suffix(std::min<std::size_t>(rest.size(), rest.ends_with("*/") ? 2 : 0));
    }
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        std::string_view line = trim(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const std::size_t first = line.find_first_not_of(block ? "*" : "/");
        line = first == std::string_view::npos ? std::string_view() : trim(line.substr(first));
        if (!result.empty()) {
            result += '\n';
        }
        result += line;
    }
    const std::size_t last = result.find_last_not_of('\n');
    return last == std::string::npos ? std::string() : result.substr(0, last + 1);
}

} // namespace daphnia::index
