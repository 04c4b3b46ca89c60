// Errors: the word that was meant, the sign that is written differently here, the word that does not belong.
#include "lsp/fix.h"
#include "lsp/publication.h"
#include "support/quoted.h"
#include "support/spelling.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <string_view>

namespace daphnia::lsp {

namespace {

constexpr const char* kQuickFix = "quickfix";
constexpr const char* kEllipsis = "…";

Change replacement(const FixSite& site, const support::SourceRange& range, const std::string& text, Json diagnostic) {
    Change change;
    const std::string old = support::one_line(range);
    change.title = text.empty()  ? fmt::format("Leave out '{}'", old)
                   : old.empty() ? fmt::format("Insert '{}'", text)
                                 : fmt::format("Replace '{}' by '{}'", old, text);
    change.kind = kQuickFix;
    change.aim = Aim::Mends;
    change.edits = {{site.at(range.begin, range.end), text}};
    change.diagnostic = std::move(diagnostic);
    return change;
}

// Words of the range, the last one first; for what is not at the place itself, those in front of it on its line.
std::vector<support::SourceRange> words_near(const FixSite& site, const support::SourceRange& range) {
    const layout::Text& text = site.text();
    const std::uint32_t begin = text.line_begin(range.begin);
    std::vector<support::SourceRange> result;
    for (const auto& word : text.words()) {
        if (begin <= word.begin && word.end <= std::max(range.end, range.begin + 1)) {
            result.insert(result.begin(), site.at(word.begin, word.end));
        }
    }
    return result;
}

void add_meant_words(const FixSite& site, const support::Diagnostic& error, std::vector<Change>& out) {
    for (const std::string& meant : support::quoted_words(error.hint)) {
        for (const support::SourceRange& word : words_near(site, error.range)) {
            // Of a longer name only the part behind the dot may be written differently.
            const std::string wanted = word.text().find('.') == std::string::npos && meant.find('.') < meant.size()
                                           ? meant.substr(meant.rfind('.') + 1)
                                           : meant;
            if (!support::near_misses(word.text(), {wanted}).empty()) {
                out.push_back(replacement(site, word, wanted, site.published(error)));
                break;
            }
        }
    }
}

bool is_word(std::string_view text) {
    const auto first = static_cast<unsigned char>(text.empty() ? ' ' : text.front());
    return std::isalnum(first) != 0 || first == '_';
}

bool is_word_of(std::string_view word, const std::string& text) {
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
        const bool begins = at == 0 || !is_word(text.substr(at - 1, 1));
        const std::size_t end = at + word.size();
        if (begins && (end >= text.size() || !is_word(text.substr(end, 1)))) {
            return true;
        }
    }
    return false;
}

// Words of the text by their indices, around the one at which the parser stopped.
struct Stretch {
    std::size_t first;
    std::size_t last;
};

// Where something could stand that is written otherwise: the word itself, and stretches around it none of whose names
// and numbers would be lost. Long ones first.
std::vector<Stretch> stretches(const layout::Text& text, std::size_t at, const std::string& by) {
    constexpr std::size_t kFarthest = 4;
    std::vector<Stretch> result;
    const auto is_kept = [&](std::size_t word) {
        const std::string_view each = text.word(word);
        constexpr std::string_view kStructure = ";{}(),";
        return is_word(each)                                             ? is_word_of(each, by)
               : kStructure.find(each.front()) != std::string_view::npos ? by.find(each) != std::string::npos
                                                                         : true;
    };
    std::size_t first = at;
    while (first > 0 && at - first < kFarthest && is_kept(first - 1)) {
        --first;
    }
    for (std::size_t begin = first; begin <= at; ++begin) {
        for (std::size_t end = at; end < text.words().size() && end - at <= kFarthest && is_kept(end); ++end) {
            result.push_back({begin, end});
        }
    }
    if (!is_kept(at)) {
        result.push_back({at, at});
    }
    std::stable_sort(result.begin(), result.end(),
                     [](const Stretch& a, const Stretch& b) { return a.last - a.first > b.last - b.first; });
    return result;
}

// What the parser expects, and what the table of slips says is written otherwise.
void add_other_signs(const FixSite& site, const support::Diagnostic& error, int group, std::vector<Change>& out) {
    const layout::Text& text = site.text();
    const auto add = [&](std::uint32_t begin, std::uint32_t end, const std::string& by) {
        const std::string_view all = site.file().text();
        while (end < all.size() && (static_cast<unsigned char>(all[end]) & 0xC0U) == 0x80U) {
            ++end; // what begins no word can end within a character
        }
        out.push_back(replacement(site, site.at(begin, end), by, site.published(error)));
        out.back().group = group;
    };
    const bool wants_semicolon = error.message.rfind("expected ';'", 0) == 0;
    const std::size_t at = text.first_at(wants_semicolon ? error.range.end : error.range.begin);
    if (at < text.words().size()) {
        const auto& found = text.words()[at];
        for (const std::string& sign : support::quoted_words(error.hint)) {
            if (sign.find(kEllipsis) != std::string::npos) {
                continue;
            }
            for (const Stretch& each : stretches(text, at, sign)) {
                const std::uint32_t begin = text.words()[each.first].begin;
                const std::uint32_t end = text.words()[each.last].end;
                add(begin, end, sign);
            }
        }
        if (error.hint.rfind("leave out", 0) == 0 || error.hint.rfind("no ';'", 0) == 0) {
            const bool has_next =
                at + 1 < text.words().size() && text.line_end(found.begin) > text.words()[at + 1].begin;
            add(found.begin, has_next ? text.words()[at + 1].begin : found.end, "");
        }
    }
    if (wants_semicolon) {
        add(error.range.end, error.range.end, ";");
    }
}

} // namespace

FixSite::FixSite(const TextPlace& place, const Range& range, const Locator& locator)
    : document_(place.document), program_(place.program), file_(place.file), range_(range), offset_(place.offset),
      locator_(&locator), text_(*place.file) {}

bool FixSite::is_here(const support::SourceRange& range) const {
    if (!range.has_file() || locator_->document(*range.file) != document_) {
        return false;
    }
    const Range at = document_->lines().range(range.begin, range.end);
    return at.start.line <= range_.end.line && range_.start.line <= at.end.line;
}

Json FixSite::published(const support::Diagnostic& diagnostic) const {
    return to_json(diagnostic, false, moment().edits, *locator_);
}

std::vector<Change> fixes_of_errors(const FixSite& site, int& group) {
    std::vector<Change> result;
    for (const support::Diagnostic& error : site.moment().program.diagnostics()) {
        if (error.severity != support::Severity::Error || !site.is_here(error.range)) {
            continue;
        }
        if (error.hint.find("did you mean") != std::string::npos) {
            add_meant_words(site, error, result);
        } else if (error.rule == support::Rule::Syntax) {
            add_other_signs(site, error, ++group, result);
        }
    }
    return result;
}

} // namespace daphnia::lsp
