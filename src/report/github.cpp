// Annotations of a workflow on GitHub: commands on lines of their own, of which GitHub shows ten of each kind in a
// step.
#include "report/escape.h"
#include "report/findings.h"
#include "report/formats.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ostream>

namespace daphnia::report {

namespace {

constexpr std::size_t kMostOfAKind = 10; // in a step; the rest would be dropped without a word

// A value of a command, and in a property also what separates properties.
std::string escaped(std::string_view text, bool property) {
    std::string result;
    for (const char byte : text) {
        switch (byte) {
        case '%':
            result += "%25";
            break;
        case '\r':
            result += "%0D";
            break;
        case '\n':
            result += "%0A";
            break;
        case ':':
            result += property ? "%3A" : ":";
            break;
        case ',':
            result += property ? "%2C" : ",";
            break;
        default:
            result += byte;
        }
    }
    return result;
}

std::string_view command(Level level) {
    return level == Level::Note ? "notice" : to_string(level);
}

// Columns are given on one line only, as GitHub wants them; the last one is that of the last character.
std::string place(const Finding& finding, const Places& places) {
    if (finding.path().empty()) {
        return {};
    }
    std::string result = fmt::format("file={},", escaped(printable(places.path(finding.path())), true));
    if (!finding.range.has_file()) {
        return result;
    }
    const support::LineColumn begin = finding.range.begin_place();
    const support::LineColumn end = finding.range.end_place();
    result += fmt::format("line={},endLine={},", begin.line, end.line);
    if (begin.line == end.line) {
        result += fmt::format("col={},endColumn={},", begin.column, std::max(begin.column + 1, end.column) - 1);
    }
    return result;
}

std::string annotation(const Finding& finding, const Places& places) {
    std::string text = printable(finding.message) + '\n' + printable_lines(reason(finding));
    text.resize(text.find_last_not_of('\n') + 1);
    return fmt::format("::{} {}title={}::{}\n", command(finding.level), place(finding, places),
                       escaped(finding.id(), true), escaped(text, false));
}

// On a line of the log that is no command, whatever is in it: neither `::` at its beginning nor `##[` anywhere.
std::string log_line(const Finding& finding, const Places& places) {
    std::string place = printable(places.path(finding.path()));
    if (finding.range.has_file()) {
        const support::LineColumn begin = finding.range.begin_place();
        place += fmt::format(":{}:{}", begin.line, begin.column);
    }
    std::string line =
        fmt::format("not shown: {}: {}: {}", place, to_string(finding.level), printable(finding.message));
    for (std::size_t at = line.find("##["); at != std::string::npos; at = line.find("##[", at)) {
        line.insert(at + 2, " ");
    }
    return line + '\n';
}

// What a run shows to be wrong comes first, then what is wrong in the text, then what is not known.
int rank(const Finding& finding) {
    constexpr std::array kOrder{"refuted", "", "unproved", "exhausted"};
    return static_cast<int>(std::find(kOrder.begin(), kOrder.end(), finding.verdict()) - kOrder.begin());
}

std::string left_out(std::size_t count) {
    return fmt::format(
        "::notice title=daphnia::{} {} not shown here, because GitHub shows {} of a kind for a step; the "
        "log lists {}\n",
        count, count == 1 ? "finding is" : "findings are", kMostOfAKind, count == 1 ? "it" : "them");
}

} // namespace

void write_github(const verify::Run& run, const Context& context, std::ostream& out) {
    std::vector<Finding> all = findings(run, context.places);
    std::stable_sort(all.begin(), all.end(), [](const Finding& a, const Finding& b) { return rank(a) < rank(b); });
    std::string rest;
    std::size_t dropped = 0;
    for (const Level level : {Level::Error, Level::Warning, Level::Note}) {
        const std::size_t most = level == Level::Note ? kMostOfAKind - 1 : kMostOfAKind; // one says what is left out
        std::size_t shown = 0;
        for (const Finding& each : all) {
            if (each.level != level) {
                continue;
            }
            if (shown++ < most) {
                out << annotation(each, context.places);
            } else {
                rest += log_line(each, context.places);
                ++dropped;
            }
        }
    }
    if (dropped > 0) {
        out << left_out(dropped) << rest;
    }
    TextReport(TextOptions{}, out).totals(run);
}

} // namespace daphnia::report
