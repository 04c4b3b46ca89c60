// One JSON document with everything that a run found, its fields in a fixed order.
#include "report/json_parts.h"
#include "report/report.h"

#include <algorithm>
#include <ostream>

namespace daphnia::report {

namespace {

Json place(support::LineColumn at) {
    return {{"line", at.line}, {"column", at.column}};
}

std::string_view severity(support::Severity severity) {
    return severity == support::Severity::Error ? "error" : "warning";
}

std::string_view stage(verify::Stage stage) {
    switch (stage) {
    case verify::Stage::Unreadable:
        return "unreadable";
    case verify::Stage::Rejected:
        return "rejected";
    case verify::Stage::Resolved:
        return "resolved";
    case verify::Stage::Verified:
        return "verified";
    }
    return {};
}

Json values(const std::vector<support::NamedValue>& values, bool typed) {
    Json result = Json::array();
    for (const support::NamedValue& each : values) {
        Json value = {{typed ? "name" : "text", each.name}};
        if (typed) {
            value["type"] = each.type;
        }
        value["value"] = each.value.empty() ? Json(nullptr) : Json(each.value);
        result.push_back(std::move(value));
    }
    return result;
}

// One file with all that was found in it.
class FileWriter {
  public:
    FileWriter(const verify::FileResult& file, bool is_part) : file_(file), is_part_(is_part) {}

    Json write() const {
        Json result = {{"path", file_.path},
                       {"stage", stage(file_.stage)},
                       {"diagnostics", Json::array()},
                       {"declarations", Json::array()},
                       {"assumptions", Json::array()}};
        for (const support::Diagnostic& each : file_.diagnostics) {
            result["diagnostics"].push_back(diagnostic(each));
        }
        for (const verify::Outcome& each : file_.declarations) {
            result["declarations"].push_back(declaration(each));
        }
        for (const verify::Assumption& each : file_.assumptions) {
            result["assumptions"].push_back({{"id", support::info(each.rule).id},
                                             {"declaration", each.declaration},
                                             {"message", each.message},
                                             {"range", range(each.range)}});
        }
        if (is_part_) {
            result["shards"] = file_.shards;
        }
        return result;
    }

  private:
    Json range(const support::SourceRange& range) const { return json_range(range, file_); }

    Json explanation(const support::Explanation& explanation) const {
        Json result = {{"kind", support::to_string(explanation.kind)},
                       {"message", explanation.headline},
                       {"subject", range(explanation.subject)},
                       {"inputs", values(explanation.inputs, true)},
                       {"state", values(explanation.state, true)},
                       {"clause", range(explanation.clause)},
                       {"parts", values(explanation.parts, false)},
                       {"trace", Json::array()},
                       {"trace_cut", explanation.trace_cut},
                       {"reproducer", explanation.reproducer},
                       {"hint", explanation.hint}};
        for (const support::TraceRow& row : explanation.trace) {
            result["trace"].push_back(
                {{"range", range(row.range)}, {"event", row.event}, {"state", values(row.state, true)}});
        }
        return result;
    }

    Json diagnostic(const support::Diagnostic& diagnostic) const {
        Json result = {{"severity", severity(diagnostic.severity)},
                       {"id", support::info(diagnostic.rule).id},
                       {"help", support::info(diagnostic.rule).help}};
        if (!diagnostic.verdict.empty()) {
            result["verdict"] = diagnostic.verdict;
        }
        result["message"] = diagnostic.message;
        result["range"] = range(diagnostic.range);
        result["related"] = Json::array();
        for (const support::Related& related : diagnostic.related) {
            result["related"].push_back({{"message", related.message}, {"range", range(related.range)}});
        }
        if (!diagnostic.hint.empty()) {
            result["hint"] = diagnostic.hint;
        }
        if (diagnostic.explanation != nullptr) {
            const bool refuted = diagnostic.explanation->kind == support::ExplanationKind::Counterexample;
            result[refuted ? "counterexample" : "explanation"] = explanation(*diagnostic.explanation);
        }
        return result;
    }

