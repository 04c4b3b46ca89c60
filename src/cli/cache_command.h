// `daphnia cache`: what is kept on this machine.
#pragma once

#include "cli/options.h"

#include <iosfwd>

namespace daphnia::cli {

// The exit code. InputError when the folder cannot be read or changed.
int manage_cache(const Command& command, std::ostream& out);

} // namespace daphnia::cli
