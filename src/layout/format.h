// Indentation as Dafny's formatter has it: two blanks for each level, clauses below their declaration, what goes on
// over lines below its beginning. Only blanks at the beginning of lines change; tokens, comments and line breaks stay.
#pragma once

#include "layout/text.h"
#include "support/source.h"

#include <string>
#include <vector>

namespace daphnia::layout {

struct Formatted {
    std::vector<TextEdit> edits;                  // one for each line that changes, in order; empty: laid out already
    std::vector<support::SourceRange> left_alone; // declarations with syntax errors, whose lines stay as they are
    std::string refused;                          // not empty: nothing changes, and why
};

// Formatting what is formatted changes nothing, and the tree of the text stays the same.
Formatted format(const Text& text);

} // namespace daphnia::layout
