// What a command is about: the programs that its paths and its project name.
#pragma once

#include "cli/options.h"
#include "driver/inputs.h"

#include <vector>

namespace daphnia::cli {

// One for each file, or a single one of all files: with --program, or when there is a project. Throws InputError when
// no file belongs to the project.
std::vector<driver::Input> read_programs(const Command& command);

// Whether a path names a project file.
bool is_project_file(const std::string& path);

} // namespace daphnia::cli
