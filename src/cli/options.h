// The command line as values; its defaults, its help and its refusals.
#pragma once

#include "driver/session.h"

#include <string>
#include <variant>
#include <vector>

namespace daphnia::cli {

enum class Format { Text, Json };

struct Command {
    driver::Goal goal = driver::Goal::Verify;
    driver::Options options;
    std::vector<std::string> paths;
    Format format = Format::Text;
    std::optional<driver::DumpStage> dump;
};

// There is nothing to run: what to print, and the exit code.
struct Reply {
    std::string text;
    int exit_code = 0;
};

std::variant<Command, Reply> parse_command_line(int argc, char** argv);

} // namespace daphnia::cli
