// Files that are there with all of their content or stay as they were.
#pragma once

#include <filesystem>
#include <string>

namespace daphnia::cli {

// The file that a path means, absolute, whether it is there or not: where links lead in the end.
std::filesystem::path target_of(const std::string& path);

// Throws InputError, with the path and the reason, for what cannot be replaced as far as can be seen without doing it:
// a folder, or something in a folder that is not there or may not be written to.
void require_replaceable(const std::string& path);

// Writes a temporary file beside it and renames that; a link stays, and its target is replaced. What is no file (a
// device, a pipe) is written to as it is. Throws InputError, and leaves no temporary file.
void replace_file(const std::string& path, const std::string& content);

// Adds to the end in one piece. Throws InputError.
void append_to_file(const std::string& path, const std::string& content);

} // namespace daphnia::cli
