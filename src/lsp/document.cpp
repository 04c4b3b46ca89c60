#include "lsp/document.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace daphnia::lsp {

namespace {

// A text of the size that offsets can name, with room for the edits to come.
constexpr std::size_t kLongestText = std::size_t{1} << 30U;

// The text that a change leaves, and where it was made.
struct Changed {
    std::string text;
    Edit edit;
};

Changed changed(const std::string& before, const Json& change, PositionEncoding encoding) {
    if (!change.is_object() || !change.contains("text") || !change.at("text").is_string()) {
        throw RequestError(ErrorCode::InvalidParams, "a change without its text");
    }
    std::string text = change.at("text").get<std::string>();
    if (before.size() + text.size() > kLongestText) {
        throw RequestError(ErrorCode::InvalidParams, "a text that is too long");
    }
    Edit edit{0, static_cast<std::uint32_t>(before.size()), static_cast<std::uint32_t>(text.size())};
    if (!change.contains("range") || change.at("range").is_null()) {
        // The whole text: what is the same at both ends has not been edited.
        const auto front = std::mismatch(before.begin(), before.end(), text.begin(), text.end());
        const auto same_front = static_cast<std::uint32_t>(front.first - before.begin());
        const auto back =
            std::mismatch(before.rbegin(), before.rend() - same_front, text.rbegin(), text.rend() - same_front);
        const auto same_back = static_cast<std::uint32_t>(back.first - before.rbegin());
        edit = {same_front, edit.end - same_back, edit.length - same_front - same_back};
        return {std::move(text), edit};
    }
    const Lines lines(before, encoding);
    const Range range = range_from(change.at("range"));
    edit.begin = lines.offset(std::min(range.start, range.end));
    edit.end = lines.offset(std::max(range.start, range.end));
    return {before.substr(0, edit.begin) + text + before.substr(edit.end), edit};
}

} // namespace

std::uint32_t shifted(std::uint32_t place, bool is_end, const Edit& edit) {
    if (place < edit.begin || (is_end && place == edit.begin)) {
        return place;
    }
    if (place >= edit.end) {
        return place - edit.end + edit.begin + edit.length;
    }
    return edit.begin + (is_end ? edit.length : std::min(place - edit.begin, edit.length));
}

Document::Document(std::string uri, std::string path, std::int64_t version, std::string text, PositionEncoding encoding)
    : uri_(std::move(uri)), path_(std::move(path)), version_(version), encoding_(encoding) {
    set_text(std::move(text));
}

void Document::set_text(std::string text) {
    text_ = std::make_shared<const std::string>(std::move(text));
    lines_ = std::make_unique<const Lines>(*text_, encoding_);
}

std::shared_ptr<const std::string> Document::program_text() const {
    constexpr std::string_view kMark = "\xEF\xBB\xBF";
    if (text_->compare(0, kMark.size(), kMark) != 0) {
        return text_;
    }
    return std::make_shared<const std::string>(std::string(kMark.size(), ' ') + text_->substr(kMark.size()));
}

void Document::change(std::int64_t version, const Json& changes) {
    if (!changes.is_array()) {
        throw RequestError(ErrorCode::InvalidParams, "contentChanges is no list");
    }
    std::string text = *text_;
    std::vector<Edit> edits;
    for (const Json& change : changes) {
        Changed next = changed(text, change, encoding_);
        text = std::move(next.text);
        edits.push_back(next.edit);
    }
    version_ = version;
    edits_.insert(edits_.end(), edits.begin(), edits.end());
    set_text(std::move(text));
    if (!edits.empty()) {
        last_begin_ = edits.back().begin;
        last_end_ = edits.back().begin + edits.back().length;
    }
}

Range Document::range_after(std::size_t edits, std::uint32_t begin, std::uint32_t end) const {
    for (std::size_t i = edits; i < edits_.size(); ++i) {
        begin = shifted(begin, false, edits_[i]);
        end = std::max(begin, shifted(end, true, edits_[i]));
    }
    return lines_->range(begin, end);
}

} // namespace daphnia::lsp
