// The command line as values; its defaults, its help and its refusals.
#pragma once

#include "driver/complexity.h"
#include "driver/project.h"
#include "driver/session.h"
#include "verify/complexity.h"

#include <string>
#include <variant>
#include <vector>

namespace daphnia::cli {

enum class Format { Text, Json };

enum class Action { Check, Dump, Run, Test, Merge, MeasureComplexity };

// Of the command measure-complexity.
struct ComplexityCommand {
    driver::ComplexityOptions options;
    verify::Tolerance tolerance;
    std::size_t worst = 10; // so many of those that cost most are listed
};

struct Command {
    Action action = Action::Check;
    driver::Goal goal = driver::Goal::Verify;
    driver::Options options;
    std::vector<std::string> words;         // that it was made of, the project's options among them
    std::vector<std::string> paths;         // of programs; of Merge: of reports
    bool one_program = false;               // all files named are
    bool find_project = false;              // look for a project file, from the first path
    std::optional<driver::Project> project; // named among the paths, or found
    std::vector<std::string> notes;         // on the error stream, before anything is done
    Format format = Format::Text;
    bool trace = false;                    // runs of counterexamples as tables of states
    std::string reproducer;                // file for a program that repeats a failing run; empty: none
    std::optional<driver::DumpStage> dump; // of Dump
    driver::EntryPoint entry;              // of Run and Test, and what follows
    std::vector<std::string> arguments;
    std::uint64_t step_limit = 0;
    ComplexityCommand complexity;
};

// There is nothing to run: what to print, and the exit code.
struct Reply {
    std::string text;
    int exit_code = 0;
};

std::variant<Command, Reply> parse_command_line(int argc, char** argv);

} // namespace daphnia::cli
