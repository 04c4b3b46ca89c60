// The formats of reports by name: one table for what is written to standard output and what is written to files.
#pragma once

#include "report/places.h"
#include "report/report.h"

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace daphnia::report {

enum class Format : std::uint8_t { Text, Json, Sarif, Junit, GitHub, GitLab };

// In the order of the enumerators.
std::vector<std::string> format_names();

// What reports need beside the run.
struct Context {
    ToolInfo tool;
    TextOptions text;
    Places places;
};

// Of a run that has been made. src/report/README.md says what is where.
void write(Format format, const verify::Run& run, const Context& context, std::ostream& out);

// The formats one by one.
void write_sarif(const verify::Run& run, const Context& context, std::ostream& out);
void write_junit(const verify::Run& run, const Context& context, std::ostream& out);
void write_github(const verify::Run& run, const Context& context, std::ostream& out);
void write_gitlab(const verify::Run& run, const Context& context, std::ostream& out);

// A table of the findings in Markdown, for the summary of a step on GitHub: at most so many bytes; of what does not
// fit, it says how much that is. Empty when not even that fits.
std::string step_summary(const verify::Run& run, const Context& context, std::size_t limit);

} // namespace daphnia::report
