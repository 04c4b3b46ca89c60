// Dafny's measure for a callable that names none: all its parameters, in order.
#pragma once

#include "resolve/body.h"

namespace daphnia::resolve {

typed::Decreases default_decreases(BodyResolver& body, const std::vector<typed::VariablePtr>& parameters,
                                   SourceRange range);

} // namespace daphnia::resolve
