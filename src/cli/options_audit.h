// The options of `daphnia audit`.
#pragma once

#include "cli/options.h"

#include <CLI/CLI.hpp>

namespace daphnia::cli {

// --accepted, for the audit and for verifications to which what is taken for granted is no success.
CLI::Option& add_accepted(CLI::App& command, Command& result);

// The command, but for the programs and what decides how they are resolved.
CLI::App& add_audit(CLI::App& app, Command& result);

} // namespace daphnia::cli
