// What a run has to say, as one list: what every format that knows findings only is made from. It holds all that makes
// an exit code other than 0: there is a finding of level Error exactly when there is one.
#pragma once

#include "report/places.h"
#include "verify/run.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace daphnia::report {

// Error: no success. Warnings and assumptions are that, too, where the run's strictness says so.
enum class Level : std::uint8_t { Error, Warning, Note };
std::string_view to_string(Level level); // "error", "warning", "note", as SARIF has them

// Points into the run, and lives as long as it is not changed.
struct Finding {
    const verify::FileResult* file = nullptr; // of the program; null: of the run as a whole
    support::Rule rule = support::Rule::Internal;
    Level level = Level::Error;
    std::string message;
    support::SourceRange range;                            // may lie in an included file, or belong to none
    std::string declaration;                               // in which it is; empty: in none, or not known
    const verify::Outcome* outcome = nullptr;              // of that declaration, for a failed proof
    const support::Diagnostic* diagnostic = nullptr;       // null: an assumption, or of the run as a whole
    const verify::ObligationOutcome* obligation = nullptr; // that is not proved; null: something else
    // 64 hex digits that stay the same when the program around it moves: of path, declaration, id and the number of the
    // obligation among those of that id in the declaration; of others: of path, id, message and number among equal
    // ones.
    std::string fingerprint;

    std::string_view id() const { return support::info(rule).id; }
    std::string_view verdict() const; // "refuted", "unproved", "exhausted"; empty for what is no failed proof
    // Of the file in which it is, as it was given; empty: of none.
    std::string path() const;
};

// In order of files, in each of them diagnostics in order of their places, then assumptions.
std::vector<Finding> findings(const verify::Run& run, const Places& places);

// Why, and what to try, in lines as the terminal shows them; empty when nothing is known.
std::string reason(const Finding& finding);

// The finding as the terminal shows it: with its source lines, its reason and the run that shows it.
std::string as_text(const Finding& finding);

// The first line of the reason, if it is more than a hint; else empty.
std::string headline(const Finding& finding);

} // namespace daphnia::report
