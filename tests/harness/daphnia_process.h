// Command line in, exit code and findings of one run of the built program out.
#pragma once

#include "annotations.h"

#include <string>
#include <vector>

namespace daphnia::harness {

struct ProcessResult {
    int exit_code = -1;
    std::vector<Finding> findings;
    std::string trouble; // why the output could not be read, with the output; empty when it could
};

// Runs `daphnia COMMAND --format json FILE`. The environment variable DAPHNIA_BINARY names another program to run.
ProcessResult run_daphnia(const std::vector<std::string>& command, const std::string& file);

} // namespace daphnia::harness
