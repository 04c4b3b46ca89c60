// The command measure-complexity.
#pragma once

#include "cli/options.h"

namespace daphnia::cli {

// The report on standard output. Gives the exit code.
int measure_complexity(const Command& command);

} // namespace daphnia::cli
