// Command-line paths to source files: each file named, and each `.dfy` file below a folder named.
#pragma once

#include "support/source.h"

#include <memory>
#include <string>
#include <vector>

namespace daphnia::driver {

struct Input {
    std::string path;
    std::unique_ptr<const support::SourceFile> source; // null when it could not be read
    std::string error;                                 // then: why, with the path
};

// In order of path, each file once. What cannot be read is there with its error, so that the others go on.
std::vector<Input> read_inputs(const std::vector<std::string>& paths);

} // namespace daphnia::driver
