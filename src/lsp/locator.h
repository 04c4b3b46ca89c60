// From places in the files of a moment to places in what the editor shows.
#pragma once

#include "lsp/program.h"

#include <map>
#include <memory>
#include <string>

namespace daphnia::lsp {

struct Location {
    std::string uri;
    Range range;
};
Json to_json(const Location& location);

class Locator {
  public:
    Locator(const Documents& documents, PositionEncoding encoding) : documents_(&documents), encoding_(encoding) {}

    // The open document of a file; null when it is not open.
    const Document* document(const support::SourceFile& file) const;
    std::string uri(const support::SourceFile& file) const;
    // `edits`: what the texts were. The range must belong to a file.
    Range range(const support::SourceRange& range, const EditCounts& edits) const;
    Location location(const support::SourceRange& range, const EditCounts& edits) const;

  private:
    const Documents* documents_;
    PositionEncoding encoding_;
    mutable std::map<const support::SourceFile*, std::unique_ptr<const Lines>> lines_; // of files that are not open
    mutable std::map<std::string, std::string> locations_;                             // of paths
};

} // namespace daphnia::lsp
