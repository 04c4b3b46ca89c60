// What might mend a text or its proofs at a place: changes that are worth a trial (lsp/trial.h), likely ones first.
#pragma once

#include "layout/edits.h"
#include "lsp/trial.h"

#include <cstdint>
#include <string>
#include <vector>

namespace daphnia::lsp {

// A part of a document whose text belongs to a program.
class FixSite {
  public:
    FixSite(const TextPlace& place, const Range& range, const Locator& locator);

    const Document& document() const { return *document_; }
    const Program& program() const { return *program_; }
    const Moment& moment() const { return *program_->moment(); }
    const support::SourceFile& file() const { return *file_; }
    const layout::Text& text() const { return text_; }
    const Range& range() const { return range_; }
    std::uint32_t offset() const { return offset_; } // where it begins
    // Whether the range lies in the document, at the lines of the part.
    bool is_here(const support::SourceRange& range) const;
    // The same place in the document's own text.
    support::SourceRange at(std::uint32_t begin, std::uint32_t end) const { return {file_, begin, end}; }
    Json published(const support::Diagnostic& diagnostic) const;

  private:
    const Document* document_;
    const Program* program_;
    const support::SourceFile* file_;
    Range range_;
    std::uint32_t offset_;
    const Locator* locator_;
    layout::Text text_;
};

// For errors. `group` is the last number that is used for a group.
std::vector<Change> fixes_of_errors(const FixSite& site, int& group);
// For failed proofs of declarations as they are.
std::vector<Change> fixes_of_proofs(const FixSite& site, int& group);
// Assertions that say what a failed proof needs, cases that a match lacks.
std::vector<Change> written_out(const FixSite& site, const Declared& declared, const support::Diagnostic& failure);
// For what is right or wrong.
std::vector<Change> refactorings(const FixSite& site);

// The declaration in the program; null: it is not there.
const typed::Declaration* typed_declaration(const FixSite& site, const Declared& declared);
// In front of the statement at the failure, or at the end of the body, where a postcondition fails there.
std::optional<layout::TextEdit> statement_at(const FixSite& site, const support::Diagnostic& failure,
                                             const std::string& statement);

} // namespace daphnia::lsp
