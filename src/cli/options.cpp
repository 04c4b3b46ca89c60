#include "cli/options.h"

#include "solver/solver.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <map>

namespace daphnia::cli {

namespace {

constexpr std::uint64_t kResourceLimit = 8'000'000;
constexpr std::uint32_t kTimeLimit = 20;     // seconds
constexpr std::uint64_t kMemoryLimit = 4096; // megabytes
constexpr std::uint64_t kRefuteLimit = 5'000'000;
constexpr std::uint64_t kTestSteps = 100'000'000;
constexpr int kExitCommandLine = 1;

constexpr const char* kFooter = R"(
Exit codes: 0 everything is proved, and what was to be run has run well; 1 bad command line or unreadable file;
2 errors of syntax, names or types; 3 a program or a test failed as it ran; 4 something is not proved; 70 a defect of
Daphnia, which is never a verdict. With several files the smallest of 1, 2, 4 that occurs decides.)";

void add_paths(CLI::App& command, Command& result) {
    command.add_option("path", result.paths, "Files, and folders whose .dfy files are meant; each file is a program")
        ->required()
        ->type_name("FILE|FOLDER");
}

void add_format(CLI::App& command, Command& result) {
    command.add_option("--format", result.format, "How to report: text, or one JSON document on standard output")
        ->transform(
            CLI::CheckedTransformer(std::map<std::string, Format>{{"text", Format::Text}, {"json", Format::Json}}))
        ->option_text("text|json");
}

void add_resolution(CLI::App& command, Command& result) {
    command.add_flag("--reads-clauses-on-methods", result.options.resolve.reads_clauses_on_methods,
                     "Methods may have reads clauses, and are checked against them");
    command.add_flag("--warn-shadowing", result.options.resolve.warn_shadowing,
                     "Warn of variables that hide others of their name");
}

void add_limits(CLI::App& command, Command& result) {
    verify::Options& options = result.options.verify;
    verify::Limits& limits = options.task.limits;
    command.add_option("--cores", options.cores, "Worker processes; 0 (the default): one for each processor")
        ->type_name("N")
        ->check(CLI::NonNegativeNumber);
    command
        .add_option("--resource-limit", limits.resources,
                    "What one check may cost, in the solver's units, the same on every machine; 0: no limit")
        ->type_name("N")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    command.add_option("--verification-time-limit", limits.seconds, "Seconds that one check may take; 0: no limit")
        ->type_name("SECONDS")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    command.add_option("--solver-memory-limit", limits.memory_mb, "Megabytes that one worker may use; 0: no limit")
        ->type_name("MB")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    command
        .add_option("--refute-limit", options.task.refute.steps,
                    "Steps of a declaration's runs in search of one that breaks what is not proved; 0: nothing is run")
        ->type_name("N")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
}

// How programs are proved, whatever is done with them afterwards.
void add_verification(CLI::App& command, Command& result) {
    verify::Options& options = result.options.verify;
    add_resolution(command, result);
    add_limits(command, result);
    command.add_flag("--trace", result.trace, "Show the run of each counterexample as a table of states");
    command.add_flag("--isolate-assertions", options.task.isolate_assertions,
                     "Check every assertion by itself, without a check of the whole first");
    command.add_flag("--relax-definite-assignment", result.options.encode.relax_definite_assignment,
                     "Variables whose type has a default value may be read before they are assigned");
    command.add_flag("--manual-triggers", result.options.encode.manual_triggers,
                     "Select no triggers for quantifiers that have none");
    command.add_flag_callback(
        "--disable-nonlinear-arithmetic", [&options] { options.task.nonlinear = false; },
        "Let the solver know nothing about products of variables");
}

void add_verify(CLI::App& app, Command& result) {
    CLI::App& command = *app.add_subcommand("verify", "Prove programs correct");
    add_paths(command, result);
    add_format(command, result);
    add_verification(command, result);
    command.add_option("--filter-symbol", result.options.filter_symbol, "Only declarations whose name contains this")
        ->type_name("SYMBOL");
    command
        .add_option_function<std::string>(
            "--dump",
            [&result](const std::string& name) {
                result.dump = driver::dump_stage(name);
                result.action = Action::Dump;
            },
            "Print what a stage makes of the program, and do not verify (program: another word for typed)")
        ->check(CLI::IsMember({"ast", "typed", "program", "ivl", "passive", "vc", "smt2"}))
        ->option_text("ast|typed|ivl|passive|vc|smt2");
}

void add_resolve(CLI::App& app, Command& result) {
    CLI::App& command = *app.add_subcommand("resolve", "Check syntax, names and types only");
    add_paths(command, result);
    add_format(command, result);
    add_resolution(command, result);
    command.callback([&result] { result.goal = driver::Goal::Resolve; });
}

void add_execution(CLI::App& command, Command& result, std::uint64_t steps) {
    command.add_flag_callback(
        "--no-verify", [&result] { result.goal = driver::Goal::Resolve; },
        "Prove nothing; every contract and rule is checked as the program runs");
    command
        .add_option_function<std::uint64_t>(
            "--step-limit", [&result](const std::uint64_t& limit) { result.step_limit = limit; },
            fmt::format("Statements and expressions that a run may take; 0: no limit [{}]", steps))
        ->type_name("N")
        ->check(CLI::NonNegativeNumber);
    add_verification(command, result);
}

void add_run(CLI::App& app, Command& result) {
    CLI::App& command = *app.add_subcommand("run", "Prove a program correct, then run it");
    command
        .add_option_function<std::string>(
            "path", [&result](const std::string& path) { result.paths = {path}; }, "The program")
        ->required()
        ->type_name("FILE");
    command.add_option("arguments", result.arguments, "What Main is given; behind -- when they begin with a hyphen");
    command.add_option("--main-method", result.entry.main_method, "The method to start with, instead of Main")
        ->type_name("NAME");
    add_execution(command, result, 0);
    command.callback([&result] { result.action = Action::Run; });
}

void add_test(CLI::App& app, Command& result) {
    CLI::App& command = *app.add_subcommand("test", "Prove programs correct, then run their methods marked {:test}");
    add_paths(command, result);
    add_execution(command, result, kTestSteps);
    command.preparse_callback([&result](std::size_t) { result.step_limit = kTestSteps; });
    command.callback([&result] {
        result.action = Action::Test;
        result.entry.kind = driver::EntryKind::Tests;
    });
}

} // namespace

std::variant<Command, Reply> parse_command_line(int argc, char** argv) {
    Command result;
    verify::Limits& limits = result.options.verify.task.limits;
    limits = {kResourceLimit, kTimeLimit, kMemoryLimit};
    result.options.verify.task.refute.steps = kRefuteLimit;
    CLI::App app("Daphnia, a program verifier for a subset of Dafny", "daphnia");
    app.require_subcommand(1);
    app.set_version_flag("--version", "daphnia " DAPHNIA_VERSION " (" + solver::version() + ")");
    app.footer(kFooter);
    add_verify(app, result);
    add_run(app, result);
    add_test(app, result);
    add_resolve(app, result);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& request) { // --help, --version
        std::ostringstream text;
        app.exit(request, text, text);
        return Reply{text.str(), 0};
    } catch (const CLI::ParseError& error) {
        return Reply{std::string("daphnia: ") + error.what() + "\nTry 'daphnia --help'.\n", kExitCommandLine};
    }
    return result;
}

} // namespace daphnia::cli
