// What can be typed at a place, as far as the text itself says it: the kind of place, the keywords that fit, clauses
// in the order in which they stand, and skeletons. Names come from whoever knows the program.
#pragma once

#include "layout/text.h"

#include <cstdint>
#include <string>
#include <vector>

namespace daphnia::layout {

enum class Place {
    Nothing,     // comments, strings, numbers, and names that are being declared
    Member,      // behind a dot: members of `qualifier`
    Declaration, // where a declaration of a file, module, class or type begins
    Statement,   // where a statement begins
    Expression,  // values fit
    Type,        // types fit
    Clause,      // a clause, and nothing else than what `clauses` and `keywords` say
    Module,      // behind `import`, `refines`: names of modules
    Pattern,     // behind `case` of a match: constructors, names to bind
    Attribute,   // behind `{:` or `@`: names of attributes
    Label,       // behind `break`, `continue`
};

struct ClauseChoice {
    std::string keyword;
    bool present; // one is there already; further ones are allowed unless it is `decreases`
    bool next;    // keeps the usual order when it is typed at this place
};

// With LSP's placeholders: ${1:text}, $0. Lines begin with the indentation that they have relative to the first.
struct Skeleton {
    std::string label;
    std::string detail;
    std::string snippet;
};

struct Completion {
    Place place = Place::Nothing;
    support::SourceRange word;      // what is typed of it, up to the cursor; empty if nothing: to be replaced
    support::SourceRange qualifier; // of Member: the expression in front of the dot
    std::vector<std::string> keywords;
    std::vector<ClauseChoice> clauses; // that may stand here, in their usual order; also where a statement ends
    std::vector<Skeleton> skeletons;
};

// `offset`: where the cursor is.
Completion completion_at(const Text& text, std::uint32_t offset);

} // namespace daphnia::layout
