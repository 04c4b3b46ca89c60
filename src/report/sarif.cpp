// SARIF 2.1.0, the format of the OASIS standard for results of analyses.
#include "report/escape.h"
#include "report/findings.h"
#include "report/formats.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>

namespace daphnia::report {

namespace {

using Json = nlohmann::ordered_json;
using support::SourceRange;

constexpr const char* kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
constexpr const char* kRoot = "ROOT";
constexpr std::size_t kLongestSnippet = 1000; // bytes
constexpr std::size_t kMostResults = 25'000;  // GitHub refuses a run with more

// Messages are no plain text: braces stand for arguments unless they are doubled, and `[text](target)` is a link, which
// nothing of a program may be.
std::string message_text(std::string_view text) {
    std::string result;
    for (const char byte : printable_lines(text)) {
        if (byte == '(' && !result.empty() && result.back() == ']') {
            result += ' ';
        }
        result += byte;
        if (byte == '{' || byte == '}') {
            result += byte;
        }
    }
    return result;
}

Json message(std::string_view text) {
    return {{"text", message_text(text)}};
}

// The values as a dictionary of messages; of names that occur twice, the last.
Json values(std::initializer_list<const std::vector<support::NamedValue>*> lists) {
    Json result = Json::object();
    for (const auto* list : lists) {
        for (const support::NamedValue& each : *list) {
            if (!each.value.empty()) {
                result[printable(each.name)] = message(each.value);
            }
        }
    }
    return result;
}

Json region(const SourceRange& range) {
    const support::LineColumn begin = range.begin_place();
    const support::LineColumn end = range.end_place();
    Json result = {
        {"startLine", begin.line}, {"startColumn", begin.column}, {"endLine", end.line}, {"endColumn", end.column}};
    if (!range.text().empty() && range.text().size() <= kLongestSnippet) {
        result["snippet"] = {{"text", range.text()}};
    }
    return result;
}

Json beginning() {
    return {{"startLine", 1}, {"startColumn", 1}, {"endLine", 1}, {"endColumn", 1}};
}

Json rules() {
    Json result = Json::array();
    for (const support::RuleInfo& each : support::rules()) {
        result.push_back({{"id", each.id},
                          {"shortDescription", message(each.is_obligation() ? each.unproved : each.help)},
                          {"fullDescription", message(each.help)},
                          {"help", message(each.help)}});
    }
    return result;
}

// Why a verification ends with an exit code that says that it did not take place as it was asked for.
bool took_place(int exit_code) {
    return exit_code != 1 && exit_code != 70;
}

class SarifRun {
  public:
    SarifRun(const verify::Run& run, const Context& context) : run_(run), context_(context) {}

    Json write() const {
        Json result = {{"tool", tool()}, {"invocations", Json::array({invocation()})}};
        if (const std::string root = context_.places.root_uri(); !root.empty()) {
            result["originalUriBaseIds"] = {{kRoot, {{"uri", root}}}};
        }
        result["artifacts"] = artifacts();
        result["columnKind"] = "unicodeCodePoints";
        result["results"] = Json::array();
        std::vector<Finding> all = findings(run_, context_.places);
        if (all.size() > kMostResults) {
            result["invocations"][0]["toolExecutionNotifications"] = Json::array({left_out(all.size())});
            std::stable_sort(all.begin(), all.end(),
                             [](const Finding& a, const Finding& b) { return a.level < b.level; });
            all.erase(all.begin() + static_cast<std::ptrdiff_t>(kMostResults), all.end());
        }
        for (const Finding& each : all) {
            result["results"].push_back(finding(each));
        }
        const verify::Totals sums = verify::totals(run_);
        result["properties"] = {{"verified", sums.verified},
                                {"errors", sums.errors},
                                {"warnings", sums.warnings},
                                {"assumptions", sums.assumptions}};
        return result;
    }

  private:
    Json tool() const {
        return {{"driver",
                 {{"name", "daphnia"},
                  {"version", context_.tool.version},
                  {"semanticVersion", context_.tool.version},
                  {"rules", rules()},
                  {"properties", {{"solver", context_.tool.solver}}}}}};
    }

    Json invocation() const {
        const int code = verify::exit_code(run_);
        return {{"executionSuccessful", took_place(code)}, {"exitCode", code}};
    }

    // Errors are there before warnings, and these before notes.
    static Json left_out(std::size_t found) {
        return {
            {"level", "warning"},
            {"message", message(fmt::format("{} of {} findings are left out: those who read this refuse more than {}",
                                            found - kMostResults, found, kMostResults))}};
    }

    // The programs, those without findings, too.
    Json artifacts() const {
        Json result = Json::array();
        for (const verify::FileResult& file : run_.files) {
            result.push_back({{"location", artifact(file.path)}, {"roles", Json::array({"analysisTarget"})}});
        }
        return result;
    }

