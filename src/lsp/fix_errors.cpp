// Errors: the word that was meant, the sign that is written differently here, the word that does not belong.
#include "lsp/fix.h"
#include "lsp/publication.h"
#include "support/quoted.h"
#include "support/spelling.h"

#include <fmt/format.h>

#include <algorithm>

namespace daphnia::lsp {

namespace {

constexpr const char* kQuickFix = "quickfix";
constexpr const char* kEllipsis = "…";

Change replacement(const FixSite& site, const support::SourceRange& range, const std::string& text, Json diagnostic) {
    Change change;
    const std::string old = support::one_line(range);
    change.title = text.empty() ? fmt::format("Leave out '{}'", old) : fmt::format("Replace '{}' by '{}'", old, text);
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

void add_other_signs(const FixSite& site, const support::Diagnostic& error, std::vector<Change>& out) {
    const support::SourceRange found = site.at(error.range.begin, error.range.end);
    const std::vector<std::string> quoted = support::quoted_words(error.hint);
    if (error.hint.rfind("leave out", 0) == 0 || error.hint.rfind("no ';'", 0) == 0) {
        std::uint32_t end = found.end;
        while (end < site.file().text().size() && site.file().text()[end] == ' ') {
            ++end;
        }
        out.push_back(replacement(site, site.at(found.begin, end), "", site.published(error)));
        return;
    }
    for (const std::string& sign : quoted) {
        if (sign.find(kEllipsis) == std::string::npos && sign != found.text()) {
            out.push_back(replacement(site, found, sign, site.published(error)));
        }
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

std::vector<Change> fixes_of_errors(const FixSite& site) {
    std::vector<Change> result;
    for (const support::Diagnostic& error : site.moment().program.diagnostics()) {
        if (error.severity != support::Severity::Error || error.hint.empty() || !site.is_here(error.range)) {
            continue;
        }
        if (error.hint.find("did you mean") != std::string::npos) {
            add_meant_words(site, error, result);
        } else if (error.rule == support::Rule::Syntax) {
            add_other_signs(site, error, result);
        }
    }
    return result;
}

} // namespace daphnia::lsp
