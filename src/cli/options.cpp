#include "cli/options.h"

#include "cli/completion.h"
#include "cli/options_audit.h"
#include "cli/options_cache.h"
#include "cli/options_complexity.h"
#include "cli/options_format.h"
#include "cli/options_project.h"
#include "cli/options_server.h"
#include "cli/options_shard.h"
#include "cli/words.h"
#include "solver/solver.h"
#include "support/error.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <sstream>
#include <string_view>

namespace daphnia::cli {

namespace {

constexpr std::uint32_t kTimeLimit = 5;      // seconds
constexpr std::uint64_t kMemoryLimit = 4096; // megabytes
constexpr std::uint64_t kRefuteLimit = 5'000'000;
constexpr std::uint64_t kTestSteps = 100'000'000;
constexpr int kExitCommandLine = 1;
constexpr std::uint64_t kMostCores = 1'000;
constexpr std::uint64_t kMostSeconds = 4'000'000;
constexpr std::uint64_t kMostSeeds = 1'000'000'000;
constexpr std::uint64_t kMostMemory = std::uint64_t{1} << 40U; // megabytes
constexpr std::uint64_t kMostOfAnything = 1'000'000'000'000'000'000;

constexpr const char* kFooter = R"(
Exit codes: 0 everything is proved, and what was to be run has run well; 1 bad command line or unreadable file;
2 errors of syntax, names or types; 3 a program or a test failed as it ran; 4 something is not proved; 5 something
needs formatting (format --check); 70 a defect of Daphnia, which is never a verdict. With several files the smallest
of 1, 2, 4 that occurs decides.)";

void add_paths(CLI::App& command, Command& result) {
    command
        .add_option("path", result.paths,
                    "Files, folders whose .dfy files are meant, - for standard input; each file is a program. With a "
                    "project file (.toml) all files are one")
        ->required()
        ->type_name("FILE|FOLDER");
    command.add_flag("--program", result.one_program, "All files are one program, and all of it is meant");
    add_find_project(command, result);
}

// The help shows what the number is without the option.
template <typename Number>
void add_number(CLI::App& command, const std::string& name, const std::string& kind, const std::string& description,
                Number& target, std::uint64_t largest) {
    largest = std::min<std::uint64_t>(largest, std::numeric_limits<Number>::max());
    add_value(command, name, fmt::format("{} [{}]", kind, target), description,
              [&target, name, largest](const std::string& text) {
                  target = static_cast<Number>(number(name, text, largest));
              });
}

void add_format(CLI::App& command, Command& result) {
    add_value(command, "--format", "text|json", "How to report: text, or one JSON document on standard output",
              [&result](const std::string& text) {
                  result.format =
                      choice("--format", text, {"text", "json"}) == 0 ? report::Format::Text : report::Format::Json;
              });
}

void add_resolution(CLI::App& command, Command& result) {
    command.add_flag("--reads-clauses-on-methods", result.options.resolve.reads_clauses_on_methods,
                     "Methods may have reads clauses, and are checked against them");
    command.add_flag("--warn-shadowing", result.options.resolve.warn_shadowing,
                     "Warn of variables that hide others of their name");
    command.add_flag("--type-system-refresh", result.options.resolve.type_system_refresh,
                     "Infer types as Dafny's newer rules do: the smallest that hold all that flows into a variable");
}

// What is no success although nothing is wrong.
void add_allow_warnings(CLI::App& command, Command& result) {
    command.add_flag("--allow-warnings", result.options.strictness.allow_warnings,
                     "false: warnings are no success, exit code 2 [true]");
}

void add_limits(CLI::App& command, Command& result) {
    verify::Options& options = result.options.verify;
    verify::Limits& limits = options.task.limits;
    add_number(command, "--cores", "N", "Worker processes; 0: one for each processor", options.cores, kMostCores);
    add_number(command, "--resource-limit", "N",
               "What the checks of one declaration may cost together, in the solver's units, the same on every "
               "machine; 0: no limit",
               limits.resources, kMostOfAnything);
    add_number(command, "--verification-time-limit", "SECONDS",
               "Seconds of processor time that the checks of one declaration may take together; 0: no limit",
               limits.seconds, kMostSeconds);
    add_number(command, "--solver-memory-limit", "MB", "Megabytes that one worker may use; 0: no limit",
               limits.memory_mb, kMostMemory);
    add_number(command, "--random-seed", "N", "Of the solver: verdicts that change with it hang by a thread",
               options.prover.seed, kMostSeeds);
}

void add_filter(CLI::App& command, Command& result) {
    command.add_option("--filter-symbol", result.options.filter_symbol, "Only declarations whose name contains this")
        ->type_name("SYMBOL");
}

// How programs are proved, whatever is done with them afterwards.
void add_proof(CLI::App& command, Command& result) {
    verify::Options& options = result.options.verify;
    add_resolution(command, result);
    add_limits(command, result);
    command.add_flag("--verify-included-files", result.options.verify_included_files,
                     "Prove what included files declare, too");
    command.add_flag("--isolate-assertions", options.task.isolate_assertions,
                     "Check every assertion by itself, without a check of the whole first");
    command.add_flag("--relax-definite-assignment", result.options.encode.relax_definite_assignment,
                     "Variables whose type has a default value may be read before they are assigned");
    command.add_flag("--manual-triggers", result.options.encode.manual_triggers,
                     "Select no triggers for quantifiers that have none");
    command.add_flag_callback(
        "--disable-nonlinear-arithmetic", [&options] { options.prover.nonlinear = false; },
        "Let the solver know nothing about products of variables");
}

// What is said about proofs, whatever they are for.
void add_scrutiny(CLI::App& command, verify::Scrutiny& scrutiny) {
    command.add_flag("--warn-contradictory-assumptions", scrutiny.contradictory,
                     "Warn of what is proved only because assumptions contradict each other; {:contradiction} on an "
                     "assertion says that this is meant");
    command.add_flag("--warn-redundant-assumptions", scrutiny.redundant,
                     "Warn of requires clauses, invariants and assume statements that no proof needs");
}

void add_strictness(CLI::App& command, Command& result) {
    add_allow_warnings(command, result);
    command.add_flag("--fail-on-assumptions", result.options.strictness.fail_on_assumptions,
                     "What is taken for granted is no success, exit code 4");
}

// The same, with what is said of proofs, and of those that fail.
void add_findings(CLI::App& command, Command& result) {
    add_proof(command, result);
    add_scrutiny(command, result.options.verify.task.scrutiny);
    add_number(command, "--refute-limit", "N",
               "Steps of a declaration's runs in search of one that breaks what is not proved; 0: nothing is run",
               result.options.verify.task.refute.steps, kMostOfAnything);
    add_cache(command, result);
}

// The same, as it is reported.
void add_verification(CLI::App& command, Command& result) {
    add_findings(command, result);
    add_strictness(command, result);
    command.add_flag("--trace", result.trace, "Show the run of each counterexample as a table of states");
    add_value(command, "--reproducer", "FILE", "Write a program that repeats the run that fails (name-2, … for others)",
              [&result](const std::string& path) { result.reproducer = path; });
}

void add_verify(CLI::App& app, Command& result) {
    CLI::App& command = *app.add_subcommand("verify", "Prove programs correct");
    add_paths(command, result);
    add_reports(command, result.format, result.reports);
    add_verification(command, result);
    CLI::Option& check_solver =
        add_value(command, "--check-solver", "cvc5",
                  "Ask this solver, too, about what is proved; that it contradicts is a defect, exit code 70",
                  [&result](const std::string& text) {
                      choice("--check-solver", text, {"cvc5"});
                      try {
                          result.options.verify.second_prover = solver::cvc5_prover(text);
                      } catch (const support::InputError& error) {
                          throw support::InputError(fmt::format("--check-solver: {}", error.what()));
                      }
                  });
    CLI::Option& accepted = add_accepted(command, result);
    accepted.needs("--fail-on-assumptions"); // without which there is nothing to accept
    add_filter(command, result);
    CLI::Option& dump =
        add_value(command, "--dump", "ast|typed|ivl|passive|vc|smt2",
                  "Print what a stage makes of the program, and do not verify (program: another word for typed)",
                  [&result](const std::string& name) {
                      choice("--dump", name, {"ast", "typed", "program", "ivl", "passive", "vc", "smt2"});
                      result.dump = driver::dump_stage(name);
                      result.action = Action::Dump;
                  });
    check_solver.excludes(&dump); // which proves nothing
    dump.excludes("--report");
    CLI::Option& shard = add_shard(command, result);
    shard.excludes(&dump);
    shard.excludes(&accepted); // of which merged reports know nothing
}

void add_measure_complexity(CLI::App& app, Command& result) {
    CLI::App& command = *app.add_subcommand(
        "measure-complexity", "Prove programs several times in other words, and say how much verdicts and costs vary");
    add_paths(command, result);
    add_format(command, result);
    add_complexity(command, result);
    add_proof(command, result);
    add_strictness(command, result);
    add_filter(command, result);
    command.callback([&result] { result.action = Action::MeasureComplexity; });
}

void add_resolve(CLI::App& app, Command& result) {
    CLI::App& command = *app.add_subcommand("resolve", "Check syntax, names and types only");
    add_paths(command, result);
    add_reports(command, result.format, result.reports);
    add_resolution(command, result);
    add_allow_warnings(command, result);
    command.callback([&result] { result.goal = driver::Goal::Resolve; });
}

void add_execution(CLI::App& command, Command& result, std::uint64_t steps) {
    CLI::Option* const unproved = command.add_flag_callback(
        "--no-verify", [&result] { result.goal = driver::Goal::Resolve; },
        "Prove nothing; every contract and rule is checked as the program runs");
    add_value(command, "--step-limit", fmt::format("N [{}]", steps),
              "Statements and expressions that a run may take; 0: no limit", [&result](const std::string& text) {
                  result.step_limit = number("--step-limit", text, kMostOfAnything);
              });
    add_verification(command, result);
    unproved->excludes("--fail-on-assumptions"); // which are those of a proof
}

void add_run(CLI::App& app, Command& result) {
    CLI::App& command = *app.add_subcommand("run", "Prove a program correct, then run it");
    command
        .add_option_function<std::string>(
            "path", [&result](const std::string& path) { result.paths = {path}; },
            "The program, or a project file (.toml) that says which it is")
        ->required()
        ->type_name("FILE");
    add_find_project(command, result);
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

// --help, --version or what a shell needs: what to print.
struct Request {
    std::string answer;
};

// A command, and the application that fills it in.
class CommandLine {
  public:
    CommandLine() {
        verify::Limits& limits = result_.options.verify.task.limits;
        limits = {solver::kUsualResources, kTimeLimit, kMemoryLimit};
        result_.options.verify.task.refute.steps = kRefuteLimit;
        app_.require_subcommand(1);
        app_.set_version_flag("--version", "daphnia " DAPHNIA_VERSION " (" + solver::version() + ")");
        app_.footer(kFooter);
        add_verify(app_, result_);
        add_run(app_, result_);
        add_test(app_, result_);
        add_resolve(app_, result_);
        CLI::App& audit = add_audit(app_, result_);
        add_paths(audit, result_);
        add_resolution(audit, result_);
        add_allow_warnings(audit, result_);
        add_merge_reports(app_, result_);
        add_measure_complexity(app_, result_);
        add_format_command(app_, result_);
        add_cache_command(app_, result_);
        add_findings(add_server(app_, result_), result_);
        add_completion(app_, shell_);
    }

    CLI::App& app() { return app_; }

    // As settle_words gives them. Throws InputError, Request, and what CLI11 throws at bad words.
    Command parse(std::vector<std::string> words) && {
        result_.words = words;
        std::reverse(words.begin(), words.end()); // as CLI11 wants them
        try {
            app_.parse(std::move(words));
        } catch (const CLI::Success& request) {
            std::ostringstream text;
            app_.exit(request, text, text);
            throw Request{text.str()};
        }
        if (shell_) {
            throw Request{completion_script(app_, *shell_)};
        }
        return std::move(result_);
    }

  private:
    CLI::App app_{"Daphnia, a program verifier for a subset of Dafny", "daphnia"};
    Command result_;             // which the application refers to
    std::optional<Shell> shell_; // which wants to complete
};

// What is asked of a command line that has only this command.
const char* missing(std::string_view command) {
    if (command == "merge-reports") {
        return "which reports? Name one of each shard";
    }
    if (command == "completion") {
        return "for which shell? Name bash, zsh or fish";
    }
    return "which program? Name a file, or - for standard input";
}

Command parse_words(const std::vector<std::string>& words) {
    return CommandLine().parse(words);
}

// As a server needs them for a program that a project describes: those that the project gives count where the words
// say nothing.
driver::Options options_of_project(const std::vector<std::string>& words, const driver::Project& project) {
    CommandLine line;
    Command command =
        with_project(words_of_verify(words, *line.app().get_subcommand("verify"), project), line.app(), parse_words);
    settle_cache(command);
    return command.options;
}

} // namespace

std::variant<Command, Reply> parse_command_line(int argc, char** argv) {
    CommandLine line;
    try {
        const auto words = settle_words(line.app(), std::vector<std::string>(argv + 1, argv + argc));
        Command command = with_project(words, line.app(), parse_words);
        settle_shard(command);
        settle_cache(command);
        require_distinct(command.reports, command.reproducer);
        settle_server(command, options_of_project);
        return command;
    } catch (const Request& request) {
        return Reply{request.answer, 0};
    } catch (const support::InputError& error) {
        return Reply{fmt::format("daphnia: {}\n", error.what()), kExitCommandLine};
    } catch (const CLI::RequiredError&) { // the one thing that is required of every command
        return Reply{fmt::format("daphnia: {}\n", missing(argv[1])), kExitCommandLine};
    } catch (const CLI::ParseError& error) {
        return Reply{std::string("daphnia: ") + error.what() + "\nTry 'daphnia --help'.\n", kExitCommandLine};
    }
}

} // namespace daphnia::cli
