#include "cli/complexity.h"

#include "cli/output.h"
#include "cli/programs.h"
#include "report/complexity.h"
#include "report/report.h"
#include "solver/solver.h"

#include <fmt/format.h>

#include <unistd.h>

#include <iostream>

namespace daphnia::cli {

namespace {

// There is something other to say of the programs than how they are proved.
void report_failure(const verify::Run& run, const Command& command, const report::ToolInfo& tool) {
    report_unreadable(run);
    if (command.format == report::Format::Json) {
        report::write_json(run, tool, std::cout);
    } else {
        report::write_text(run, text_options(command, STDOUT_FILENO), std::cout);
    }
    if (run.nothing_selected) {
        report_nothing_selected(run, command);
    }
}

} // namespace

int measure_complexity(const Command& command) {
    const bool text = command.format == report::Format::Text;
    const ComplexityCommand& options = command.complexity;
    const auto starts = [&](std::uint32_t mutation, std::uint32_t seed) {
        if (text) {
            std::cout << fmt::format("Starting verification of mutation {}/{} with seed {}\n", mutation + 1,
                                     options.options.mutations, seed)
                      << std::flush;
        }
    };
    const verify::Measurement measurement =
        driver::measure(read_programs(command), command.options, options.options, starts);
    const report::ToolInfo tool{DAPHNIA_VERSION, solver::version()};
    if (!measurement.complete) {
        report_failure(measurement.run, command, tool);
    } else if (text) {
        report::write_complexity(measurement, options.tolerance, {wants_colour(STDOUT_FILENO), options.worst},
                                 std::cout);
    } else {
        report::write_complexity_json(measurement, options.tolerance, tool, std::cout);
    }
    return verify::exit_code(measurement, options.tolerance);
}

} // namespace daphnia::cli
