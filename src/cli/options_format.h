// The options of `daphnia format`.
#pragma once

#include "cli/options.h"

#include <CLI/CLI.hpp>

namespace daphnia::cli {

void add_format_command(CLI::App& app, Command& result);

} // namespace daphnia::cli
