// The commands that run programs: run and test.
#pragma once

#include "cli/options.h"

namespace daphnia::cli {

// The program's own output is all that reaches standard output; the rest is on the error stream. Gives the exit code.
int run_program(const Command& command, const driver::Session& session);

// Verification, tests and totals on standard output. Gives the exit code.
int run_tests(const Command& command, const driver::Session& session);

} // namespace daphnia::cli
