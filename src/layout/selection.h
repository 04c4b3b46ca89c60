// What "expand selection" selects at a place.
#pragma once

#include "layout/text.h"

#include <cstdint>
#include <vector>

namespace daphnia::layout {

// From the word at an offset outwards: expression, operation, statement, block, declaration, file. Each range is larger
// than the one before and contains it; the first contains the offset or ends there. In a comment: the comment, then
// the lines of comments around it. Empty only for an empty text.
std::vector<support::SourceRange> selection_ranges(const Text& text, std::uint32_t offset);

} // namespace daphnia::layout
