// The command that lists what is taken for granted.
#pragma once

#include "cli/options.h"

namespace daphnia::cli {

// The list on standard output. Gives the exit code: 4 when there is something that nobody has accepted.
int audit(const Command& command, const driver::Session& session);

} // namespace daphnia::cli
