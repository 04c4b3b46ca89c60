// What the commands write besides their result: colours only where they are seen, files that cannot be read.
#pragma once

#include "cli/options.h"
#include "report/report.h"
#include "verify/run.h"

#include <iosfwd>

namespace daphnia::cli {

bool wants_colour(int descriptor);

report::TextOptions text_options(const Command& command, int descriptor);

// Writes the programs that repeat failing runs, if they are asked for, and says so.
void write_reproducers(const verify::Run& run, const Command& command, std::ostream& out);

// Trouble that changes no verdict, on the error stream.
void write_notes(const verify::Run& run);

// How much of the whole a run verifies that verifies one part, on the error stream.
void report_shard(const verify::Run& run);

// That the filter chooses nothing, on the error stream.
void report_nothing_selected(const verify::Run& run, const Command& command);

// Each file that cannot be read, on the error stream.
void report_unreadable(const verify::Run& run);

} // namespace daphnia::cli
