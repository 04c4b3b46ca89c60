// What project files have to do with a command line: which one is meant, and which of its options count.
#pragma once

#include "cli/options.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <string>
#include <vector>

namespace daphnia::cli {

void add_find_project(CLI::App& command, Command& result);

// Makes a command of settled words; throws InputError and CLI::ParseError.
using ParseWords = std::function<Command(const std::vector<std::string>& words)>;

// The command that the words are, with its project if it has one. An option of the project file counts if the command
// has it and the words do not. Only options that say how programs are understood and proved may stand there: a file
// that comes with other people's programs must not choose what is written where, what is believed or what is left out.
// `app`: all commands with their options. Throws what `parse` throws, and InputError with the place in the file.
Command with_project(const std::vector<std::string>& words, const CLI::App& app, const ParseWords& parse);

} // namespace daphnia::cli
