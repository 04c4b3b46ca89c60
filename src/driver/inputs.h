// Command-line paths to source files: each file named, and each `.dfy` file below a folder named.
#pragma once

#include "support/source.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace daphnia::driver {

// The path that stands for standard input, on the command line and in what is said about it.
constexpr std::string_view kStandardInput = "-";
constexpr std::string_view kStandardInputName = "<stdin>";

struct Input {
    std::string path;
    std::unique_ptr<const support::SourceFile> source; // null when it could not be read
    std::string error = {};                            // then: why, with the path
    std::string identity = {};                         // the same for every path to the file; empty: unknown
    std::vector<Input> others = {};                    // further files of the program, verified with it
};

// In order of path, each file once, by its identity. What cannot be read is there with its error, so that the others go
// on.
std::vector<Input> read_inputs(const std::vector<std::string>& paths);

// One program of several files, of which there is at least one. `name`: what it is called, if not like the first.
Input one_program(std::vector<Input> files, const std::string& name);

// The paths of the .dfy files below a folder; links to folders are not followed.
std::vector<std::string> programs_below(const std::string& folder);

} // namespace daphnia::driver
