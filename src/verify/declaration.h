// What verification needs to know of a declaration whatever its kind: name, place, attributes, and what to do with it.
#pragma once

#include "support/diagnostics.h"
#include "typed/typed.h"
#include "verify/run.h"

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
// {:only} exempts. Warns of each {:only}.
std::vector<const typed::Declaration*> select(const typed::Program& program, std::string_view filter,
                                              support::DiagnosticSink& sink);

// What the user asked to be taken for granted, in source order.
std::vector<Assumption> assumptions(const typed::Program& program);

} // namespace daphnia::verify
