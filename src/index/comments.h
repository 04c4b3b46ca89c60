// Comments as documentation: the one that stands right above a declaration belongs to it.
#pragma once

#include "support/source.h"

namespace daphnia::index {

// Lines of `//`, or one `/* … */`, that end on the line above the one where the range begins; without a file: none.
support::SourceRange comment_above(const support::SourceRange& range);

} // namespace daphnia::index
