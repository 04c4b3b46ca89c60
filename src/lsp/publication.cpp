#include "lsp/publication.h"

#include "report/findings.h"

#include <fmt/format.h>

#include <algorithm>

namespace daphnia::lsp {

namespace {

constexpr int kError = 1; // DiagnosticSeverity
constexpr int kWarning = 2;

// What is not of any file is said at the beginning of the program's first.
support::SourceRange placed(const support::SourceRange& range, const Program& program) {
    const driver::Resolved& resolved = program.moment()->program.resolved();
    return range.has_file() || resolved.source == nullptr ? range : support::SourceRange{resolved.source.get(), 0, 0};
}

std::string message_of(const support::Diagnostic& diagnostic, bool is_outdated) {
    const std::string reason = reason_of(diagnostic);
    return (is_outdated ? "Outdated: " : "") + diagnostic.message + (reason.empty() ? "" : "\n" + reason);
}

Json related_of(const support::Diagnostic& diagnostic, const EditCounts& edits, const Locator& locator) {
    Json result = Json::array();
    for (const support::Related& related : diagnostic.related) {
        if (related.range.has_file()) {
            result.push_back(
                {{"location", to_json(locator.location(related.range, edits))}, {"message", related.message}});
        }
    }
    return result;
}

// Where it is, before all else that tells two apart.
bool comes_before(const Json& a, const Json& b) {
    const auto place = [](const Json& diagnostic) {
        const Json& start = diagnostic.at("range").at("start");
        return std::make_pair(start.at("line").get<std::uint32_t>(), start.at("character").get<std::uint32_t>());
    };
    return place(a) < place(b);
}

} // namespace

std::string reason_of(const support::Diagnostic& diagnostic) {
    report::Finding finding;
    finding.diagnostic = &diagnostic;
    std::string reason = report::reason(finding);
    while (!reason.empty() && reason.back() == '\n') {
        reason.pop_back();
    }
    if (diagnostic.explanation != nullptr && diagnostic.explanation->subject.has_file()) {
        const support::SourceRange& subject = diagnostic.explanation->subject;
        const support::LineColumn place = subject.begin_place();
        const std::string written = fmt::format("{}:{}:{}: ", subject.file->path(), place.line, place.column);
        if (const std::size_t at = reason.find(written); at != std::string::npos) {
            reason.replace(at, written.size(), fmt::format("line {}: ", place.line));
        }
    }
    return reason;
}

Json to_json(const support::Diagnostic& diagnostic, bool is_outdated, const EditCounts& edits, const Locator& locator) {
    const bool is_error = diagnostic.severity == support::Severity::Error && !is_outdated;
    Json result = {{"range", to_json(locator.range(diagnostic.range, edits))},
                   {"severity", is_error ? kError : kWarning},
                   {"code", support::info(diagnostic.rule).id},
                   {"source", "daphnia"},
                   {"message", message_of(diagnostic, is_outdated)}};
    if (Json related = related_of(diagnostic, edits, locator); !related.empty()) {
        result["relatedInformation"] = std::move(related);
    }
    Json data = Json::object();
    if (!diagnostic.verdict.empty()) {
        data["verdict"] = diagnostic.verdict;
    }
    if (is_outdated) {
        data["outdated"] = true;
    }
    if (!data.empty()) {
        result["data"] = std::move(data);
    }
    return result;
}

std::map<std::string, Json> diagnostics_of(const Program& program, const Locator& locator) {
    std::map<std::string, Json> result;
    const Moment& moment = *program.moment();
    const driver::Resolved& resolved = moment.program.resolved();
    if (resolved.source != nullptr) {
        result.emplace(locator.uri(*resolved.source), Json::array());
    }
    for (const auto& file : resolved.included) {
        result.emplace(locator.uri(*file), Json::array());
    }
    const auto add = [&](support::Diagnostic diagnostic, bool is_outdated, const EditCounts& edits) {
        diagnostic.range = placed(diagnostic.range, program);
        if (diagnostic.range.has_file()) {
            result[locator.uri(*diagnostic.range.file)].push_back(to_json(diagnostic, is_outdated, edits, locator));
        }
    };
    for (const support::Diagnostic& diagnostic : moment.program.diagnostics()) {
        add(diagnostic, false, moment.edits);
    }
    for (const std::vector<Declared>* declarations : {&program.declarations(), &program.lost()}) {
        for (const Declared& declared : *declarations) {
            if (declared.verdict != nullptr) {
                for (const support::Diagnostic& diagnostic : declared.verdict->found) {
                    add(diagnostic, declared.is_outdated, declared.verdict->edits);
                }
            }
        }
    }
    for (auto& [uri, list] : result) {
        std::stable_sort(list.begin(), list.end(), comes_before);
    }
    return result;
}

namespace {

// Those of the dialect; there is no 3.
int number_of(Status status) {
    switch (status) {
    case Status::Stale:
        return 0;
    case Status::Queued:
        return 1;
    case Status::Running:
        return 2;
    case Status::Error:
        return 4;
    case Status::Correct:
        return 5;
    }
    return 0;
}

bool is_in(const Declared& declared, const Document& document, const Locator& locator) {
    return locator.document(*declared.name_range.file) == &document;
}

bool has_errors(const Program& program) {
    return !program.moment()->program.resolved().is_complete;
}

} // namespace

Json symbol_status(const Program& program, const Document& document, const Locator& locator) {
    Json named = Json::array();
    for (const Declared& declared : program.declarations()) {
        if (is_in(declared, document, locator)) {
            named.push_back({{"nameRange", to_json(locator.range(declared.name_range, program.moment()->edits))},
                             {"status", number_of(declared.status)}});
        }
    }
    return {{"uri", document.uri()}, {"version", document.version()}, {"namedVerifiables", std::move(named)}};
}

Json compilation_status(const Program& program, const Document& document) {
    const auto& found = program.moment()->program.diagnostics();
    const auto is = [&](support::Rule rule) {
        return std::any_of(found.begin(), found.end(), [&](const auto& diagnostic) { return diagnostic.rule == rule; });
    };
    const char* status = !has_errors(program)          ? "ResolutionSucceeded"
                         : is(support::Rule::Internal) ? "InternalException"
                         : is(support::Rule::Syntax)   ? "ParsingFailed"
                                                       : "ResolutionFailed";
    return {{"uri", document.uri()}, {"version", document.version()}, {"status", status}, {"message", nullptr}};
}

namespace {

// States of lines. To each of those from kVerified on, 1 is added where it is outdated, 2 where it is being found out.
constexpr int kNothing = 0;
constexpr int kScheduled = 1;
constexpr int kVerifying = 2;
constexpr int kVerified = 200;
constexpr int kErrorContext = 300;
constexpr int kProvedInContext = 350;
constexpr int kFailed = 400;
constexpr int kResolutionError = 500;

class LineStates {
  public:
    explicit LineStates(std::size_t count) : states_(count, kNothing) {}

