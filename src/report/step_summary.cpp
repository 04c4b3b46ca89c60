// The findings as a table in Markdown, in which nothing of a program is markup.
#include "report/escape.h"
#include "report/findings.h"
#include "report/formats.h"

#include <fmt/format.h>

#include <algorithm>

namespace daphnia::report {

namespace {

std::string row(const Finding& finding, const Places& places) {
    std::string place = markdown(places.path(finding.path()));
    if (finding.range.has_file()) {
        const support::LineColumn begin = finding.range.begin_place();
        place += fmt::format("&#58;{}&#58;{}", begin.line, begin.column);
    }
    const std::string why = headline(finding);
    return fmt::format("| {} | {} | {} | {} | {}{}{} |\n",
                       finding.verdict().empty() ? to_string(finding.level) : finding.verdict(), finding.id(), place,
                       markdown(finding.declaration), markdown(finding.message), why.empty() ? "" : "<br>",
                       markdown(why));
}

int rank(const Finding& finding) {
    return finding.verdict() == "refuted" ? -1 : static_cast<int>(finding.level);
}

std::string heading(const verify::Run& run) {
    const verify::Totals sums = verify::totals(run);
    const auto counted = [](std::size_t count, std::string_view noun) {
        return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
    };
    return fmt::format(
        "### Daphnia: {} verified, {}, {}, {}{}\n\n", sums.verified, counted(sums.errors, "error"),
        counted(sums.warnings, "warning"), counted(sums.assumptions, "assumption"),
        sums.unverified_files == 0 ? "" : fmt::format(", {} not verified", counted(sums.unverified_files, "file")));
}

} // namespace

std::string step_summary(const verify::Run& run, const Context& context, std::size_t limit) {
    constexpr std::size_t kLastLine = 60; // "…and N more"
    std::vector<Finding> all = findings(run, context.places);
    std::stable_sort(all.begin(), all.end(), [](const Finding& a, const Finding& b) { return rank(a) < rank(b); });
    std::string result = heading(run);
    if (!all.empty()) {
        result += "| | rule | place | declaration | |\n|---|---|---|---|---|\n";
    }
    if (result.size() + kLastLine > limit) {
        return {};
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::string next = row(all[i], context.places);
        if (result.size() + next.size() + kLastLine > limit) {
            return result + fmt::format("\n… and {} more\n", all.size() - i);
        }
        result += next;
    }
    return result + '\n';
}

} // namespace daphnia::report
