// Colours and complaints of the commands; see the header.
#include "cli/output.h"

#include <unistd.h>

#include <cstdlib>
#include <iostream>

namespace daphnia::cli {

bool wants_colour(int descriptor) {
    const char* no_colour = std::getenv("NO_COLOR");
    return ::isatty(descriptor) != 0 && (no_colour == nullptr || *no_colour == '\0');
}

void report_unreadable(const verify::Run& run) {
    for (const verify::FileResult& file : run.files) {
        if (file.stage == verify::Stage::Unreadable) {
            for (const support::Diagnostic& diagnostic : file.diagnostics) {
                std::cerr << "daphnia: " << diagnostic.message << '\n';
            }
        }
    }
}

} // namespace daphnia::cli
