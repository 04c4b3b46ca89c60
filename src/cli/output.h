// What the commands write besides their result: colours only where they are seen, files that cannot be read.
#pragma once

#include "verify/run.h"

namespace daphnia::cli {

bool wants_colour(int descriptor);

// Each file that cannot be read, on the error stream.
void report_unreadable(const verify::Run& run);

} // namespace daphnia::cli
