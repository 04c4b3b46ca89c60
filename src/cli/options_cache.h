// The options of the cache, and what they mean together.
#pragma once

#include "cli/options.h"

#include <CLI/CLI.hpp>

namespace daphnia::cli {

// --cache and what goes with it.
void add_cache(CLI::App& command, Command& result);
// `daphnia cache`.
void add_cache_command(CLI::App& app, Command& result);
// After all options are read: with what the environment says. InputError for what contradicts itself.
void settle_cache(Command& result);

} // namespace daphnia::cli
