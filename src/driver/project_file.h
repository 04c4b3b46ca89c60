// What a project file says, as it says it: TOML with Dafny's keys, each value with its place. What follows from it is
// for project.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace daphnia::driver {

// A text of the file, and where it stands, for messages: "dfyconfig.toml:3:12".
struct PlacedText {
    std::string text;
    std::string place;
};

// A key of the table `options` with its value as it would be written on a command line.
struct ProjectOption {
    std::string name; // without hyphens in front
    std::string value;
    bool is_single = true; // false: the value is no text, number or truth value, and `value` is empty
    std::string place;     // of the value
};

struct ProjectFile {
    std::string path;
    std::optional<PlacedText> base;                  // another project file, relative to this one
    std::optional<std::vector<PlacedText>> includes; // patterns, relative to the folder of the file
    std::vector<PlacedText> excludes;
    std::vector<ProjectOption> options; // in the order of their names
};

// Throws InputError, with the place, when the file cannot be read, is no TOML, or says what project files do not say.
ProjectFile read_project_file(const std::string& path);

} // namespace daphnia::driver
