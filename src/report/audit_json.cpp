// An audit as one JSON document, its fields in a fixed order.
#include "report/audit.h"
#include "report/audit_words.h"
#include "report/json_parts.h"

#include <ostream>

namespace daphnia::report {

namespace {

Json finding(const verify::Assumption& assumption, const verify::FileResult& file) {
    const AuditWords words = audit_words(assumption);
    return {{"id", support::info(assumption.rule).id},
            {"declaration", assumption.declaration},
            {"compiled", assumption.compiled},
            {"explicit", assumption.marked},
            {"accepted", assumption.accepted},
            {"message", assumption.message},
            {"issue", words.issue},
            {"mitigation", words.mitigation},
            {"text", assumption.text},
            {"range", json_range(assumption.range, file)}};
}

Json entry(const AcceptedFinding& accepted) {
    return {{"file", accepted.file}, {"id", accepted.id},       {"declaration", accepted.declaration},
            {"text", accepted.text}, {"count", accepted.count}, {"reason", accepted.reason}};
}

} // namespace

void write_audit_json(const Audit& audit, const ToolInfo& tool, std::ostream& out) {
    Json document = {{"tool", {{"name", "daphnia"}, {"version", tool.version}}}, {"files", Json::array()}};
    for (const verify::FileResult& file : audit.run.files) {
        Json whole = json_file(file);
        Json result = {{"path", whole["path"]},
                       {"stage", whole["stage"]},
                       {"diagnostics", whole["diagnostics"]},
                       {"findings", Json::array()}};
        for (const verify::Assumption& each : file.assumptions) {
            result["findings"].push_back(finding(each, file));
        }
        document["files"].push_back(std::move(result));
    }
    document["stale"] = Json::array();
    for (const AcceptedFinding& each : audit.stale) {
        document["stale"].push_back(entry(each));
    }
    const verify::Totals sums = verify::totals(audit.run);
    document["summary"] = {{"findings", sums.assumptions},
                           {"accepted", sums.accepted},
                           {"errors", sums.errors},
                           {"warnings", sums.warnings}};
    document["exit_code"] = verify::exit_code(audit.run);
    out << document.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

} // namespace daphnia::report
