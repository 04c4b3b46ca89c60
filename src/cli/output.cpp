// Colours and complaints of the commands; see the header.
#include "cli/output.h"

#include "driver/reproducer.h"
#include "report/escape.h"

#include <fmt/format.h>

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>

namespace daphnia::cli {

bool wants_colour(int descriptor) {
    const char* no_colour = std::getenv("NO_COLOR");
    return ::isatty(descriptor) != 0 && (no_colour == nullptr || *no_colour == '\0');
}

report::TextOptions text_options(const Command& command, int descriptor) {
    return {wants_colour(descriptor), command.trace, command.reproducer.empty()};
}

void write_reproducers(const verify::Run& run, const Command& command, std::ostream& out) {
    if (command.reproducer.empty()) {
        return;
    }
    const auto written = driver::write_reproducers(run, command.reproducer, command.options);
    for (const driver::Reproducer& each : written) {
        const support::LineColumn place = each.failure.begin_place();
        out << fmt::format("{}:{}:{}: to see this again: {}\n", report::printable(each.failure.file->path()),
                           place.line, place.column, each.command);
    }
    if (written.empty()) {
        out << fmt::format("no failing run is known: {} is not written\n", command.reproducer);
    }
}

void write_notes(const verify::Run& run) {
    for (const std::string& note : run.notes) {
        std::cerr << "daphnia: note: " << note << '\n';
    }
}

void report_shard(const verify::Run& run) {
    if (!run.shard) {
        return;
    }
    std::size_t own = 0;
    std::size_t all = 0;
    for (const verify::FileResult& file : run.files) {
        own += static_cast<std::size_t>(std::count(file.shards.begin(), file.shards.end(), run.shard->number));
        all += file.shards.size();
    }
    std::cerr << fmt::format("daphnia: note: shard {}/{} {}{} of {} declarations\n", run.shard->number, run.shard->of,
                             own == 0 ? "is empty: it has " : "verifies ", own, all);
}

void report_nothing_selected(const verify::Run& run, const Command& command) {
    std::cerr << "daphnia: no declaration to verify has a name that contains '" << command.options.filter_symbol << "'"
              << (run.selection_meant.empty() ? "" : "; ") << run.selection_meant << '\n';
}

void report_unreadable(const verify::Run& run) {
    for (const verify::FileResult& file : run.files) {
        if (file.stage == verify::Stage::Unreadable) {
            for (const support::Diagnostic& diagnostic : file.diagnostics) {
                if (!diagnostic.range.has_file()) { // else of a file that is included, and shown at that place
                    std::cerr << "daphnia: " << report::printable(diagnostic.message) << '\n';
                }
            }
        }
    }
}

} // namespace daphnia::cli
