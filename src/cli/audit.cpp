#include "cli/audit.h"

#include "cli/output.h"
#include "cli/programs.h"
#include "cli/whole_file.h"
#include "report/audit.h"

#include <unistd.h>

#include <algorithm>
#include <iostream>

namespace daphnia::cli {

namespace {

void write(const report::Audit& audit, const Command& command) {
    switch (command.audit.format) {
    case AuditFormat::Text:
        report::write_audit_text(audit, text_options(command, STDOUT_FILENO), std::cout);
        return;
    case AuditFormat::Json:
        report::write_audit_json(audit, {DAPHNIA_VERSION, {}}, std::cout);
        return;
    case AuditFormat::Markdown:
        report::write_audit_markdown(audit, std::cout);
        return;
    case AuditFormat::Html:
        report::write_audit_html(audit, std::cout);
        return;
    }
}

// A list that lacks what is in a file with errors would be taken for a whole one.
void accept_all(verify::Run& run, const report::AcceptedFindings& known, const std::string& path) {
    const bool whole = std::all_of(run.files.begin(), run.files.end(), [](const verify::FileResult& file) {
        return file.stage == verify::Stage::Resolved && !file.internal_error;
    });
    if (!whole) {
        std::cerr << "daphnia: not every file could be audited: " << path << " is not written\n";
        return;
    }
    replace_file(path, known.accept_all(run, path));
}

} // namespace

int audit(const Command& command, const driver::Session& session) {
    const std::string& list = command.audit.accepted;
    const report::AcceptedFindings accepted =
        list.empty() ? report::AcceptedFindings() : report::AcceptedFindings::read(list);
    verify::Run run = session.check(read_programs(command), command.goal);
    report_unreadable(run);
    std::vector<report::AcceptedFinding> stale = accepted.mark(run);
    if (!command.audit.write_accepted.empty()) {
        stale.clear(); // they are in no new list
        accept_all(run, accepted, command.audit.write_accepted);
    }
    write({run, std::move(stale)}, command);
    return verify::exit_code(run);
}

} // namespace daphnia::cli
