// A run as its reader wants it: text for a terminal, or one JSON document.
#pragma once

#include "verify/run.h"

#include <iosfwd>
#include <string>

namespace daphnia::report {

struct TextOptions {
    bool colour = false;
    bool trace = false;  // explanations with the run, as a table of states
    bool replay = false; // say how to get a program that repeats a failing run
};

// Each diagnostic with its source line underlined and its related places, then the totals. Files that are named and
// cannot be read are not shown: their errors belong on the error stream.
void write_text(const verify::Run& run, const TextOptions& options, std::ostream& out);

// The static errors and warnings alone, as write_text shows them; for faces that go on to show something else.
void write_diagnostics(const std::vector<support::Diagnostic>& diagnostics, const TextOptions& options,
                       std::ostream& out);

struct ToolInfo {
    std::string version;
    std::string solver;
};

// The document of src/report/README.md.
void write_json(const verify::Run& run, const ToolInfo& tool, std::ostream& out);

} // namespace daphnia::report
