// Reports that go to files, beside the one on standard output.
#pragma once

#include "report/formats.h"

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace daphnia::cli {

struct ReportFile {
    report::Format format = report::Format::Text;
    std::string path;
};

// The options --format and --report. Values that they cannot have throw InputError when they are parsed.
void add_reports(CLI::App& command, report::Format& format, std::vector<ReportFile>& files);

// Refuses, with InputError, files that are named twice (`reproducer` is written, too, unless it is empty), and those
// that cannot be written, as far as can be seen before there is something to write.
void require_distinct(const std::vector<ReportFile>& files, const std::string& reproducer);

// What reports need beside the run. Paths lead from the root of the project, if the system on which this runs says
// where that is (GITHUB_WORKSPACE, CI_PROJECT_DIR), else from the working directory.
report::Context report_context(const report::TextOptions& text);

// Writes each file whole or not at all, and the table of GitHub's step summary where `github` is a format and
// GITHUB_STEP_SUMMARY says where that is. A file of a program is not written over. Complains on the error stream about
// what cannot be written, and goes on. Whether all was written.
bool write_report_files(const verify::Run& run, report::Format format, const std::vector<ReportFile>& files,
                        const report::Context& context);

} // namespace daphnia::cli
