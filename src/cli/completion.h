// What shells offer after the tabulator key: made from the options themselves, so that it knows all of them.
#pragma once

#include <CLI/CLI.hpp>

#include <optional>
#include <string>

namespace daphnia::cli {

enum class Shell { Bash, Zsh, Fish };

// `daphnia completion SHELL`, which sets the shell.
void add_completion(CLI::App& app, std::optional<Shell>& shell);

// The script that a shell of this kind reads.
std::string completion_script(const CLI::App& app, Shell shell);

} // namespace daphnia::cli
