// Failing runs as programs of their own: what was refuted can be seen again without the prover.
#pragma once

#include "driver/session.h"
#include "support/source.h"
#include "verify/run.h"

#include <set>
#include <string>
#include <vector>

namespace daphnia::driver {

struct Reproducer {
    std::string path;
    support::SourceRange failure; // what its run breaks
    std::string command;          // that runs it
};

// The identities of all files of a run's programs, included ones too: nothing that is written may take their place.
std::set<std::string> program_files(const verify::Run& run);

// Writes one program for each failing run: to `path`, and when there are several to `name-2.ext`, `name-3.ext`, …
// beside it. Each is the text of the program, in which every line keeps its number, the text of what it includes, and
// a method that starts the run; it needs no other file. Throws InputError when it cannot be written, or when it would
// take the place of a file of the program.
std::vector<Reproducer> write_reproducers(const verify::Run& run, const std::string& path, const Options& options);

} // namespace daphnia::driver
