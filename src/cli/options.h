// The command line as values; its defaults, its help and its refusals.
#pragma once

#include "cache/settings.h"
#include "cli/report_files.h"
#include "driver/complexity.h"
#include "driver/project.h"
#include "driver/session.h"
#include "lsp/options.h"
#include "verify/complexity.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace daphnia::cli {

enum class Action { Check, Dump, Run, Test, Audit, Cache, Merge, MeasureComplexity, Format, Server };

enum class AuditFormat { Text, Json, Markdown, Html };

struct AuditCommand {
    AuditFormat format = AuditFormat::Text;
    std::string accepted;       // the file of accepted findings; empty: none
    std::string write_accepted; // where to write one; empty: nowhere
};

enum class CacheAction { None, Stats, Clear, Trim };

// What is said about the cache; nothing: the environment or the default decides.
struct CacheOptions {
    std::optional<cache::Mode> mode;
    std::optional<std::string> folder;
    std::optional<std::uint64_t> megabytes;
    std::optional<std::string> remote;
    std::optional<unsigned> recheck_percent;
    CacheAction action = CacheAction::None; // of Cache
};

// Of the command measure-complexity.
struct ComplexityCommand {
    driver::ComplexityOptions options;
    verify::Tolerance tolerance;
    std::size_t worst = 10; // so many of those that cost most are listed
};

// Of the command format.
struct FormatCommand {
    bool check = false;
    bool print = false;
};

struct Command {
    Action action = Action::Check;
    driver::Goal goal = driver::Goal::Verify;
    driver::Options options;
    std::vector<std::string> words;               // that it was made of, the project's options among them
    std::vector<std::string> paths;               // of programs; of Merge: of reports
    bool one_program = false;                     // all files named are
    bool find_project = false;                    // look for a project file, from the first path
    std::optional<driver::Project> project;       // named among the paths, or found
    std::vector<std::string> notes;               // on the error stream, before anything is done
    report::Format format = report::Format::Text; // on standard output
    std::vector<ReportFile> reports;
    bool trace = false;                    // runs of counterexamples as tables of states
    std::string reproducer;                // file for a program that repeats a failing run; empty: none
    std::optional<driver::DumpStage> dump; // of Dump
    CacheOptions cache;                    // of Cache; what they come to for others is in `options`
    driver::EntryPoint entry;              // of Run and Test, and what follows
    std::vector<std::string> arguments;
    std::uint64_t step_limit = 0;
    AuditCommand audit; // of Audit
    ComplexityCommand complexity;
    lsp::Options server;          // of Server
    FormatCommand format_command; // of Format
};

// There is nothing to run: what to print, and the exit code.
struct Reply {
    std::string text;
    int exit_code = 0;
};

std::variant<Command, Reply> parse_command_line(int argc, char** argv);

} // namespace daphnia::cli
