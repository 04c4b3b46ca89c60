// Warns of quantifiers for which no trigger can be found, in Dafny's sense of what can be one.
#pragma once

#include "resolve/globals.h"

namespace daphnia::resolve {

// `quiet`: quantifiers whose author does not want to hear of it.
void warn_about_triggers(const typed::Program& program, const std::vector<SourceRange>& quiet, Reporter& reporter);

} // namespace daphnia::resolve
