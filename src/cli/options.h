// The command line as values; its defaults, its help and its refusals.
#pragma once

#include "cache/settings.h"
#include "cli/report_files.h"
#include "driver/session.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace daphnia::cli {

enum class Action { Check, Dump, Run, Test, Audit, Cache };

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

struct Command {
    Action action = Action::Check;
    driver::Goal goal = driver::Goal::Verify;
    driver::Options options;
    std::vector<std::string> paths;
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
};

// There is nothing to run: what to print, and the exit code.
struct Reply {
    std::string text;
    int exit_code = 0;
};

std::variant<Command, Reply> parse_command_line(int argc, char** argv);

} // namespace daphnia::cli
