// The findings of an audit as text, and as tables: what is common to all formats stands in `rows`.
#include "report/audit.h"

#include "report/audit_words.h"
#include "report/escape.h"
#include "report/terminal.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ostream>

namespace daphnia::report {

namespace {

constexpr std::string_view kElsewhere =
    "Contracts that nothing meets, and assumptions that contradict each other, are found by verification: "
    "daphnia verify --warn-contradictory-assumptions";

std::string counted(std::size_t count, std::string_view noun) {
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string place_of(const verify::Assumption& finding) {
    const support::LineColumn place = finding.range.begin_place();
    return fmt::format("{}:{}:{}", finding.range.file->path(), place.line, place.column);
}

std::string summary(const Audit& audit) {
    const verify::Totals sums = verify::totals(audit.run);
    std::string result = fmt::format("Daphnia auditor completed with {}", counted(sums.assumptions, "finding"));
    if (sums.accepted > 0) {
        result += fmt::format(", {} of them accepted", sums.accepted);
    }
    if (sums.unverified_files > 0) {
        result += fmt::format("; {} could not be audited", counted(sums.unverified_files, "file"));
    }
    return result;
}

std::string stale_entry(const AcceptedFinding& entry) {
    return fmt::format("accepted, but not found{}: {}: {} of '{}': {}",
                       entry.count > 1 ? fmt::format(" {} times", entry.count) : "", entry.file, entry.id,
                       entry.declaration, entry.text);
}

constexpr std::array<std::string_view, 7> kColumns{"Name",       "Compiled", "Explicit Assumption", "Accepted", "Issue",
                                                   "Mitigation", "Place"};
using Row = std::array<std::string, kColumns.size()>;

std::vector<Row> rows(const verify::Run& run) {
    const auto truth = [](bool value) { return value ? "True" : "False"; };
    std::vector<Row> result;
    for (const verify::FileResult& file : run.files) {
        for (const verify::Assumption& finding : file.assumptions) {
            const AuditWords words = audit_words(finding);
            result.push_back({finding.declaration, truth(finding.compiled), truth(finding.marked),
                              truth(finding.accepted), std::string(words.issue), std::string(words.mitigation),
                              place_of(finding)});
        }
    }
    return result;
}

// Files that are not in the table, with their reason: a file that does not resolve is never just absent.
std::vector<std::string> failures(const verify::Run& run) {
    std::vector<std::string> result;
    for (const verify::FileResult& file : run.files) {
        for (const support::Diagnostic& each : file.diagnostics) {
            if (each.severity == support::Severity::Error) {
                const support::LineColumn place = each.range.begin_place();
                result.push_back(each.range.has_file() ? fmt::format("{}:{}:{}: error: {}", each.range.file->path(),
                                                                     place.line, place.column, each.message)
                                                       : fmt::format("error: {}", each.message));
            }
        }
    }
    return result;
}

std::string html(std::string_view text) {
    return entities(printable(text));
}

// What stands below the table.
std::vector<std::string> remarks(const Audit& audit) {
    std::vector<std::string> result = failures(audit.run);
    std::transform(audit.stale.begin(), audit.stale.end(), std::back_inserter(result), stale_entry);
    result.push_back(summary(audit));
    result.emplace_back(kElsewhere);
    return result;
}

} // namespace

void write_audit_text(const Audit& audit, const TextOptions& options, std::ostream& out) {
    Terminal terminal(options.colour, out);
    for (const verify::FileResult& file : audit.run.files) {
        std::vector<support::Diagnostic> shown = file.diagnostics;
        std::erase_if(shown, [&](const support::Diagnostic& each) {
            return file.stage == verify::Stage::Unreadable && !each.range.has_file(); // said on the error stream
        });
        write_diagnostics(shown, options, out);
        for (const verify::Assumption& finding : file.assumptions) {
            terminal.place(finding.range);
            out << terminal.paint(finding.accepted ? Style::Quiet : Style::Warning,
                                  finding.accepted ? "accepted:" : "assuming:")
                << ' ' << finding.message << '\n';
            if (!finding.accepted) {
                out << fmt::format("  possible mitigation: {}\n", audit_words(finding).mitigation);
            }
        }
    }
    for (const AcceptedFinding& entry : audit.stale) {
        out << on_one_line(stale_entry(entry)) << '\n';
    }
    out << '\n' << summary(audit) << '\n' << kElsewhere << '\n';
}

void write_audit_markdown(const Audit& audit, std::ostream& out) {
    const auto line = [&](const auto& cells, auto&& written) {
        for (const auto& cell : cells) {
            out << "| " << written(cell) << ' ';
        }
        out << "|\n";
    };
    line(kColumns, markdown);
    line(kColumns, [](std::string_view) { return "---"; });
    for (const Row& row : rows(audit.run)) {
        line(row, markdown);
    }
    for (const std::string& each : remarks(audit)) {
        out << '\n' << markdown(each) << '\n';
    }
}

void write_audit_html(const Audit& audit, std::ostream& out) {
    out << R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>What is taken for granted</title>
<style>
body { font-family: sans-serif; }
table { border-collapse: collapse; }
th, td { border: 1px solid #888; padding: 0.2em 0.5em; text-align: left; }
</style>
</head>
<body>
<table>
)";
    const auto line = [&](const auto& cells, std::string_view tag) {
        out << "<tr>";
        for (const auto& cell : cells) {
            out << fmt::format("<{0}>{1}</{0}>", tag, html(cell));
        }
        out << "</tr>\n";
    };
    line(kColumns, "th");
    for (const Row& row : rows(audit.run)) {
        line(row, "td");
    }
    out << "</table>\n";
    for (const std::string& each : remarks(audit)) {
        out << "<p>" << html(each) << "</p>\n";
    }
    out << "</body>\n</html>\n";
}

} // namespace daphnia::report
