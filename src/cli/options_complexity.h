// The command measure-complexity: its options, and what it does.
#pragma once

#include "cli/options.h"

#include <CLI/CLI.hpp>

namespace daphnia::cli {

// The options that no other command has.
void add_complexity(CLI::App& command, Command& result);

} // namespace daphnia::cli
