// Projects: programs of several files, with their options, as a project file describes them.
#pragma once

#include "driver/project_file.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace daphnia::driver {

constexpr std::string_view kProjectFileName = "dfyconfig.toml";
// What a file whose name ends so is.
constexpr std::string_view kProjectFileEnding = ".toml";

struct Project {
    std::string path;
    std::vector<std::string> files;     // of the program, in order of path; maybe none
    std::vector<ProjectOption> options; // its own, and those of its base that it does not have, in order of their names
};

// Reads the file, and those that it is based on, and looks for the files of the program. Throws InputError.
Project open_project(const std::string& path);

// The nearest project file in the folder of a file, or in one above it, to whose program the file belongs; of a folder,
// one of the .dfy files below it. Throws InputError for one on the way that cannot be read.
std::optional<Project> find_project(const std::string& start);

} // namespace daphnia::driver
