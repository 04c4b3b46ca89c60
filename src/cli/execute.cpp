// Verification first, then the program or its tests, then how they ended; see the header.
#include "cli/execute.h"

#include "cli/output.h"
#include "cli/programs.h"
#include "cli/progress.h"
#include "report/report.h"
#include "support/error.h"

#include <fmt/format.h>

#include <unistd.h>

#include <filesystem>
#include <iostream>

namespace daphnia::cli {

namespace {

constexpr int kExitFailedRun = 3; // as Dafny has it

// The output of a program, which ends when nobody can read it.
class ProgramOutput {
  public:
    ProgramOutput() : stream_(std::cout.rdbuf()) { stream_.exceptions(std::ios::badbit | std::ios::failbit); }
    std::ostream& stream() { return stream_; }

  private:
    std::ostream stream_;
};

driver::ExecutionOptions execution_options(const Command& command) {
    driver::ExecutionOptions result;
    result.checking = command.goal == driver::Goal::Resolve;
    result.relax_definite_assignment = command.options.encode.relax_definite_assignment;
    result.steps = command.step_limit;
    result.arguments = command.arguments;
    return result;
}

driver::Execution execute(const driver::Runnable& program, const typed::Method& method, const Command& command) {
    ProgramOutput output;
    try {
        return driver::execute(program, method, execution_options(command), output.stream());
    } catch (const std::ios_base::failure&) {
        throw support::InputError("the program's output could not be written to standard output");
    }
}

std::string undetermined(std::uint64_t checks) {
    return fmt::format("note: {} {} could not be evaluated and {} passed over\n", checks,
                       checks == 1 ? "check" : "checks", checks == 1 ? "was" : "were");
}

std::string halt_message(const driver::Execution& execution) {
    return fmt::format("{}: {}", driver::halting_place(execution.failure.range), execution.failure.message);
}

driver::Loaded load(const Command& command, const driver::Session& session) {
    Progress progress(std::cerr, ::isatty(STDERR_FILENO) != 0, nullptr);
    return session.load(read_programs(command), command.entry, command.goal, &progress);
}

// Whether it passed.
bool run_test(const driver::Runnable& program, const typed::Method& method, const Command& command) {
    std::cout << method.name << ": " << std::flush;
    const driver::Execution execution = execute(program, method, command);
    if (execution.finished) {
        std::cout << "PASSED\n";
    } else if (execution.halted) {
        std::cout << "FAILED\n\t" << halt_message(execution) << '\n';
    } else {
        std::cout << "FAILED\n";
        report::write_diagnostics({execution.failure}, {wants_colour(STDOUT_FILENO)}, std::cout);
    }
    if (execution.undetermined_checks > 0) {
        std::cout << undetermined(execution.undetermined_checks);
    }
    return execution.finished;
}

} // namespace

int run_program(const Command& command, const driver::Session& session) {
    std::error_code unknown;
    if (std::filesystem::is_directory(command.paths.front(), unknown)) {
        throw support::InputError(command.paths.front() + ": is a folder; only one file can be run");
    }
    const report::TextOptions style = text_options(command, STDERR_FILENO);
    const driver::Loaded loaded = load(command, session);
    report_unreadable(loaded.run);
    write_notes(loaded.run);
    report::write_text(loaded.run, style, std::cerr);
    write_reproducers(loaded.run, command, std::cerr);
    if (loaded.programs.empty()) {
        return verify::exit_code(loaded.run);
    }
    const driver::Runnable& program = loaded.programs.front();
    const driver::Execution execution = execute(program, *program.methods.front(), command);
    if (execution.halted) {
        std::cerr << "[Program halted] " << halt_message(execution) << '\n';
    } else if (!execution.finished) {
        report::write_diagnostics({execution.failure}, style, std::cerr);
    }
    if (execution.undetermined_checks > 0) {
        std::cerr << undetermined(execution.undetermined_checks);
    }
    return execution.finished ? 0 : kExitFailedRun;
}

int run_tests(const Command& command, const driver::Session& session) {
    const report::TextOptions style = text_options(command, STDOUT_FILENO);
    const driver::Loaded loaded = load(command, session);
    report_unreadable(loaded.run);
    write_notes(loaded.run);
    report::write_text(loaded.run, style, std::cout);
    write_reproducers(loaded.run, command, std::cout);
    if (loaded.programs.empty()) {
        return verify::exit_code(loaded.run);
    }
    std::size_t passed = 0;
    std::size_t failed = 0;
    for (const driver::Runnable& program : loaded.programs) {
        for (const typed::Method* method : program.methods) {
            ++(run_test(program, *method, command) ? passed : failed);
        }
    }
    if (passed + failed == 0) {
        throw support::InputError("no method has the attribute {:test}"); // no success when there is nothing to test
    }
    std::cout << fmt::format("\nDaphnia test runner finished with {} passed, {} failed\n", passed, failed);
    return failed == 0 ? 0 : kExitFailedRun;
}

} // namespace daphnia::cli
