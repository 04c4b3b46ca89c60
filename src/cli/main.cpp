// The command-line face: options to a session, its run to a report, the run's worst to an exit code.
#include "cli/audit.h"
#include "cli/cache_command.h"
#include "cli/complexity.h"
#include "cli/execute.h"
#include "cli/format.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/programs.h"
#include "cli/progress.h"
#include "lsp/loop.h"
#include "report/accepted.h"
#include "report/merge.h"
#include "report/report.h"
#include "support/error.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <iostream>

namespace {

using namespace daphnia;
using cli::report_unreadable;
using cli::wants_colour;

constexpr int kExitInput = 1;
constexpr int kExitInternal = 70;

int dump(const cli::Command& command, const driver::Session& session) {
    const verify::Run run = session.dump(cli::read_programs(command), *command.dump, std::cout);
    report_unreadable(run);
    for (const verify::FileResult& file : run.files) {
        if (file.source != nullptr) {
            report::write_diagnostics(file.diagnostics, {wants_colour(STDERR_FILENO)}, std::cerr);
        }
    }
    return verify::exit_code(run);
}

int check(const cli::Command& command, const driver::Session& session) {
    const bool text = command.format == report::Format::Text; // which is written as things become known
    const report::Context context = cli::report_context(cli::text_options(command, STDOUT_FILENO));
    report::TextReport report(context.text, std::cout);
    cli::Progress progress(std::cerr, ::isatty(STDERR_FILENO) != 0, text ? &report : nullptr);
    const std::string& list = command.audit.accepted;
    const auto accepted = list.empty() ? report::AcceptedFindings() : report::AcceptedFindings::read(list);
    verify::Run run = session.check(cli::read_programs(command), command.goal, &progress);
    accepted.mark(run); // what is in the list and not in the run is an audit's business
    report_unreadable(run);
    cli::write_notes(run);
    cli::report_shard(run);
    if (text) {
        report.totals(run);
    } else {
        report::write(command.format, run, context, std::cout);
    }
    const bool all_written = cli::write_report_files(run, command.format, command.reports, context);
    cli::write_reproducers(run, command, text ? std::cout : std::cerr);
    if (run.nothing_selected) {
        cli::report_nothing_selected(run, command);
    }
    const int code = verify::exit_code(run);
    return all_written || code == kExitInternal ? code : kExitInput;
}

int merge(const cli::Command& command) {
    const report::Merged merged = report::merge_reports(command.paths);
    std::cout << merged.text;
    return merged.exit_code;
}

// Walks over the trees of a program are recursive, and a program may have a sum of ten thousand terms. Linux keeps at
// least 128 MB free for the stack to grow into, whatever the limit was when the process started.
void deepen_stack() {
    constexpr rlim_t kWanted = rlim_t{120} << 20U;
    rlimit limit{};
    if (::getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur < kWanted) {
        limit.rlim_cur = std::min(kWanted, limit.rlim_max);
        ::setrlimit(RLIMIT_STACK, &limit); // refused: the stack stays as it is
    }
}

// A result that nobody can read is an error, and not a signal. A stream that was closed stays one that cannot be used:
// no file that is opened later may take its place.
void guard_streams() {
    ::signal(SIGPIPE, SIG_IGN);
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(stream, F_GETFD) < 0) {
            // The lowest free number is this one.
            const int opened = ::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
            static_cast<void>(opened); // refused: it stays closed
        }
    }
}

int perform(const cli::Command& command, const driver::Session& session) {
    switch (command.action) {
    case cli::Action::Check:
        return check(command, session);
    case cli::Action::Dump:
        return dump(command, session);
    case cli::Action::Audit:
        return cli::audit(command, session);
    case cli::Action::Run:
        return cli::run_program(command, session);
    case cli::Action::Test:
        return cli::run_tests(command, session);
    case cli::Action::Cache:
        return cli::manage_cache(command, std::cout);
    case cli::Action::Merge:
        return merge(command);
    case cli::Action::MeasureComplexity:
        return cli::measure_complexity(command);
    case cli::Action::Server:
        return lsp::serve(command.server, STDIN_FILENO, STDOUT_FILENO);
    case cli::Action::Format:
        return cli::format_programs(command);
    }
    throw support::InternalError("a command that does nothing");
}

int run(const cli::Command& command) {
    for (const std::string& note : command.notes) {
        std::cerr << "daphnia: " << note << '\n';
    }
    const driver::Session session(command.options);
    const int code = perform(command, session);
    std::cout.flush();
    if (!std::cout) {
        throw support::InputError("the result could not be written to standard output");
    }
    return code;
}

} // namespace

int main(int argc, char** argv) {
    deepen_stack();
    guard_streams();
    try {
        std::variant<cli::Command, cli::Reply> parsed = cli::parse_command_line(argc, argv);
        if (const auto* reply = std::get_if<cli::Reply>(&parsed)) {
            (reply->exit_code == 0 ? std::cout : std::cerr) << reply->text << std::flush;
            return std::cout ? reply->exit_code : kExitInput;
        }
        return run(std::get<cli::Command>(parsed));
    } catch (const support::InputError& error) {
        std::cerr << "daphnia: " << error.what() << '\n';
        return kExitInput;
    } catch (const std::exception& error) {
        std::cerr << "daphnia: internal error: " << error.what()
                  << "\nThis is a defect of Daphnia and says nothing about the program. Please report it.\n";
        return kExitInternal;
    }
}
