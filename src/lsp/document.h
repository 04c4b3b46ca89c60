// A text that is open in the editor, with what has happened to it since.
#pragma once

#include "lsp/positions.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace daphnia::lsp {

// A part of a text was replaced.
struct Edit {
    std::uint32_t begin = 0; // offsets before it
    std::uint32_t end = 0;
    std::uint32_t length = 0; // of what is there instead
};

// Where the place is after the edit. What is inserted at the place goes before it if it is where something begins, and
// behind it if it is where something ends; what was replaced ends where the new part does.
std::uint32_t shifted(std::uint32_t place, bool is_end, const Edit& edit);

class Document {
  public:
    // `path`: under which the file is known; that of the URI, unless another document has it.
    Document(std::string uri, std::string path, std::int64_t version, std::string text, PositionEncoding encoding);

    const std::string& uri() const { return uri_; }   // as the editor writes it
    const std::string& path() const { return path_; } // no two documents have the same
    std::int64_t version() const { return version_; }
    const std::string& text() const { return *text_; }
    // The same without a byte order mark: there are blanks in its place.
    std::shared_ptr<const std::string> program_text() const;
    const Lines& lines() const { return *lines_; }

    // As in `textDocument/didChange`: one after the other. Throws RequestError for what is no list of changes, and
    // changes nothing then.
    void change(std::int64_t version, const Json& changes);

    // How many edits there have been.
    std::size_t edits() const { return edits_.size(); }
    // Where a range is that was there when there had been so many edits.
    Range range_after(std::size_t edits, std::uint32_t begin, std::uint32_t end) const;
    // The part of the text that the last change has touched.
    std::uint32_t last_edit_begin() const { return last_begin_; }
    std::uint32_t last_edit_end() const { return last_end_; }

  private:
    void set_text(std::string text);

    std::string uri_;
    std::string path_;
    std::int64_t version_;
    PositionEncoding encoding_;
    std::shared_ptr<const std::string> text_;
    std::unique_ptr<const Lines> lines_; // of that text
    std::vector<Edit> edits_;
    std::uint32_t last_begin_ = 0;
    std::uint32_t last_end_ = 0;
};

} // namespace daphnia::lsp
