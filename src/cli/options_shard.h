// Options of runs that are divided among machines, and the command that puts their reports together.
#pragma once

#include "cli/options.h"

#include <CLI/CLI.hpp>

namespace daphnia::cli {

// Gives the option --shard.
CLI::Option& add_shard(CLI::App& command, Command& result);

void add_merge_reports(CLI::App& app, Command& result);

// Notes for the report what the verdicts of all shards depend on.
void settle_shard(Command& command);

} // namespace daphnia::cli