    Json obligation(const verify::ObligationOutcome& obligation) const {
        Json result = {{"id", support::info(obligation.rule()).id},
                       {"verdict", verify::to_string(obligation.verdict)},
                       {"range", range(obligation.origin.range)},
                       {"resources", obligation.resources},
                       {"seconds", obligation.seconds}};
        if (obligation.cached) {
            result["cached"] = true;
        }
        if (obligation.second.opinion != verify::Opinion::None) {
            result["second_opinion"] = verify::to_string(obligation.second.opinion);
        }
        return result;
    }

    Json declaration(const verify::Outcome& outcome) const {
        Json result = {{"name", outcome.name},
                       {"kind", outcome.kind},
                       {"verdict", verify::to_string(outcome.verdict())},
                       {"range", range(outcome.name_range)},
                       {"obligations", Json::array()},
                       {"resources", outcome.resources},
                       {"seconds", outcome.seconds}};
        if (outcome.cache.hits > 0 && outcome.cache.asked == 0 && outcome.cache.misses == 0) {
            result["cached"] = true;
        }
        for (const verify::ObligationOutcome& each : outcome.obligations) {
            result["obligations"].push_back(obligation(each));
        }
        return result;
    }

    const verify::FileResult& file_;
    bool is_part_; // the run verifies one part only
};

Json about(const verify::Shard& shard) {
    return {{"number", shard.number},           {"of", shard.of},           {"unit", "declaration"},
            {"balanced_by", shard.balanced_by}, {"options", shard.options}, {"inputs", shard.inputs}};
}

// Obligations that a run breaks, as they are reported.
std::size_t refuted(const verify::Run& run) {
    std::size_t result = 0;
    for (const verify::FileResult& file : run.files) {
        result += static_cast<std::size_t>(
            std::count_if(file.diagnostics.begin(), file.diagnostics.end(), [](const support::Diagnostic& each) {
                return each.verdict == verify::to_string(verify::Verdict::Refuted);
            }));
    }
    return result;
}

Json second_opinions(const verify::Run& run, const verify::Totals& sums) {
    Json result = {{"solver", run.second_prover}};
    for (const verify::Opinion opinion :
         {verify::Opinion::Agrees, verify::Opinion::Unknown, verify::Opinion::OutOfBudget, verify::Opinion::Failed}) {
        const auto found = sums.opinions.find(opinion);
        result[std::string(verify::to_string(opinion))] = found == sums.opinions.end() ? 0 : found->second;
    }
    return result;
}

} // namespace

Json json_range(const support::SourceRange& range, const verify::FileResult& file) {
    if (!range.has_file()) {
        return nullptr;
    }
    Json result = {{"start", place(range.begin_place())}, {"end", place(range.end_place())}};
    if (range.file->path() != file.path) {
        result["file"] = range.file->path();
    }
    return result;
}

Json json_file(const verify::FileResult& file, bool of_shard) {
    return FileWriter(file, of_shard).write();
}

void write_json(const verify::Run& run, const ToolInfo& tool, std::ostream& out) {
    Json document = {{"tool", {{"name", "daphnia"}, {"version", tool.version}, {"solver", tool.solver}}},
                     {"files", Json::array()}};
    if (run.shard) {
        document["shard"] = about(*run.shard);
    }
    for (const verify::FileResult& each : run.files) {
        document["files"].push_back(json_file(each, run.shard.has_value()));
    }
    const verify::Totals sums = verify::totals(run);
    document["summary"] = {{"verified", sums.verified},
                           {"errors", sums.errors},
                           {"refuted", refuted(run)},
                           {"warnings", sums.warnings},
                           {"assumptions", sums.assumptions}};
    if (run.cached) {
        document["summary"]["cache"] = {
            {"hits", sums.cache_hits}, {"misses", sums.cache_misses}, {"solver_starts", sums.solver_starts}};
    }
    if (!run.second_prover.empty()) {
        document["summary"]["second_opinions"] = second_opinions(run, sums);
    }
    document["exit_code"] = verify::exit_code(run);
    // A path need not be UTF-8; the document always is.
    out << document.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

} // namespace daphnia::report
