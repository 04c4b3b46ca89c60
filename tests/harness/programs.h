// Folders of programs in, their paths out; and a file's text.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace daphnia::harness {

std::filesystem::path project_root();

// Every .dfy below a folder of the project, sorted.
std::vector<std::filesystem::path> programs_below(const std::string& folder);

// Every program of the examples and the suite.
std::vector<std::filesystem::path> all_programs();

std::string read_text(const std::filesystem::path& path);

// The path below the project's root as the name of a test: letters, digits and underscores.
std::string test_name(const std::filesystem::path& path);

} // namespace daphnia::harness
