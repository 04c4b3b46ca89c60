// What verification needs to know of a declaration whatever its kind: name, place, attributes, and what to do with it.
#pragma once

#include "support/diagnostics.h"
#include "support/source_files.h"
#include "typed/typed.h"
#include "verify/run.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace daphnia::verify {

struct DeclarationInfo {
    std::string name;      // qualified as shown
    std::string_view kind; // "function", "predicate", "method", "lemma", "constant"
    support::SourceRange name_range;
    const typed::Attributes& attributes;
    bool has_body;
};
DeclarationInfo describe(const typed::Declaration& declaration);

// The declarations to verify: those whose name contains `filter`, without those that {:verify false} or another's
// {:only} in the same file exempts, and without those of files that are there because others include them. Warns of
// each {:only}.
std::vector<const typed::Declaration*> select(const typed::Program& program, const support::SourceFiles& files,
                                              std::string_view filter, support::DiagnosticSink& sink);

// What the user asked to be taken for granted, declaration by declaration; but for files that are looked at elsewhere.
std::vector<Assumption> assumptions(const typed::Program& program,
                                    const std::set<const support::SourceFile*>& elsewhere);
// How many declarations of a file would be verified if it were a program of its own.
std::size_t count_to_verify(const typed::Program& program, const support::SourceFile& file);
// That nothing can call what is proved, if that is so.
std::optional<Assumption> vacuity(const Outcome& outcome);

} // namespace daphnia::verify
