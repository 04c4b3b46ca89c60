// The command server: its options, which are those of Dafny's where it has them.
#pragma once

#include "cli/options.h"

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace daphnia::cli {

// The command with the options that no other has.
CLI::App& add_server(CLI::App& app, Command& result);

// The words of a server's command line that say how programs are proved, as those of a command that verifies the
// project.
std::vector<std::string> words_of_verify(const std::vector<std::string>& words, const CLI::App& verify,
                                         const driver::Project& project);

// What the words of a command line and a project come to.
using OptionsOfProject = driver::Options (*)(const std::vector<std::string>& words, const driver::Project& project);
// Nothing for other commands.
void settle_server(Command& command, OptionsOfProject of_project);

} // namespace daphnia::cli