    Json artifact(const std::string& path) const {
        Json result = {{"uri", context_.places.uri(path)}};
        if (!context_.places.root_uri().empty() && !context_.places.path(path).starts_with("/")) {
            result["uriBaseId"] = kRoot;
        }
        return result;
    }

    Json physical(const SourceRange& range) const {
        return {{"artifactLocation", artifact(range.file->path())}, {"region", region(range)}};
    }

    // What belongs to no place in a file is at its beginning, because GitHub needs a line.
    Json location(const Finding& finding) const {
        Json result = {
            {"physicalLocation", finding.range.has_file()
                                     ? physical(finding.range)
                                     : Json{{"artifactLocation", artifact(finding.path())}, {"region", beginning()}}}};
        if (!finding.declaration.empty()) {
            result["logicalLocations"] = Json::array({{{"fullyQualifiedName", finding.declaration}}});
        }
        return result;
    }

    Json finding(const Finding& finding) const {
        const std::string why = reason(finding);
        // Not "open" for what is not decided: with any other kind than this, the level has to be "none", and what is
        // not proved would be no error.
        Json result = {{"ruleId", finding.id()},
                       {"ruleIndex", static_cast<std::size_t>(finding.rule)},
                       {"kind", "fail"},
                       {"level", to_string(finding.level)},
                       {"message", message(finding.message + (why.empty() ? "" : '\n' + without_end(why)))}};
        if (!finding.path().empty()) {
            result["locations"] = Json::array({location(finding)});
        }
        if (finding.diagnostic != nullptr) {
            add_related(*finding.diagnostic, result);
            if (finding.diagnostic->explanation != nullptr) {
                add_run(finding, *finding.diagnostic->explanation, result);
            }
        }
        result["partialFingerprints"] = {{"daphnia/v1", finding.fingerprint}};
        result["properties"] = properties(finding);
        return result;
    }

    static std::string without_end(std::string text) {
        text.resize(text.find_last_not_of('\n') + 1);
        return text;
    }

    void add_related(const support::Diagnostic& diagnostic, Json& result) const {
        Json places = Json::array();
        for (const support::Related& each : diagnostic.related) {
            if (each.range.has_file()) {
                places.push_back({{"id", places.size()},
                                  {"physicalLocation", physical(each.range)},
                                  {"message", message(each.message)}});
            }
        }
        const auto* const why = diagnostic.explanation.get();
        if (why != nullptr && why->subject.has_file()) {
            places.push_back({{"id", places.size()},
                              {"physicalLocation", physical(why->subject)},
                              {"message", message(why->headline.empty() ? "the reason is here" : why->headline)}});
        }
        if (!places.empty()) {
            result["relatedLocations"] = std::move(places);
        }
    }

    // The run that fails: its steps, if they are known, and where it ends.
    void add_run(const Finding& finding, const support::Explanation& why, Json& result) const {
        if (why.trace.empty() && why.kind != support::ExplanationKind::Counterexample) {
            return;
        }
        Json steps = Json::array();
        for (const support::TraceRow& row : why.trace) {
            if (row.range.has_file()) {
                steps.push_back(step(row.range, row.event, values({&row.state})));
            }
        }
        if (finding.range.has_file()) {
            steps.push_back(step(finding.range, finding.message, values({&why.state, &why.parts})));
            steps.back()["importance"] = "essential";
        }
        if (steps.empty()) {
            return;
        }
        Json flow = {{"initialState", values({&why.inputs})}, {"locations", std::move(steps)}};
        Json code_flow = {{"threadFlows", Json::array({std::move(flow)})}};
        if (why.trace_cut) {
            code_flow["message"] = message("of this run, steps in the middle are left out");
        }
        result["codeFlows"] = Json::array({std::move(code_flow)});
    }

    Json step(const SourceRange& range, const std::string& event, Json state) const {
        Json place = {{"physicalLocation", physical(range)}};
        if (!event.empty()) {
            place["message"] = message(event);
        }
        return {{"location", std::move(place)}, {"state", std::move(state)}};
    }

    static Json properties(const Finding& finding) {
        Json result = Json::object();
        if (!finding.verdict().empty()) {
            result["verdict"] = finding.verdict();
        }
        if (finding.diagnostic != nullptr && finding.diagnostic->explanation != nullptr) {
            result["reason"] = support::to_string(finding.diagnostic->explanation->kind);
        }
        if (finding.obligation != nullptr) {
            result["resources"] = finding.obligation->resources;
            result["seconds"] = finding.obligation->seconds;
        }
        if (finding.diagnostic == nullptr && finding.file != nullptr) {
            result["assumption"] = true;
        }
        return result;
    }

    const verify::Run& run_;
    const Context& context_;
};

} // namespace

void write_sarif(const verify::Run& run, const Context& context, std::ostream& out) {
    const Json document = {
        {"$schema", kSchema}, {"version", "2.1.0"}, {"runs", Json::array({SarifRun(run, context).write()})}};
    out << document.dump(1, ' ') << '\n';
}

} // namespace daphnia::report
