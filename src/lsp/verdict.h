// What is known of declarations and their proofs, with the texts that it was found in.
#pragma once

#include "driver/snapshot.h"
#include "index/index.h"
#include "support/diagnostics.h"
#include "verify/outcome.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace daphnia::lsp {

// How many edits each open document had had, by path.
using EditCounts = std::map<std::string, std::size_t>;

// A program as it was at a moment.
struct Moment {
    Moment(driver::Input input, const driver::Options& options, EditCounts edits_)
        : program(std::move(input), options), edits(std::move(edits_)) {}

    // The files as they are.
    std::vector<const support::SourceFile*> files() const;
    // That of an open document; null when it is not part of the program.
    const support::SourceFile* file(const std::string& path) const;
    // Made when somebody asks for it.
    const index::Index& names() const;

    driver::Snapshot program;
    EditCounts edits;

  private:
    mutable std::unique_ptr<const index::Index> names_;
};

// What became of a declaration.
struct Verdict {
    std::shared_ptr<const void> home; // keeps the files of all ranges
    EditCounts edits;                 // when these were the texts
    verify::Outcome outcome;
    std::vector<support::Diagnostic> found; // what there is to say about it
};

using RangeMap = std::function<support::SourceRange(const support::SourceRange&)>;

// The same with every range replaced.
support::Diagnostic with_ranges(support::Diagnostic diagnostic, const RangeMap& map);
Verdict with_ranges(Verdict verdict, const RangeMap& map);

// The same at the places that everything has in another moment, which has the same tokens.
Verdict moved(const Verdict& verdict, const Moment& from, const std::shared_ptr<const Moment>& to);
// The same with copies of the texts, so that nothing else of the moment is kept.
Verdict archived(const Verdict& verdict);

enum class Status : std::uint8_t {
    Stale,   // nothing is known of it as it is
    Queued,  // it will be proved
    Running, // somebody is at it
    Error,   // not proved
    Correct,
};

// A declaration that is to be proved.
struct Declared {
    std::string name; // qualified
    support::SourceRange name_range;
    support::SourceRange range; // all of it
    Status status = Status::Stale;
    // Absent: nothing is known. Of the declaration as it is, or of an earlier one.
    std::shared_ptr<const Verdict> verdict;
    bool is_outdated = false; // the verdict is of an earlier one
    // The same conditions are broken as before, and the rest of the program has changed: how it is shown may change.
    bool ask_again = false;
    std::string digest;       // of its conditions as they are; empty: not known yet
    std::string known_digest; // of those that the verdict is about; empty: not known

    // Whether the verdict is of the declaration as it is.
    bool is_known() const { return verdict != nullptr && !is_outdated; }
};

} // namespace daphnia::lsp
