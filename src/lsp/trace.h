// The run that shows a failure, beside the lines that it goes through: one at a time, and only for whom asks.
#pragma once

#include "lsp/feature.h"

namespace daphnia::lsp {

// The hints of the run that is shown, in the document; none when it is another's, or when its verdict is outdated.
Json trace_hints(const Workspace& workspace, const Program& program, const Document& document);

} // namespace daphnia::lsp
