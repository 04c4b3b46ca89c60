// What shells offer after the tabulator key: made from the options themselves, so that it knows all of them.
#pragma once

#include <CLI/CLI.hpp>

#include <string>

namespace daphnia::cli {

enum class Shell { Bash, Zsh, Fish };

// The script that a shell of this kind reads.
std::string completion_script(const CLI::App& app, Shell shell);

} // namespace daphnia::cli