    void set(std::uint32_t line, int state) {
        if (line < states_.size()) {
            states_[line] = state;
        }
    }
    void fill(const Range& range, int state) {
        for (std::uint32_t line = range.start.line; line <= range.end.line; ++line) {
            set(line, state);
        }
    }
    const std::vector<int>& all() const { return states_; }

  private:
    std::vector<int> states_;
};

int freshness(const Declared& declared) {
    if (declared.status == Status::Running || declared.status == Status::Queued) {
        return 2;
    }
    return declared.is_outdated ? 1 : 0;
}

void mark(const Declared& declared, const Range& whole, const Locator& locator, LineStates& lines) {
    if (declared.verdict == nullptr) {
        lines.fill(whole, declared.status == Status::Running  ? kVerifying
                          : declared.status == Status::Queued ? kScheduled
                                                              : kNothing);
        return;
    }
    const Verdict& verdict = *declared.verdict;
    const int offset = freshness(declared);
    const bool proved = verdict.outcome.internal_error.empty() && verdict.outcome.verdict() == verify::Verdict::Proved;
    lines.fill(whole, (proved ? kVerified : kErrorContext) + offset);
    if (proved) {
        return;
    }
    for (const bool failed : {false, true}) {
        for (const verify::ObligationOutcome& obligation : verdict.outcome.obligations) {
            if (obligation.origin.range.has_file() && (obligation.verdict != verify::Verdict::Proved) == failed) {
                lines.set(locator.range(obligation.origin.range, verdict.edits).start.line,
                          (failed ? kFailed : kProvedInContext) + offset);
            }
        }
    }
}

} // namespace

Json line_status(const Program& program, const Document& document, const Locator& locator) {
    LineStates lines(document.lines().count());
    const Moment& moment = *program.moment();
    for (const Declared& declared : program.declarations()) {
        if (is_in(declared, document, locator)) {
            mark(declared, locator.range(declared.range, moment.edits), locator, lines);
        }
    }
    for (const support::Diagnostic& diagnostic : moment.program.diagnostics()) {
        if (diagnostic.severity == support::Severity::Error && diagnostic.range.has_file() &&
            locator.document(*diagnostic.range.file) == &document) {
            lines.set(locator.range(diagnostic.range, moment.edits).start.line, kResolutionError);
        }
    }
    return {{"uri", document.uri()}, {"version", document.version()}, {"perLineStatus", lines.all()}};
}

} // namespace daphnia::lsp
