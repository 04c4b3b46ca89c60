// The options of `daphnia audit`.
#pragma once

#include "cli/options.h"

#include <CLI/CLI.hpp>

namespace daphnia::cli {

// The command, but for the programs and what decides how they are resolved.
CLI::App& add_audit(CLI::App& app, Command& result);

} // namespace daphnia::cli
