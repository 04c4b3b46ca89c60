// The result of a whole run over some files: what every report is made from.
#pragma once

#include "support/diagnostics.h"
#include "support/source.h"
#include "verify/outcome.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace daphnia::verify {

// Something that the user asked to be taken for granted.
struct Assumption {
    support::Rule rule = support::Rule::Assume; // Assume, Axiom, NoBody, …
    std::string message;                        // "method 'M' has no body"
    std::string declaration;                    // where it is
    support::SourceRange range;
    // What is believed, on one line: the statement, or the declaration up to its body.
    std::string text = {};
    bool compiled = false; // the declaration is not ghost
    bool marked = false;   // the declaration has the attribute {:axiom}
    bool accepted = false; // somebody has looked at it: it does not count against success
};

enum class Stage { Unreadable, Rejected, Resolved, Verified };

struct FileResult {
    std::string path;
    // All ranges below point into these: the file, which is null when it cannot be read, and what it includes.
    std::unique_ptr<const support::SourceFile> source;
    std::vector<std::unique_ptr<const support::SourceFile>> included;
    Stage stage = Stage::Unreadable; // how far it came; Unreadable also when a file that it includes cannot be read
    std::vector<support::Diagnostic> diagnostics; // in order of their places
    std::vector<Outcome> declarations;            // in source order
    std::vector<Assumption> assumptions;          // in source order
    bool internal_error = false;                  // Daphnia failed on this file; a diagnostic says how
    // Of a run that verifies one part only: whose part each declaration is that all parts together verify, from 1.
    std::vector<std::uint32_t> shards;
};

// What is no success although nothing failed.
struct Strictness {
    bool allow_warnings = true;
    bool fail_on_assumptions = false;
};

// Which part of a whole is verified, and of which whole.
struct Shard {
    std::uint32_t number = 1; // from 1
    std::uint32_t of = 1;
    std::string balanced_by;          // "resources" of an earlier report, or "length"
    std::vector<std::string> options; // the words of the command line that verdicts depend on, in order
    std::string inputs;               // a digest of all files with their paths
};

struct Run {
    std::vector<FileResult> files; // in order of path
    // The filter chose no declaration of any file: a name that is misspelt must not look like a proof.
    bool nothing_selected = false;
    std::string selection_meant; // then: "did you mean 'Name'?", or empty
    Strictness strictness;
    std::string second_prover;      // the name of the one that was asked about proofs; empty: none was
    bool cached = false;            // answers were looked for in a cache
    std::vector<std::string> notes; // trouble that changes no verdict
    std::optional<Shard> shard;
};

// Is told of a run while it is made. Files are known by their indices in the run, declarations by theirs among those of
// the file that are verified, in source order.
class RunObserver {
  public:
    virtual ~RunObserver() = default;
    // All files have come as far as they come without being verified, and the run says what was found on the way.
    // `planned`: of each file, the names of what will be verified.
    virtual void resolved(const Run& run, const std::vector<std::vector<support::SourceRange>>& planned) = 0;
    virtual void started(std::size_t file, std::size_t declaration) = 0;
    // In any order. `found`: what there is to say about the declaration beyond its verdict.
    virtual void outcome(std::size_t file, std::size_t declaration, const std::vector<support::Diagnostic>& found) = 0;
    // All about this file is known, and in the run: after the last outcome, and of each file.
    virtual void finished(const Run& run, std::size_t file) = 0;
};

struct Totals {
    std::size_t verified = 0; // declarations
    std::size_t errors = 0;   // diagnostics
    std::size_t warnings = 0; // likewise
    std::size_t assumptions = 0;
    std::size_t accepted = 0;         // of these
    std::size_t unverified_files = 0; // unreadable, rejected, or not verified for a defect of Daphnia
    std::uint64_t cache_hits = 0;     // answers to single questions
    std::uint64_t cache_misses = 0;
    std::uint64_t solver_starts = 0;         // if there is a cache
    std::map<Opinion, std::size_t> opinions; // how often the second prover had each about a proof, if it was asked
};
Totals totals(const Run& run);

// 70 when Daphnia failed somewhere, or another prover contradicts a proof, else 1 when a file was unreadable, nothing
// was selected or that prover gave something that is no answer, else 2 when a file was
// rejected, else 4 when something was not proved, or for assumptions that count, else 2 for warnings that are not
// allowed, else 0: what failed earliest decides, because it hides what comes later.
int exit_code(const Run& run);

} // namespace daphnia::verify
