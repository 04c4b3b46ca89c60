#include "cli/report_files.h"

#include "cli/whole_file.h"
#include "cli/words.h"
#include "driver/includes.h"
#include "driver/reproducer.h"
#include "report/escape.h"
#include "solver/solver.h"
#include "support/environment.h"
#include "support/error.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <set>
#include <sstream>

namespace daphnia::cli {

namespace {

namespace fs = std::filesystem;
using report::Format;
using support::environment;

constexpr const char* kStepSummary = "GITHUB_STEP_SUMMARY";
constexpr std::uintmax_t kSummaryLimit = std::uintmax_t{1} << 20U; // bytes; GitHub takes nothing of what is longer

Format format_named(const std::string& option, const std::string& name) {
    return static_cast<Format>(choice(option, name, report::format_names()));
}

ReportFile report_file(const std::string& text) {
    const std::size_t split = text.find('=');
    if (split == std::string::npos) {
        throw support::InputError(fmt::format("--report: '{}' is not FORMAT=FILE", text));
    }
    ReportFile result{format_named("--report", text.substr(0, split)), text.substr(split + 1)};
    if (result.path.empty()) {
        throw support::InputError(fmt::format("--report: '{}' names no file", text));
    }
    if (result.path == "-") {
        throw support::InputError(
            fmt::format("--report: '{}': what is on standard output is said with --format", text));
    }
    return result;
}

std::string content(Format format, const verify::Run& run, report::Context context) {
    context.text.colour = false;
    context.text.unreadable = true; // nobody sees the error stream beside the file
    std::ostringstream out;
    report::write(format, run, context, out);
    return out.str();
}

// GitHub refuses the whole summary when it is too long, what earlier commands of the step have written included.
void write_step_summary(const std::string& path, const verify::Run& run, const report::Context& context) {
    std::error_code none_yet;
    const std::uintmax_t size = fs::file_size(path, none_yet);
    const std::uintmax_t used = none_yet ? 0 : std::min(size, kSummaryLimit);
    append_to_file(path, report::step_summary(run, context, kSummaryLimit - used));
}

// Whether it went well; complains when not.
template <typename Action>
bool attempted(Action action) {
    try {
        action();
        return true;
    } catch (const support::InputError& error) {
        std::cerr << "daphnia: " << report::printable(error.what()) << '\n';
        return false;
    }
}

} // namespace

void add_reports(CLI::App& command, Format& format, std::vector<ReportFile>& files) {
    const std::string names = fmt::format("{}", fmt::join(report::format_names(), "|"));
    command
        .add_option_function<std::string>(
            "--format", [&format](const std::string& name) { format = format_named("--format", name); },
            "How to report on standard output")
        ->option_text(names);
    command
        .add_option_function<std::vector<std::string>>(
            "--report",
            [&files](const std::vector<std::string>& texts) {
                for (const std::string& text : texts) {
                    files.push_back(report_file(text));
                }
            },
            "Write a report to a file, too, in a format as for --format; as often as there are files")
        ->option_text("FORMAT=FILE ...")
        ->allow_extra_args(false); // one value for each time
}

void require_distinct(const std::vector<ReportFile>& files, const std::string& reproducer) {
    std::set<fs::path> known;
    if (!reproducer.empty()) {
        known.insert(target_of(reproducer));
    }
    for (const ReportFile& each : files) {
        if (!known.insert(target_of(each.path)).second) {
            throw support::InputError(fmt::format("--report: {} is to be written twice", each.path));
        }
        require_replaceable(each.path);
    }
}

report::Context report_context(const report::TextOptions& text) {
    report::Context result{{DAPHNIA_VERSION, solver::version()}, text, {}};
    std::error_code failure;
    const fs::path here = fs::current_path(failure);
    if (failure) {
        return result; // it is gone: paths stay as they are
    }
    fs::path root = here;
    for (const char* name : {"GITHUB_WORKSPACE", "CI_PROJECT_DIR"}) {
        const std::string value = environment(name);
        const fs::path folder = value.empty() ? fs::path() : fs::weakly_canonical(value, failure);
        if (!folder.empty() && *here.lexically_relative(folder).begin() != "..") {
            root = folder;
        }
    }
    result.places = report::Places(here, root);
    return result;
}

bool write_report_files(const verify::Run& run, Format format, const std::vector<ReportFile>& files,
                        const report::Context& context) {
    const std::set<std::string> programs = files.empty() ? std::set<std::string>() : driver::program_files(run);
    bool all = true;
    bool github = format == Format::GitHub;
    for (const ReportFile& each : files) {
        github = github || each.format == Format::GitHub;
        all &= attempted([&] {
            if (programs.count(driver::identity_of(each.path)) > 0) {
                throw support::InputError(each.path + ": is a file of the program, and is not written over");
            }
            replace_file(each.path, content(each.format, run, context));
        });
    }
    if (const std::string summary = environment(kStepSummary); github && !summary.empty()) {
        all &= attempted([&] { write_step_summary(summary, run, context); });
    }
    return all;
}

} // namespace daphnia::cli
