// GitLab's code quality: a list of findings, each with its severity and one place.
#include "report/escape.h"
#include "report/findings.h"
#include "report/formats.h"

#include <nlohmann/json.hpp>

#include <ostream>

namespace daphnia::report {

namespace {

using Json = nlohmann::ordered_json;

std::string_view severity(const Finding& finding) {
    if (finding.rule == support::Rule::Internal) {
        return "blocker";
    }
    switch (finding.level) {
    case Level::Error:
        // What is wrong for sure, before what could not be proved and what is only not to be taken for granted.
        return finding.verdict() == "refuted" || (finding.diagnostic != nullptr && finding.verdict().empty())
                   ? "critical"
                   : "major";
    case Level::Warning:
        return "minor";
    case Level::Note:
        return "info";
    }
    return {};
}

std::string description(const Finding& finding) {
    const std::string why = headline(finding);
    return printable(finding.message + (why.empty() ? "" : "; " + why));
}

Json location(const Finding& finding, const verify::Run& run, const Places& places) {
    // A finding needs a file, and one of the run as a whole gets the first.
    const std::string path = finding.path().empty() && !run.files.empty() ? run.files.front().path : finding.path();
    const support::LineColumn begin =
        finding.range.has_file() ? finding.range.begin_place() : support::LineColumn{1, 1};
    const support::LineColumn end = finding.range.has_file() ? finding.range.end_place() : begin;
    return {{"path", printable(places.path(path))}, {"lines", {{"begin", begin.line}, {"end", end.line}}}};
}

} // namespace

void write_gitlab(const verify::Run& run, const Context& context, std::ostream& out) {
    Json document = Json::array();
    for (const Finding& each : findings(run, context.places)) {
        document.push_back({{"description", description(each)},
                            {"check_name", each.id()},
                            {"fingerprint", each.fingerprint},
                            {"severity", severity(each)},
                            {"location", location(each, run, context.places)}});
    }
    out << document.dump(2) << '\n';
}

} // namespace daphnia::report
