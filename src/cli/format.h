// `daphnia format`: files with their lines indented anew.
#pragma once

#include "cli/options.h"

namespace daphnia::cli {

// The exit code: 1 for a file that cannot be read or written, 2 for syntax errors, whose files stay as they are, 5 with
// --check for what needs formatting.
int format_programs(const Command& command);

} // namespace daphnia::cli
