#include "lsp/locator.h"

#include "driver/open_texts.h"
#include "lsp/uri.h"

namespace daphnia::lsp {

Json to_json(const Location& location) {
    return {{"uri", location.uri}, {"range", to_json(location.range)}};
}

const Document* Locator::document(const support::SourceFile& file) const {
    const auto exact = documents_->find(file.path());
    if (exact != documents_->end()) {
        return &exact->second;
    }
    const auto [entry, is_new] = locations_.try_emplace(file.path());
    if (is_new) {
        entry->second = driver::location_of(file.path());
    }
    const auto found = documents_->find(entry->second);
    return found == documents_->end() ? nullptr : &found->second;
}

std::string Locator::uri(const support::SourceFile& file) const {
    const Document* open = document(file);
    return open != nullptr ? open->uri() : uri_of(file.path());
}

Range Locator::range(const support::SourceRange& range, const EditCounts& edits) const {
    if (const Document* open = document(*range.file)) {
        const auto count = edits.find(open->path());
        // A document that was not open then has the text that the file had.
        return open->range_after(count == edits.end() ? 0 : count->second, range.begin, range.end);
    }
    std::unique_ptr<const Lines>& lines = lines_[range.file];
    if (lines == nullptr) {
        lines = std::make_unique<const Lines>(range.file->text(), encoding_);
    }
    return lines->range(range.begin, range.end);
}

Location Locator::location(const support::SourceRange& where, const EditCounts& edits) const {
    return {uri(*where.file), range(where, edits)};
}

} // namespace daphnia::lsp
